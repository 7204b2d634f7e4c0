"""``follow-up`` and ``answer`` as people call them: what is written, what is refused, and the way back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository
from terminal import Terminal

PROMISE, REQUEST = "records/commitments/lettre.md", "records/requests/questions.md"
FILES = {
    PROMISE: "---\ntitle: Écrire aux préfets\nby: sodini  # du Cabinet\nmade_on: 2014-10-22\nfollow_ups:\n  - date: 2015-01-22\n    status: no_news\n---\n",
    REQUEST: "---\r\ntitle: Questions\r\nto: miprof\r\ndate: 2014-11-07\r\n---\r\n\r\n1. Quel statut ?\r\n2. Quels moyens humains ?\r\n3. Quels moyens ?",
    "records/people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
    "records/organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "records/meetings/2015-02-02-pleniere.md": "---\ntitle: Plénière\ndate: 2015-02-02\n---\n\nLe rapport.\n",
}
NEWS = "  - date: 2015-02-02\n    status: kept\n    note: La lettre est partie.\n"


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a promise and a request, and the current folder in it."""
    root = make_repository({}).root
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    monkeypatch.chdir(root)
    return root


def _text(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


def test_news_are_added_and_taken_back(here: Path, traite: Traite) -> None:
    """The path is data, the rest is talk; undo leaves the file as it was."""
    ended = traite("follow-up", "lettre", "--status", "kept", "--note", "La lettre est partie.", "--date", "2015-02-02")
    assert ended == (0, f"{PROMISE}\n", "Added. To go back: traite undo\n")
    assert _text(here, PROMISE) == FILES[PROMISE].replace("no_news\n", f"no_news\n{NEWS}")
    assert traite("undo").code == 0
    assert _text(here, PROMISE) == FILES[PROMISE]


@pytest.mark.parametrize(
    "arguments", [("--status", "Sans nouvelles", "--date", "2 février 2015"), ("--status", "no_news", "--date", "2015-02-02")]
)
def test_words_and_dates_are_taken_as_people_write_them(here: Path, traite: Traite, arguments: tuple[str, ...]) -> None:
    """A status in French, a day in words: the record has its own."""
    assert traite("follow-up", "lettre", *arguments).code == 0
    assert "  - date: 2015-02-02\n    status: no_news\n---" in _text(here, PROMISE)


def test_records_are_named_as_people_call_them(here: Path, traite: Traite) -> None:
    """By title, by name or by slug: nobody looks up what a file is called."""
    assert traite("follow-up", "ecrire aux prefets", "--note", "Vu.", "--meeting", "plénière", "--date", "2015-02-03").code == 0
    assert "meeting: 2015-02-02-pleniere" in _text(here, PROMISE)
    assert (
        traite("answer", "questions", "1", "--status", "answered", "--text", "Oui.", "--by", "M. Sodini", "--meeting", "pleniere").code == 0
    )
    assert "by: sodini" in _text(here, REQUEST)


def test_a_day_may_be_told_from_the_day_asked_about(here: Path, traite: Traite) -> None:
    """« hier », « fin avril »: nobody counts days; a deadline without its year is to come, and what is no date is told with its option."""
    assert traite("follow-up", "lettre", "--as-of", "2015-12-02", "--date", "hier", "--due", "fin avril", "--note", "Vu.").code == 0
    assert "  - date: 2015-12-01\n    note: Vu.\n    due: 2016-04\n" in _text(here, PROMISE)
    assert (
        traite("answer", "questions", "1", "--as-of", "2015-12-02", "--date", "yesterday", "--status", "answered", "--text", "Oui.").code
        == 0
    )
    assert "date: 2015-12-01" in _text(here, REQUEST)
    ended = traite("follow-up", "lettre", "--due", "quand il pourra")
    assert (ended.code, ended.err.startswith("error: --due: ")) == (2, True)


@pytest.mark.parametrize(
    ("said", "written"), [("hier", "2015-02-02"), ("lundi dernier", "2015-02-02"), ("2/2/2015", "2015-02-02"), ("janvier 2015", "2015-01")]
)
def test_a_day_is_said_from_today(here: Path, traite: Traite, said: str, written: str) -> None:
    """In news and in answers, as in a new record; the new deadline is looked for behind the news."""
    assert traite("--as-of", "2015-02-03", "follow-up", "lettre", "--note", "Vu.", "--date", said, "--due", "fin avril").code == 0
    assert f"  - date: {written}\n    note: Vu.\n    due: 2015-04\n" in _text(here, PROMISE)
    assert traite("--as-of", "2015-02-03", "answer", "questions", "1", "--status", "declined", "--date", said).code == 0
    assert f"    date: {written}\r\n" in _text(here, REQUEST)


def test_older_news_come_before_later_ones(here: Path, traite: Traite) -> None:
    """The order is that of the days, whenever somebody writes them down."""
    assert traite("follow-up", "lettre", "--status", "in_progress", "--date", "2014-12-01").code == 0
    assert "follow_ups:\n  - date: 2014-12-01\n    status: in_progress\n  - date: 2015-01-22" in _text(here, PROMISE)


def test_nothing_is_written_that_would_be_a_fault(here: Path, traite: Traite) -> None:
    """A note whose letters are broken is told as validate tells it, and the file stays."""
    ended = traite("follow-up", "lettre", "--status", "kept", "--note", "L’arrÃªtÃ© est paru.", "--date", "2015-02-02")
    assert ended.code == 1
    assert f"{PROMISE}:" in ended.err
    assert _text(here, PROMISE) == FILES[PROMISE]


def test_a_trial_shows_the_lines_and_writes_none(here: Path, traite: Traite) -> None:
    """What would be written, as a difference."""
    ended = traite("follow-up", "lettre", "--note", "Vu.", "--date", "2015-02-02", "--dry-run")
    assert "\n+  - date: 2015-02-02\n+    note: Vu.\n" in ended.out
    assert _text(here, PROMISE) == FILES[PROMISE]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("lettre",), 2, "nothing to add"),
        (("letre", "--note", "a"), 1, "perhaps: commitments/lettre"),
        (("lettre", "--status", "tnu"), 2, "--status"),
        (("lettre", "--note", "a", "--date", "bientôt"), 2, "--date"),
        (("lettre", "--note", "a", "--meeting", "2015-02-02-pleniaire"), 1, "2015-02-02-pleniere"),
        (("lettre", "--note", "a", "--by", "mipro"), 1, "miprof"),
    ],
)
def test_what_is_not_understood_is_told(here: Path, traite: Traite, arguments: tuple[str, ...], code: int, told: str) -> None:
    """With the nearest name, and nothing is written."""
    ended = traite("follow-up", *arguments)
    assert ended.code == code
    assert told in ended.err
    assert _text(here, PROMISE) == FILES[PROMISE]


