"""The tables of a revision: made of those that are kept, they are those that would be made of its files; what is kept stays as it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_kept_tables import OTHERS, VERSIONS, are_those_made_anew, asked, fill, filled, found_by, write
from test_sql_tables import FILES, TOML

from repositories import commit, write_repository
from traite_cli.index import tables
from traite_cli.index.database import Unusable
from traite_cli.index.kept_tables import KeptTables
from traite_cli.index.numbers import NoRoom
from traite_cli.repository import Repository, load, read_configuration
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
_EDITS = st.dictionaries(st.sampled_from(sorted(VERSIONS)), st.integers(0, 9), max_size=2)
"""So few that they are no quarter of all."""


def at(root: Path, revision: str) -> KeptTables:
    """The tables of a revision as another process has them."""
    return Workspace(root, at=revision).kept_tables


def anew(root: Path, revision: str) -> Repository:
    """The records of a revision, read without an index."""
    with Workspace(root, at=revision).source as source:  # type: ignore[attr-defined]  # that of a revision
        return load(source, read_configuration(source))


def are_those_of(root: Path, revision: str) -> bool:
    """Whether what one finds is what would be made of the files of a revision."""
    wanted = filled(anew(root, revision))
    tables = at(root, revision)
    tables.turned_to(DAY, nothing_later=False)  # the rows are filled at the first need, as the full text is
    with closing(tables.finder().connection) as found:
        return asked(found) == asked(wanted) and found_by(found) == found_by(wanted)


def stamps(root: Path) -> list[tuple[str, int, int, int]]:
    """What tells whether a file of tables was written."""
    found = ((path, path.stat()) for path in (root / ".git/traite").glob("*.tables*"))
    return [(path.name, one.st_ino, one.st_size, one.st_mtime_ns) for path, one in found]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of which ``HEAD`` is other than what lies there, and what was before that (``HEAD~1``) is yet another."""
    root = write_repository(tmp_path, FILES, TOML).root
    commit(root)
    write(root, {path: texts[-1] for path, texts in list(OTHERS.items())[:2]})
    commit(root)
    write(root, {path: texts[0] for path, texts in list(OTHERS.items())[1:4]})
    return root


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(_EDITS, min_size=1, max_size=2))
def test_any_revision_is_as_if_made_anew(tmp_path_factory: pytest.TempPathFactory, edits: list[Mapping[str, int]]) -> None:
    """Whatever was written, taken away and put back between commits: every row, every name, every word, and the work tree's still."""
    root = write_repository(tmp_path_factory.mktemp("at"), FILES, TOML).root
    revisions = [commit(root)]
    for edit in edits:
        write(root, {path: VERSIONS[path][place % len(VERSIONS[path])] for path, place in edit.items()})
        revisions.append(commit(root))
    fill(root)
    for revision in revisions[::-1]:
        before = stamps(root)
        assert are_those_of(root, revision)
        assert stamps(root) == before
    assert are_those_made_anew(root)


def test_what_is_kept_is_left_as_it_was(root: Path) -> None:
    """Nothing comes to the disk, be the connection closed or the process over: the tables of the work tree are still believed."""
    fill(root)
    before = stamps(root)
    connections = [at(root, "HEAD~1").turned_to(DAY, nothing_later=False)]
    assert stamps(root) == before
    connections.pop().close()
    assert stamps(root) == before
    assert are_those_made_anew(root)


def test_where_none_are_kept_those_of_the_revision_are(root: Path) -> None:
    """And they become those of another, or of the work tree, as any do."""
    assert are_those_of(root, "HEAD~1")
    (kept,) = stamps(root)
    assert are_those_of(root, "HEAD")
    assert stamps(root) == [kept]
    assert are_those_made_anew(root)
    assert stamps(root)[0][1] == kept[1], "made anew, not brought up to date"


def test_text_that_was_not_needed_yet_is_kept(root: Path) -> None:
    """The first search at a revision brings the tables there, and keeps the text; the next ones use it."""
    Workspace(root).kept_tables.turned_to(DAY, nothing_later=False).close()
    assert are_those_of(root, "HEAD~1")
    before = stamps(root)
    assert are_those_of(root, "HEAD~1")
    assert are_those_of(root, "HEAD")
    assert stamps(root) == before
    assert are_those_made_anew(root)


def test_who_names_whom_is_asked_of_no_tables_that_would_have_to_be_made(root: Path) -> None:
    """To look at all records is quicker."""
    assert at(root, "HEAD").naming("people/sodini", "meetings") is None
    assert stamps(root) == []
    fill(root)
    assert "meetings/un" in (at(root, "HEAD").naming("people/sodini", "meetings") or [])


def test_another_configuration_makes_tables_of_its_own(root: Path) -> None:
    """Whom records are for by default is in the rows of records that are the same: nothing is taken from those kept."""
    (root / "traite.toml").write_text('name = "C"\naudience = "public"\n', encoding="utf-8")
    commit(root)
    fill(root)
    with pytest.raises(Unusable):
        at(root, "HEAD~1").turned_to(DAY, nothing_later=False)
    assert at(root, "HEAD~1").naming("people/sodini", "meetings") is None
    assert are_those_made_anew(root)


def test_two_revisions_at_once(root: Path) -> None:
    """The second process does without while the first has its changes; neither has any of the other's."""
    fill(root)
    first = at(root, "HEAD~1").turned_to(DAY, nothing_later=False)
    with pytest.raises(Unusable):
        at(root, "HEAD").turned_to(DAY, nothing_later=False)
    first.close()
    assert are_those_of(root, "HEAD")


def test_who_reads_the_work_tree_goes_on_meanwhile(root: Path) -> None:
    """What a revision changes is seen by nobody else."""
    fill(root)
    with closing(at(root, "HEAD~1").turned_to(DAY, nothing_later=False)):
        assert are_those_made_anew(root)


def test_one_that_cannot_be_turned_keeps_nobody_from_writing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a record finds no number among others, whoever asks makes tables of their own, and what is kept is as free as before."""
    fill(root)

    def full(*_: object) -> None:
        raise NoRoom

    monkeypatch.setattr(tables, "_tell", full)
    with pytest.raises(Unusable) as raised:
        at(root, "HEAD~1").turned_to(DAY, nothing_later=False)
    assert raised.value.__cause__ is not None
    (path,) = (root / ".git/traite").glob("*.tables")
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_where_nothing_may_be_written_there_are_none(root: Path) -> None:
    """Nothing is changed in a file that can only be read, be it for a moment."""
    fill(root)
    for path in (root / ".git/traite").iterdir():
        path.chmod(0o400)
    with pytest.raises(Unusable):
        at(root, "HEAD~1").turned_to(DAY, nothing_later=False)
