"""What the checks found is kept on sheets: whatever changes, all of it is there, in order, in the words of what is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repositories import write_repository
from traite_cli.diagnostics import Fault, Outcome, Rule, Severity, Span
from traite_cli.files import WorkTree
from traite_cli.index.database import Database, Overtaken, Unusable
from traite_cli.index.findings import About, Findings, Terms, Words
from traite_cli.index.place import place_of
from traite_cli.repository import Configuration, Ignored, Rendering
from traite_cli.workspace import Workspace

_SETTINGS = Configuration(
    "Collectif", letterhead=("Collectif",), render=Rendering(("annexes",), ("md", "pdf")), ignored=(Ignored(("TR610",), "", "connu"),)
)
_TERMS = Terms(date(2015, 1, 22), 7.0, _SETTINGS)
_RULES = {"a-check": Rule("TR999", Severity.WARNING, {"": "message"}, {"": "hint"})}
_FILES = st.dictionaries(st.integers(0, 60).map(lambda number: f"records/topics/é{number}.md"), st.integers(0, 40), max_size=30)


def _faults(files: Mapping[str, int]) -> dict[str, Sequence[Fault]]:
    return {
        path: [Fault("a-check", path, Span(line, 1, line, 2), source=f"{line}") for line in range(count)] for path, count in files.items()
    }


def _all(files: Mapping[str, int]) -> tuple[Fault, ...]:
    return tuple(sorted((fault for faults in _faults(files).values() for fault in faults), key=lambda fault: fault.order))


def _about(faults: Sequence[Fault]) -> About:
    return About.of(Outcome(tuple(faults), _RULES, 5, ()), _TERMS, 1.0)


def _tell(found: Outcome) -> Words:
    return Words("".join(f"{fault.path}:{fault.span.line}\n" for fault in found.faults), (len(found.faults), 1, 0))


@pytest.fixture
def database(tmp_path: Path) -> Database:
    (tmp_path / "traite.toml").write_text('name = "X"\n', encoding="utf-8")
    return Database.at(place_of(tmp_path))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=_FILES, changes=st.lists(_FILES, max_size=4))
def test_any_files_may_change(database: Database, first: Mapping[str, int], changes: Sequence[Mapping[str, int]]) -> None:
    """Files that had faults have none, more or others: what is kept is what was put, whether it was told meanwhile or not."""
    now = dict(first)
    Findings.keep(database, "0", _about(_all(now)), _all(now))
    for number, change in enumerate(changes, 1):
        before = Findings.kept(database, str(number - 1))
        assert before is not None
        if number % 2:
            before.told("fr text", _tell)
        assert before.of(set(change)) == tuple(fault for fault in _all(now) if fault.path in change)
        now |= change
        before.moved(str(number), _about(_all(now)), _faults(change))
        assert Findings.kept(database, str(number - 1)) is None
    kept = Findings.kept(database, str(len(changes)))
    assert kept is not None
    assert kept.outcome == Outcome(_all(now), _RULES, 5, ())
    assert kept.terms == _TERMS
    assert kept.told("fr text", _tell).text == _tell(kept.outcome).text == kept.told("fr text", _tell).text
    assert kept.told("fr text", _tell).counts[:1] == ((len(_all(now)),) if _all(now) else ())


def test_what_is_told_already_is_not_told_again(database: Database) -> None:
    """Of a file that changed its sheet is told, and no other; in another form, all of them are."""
    files = {f"records/topics/t{number}.md": 20 for number in range(20)}
    found = Findings.keep(database, "a", _about(_all(files)), _all(files))
    told: list[str] = []

    def tell(some: Outcome) -> Words:
        told.extend({fault.path for fault in some.faults})
        return _tell(some)

    found.told("fr text", tell)
    assert sorted(told) == sorted(files)
    told.clear()
    moved = found.moved("b", found.about, _faults({"records/topics/t7.md": 1}))
    moved.told("fr text", tell)
    assert "records/topics/t7.md" in told
    assert len(told) == 2
    moved.told("en text", tell)
    assert sorted(told[2:]) == sorted(files)


def test_another_process_was_quicker(database: Database) -> None:
    """What has become a find of other content is told of none that it was."""
    files = {"records/topics/t.md": 1}
    found = Findings.keep(database, "a", _about(_all(files)), _all(files))
    found.moved("b", found.about, {})
    with pytest.raises(Overtaken):
        found.told("fr text", _tell)
    with pytest.raises(Overtaken):
        found.of({"records/topics/t.md"})
    with pytest.raises(Overtaken):
        found.moved("c", found.about, {})


@pytest.mark.parametrize("count", [1, 0])
def test_another_process_comes_while_sheets_are_told(database: Database, count: int) -> None:
    """Of what is told, some would be of one moment and some of the next: nothing is told, and a sheet that is gone is no damage."""
    files = {f"records/topics/t{number}.md": 70 for number in range(3)}
    Findings.keep(database, "a", _about(_all(files)), _all(files))
    mine, others = Findings.kept(database, "a"), Findings.kept(database, "a")
    assert mine is not None
    assert others is not None

    def tell(some: Outcome) -> Words:
        with suppress(Overtaken):
            others.moved("b", others.about, _faults({"records/topics/t2.md": count}))
        return _tell(some)

    with pytest.raises(Overtaken):
        mine.told("fr text", tell)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sheets SET faults = x'5b5d'",
        "UPDATE sheets SET faults = NULL",
        "DELETE FROM sheets",
        "UPDATE worded SET text = 'all is well'",
        "UPDATE worded SET counts = '0 0 0'",
        "UPDATE worded SET counts = 7",
    ],
)
def test_what_is_damaged_is_not_told(database: Database, statement: str) -> None:
    """A sheet that is missing or other than it was put there, words that nobody told."""
    files = {"records/topics/t.md": 3}
    found = Findings.keep(database, "a", _about(_all(files)), _all(files))
    found.told("fr text", _tell)
    with sqlite3.connect(database.path) as connection:
        connection.execute(statement)
    with pytest.raises(Unusable):
        kept = Findings.kept(database, "a")
        assert kept is not None
        kept.told("fr text", _tell)
        _ = kept.outcome


def test_few_finds_are_kept(database: Database) -> None:
    """Those of the last days that were asked about, and nothing of the others."""
    for number in range(9):
        Findings.keep(database, str(number), _about(_all({"records/topics/t.md": 3})), _all({"records/topics/t.md": 3}))
    assert [bool(Findings.kept(database, str(number))) for number in range(9)] == [False] * 5 + [True] * 4
    assert database.rows("SELECT count(*) FROM sheets") == [(4,)]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    "statement", ["UPDATE sheets SET faults = x'5b5d'", "UPDATE worded SET text = 'all is well'", "DELETE FROM sheets"]
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, statement: str) -> None:
    """Whoever meets it tells what the files hold, and whoever comes next finds a sound index."""
    root = write_repository(tmp_path, {"topics/t.md": "---\ntitle: T\nlead: absente\n---\n"}).root

    def told() -> str:
        return Workspace(root).outcomes.worded("fr text", _tell)[0].text

    wanted = told()
    assert wanted
    with sqlite3.connect(place_of(root).database) as connection:
        connection.execute(statement)
    assert [told(), told()] == [wanted, wanted]
    kept = Findings.kept(Database.at(place_of(root)), f"{Workspace(root).cache.content(WorkTree(root))} ")
    assert kept is not None
    assert kept.told("fr text", _tell).text == wanted
