"""A record is named, and a day said, as people do: every command that takes one understands the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository, commit

FILES = {
    "people/raphael-sodini.md": "---\nname: Raphaël Sodini\nother_names: Raphaël de Sodini\n---\n",
    "people/un-conseiller.md": "---\nname: Un conseiller (Cabinet)\n---\n",
    "organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
    "meetings/2015-03-04-pleniere.md": "---\ntitle: Séance plénière\ndate: 2015-03-04\nparticipants: raphael-sodini\n---\n\nOn écrira.\n",
    "commitments/lettre.md": "---\ntitle: Écrire aux préfets\nby: miprof\nmade_on: 2015-03-04\ndue: 2015-04\ntopics: titre-de-sejour\n---\n",
    "requests/questions.md": "---\ntitle: Questions sur les moyens\nto: miprof\ndate: 2015-01-05\n---\n\n1. Quels moyens ?\n",
    "topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n",
    "editions/2015-03-22.md": "---\ntitle: Document de mars\ndate: 2015-03-22\n---\n",
}
SAVED = '-- "Un" "One"\n-- param: topic topic\nSELECT slug FROM topics WHERE slug = :topic'


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "fr", "--as-of", "2015-03-05")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed repository, and the current folder in it."""
    root = make_repository(FILES).root
    (root / "queries").mkdir()
    (root / "queries/un.sql").write_text(SAVED, encoding="utf-8")
    commit(root, "first")
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "raphael de sodini"), "people/raphael-sodini"),
        (("show", "engagements/écrire aux préfets"), "commitments/lettre"),
        (("show", "réunion d’hier"), "meetings/2015-03-04-pleniere"),
        (("show", "la Miprof"), "organisations/miprof"),
        (("minutes", "réunion du 4 mars 2015", "-o", "-", "--to", "md"), "On écrira."),
        (("minutes", "séance plénière", "-o", "-", "--to", "md"), "On écrira."),
        (("render", "édition du 22 mars", "-o", "-", "--to", "md"), "Document de mars"),
        (("rename", "le titre de sejour", "sejour", "--dry-run"), "records/topics/sejour.md"),
        (("merge-people", "personnes/raphael-sodini", "Un conseiller (Cabinet)", "--dry-run"), "records/people/un-conseiller.md"),
        (("history", "réunions/2015-03-04-pleniere"), "first"),
        (("follow-up", "ecrire aux prefets", "--note", "Vu.", "--meeting", "celle du 4 mars", "--by", "MIPROF", "--dry-run"), "by: miprof"),
        (("answer", "questions sur les moyens", "1", "--status", "répondu", "--text", "Oui.", "--by", "RS", "--dry-run"), "by: raphael-sodini"),
        (("list", "engagements", "--by", "mission interministerielle"), "Écrire aux préfets"),
        (("list", "engagements", "--topic", "Titre de séjour"), "Écrire aux préfets"),
        (("list", "réunions", "--person", "R. Sodini"), "Séance plénière"),
        (("list", "requests", "--to", "organisations/MIPROF"), "Questions"),
        (("search", "préfets", "--topic", "titre de séjour"), "commitments/lettre"),
        (("query", "un", "--param", "topic=le titre de séjour"), "titre-de-sejour"),
    ],
)  # fmt: skip
def test_a_record_is_named_as_people_call_it(traite: Traite, arguments: tuple[str, ...], said: str) -> None:
    """By title, by any spelling, by kind in French, by its day."""
    ended = traite(*arguments)
    assert (ended.code, said in ended.out) == (0, True), ended


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "arguments",
    [("minutes", "miprof"), ("merge-people", "raphael-sodini", "organisations/miprof"), ("list", "commitments", "--topic", "MIPROF"), ("answer", "lettre", "1", "--status", "répondu")],
)  # fmt: skip
def test_what_is_of_another_kind_is_told_in_words(traite: Traite, arguments: tuple[str, ...]) -> None:
    """It is known, and is something else: nothing is guessed."""
    ended = traite(*arguments)
    assert (ended.code, ended.out, "n’est pas ce qui est demandé ici" in ended.err) == (1, "", True), ended


