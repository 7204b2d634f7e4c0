"""``traite history`` and ``traite log``: the life of the records, from real commits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository, commit, git

PROMISE = "---\ntitle: Écrire aux préfets\nby: alice\nmade_on: 2014-10-22\n{}---\n"
PERSON = "---\nname: Alice Tallon\n{}---\n"


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en")


def write(root: Path, path: str, text: str) -> None:
    (root / "records" / path).write_text(text, encoding="utf-8")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A promise made, given a deadline, given another name, answered, and changed once more without a commit."""
    root = make_repository({"people/alice.md": PERSON.format(""), "commitments/lettre.md": PROMISE.format("")}).root
    commit(root, "The promise")
    git(root, "tag", "first")
    write(root, "commitments/lettre.md", PROMISE.format("due: 2014-12\n"))
    commit(root, "A deadline")
    git(root, "mv", "records/commitments/lettre.md", "records/commitments/prefets.md")
    commit(root, "Another name")
    write(root, "commitments/prefets.md", PROMISE.format("due: 2014-12\nfollow_ups: {date: 2015-01-22, status: no_news}\n"))
    write(root, "people/alice.md", PERSON.format("honorific: Mme\n"))
    commit(root, "Nothing heard")
    write(root, "commitments/prefets.md", PROMISE.format("due: 2015-02\nfollow_ups: {date: 2015-01-22, status: no_news}\n"))
    monkeypatch.chdir(root)
    return root


def sentences(found: dict) -> list[list[str]]:
    return [[edit["said"] for change in event["changes"] for edit in change["fields"]] for event in found["events"]]


@pytest.mark.usefixtures("here")
def test_a_record_s_life_is_told_from_the_newest_change_back(traite: Traite) -> None:
    """What is not committed, each commit that said something else, and the name that git knows it had."""
    found = json.loads(traite("history", "prefets", "--format", "json").out)
    assert sentences(found) == [
        ["deadline moved from end of December 2014 to end of February 2015"],
        ["follow-up added, 22 January 2015: no news"],
        [],
        ["deadline set: end of December 2014"],
        [],
    ]
    assert [event["commit"] and event["commit"]["subject"] for event in found["events"]] == [
        None,
        "Nothing heard",
        "Another name",
        "A deadline",
        "The promise",
    ]
    assert [event["changes"][0]["change"] for event in found["events"]] == ["changed", "changed", "renamed", "changed", "added"]


@pytest.mark.usefixtures("here")
def test_a_field_has_a_history_of_its_own(traite: Traite) -> None:
    """Who wrote what stands in it."""
    found = json.loads(traite("history", "prefets", "--field", "due", "--format", "json").out)
    assert sentences(found) == [
        ["deadline moved from end of December 2014 to end of February 2015"],
        ["deadline set: end of December 2014"],
    ]


def test_a_deadline_that_was_agreed_anew_is_of_its_history(traite: Traite, here: Path) -> None:
    """Who put it off is told, whether they wrote it at the promise or as the news of a day; other news are not, nor where it stands."""
    commit(here, "All")
    news = "{date: 2015-01-22, status: no_news}", "{date: 2015-02-27, due: 2015-03}", "{date: 2015-02-28, status: in_progress}"
    write(here, "commitments/prefets.md", PROMISE.format(f"due: 2015-02\nfollow_ups: [{', '.join(news)}]\n"))
    commit(here, "Put off")
    asked = ("history", "prefets", "--field", "due")
    found = json.loads(traite(*asked, "--format", "json").out)
    assert [event["commit"]["subject"] for event in found["events"]] == ["Put off", "All", "A deadline"]
    assert sentences(found)[0] == ["follow-up added, 27 February 2015: new deadline end of March 2015"]
    assert "now in progress" not in traite(*asked).out
    assert "now in progress" in traite("history", "prefets", "--field", "follow_ups").out


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("field", ["follow_ups.status", "suivi.état", "Follow-ups.Status"])
def test_a_field_of_entries_is_asked_for_as_people_call_it(traite: Traite, here: Path, field: str) -> None:
    """An entry that came brought its fields; one that was changed elsewhere is not told."""
    path = here / "records" / "commitments" / "prefets.md"
    commit(here, "All")
    path.write_text(path.read_text(encoding="utf-8").replace("no_news}", "no_news, note: Rien}"), encoding="utf-8")
    commit(here, "A note")
    found = json.loads(traite("history", "prefets", "--field", field, "--format", "json").out)
    assert [event["commit"]["subject"] for event in found["events"]] == ["Nothing heard"]


