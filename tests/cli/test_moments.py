"""``--at``: the records as they were committed, through the same commands; and together with ``--as-of``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from calls import Ended, Traite, caller
from repositories import MakeRepository, commit, git

FIRST = {
    "people/sodini.md": "---\nname: Raphaël Sodini\n---\n",
    "meetings/m.md": "---\ntitle: Avec la MIPROF\ndate: 2014-11-18\nclassification: institutional\n---\n\nÀ la première lecture.\n",
    "commitments/lettre.md": "---\ntitle: Écrire\nby: sodini\nmade_at: m\ndue: 2014-12\n---\n",
    "editions/e.md": "---\ntitle: Document\ndate: 2015-01-22\nmeetings: m\n---\n",
    "templates/minutes.md.j2": "Premier modèle : {{ document.title }}\n",
}
LATER = {
    "people/sodini.md": "---\nname: Raphaël Sodini, préfet\n---\n",
    "meetings/m.md": "---\ntitle: Avec la MIPROF, relu\ndate: 2014-11-18\nclassification: institutional\n---\n\nÀ la seconde lecture.\n",
    "commitments/lettre.md": "---\ntitle: Écrire\nby: sodini\nmade_at: m\ndue: 2014-12\nfollow_ups: {date: 2014-12-20, status: kept, note: x}\n---\n",
    "topics/nouveau.md": "---\ntitel: Nouveau\n---\n",
    "templates/minutes.md.j2": "Second modèle : {{ document.title }}\n",
}


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process; what it writes is looked at as bytes, as a program sees it."""
    return caller(capfdbinary)


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of which the tag ``first`` is other than what is committed, and than what lies there now."""
    root = make_repository({}).root
    (root / "README.md").write_text("Bientôt.\n", encoding="utf-8")
    (root / "traite.toml").rename(root / "later.toml")
    commit(root, "nothing yet")
    git(root, "tag", "before")
    (root / "later.toml").rename(root / "traite.toml")
    for tag, files in (("first", FIRST), ("second", LATER)):
        for name, text in files.items():
            path = root / (name if name.startswith("templates/") else f"records/{name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        commit(root, tag)
        git(root, "tag", tag)
    (root / "records/people/sodini.md").unlink()
    monkeypatch.chdir(root)
    return root


def record(ended: Ended) -> Any:
    assert ended.code == 0, ended.err
    return json.loads(ended.out)["record"]


def test_records_as_they_were_committed(here: Path, traite: Traite) -> None:
    """Before or after the command's name, or from the environment's variable; what lies in the folder does not count."""
    assert record(traite("--at", "first", "show", "sodini", "--format", "json"))["name"] == "Raphaël Sodini"
    assert record(traite("show", "sodini", "--format", "json", "--at", "second"))["name"] == "Raphaël Sodini, préfet"
    assert traite("show", "sodini").code == 1
    assert traite("list", "topics", "--at", "first", "--format", "paths").out == ""
    assert traite("list", "topics", "--at", "second", "--format", "paths").out == "records/topics/nouveau.md\n"


def test_the_environment_may_ask(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """``TRAITE_AT``; an option on the line counts more."""
    monkeypatch.setenv("TRAITE_AT", "first")
    assert traite("list", "people", "--format", "csv").out.splitlines()[1].startswith("Raphaël Sodini,")
    assert "préfet" in traite("list", "people", "--format", "csv", "--at", "second").out


def test_what_was_known_of_a_day(here: Path, traite: Traite) -> None:
    """Both moments together: what the files of a revision say of the state on a day."""

    def state(at: str, day: str) -> tuple[str, bool]:
        found = record(traite("show", "lettre", "--format", "json", "--at", at, "--as-of", day))["derived"]
        return found["status"], found["overdue"]

    assert [state("first", "2014-12-25"), state("second", "2014-12-25"), state("second", "2014-12-19"), state("first", "2015-01-01")] == [
        ("open", False),
        ("kept", False),
        ("open", False),
        ("open", True),
    ]


def test_a_revision_goes_through_the_same_checks(here: Path, traite: Traite) -> None:
    """Each with the faults it had; a path means the file of then."""
    assert (traite("validate", "--at", "first").code, traite("validate", "--at", "second").code) == (0, 1)
    assert traite("validate", "--at", "second", "records/people", "--format", "json").code == 0
    assert traite("validate", "--at", "second", "records/people/sodini.md").err.startswith("1 record checked")
    since = json.loads(traite("validate", "--at", "second", "--since", "first", "--format", "json").out)["diagnostics"]
    assert {one["path"] for one in since} == {"records/topics/nouveau.md"}
    assert json.loads(traite("validate", "--at", "first", "--since", "first", "--format", "json").out)["diagnostics"] == []


def test_a_document_comes_whole_from_its_revision(here: Path, traite: Traite) -> None:
    """Its records, its templates, and the number of the commit that its foot names."""
    for tag, model, title in (("first", "Premier", "Avec la MIPROF"), ("second", "Second", "Avec la MIPROF, relu")):
        assert traite("minutes", "m", "-o", "-", "--at", tag).out == f"{model} modèle\u00a0: {title}\n"
        page = traite("render", "e", "--to", "html", "-o", "-", "--at", tag).out
        assert git(here, "rev-parse", tag)[:10] in page
        assert f"{git(here, 'rev-parse', tag)[:10]}+" not in page
        assert ("première" in page) == (tag == "first")


@pytest.mark.parametrize(
    "words", [("follow-up", "lettre", "--status", "no_news"), ("validate", "--fix"), ("undo",), ("rename", "lettre", "courrier")]
)
def test_what_writes_refuses_an_earlier_moment(here: Path, traite: Traite, words: tuple[str, ...]) -> None:
    """A wrong call, before anything is looked at."""
    before = git(here, "status", "--porcelain")
    ended = traite(*words, "--at", "first")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"error: --at first: traite {words[0]} works on the files as they are now")
    assert git(here, "status", "--porcelain") == before


def test_a_revision_that_was_no_repository_is_told(here: Path, traite: Traite) -> None:
    """With the day since when it is one."""
    ended = traite("list", "people", "--at", "before")
    assert ended.code == 2
    assert ended.err.startswith(
        "error: there is no traite.toml at before: this was no collective’s repository yet\n    it is one since 2015-01-22 ("
    )


def test_a_day_ends_where_the_collective_is(here: Path, traite: Traite) -> None:
    """All commits of these tests are of noon in Paris on 22 January 2015: in a zone where that is the next day, not by its end."""
    assert traite("list", "topics", "--at", "2015-01-22", "--format", "paths").out == "records/topics/nouveau.md\n"
    (here / "traite.toml").write_text('name = "Collectif"\ntimezone = "Pacific/Kiritimati"\n', encoding="utf-8")
    ended = traite("list", "topics", "--at", "2015-01-22", "--format", "paths")
    assert (ended.code, ended.err) == (
        1,
        "error: nothing was committed by 22 January 2015\n    the first commit is of 22 January 2015, 12:00:00 +0100\n",
    )
    assert traite("list", "topics", "--at", "2015-01-23", "--format", "paths").code == 0


def test_a_name_that_is_a_day_too_is_told(here: Path, traite: Traite) -> None:
    """The day is taken, and how to mean the other is said."""
    git(here, "tag", "2015-01-22", "first")
    ended = traite("list", "topics", "--at", "2015-01-22", "--format", "paths")
    told, then, *_ = ended.err.splitlines()
    assert (ended.out, told) == (
        "records/topics/nouveau.md\n",
        "2015-01-22 is taken for the day; for what is called so in git: --at tags/2015-01-22",
    )
    assert then.startswith("Records as they were on 22 January 2015 (revision ")
    assert traite("list", "topics", "--at", "tags/2015-01-22", "--format", "paths").out == ""


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("at", ["2014-13", "2014-02-30", "31 février 2014", "32/01/2014", "2014-11/2014-12"])
def test_what_looks_like_a_day_and_is_none_is_told_so(traite: Traite, at: str) -> None:
    """Whoever meant a day reads how one is written; a name without anything of a date is told as a name."""
    ended = traite("list", "topics", "--at", at)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        f"error: “{at}” is no revision that git knows, and no day, month or year of the calendar\n"
        "    a day is written 2015-01-22, a month 2015-01, a year 2015\n"
    )
    assert "calendar" not in traite("list", "topics", "--at", "nowhere").err


@pytest.mark.usefixtures("here")
def test_a_day_in_words_is_shown_back(traite: Traite) -> None:
    """As every other date that is said in words; one that is written as records write it is not."""
    ended = traite("list", "topics", "--format", "paths", "--at", "23 janvier 2015")
    assert (ended.out, ended.err.splitlines()[0]) == ("records/topics/nouveau.md\n", "--at: that is Friday 23 January 2015")
    assert "that is" not in traite("list", "topics", "--format", "paths", "--at", "2015-01").err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", [["status"], ["list", "topics"], ["show", "nouveau"], ["query", "SELECT 1"]])
def test_records_of_one_day_and_states_of_another_are_told(traite: Traite, command: list[str]) -> None:
    """Once, with how to ask about the one day alone; who says both, or reads the day's own records, need not be told."""
    said = traite(*command, "--at", "second").err
    assert (said.count("Records as they were on 22 January 2015 (revision "), said.count("states as of")) == (1, 1)
    assert "to ask about that day too: --as-of 2015-01-22\n" in said
    assert "states as of" not in traite(*command, "--at", "second", "--as-of", "2015-01-22").err
    assert "states as of" not in traite(*command).err


@pytest.mark.usefixtures("here")
def test_a_month_or_a_year_asked_about_is_shown_as_its_last_day(traite: Traite) -> None:
    """By the name of what said so."""
    assert traite("list", "topics", "--format", "paths", "--as-of", "2015").err == "--as-of: that is Thursday 31 December 2015\n"
    assert traite("list", "topics", "--format", "paths", "--as-of", "2015-12-31").err == ""


def test_revisions_are_completed(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Branches and tags."""
    monkeypatch.setenv("_TRAITE_COMPLETE", "complete_bash")
    for line, offered in (("traite --at ", ["main", "before", "first", "second"]), ("traite list --at f", ["first"])):
        words = line.split(" ")
        monkeypatch.setenv("COMP_WORDS", "\n".join(words))
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        assert traite().out.split() == offered
