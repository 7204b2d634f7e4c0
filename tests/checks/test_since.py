"""Faults that touch a change, in real git repositories: all of the files that it touches, and elsewhere the new ones alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from repositories import NAME, commit, git, write_repository
from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.validating import validate
from traite_cli.errors import NotFound
from traite_cli.workspace import Workspace

FILES = {
    "people/alice.md": "---\nname: Alice\n---\n",
    "topics/asile.md": "---\ntitle: Asile #2\nlead: alice\nparent: absent\n---\n\nVoir [elle](../people/alice.md).\n",
    "topics/sejour.md": "---\ntitle: Séjour #3\nlead: absente\n---\n",
}
OLD = [
    ("topics/asile.md", "text-cut"),
    ("topics/asile.md", "unknown-reference"),
    ("topics/sejour.md", "text-cut"),
    ("topics/sejour.md", "unknown-reference"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose records have faults of old."""
    workspace = write_repository(tmp_path, FILES)
    commit(workspace.root)
    return workspace.root


def told(root: Path, since: str = "HEAD", as_of: date | None = None) -> list[tuple[str, str]]:
    """The faults told of what changed since a revision or a day: file and check."""
    workspace = Workspace(root, as_of)
    found = validate(workspace.repository, workspace.day, frozenset(catalogue()), change=workspace.change_since(since))
    return [(fault.path.removeprefix("records/"), fault.check) for fault in found.faults]


def test_nothing_changed_nothing_is_told(root: Path) -> None:
    """Who changed nothing is told nothing, however many faults there are."""
    assert told(root) == []


def test_a_file_that_is_touched_is_told_with_all_its_faults(root: Path) -> None:
    """Old faults of a file are mended by whoever has it open."""
    with (root / "records/topics/sejour.md").open("a", encoding="utf-8") as file:
        file.write("\nUn mot.\n")
    assert told(root) == OLD[2:]


def test_a_file_that_git_does_not_know_yet_is_told(root: Path) -> None:
    """Before the first commit a new record is a change like any other."""
    (root / "records/topics/neuf.md").write_text("---\ntitle: Neuf #1\n---\n", encoding="utf-8")
    assert told(root) == [("topics/neuf.md", "text-cut")]


def test_a_fault_that_the_change_makes_elsewhere_is_told(root: Path) -> None:
    """Whoever deletes a person is told of the records that name them, and not of what was wrong in these before."""
    (root / "records/people/alice.md").unlink()
    commit(root)
    assert told(root) == []
    assert told(root, "HEAD~1") == [("topics/asile.md", "unknown-reference"), ("topics/asile.md", "dead-link")]


def test_a_fault_that_the_change_mends_elsewhere_is_not_told(root: Path) -> None:
    """A person written at last takes the fault away from those who named them."""
    (root / "records/people/absente.md").write_text("---\nname: Absente\n---\n", encoding="utf-8")
    assert told(root) == []


def test_what_others_did_since_the_branch_began_is_not_told(root: Path) -> None:
    """A branch is compared with where it began."""
    git(root, "switch", "--quiet", "-c", "work")
    (root / "records/topics/sejour.md").write_text("---\ntitle: Réunion #4\n---\n", encoding="utf-8")
    commit(root)
    git(root, "switch", "--quiet", "main")
    (root / "records/topics/asile.md").write_text("---\ntitle: Asile #5\n---\n", encoding="utf-8")
    commit(root)
    git(root, "switch", "--quiet", "work")
    assert told(root, "main") == [("topics/sejour.md", "text-cut")]


def test_a_change_of_the_configuration_is_one(tmp_path: Path) -> None:
    """Records are judged at each moment as the configuration of that moment has it."""
    files = {"meetings/x.md": "---\ntitle: x #2\ndate: 2014-12-01\n---\n"}
    root = write_repository(tmp_path, files, NAME + '[[validate.ignore]]\ncodes = "TR115"\nreason = "connu"\n').root
    commit(root)
    (root / "traite.toml").write_text(NAME, encoding="utf-8")
    assert told(root) == [("meetings/x.md", "text-cut")]


def test_before_there_was_a_collective_its_records_are_judged_as_today(root: Path) -> None:
    """A first commit without ``traite.toml``, or with one that cannot be read, is no end of the program."""
    (root / "traite.toml").write_text("name = \n", encoding="utf-8")
    commit(root)
    (root / "traite.toml").write_text(NAME, encoding="utf-8")
    assert told(root) == []


@pytest.mark.parametrize("since", ["2015-01-22", "jeudi dernier", "last thursday"])
def test_a_day_is_the_last_commit_by_its_end(root: Path, since: str) -> None:
    """Days are said as they are elsewhere, in figures or in words: what was committed by then is old."""
    (root / "records/topics/neuf.md").write_text("---\ntitle: Neuf #1\n---\n", encoding="utf-8")
    assert told(root, since, date(2015, 1, 26)) == [("topics/neuf.md", "text-cut")]


@pytest.mark.parametrize("since", ["2015-01", "janvier", "last week"])
def test_a_month_is_since_its_first_day(root: Path, since: str) -> None:
    """What was committed in the course of it is new."""
    assert ("topics/asile.md", "unknown-reference") in told(root, since, date(2015, 1, 26))


def test_since_a_day_before_the_first_commit_all_is_told(root: Path) -> None:
    """Then there was nothing, and whatever is there came since."""
    assert told(root, "2015-01-21") == OLD


def test_what_is_neither_day_nor_revision_is_refused(root: Path) -> None:
    """As any name that git does not know."""
    with pytest.raises(NotFound):
        told(root, "le jour de gloire")