@pytest.mark.usefixtures("here")
def test_where_a_record_came_from_or_went_one_field_is_told(traite: Traite, here: Path) -> None:
    """Who wrote what stood in it, and who took it away with the record."""
    (here / "records/commitments/prefets.md").unlink()
    commit(here, "Gone")
    found = json.loads(traite("history", "commitments/prefets", "--field", "title", "--format", "json").out)
    said = [(event["commit"]["subject"], [one["field"] for one in event["changes"][0]["fields"]]) for event in found["events"]]
    assert (said[0], said[-1]) == (("Gone", ["title"]), ("The promise", ["title"]))


@pytest.mark.usefixtures("here")
def test_keys_of_ones_own_have_a_history_each(traite: Traite, here: Path) -> None:
    """One that is beside it, and changed, is not told."""
    for number, own in enumerate(("{a: 1, b: 1}", "{a: 1, b: 2}", "{a: 2, b: 2}")):
        write(here, "people/alice.md", PERSON.format(f"x: {own}\n"))
        commit(here, str(number))
    found = json.loads(traite("history", "people/alice", "--field", "x.a", "--format", "json").out)
    assert [event["commit"]["subject"] for event in found["events"]] == ["2", "0"]


@pytest.mark.usefixtures("here")
def test_at_a_revision_the_history_ends_there(traite: Traite) -> None:
    """Nothing later, and nothing uncommitted."""
    assert traite("--at", "first", "history", "lettre").out.startswith("22 January 2015, A (")
    assert "not committed" not in traite("--at", "main", "history", "prefets").out


@pytest.mark.usefixtures("here")
def test_a_record_that_is_gone_has_a_history(traite: Traite, here: Path) -> None:
    """By its name with its kind."""
    (here / "records/people/alice.md").unlink()
    write(here, "commitments/prefets.md", PROMISE.replace("by: alice", "each_member: true").format(""))
    commit(here, "Gone")
    said = traite("history", "people/alice")
    assert (said.code, "Record taken out: Alice Tallon" in said.out, "New person: Alice Tallon" in said.out) == (0, True, True)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["history", "nobody"], 1, "no record is called nobody"),
        (["history", "people/nobody"], 1, "no record is called people/nobody"),
        (["history", "prefets", "--field", "deu"], 2, "perhaps: due"),
        (["history", "prefets", "--field", "suivis.note"], 2, "perhaps: follow_ups"),
        (["history", "prefets", "--field", "follow_ups.0"], 2, "its fields: follow_ups.date, follow_ups.status"),
        (["history", "prefets", "--field", "due.day"], 2, "no field due.day"),
        (["log"], 2, "--since is missing"),
        (["log", "--since", "nowhere"], 1, "git knows no revision"),
    ],
)
def test_what_cannot_be_told_is_said(traite: Traite, arguments: list[str], code: int, said: str) -> None:
    """In one sentence, with what to do."""
    ended = traite(*arguments)
    assert (ended.code, said in ended.err) == (code, True)


@pytest.mark.usefixtures("here")
def test_a_history_tells_a_circle_nothing_narrower(traite: Traite) -> None:
    """Commitments are for the members unless they say otherwise, and so are people whom only these name."""
    assert "deadline" not in traite("history", "prefets", "--audience", "public").out
    assert "Mme" not in traite("history", "people/alice", "--audience", "public").out
    assert "Form of address: Mme" in traite("history", "people/alice", "--audience", "members").out


@pytest.mark.usefixtures("here")
def test_what_happened_since_is_summed_up_with_who_wrote_it(traite: Traite) -> None:
    """The commitments first, and what is not committed too."""
    said = traite("log", "--since", "first").out
    assert said.startswith("Commitments\n  Écrire aux préfets: the file is called prefets now, no longer lettre")
    assert said.index("deadline set: end of February 2015") < said.index("People")
    assert said.endswith("Written by A.\n")