@pytest.mark.parametrize(("item", "number"), [("2", 2), ("2.", 2), ("moyens humains", 2), ("STATUT", 1)])
def test_a_question_is_named_by_its_number_or_its_words(here: Path, traite: Traite, item: str, number: int) -> None:
    """Accents and capitals aside; the day of the meeting is the answer's."""
    ended = traite("answer", "questions", item, "--status", "répondu", "--text", "Oui : deux.", "--meeting", "2015-02-02-pleniere")
    assert ended.code == 0
    new = f'answers:\n  - item: {number}\n    status: answered\n    text: "Oui : deux."\n    meeting: 2015-02-02-pleniere\n'
    assert _text(here, REQUEST) == FILES[REQUEST].replace("2014-11-07\r\n", f"2014-11-07\n{new}".replace("\n", "\r\n"))


@pytest.mark.parametrize(("item", "told"), [("moyens", "2, 3"), ("9", "1, 2, 3"), ("budget", "1, 2, 3")])
def test_a_question_that_is_not_clear_is_asked_for(here: Path, traite: Traite, item: str, told: str) -> None:
    """Several that fit, or none: their numbers are told."""
    ended = traite("answer", "questions", item, "--status", "declined")
    assert ended.code == 1
    assert told in ended.err
    assert _text(here, REQUEST) == FILES[REQUEST]