@pytest.mark.parametrize(
    "said", ["hier", "4 mars", "mercredi", "mercredi dernier", "yesterday", "-1j", "il y a un jour", "4/3/2015", "2015-03-04"]
)
def test_a_day_is_said_in_the_same_words_to_every_option(here: Path, traite: Traite, said: str) -> None:
    """An entry, a filter, a search, the parameter of a query, the day asked about."""
    (here / "queries/deux.sql").write_text('-- "Un" "One"\n-- param: since date\nSELECT :since', encoding="utf-8")
    assert "date: 2015-03-04" in traite("follow-up", "lettre", "--note", "Vu.", "--date", said, "--dry-run").out
    assert "pleniere" in traite("list", "meetings", "--since", said, "--until", said, "--format", "paths").out
    assert "pleniere" in traite("search", "écrira", "--since", said, "--until", said).out
    asked = traite("query", "deux", "--param", f"since={said}")
    assert "2015-03-04" in asked.out
    assert ("c’est-à-dire mercredi 4 mars 2015" in asked.err) is (said != "2015-03-04"), asked.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("option", ["follow-up lettre --note x --due", "list commitments --since", "search x --until", "status --as-of"])
def test_what_is_no_day_is_told_in_the_same_words(traite: Traite, option: str) -> None:
    """With the option, and what may be written."""
    ended = traite(*option.split(), "bientôt")
    assert ended.code == 2
    assert ended.err.startswith(f"erreur\u00a0: {option.split()[-1]}")
    assert "\u00a0: «\u00a0bientôt\u00a0» n’est pas compris comme une date" in ended.err
    assert "par exemple\u00a0: 2015-01-22, 22\u00a0janvier 2015" in ended.err


@pytest.mark.usefixtures("here")
def test_whom_some_words_are_taken_for_is_said(traite: Traite) -> None:
    """Only by the command that shows: what writes takes nobody by a first name."""
    ended = traite("show", "Raphaël")
    assert (ended.code, ended.out.startswith("Raphaël Sodini\n")) == (0, True)
    assert ended.err == "«\u00a0Raphaël\u00a0» est compris comme people/raphael-sodini (Raphaël Sodini)\n"
    assert traite("rename", "Raphaël", "raphael", "--dry-run").code == 1


def test_what_is_of_a_later_day_is_told_so(here: Path, traite: Traite) -> None:
    """It is there, and was not known then; a circle that may not know of it is not told."""
    secret = "---\ntitle: Nouvelle\ndate: 2015-03-10\naudience: contributors\ntopics: titre-de-sejour\n---\n\nUn.\n"
    (here / "records/updates").mkdir()
    (here / "records/updates/plus-tard.md").write_text(secret, encoding="utf-8")
    ended = traite("show", "plus-tard")
    assert (ended.code, "updates/plus-tard est postérieur au jour demandé (5 mars 2015)" in ended.err) == (1, True), ended.err
    assert "postérieur" not in traite("show", "plus-tard", "--audience", "members").err
    assert "postérieur" not in traite("show", "nulle-part").err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "said", "taken"),
    [
        (("list", "réunions", "--with", "Raphaël"), "Séance plénière", "people/raphael-sodini"),
        (("list", "engagements", "--topic", "séjour"), "Écrire aux préfets", "topics/titre-de-sejour"),
        (("list", "engagements", "--by", "interminist"), "Écrire aux préfets", "organisations/miprof"),
        (("search", "préfets", "--topic", "titre"), "commitments/lettre", "topics/titre-de-sejour"),
        (("query", "un", "--param", "topic=séjour"), "titre-de-sejour", "topics/titre-de-sejour"),
    ],
)
def test_a_part_of_a_name_is_enough_where_one_only_looks(traite: Traite, arguments: tuple[str, ...], said: str, taken: str) -> None:
    """And whom or what it is taken for is told."""
    ended = traite(*arguments)
    assert (ended.code, said in ended.out, f"est compris comme {taken}" in ended.err) == (0, True, True), ended


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("arguments", [("follow-up", "préfets", "--note", "Vu."), ("minutes", "plénière"), ("rename", "séjour", "autre")])
def test_what_is_written_is_never_guessed(traite: Traite, arguments: tuple[str, ...]) -> None:
    """A part of a name only proposes."""
    ended = traite(*arguments, "--dry-run")
    assert (ended.code, "le plus proche" in ended.err) == (1, True), ended


def test_several_that_have_the_words_are_listed(here: Path, traite: Traite) -> None:
    """Each on a line, as it is to be written."""
    (here / "records/people/raphael-autre.md").write_text("---\nname: Raphaël Autre\n---\n", encoding="utf-8")
    ended = traite("list", "réunions", "--with", "raphaël")
    assert ended.code == 1
    assert set(ended.err.splitlines()[1:3]) == {"    people/raphael-sodini (Raphaël Sodini)", "    people/raphael-autre (Raphaël Autre)"}