@pytest.mark.usefixtures("here")
def test_since_when_may_be_told_from_the_day_asked_about(traite: Traite) -> None:
    """As in the filters of lists; what was committed by then counts for nothing."""
    assert (
        traite("log", "--as-of", "2015-01-25", "--since", "-3d").out == traite("log", "--as-of", "2015-01-25", "--since", "2015-01-22").out
    )
    assert "New person" in traite("log", "--as-of", "2015-01-22", "--since", "-7d").out


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2015-01-22", "--since: that is from Friday 23 January 2015 on\n"),
        ("yesterday", "--since: that is from Thursday 22 January 2015 on\n"),
        ("2015-01", "--since: that is from Thursday 1 January 2015 on\n"),
        ("end of January", "--since: that is from Wednesday 21 January 2015 on\n"),
        ("first", ""),
    ],
)
def test_from_which_day_on_is_shown(traite: Traite, since: str, said: str) -> None:
    """What was there by the end of a day is not since then; a month is from its first day on, and a revision is no day."""
    for command in ("log", "validate"):
        told = traite(command, "--as-of", "2015-01-22", "--since", since).err
        assert [line for line in told.splitlines(keepends=True) if line.startswith("--since")] == ([said] if said else [])


@pytest.mark.usefixtures("here")
def test_since_before_the_first_commit_all_is_told(traite: Traite) -> None:
    """A day before the first one is no mistake: whoever begins wants all of it; a revision that is not there is one."""
    told = traite("log", "--since", "1999")
    assert (told.code, "commitment made: " in told.out.lower(), "Written by" in told.out) == (0, True, True)
    assert traite("log", "--since", "nowhere").code == 1
    assert traite("log", "--as-of", "2015-02-01", "--since", "il y a 16 ans").out == told.out


def test_a_digest_is_for_the_members_unless_it_is_asked_for_others(traite: Traite, here: Path) -> None:
    """A message goes out: what is for the contributors stays."""
    (here / "records/topics").mkdir(exist_ok=True)
    write(here, "topics/t.md", "---\ntitle: Un secret\naudience: contributors\n---\n")
    assert "secret" not in traite("log", "--since", "first").out
    assert "secret" in traite("log", "--since", "first", "--audience", "contributors").out
    assert "secret" not in traite("log", "--since", "first", "--format", "json").out


NEWS = "---\ntitle: Une réponse\ndate: 2015-02-20\naudience: public\n---\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("asked", [("log", "--since", "HEAD~1"), ("diff", "HEAD~1")], ids=["log", "diff"])
@pytest.mark.parametrize("audience", ["public", "contributors"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_on_a_day_nothing_that_happened_later_is_told(traite: Traite, here: Path, asked: tuple[str, ...], audience: str, form: str) -> None:
    """A note of a later day is not told, as no list tells it; without a day, or on a later one, it is."""
    (here / "records/updates").mkdir(exist_ok=True)
    commit(here, "All")
    write(here, "updates/reponse.md", NEWS)
    commit(here, "News")
    asked = (*asked, "--audience", audience, "--format", form)
    assert "réponse" in traite(*asked).out
    assert "réponse" in traite(*asked, "--as-of", "2015-02-20").out
    told = traite(*asked, "--as-of", "2015-02-19")
    assert (told.code, "réponse" in told.out) == (0, False)


@pytest.mark.usefixtures("here")
def test_a_history_on_a_day_ends_with_it(traite: Traite, here: Path) -> None:
    """What became of a record later is not told, and a record of a later day is not known, as ``show`` says."""
    assert "follow-up added" in traite("history", "prefets", "--as-of", "2015-01-22").out
    told = traite("history", "prefets", "--as-of", "2015-01-21").out
    assert ("follow-up added" in told, "deadline set" in told) == (False, True)
    (here / "records/updates").mkdir(exist_ok=True)
    write(here, "updates/reponse.md", NEWS)
    commit(here, "News")
    later = traite("history", "reponse", "--as-of", "2015-02-19")
    assert (later.code, later.out) == (1, "")
    assert later.err == traite("show", "reponse", "--as-of", "2015-02-19").err
    assert traite("history", "reponse", "--as-of", "2015-02-20").code == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "asked", [("log", "--since", "HEAD~1"), ("diff", "HEAD~1"), ("history", "people/zoe")], ids=["log", "diff", "history"]
)
def test_whom_a_later_meeting_names_in_secret_is_not_told_on_an_earlier_day(traite: Traite, here: Path, asked: tuple[str, ...]) -> None:
    """Before a closed meeting nothing named them."""
    (here / "records/meetings").mkdir(exist_ok=True)
    commit(here, "All")
    write(here, "people/zoe.md", "---\nname: Zoé\n---\n")
    write(here, "meetings/fermee.md", "---\ntitle: Fermée\ndate: 2015-02-20\naudience: members\nparticipants: zoe\n---\n")
    commit(here, "Closed")
    assert "Zoé" in traite(*asked, "--audience", "members").out
    told = traite(*asked, "--audience", "public", "--as-of", "2015-02-01")
    assert "Zoé" not in told.out + told.err