def test_a_record_that_cannot_be_read_for_certain_is_left_alone(here: Path, traite: Traite) -> None:
    """Something else has to be mended first."""
    broken = FILES[PROMISE].replace("by: sodini", "by: sodini\nby: miprof")
    (here / PROMISE).write_bytes(broken.encode())
    ended = traite("follow-up", "lettre", "--note", "a", "--date", "2015-02-02")
    assert ended.code == 1
    assert f"traite validate {PROMISE}" in ended.err
    assert _text(here, PROMISE) == broken


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("follow-up", "lettre", "--status", "no_news", "--date", "hier"), "--date: that is Tuesday 1 December 2015\n"),
        (("follow-up", "lettre", "--date", "2015-12-01", "--note", "Vu.", "--due", "fin avril"), "--due: that is April 2016\n"),
        (("answer", "questions", "1", "--status", "declined", "--date", "30/11/2015"), "--date: that is Monday 30 November 2015\n"),
        (("list", "commitments", "--since", "lundi dernier"), "--since: that is from Monday 30 November 2015 on\n"),
        (("search", "préfets", "--until", "demain"), "--until: that is until Thursday 3 December 2015, that day included\n"),
        (
            ("new-commitment", "--title", "Venir", "--by", "miprof", "--made-on", "hier", "--no-ask"),
            "--made-on: that is Tuesday 1 December 2015\n",
        ),
        (("hold", "pleniere", "--notice", "lundi 26 janvier 2015", "--no-ask"), "--notice: that is Monday 26 January 2015\n"),
    ],
)
def test_a_date_in_words_is_shown_back(here: Path, traite: Traite, arguments: tuple[str, ...], said: str) -> None:
    """On standard error, and only where it is not written as a record writes it."""
    ended = traite(*arguments, "--as-of", "2015-12-02")
    assert (ended.code, said in ended.err, "that is" in ended.out) == (0, True, False)
    assert ended.err.count("that is") == 1


def test_a_day_told_from_today_is_shown_back_too(here: Path, traite: Traite) -> None:
    """The day asked about decides over all that is told; a day in figures needs no echo."""
    assert "--as-of: that is" in traite("--as-of", "hier", "list", "people").err
    assert "that is" not in traite("--as-of", "2015-12-02", "list", "people", "-q").err


def test_news_from_the_future_are_doubted(here: Path, traite: Traite) -> None:
    """What has not happened yet is hardly news; the day itself and what is past are."""
    future = ("--as-of", "2015-12-02", "--date", "semaine prochaine")
    ended = traite("follow-up", "lettre", "--note", "Vu.", *future)
    assert "to look at: this date is still to come: Monday 7 to Sunday 13 December 2015" in ended.err
    assert "still to come" in traite("answer", "questions", "1", "--status", "declined", *future).err
    assert "still to come" not in traite("follow-up", "lettre", "--note", "Vu.", "--as-of", "2015-12-02").err


def test_what_a_word_rests_on_is_asked_for_by_its_options(here: Path, traite: Traite) -> None:
    """Nobody is there: the error speaks of the command line, not of a line that no file has."""
    ended = traite("follow-up", "lettre", "--status", "tenu")
    assert (ended.code, _text(here, PROMISE)) == (2, FILES[PROMISE])
    assert "--status tenu: it is not said what that rests on" in ended.err
    assert "--note WORDS, --meeting MEETING or --evidence WORDS" in ended.err
    assert traite("follow-up").code == traite("show").code == traite("rename", "lettre").code == 2


pty = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to be made")


@pty
def test_somebody_who_is_there_is_asked_for_the_promise_and_the_news(here: Path) -> None:
    """The open ones are offered, those overdue first; what shows that it is kept is asked for, and nothing else."""
    late = FILES[PROMISE].replace("Écrire aux préfets", "Former les agents").replace("made_on", "due: 2015-01-01\nmade_on")
    (here / "records/commitments/zeta.md").write_text(late, encoding="utf-8")
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-02", "follow-up") as terminal:
        terminal.expect("1. Former les agents (en retard")
        terminal.expect("2. Écrire aux préfets")
        terminal.answer(("", "2"), ("en est-on", "tenu"), ("Qu’est-ce qui le montre", "La lettre est partie."))
        assert terminal.ends() == 0, terminal.seen
    assert _text(here, PROMISE) == FILES[PROMISE].replace("no_news\n", f"no_news\n{NEWS}")


@pty
def test_whoever_says_kept_is_asked_what_shows_it(here: Path) -> None:
    """One question, for what is missing alone."""
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-02", "follow-up", "lettre", "--status", "tenu") as terminal:
        terminal.answer(("Qu’est-ce qui le montre", "La lettre est partie."))
        assert terminal.ends() == 0, terminal.seen
    assert NEWS in _text(here, PROMISE)


@pty
def test_the_one_that_is_offered_alone_is_taken_with_enter(here: Path) -> None:
    """It stands in brackets, under a question that asks for it; the word of the hint is one that people say."""
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-02", "follow-up") as terminal:
        terminal.expect("De quel engagement s’agit-il ?")
        terminal.answer(("[Écrire aux préfets]", ""), ("en est-on", "tenu"), ("Qu’est-ce qui le montre", "La lettre est partie."))
        assert terminal.ends() == 0, terminal.seen
    assert NEWS in _text(here, PROMISE)
    (here / REQUEST).write_text("---\ntitle: Questions\nto: miprof\n---\n\n1. Quel statut ?\n", encoding="utf-8")
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-02", "answer", "--status", "refus de répondre") as terminal:
        terminal.expect("De quelle demande s’agit-il ?")
        terminal.answer(("[Questions]", ""))
        terminal.expect("De laquelle de ses questions s’agit-il ?")
        terminal.answer(("[Quel statut ?]", ""))
        assert terminal.ends() == 0, terminal.seen
    assert "  - item: 1\n" in _text(here, REQUEST)


@pty
@pytest.mark.parametrize(
    "words", [("follow-up", "relevés", "--status", "tenu"), ("follow-up", "relevés"), ("answer", "relevés", "1")], ids=" ".join
)
def test_nothing_is_asked_about_a_record_that_is_not_there(here: Path, words: tuple[str, ...]) -> None:
    """That no record is called so is told first."""
    with Terminal(here, "--lang", "fr", *words) as terminal:
        assert terminal.ends() == 1, terminal.seen
        assert "relevés" in terminal.seen
        assert "?" not in terminal.seen


@pty
@pytest.mark.parametrize(
    ("words", "answers", "told"),
    [
        (("--status", "tenu"), [("le montre", "")], "--status tenu : il n’est pas dit"),
        ((), [("en est-on", "tenu en partie"), ("le montre", "")], '--status "tenu en partie" : il'),
        ((), [("en est-on", ""), ("vu ou entendu", "")], 'par exemple : --status "sans nouvelles"'),
    ],
)
def test_an_error_says_the_words_that_people_use(here: Path, words: tuple[str, ...], answers: list[tuple[str, str]], told: str) -> None:
    """The one that was typed or chosen, and in a hint the one that is said."""
    with Terminal(here, "--lang", "fr", "follow-up", "lettre", *words) as terminal:
        terminal.answer(*answers)
        terminal.expect(told)
        assert terminal.ends() == 2, terminal.seen


@pty
def test_a_question_is_chosen_among_those_without_an_answer(here: Path) -> None:
    """The request is offered, then its questions, then how far it is answered."""
    with Terminal(here, "--lang", "fr", "--as-of", "2015-02-02", "answer") as terminal:
        terminal.answer(("1. Questions", "1"), ("2. Quels moyens humains", "2"), ("répondu", "sans réponse"))
        assert terminal.ends() in {0, 2}, terminal.seen


@pty
def test_a_record_is_named_where_none_is_offered(here: Path) -> None:
    """« traite show » asks which; whoever leaves is told nothing more, and Enter alone leaves the error as it was."""
    with Terminal(here, "--lang", "fr", "show") as terminal:
        terminal.answer(("", "miprof"))
        terminal.expect("MIPROF")
        assert terminal.ends() == 0, terminal.seen
    with Terminal(here, "--lang", "fr", "show") as terminal:
        terminal.answer(("", ""))
        terminal.expect("il manque")
        assert terminal.ends() == 2
    with Terminal(here, "--lang", "fr", "merge-people") as terminal:
        terminal.expect("> ")
        terminal.interrupt()
        assert terminal.ends() == 130


def test_a_record_of_another_name_is_called_as_before(here: Path, traite: Traite) -> None:
    """The name of a file is not its title: what that is, and where it is changed, is said."""
    ended = traite("rename", "lettre", "lettre-aux-prefets")
    assert (
        "It is still called “Écrire aux préfets”; to change that: the line title: of records/commitments/lettre-aux-prefets.md" in ended.err
    )
