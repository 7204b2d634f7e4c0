"""``traite merge-driver`` and ``traite setup-git``: real merges by git, in real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from repositories import MakeRepository, commit, git
from traite_cli.cli.main import main

PROMISE = "---\ntitle: Écrire aux préfets\nby: alice\nmade_on: 2014-10-22\ndue: {due}\nfollow_ups:\n  - date: 2015-01-22\n    note: Rien.\n{more}---\n"
PATH = "records/commitments/lettre.md"
PERSON = "---\nname: Alice Tallon\n---\n"


def promise(due: str = "2014-12", more: str = "") -> str:
    return PROMISE.format(due=due, more=more)


def follow_up(day: str) -> str:
    return f"  - date: {day}\n    note: Le {day}.\n"


@pytest.fixture
def two_branches(make_repository: MakeRepository):
    """A repository in which two branches wrote different things into one record; the second one is merged into the first."""

    def make(ours: str, theirs: str, *, below: str = "") -> Path:
        root = make_repository({"people/alice.md": PERSON, "commitments/lettre.md": promise()}).root
        commit(root)
        git(root, "checkout", "-q", "-b", "theirs")
        (root / PATH).write_text(theirs, encoding="utf-8")
        commit(root)
        git(root, "checkout", "-q", "main")
        (root / PATH).write_text(ours, encoding="utf-8")
        commit(root)
        return root

    return make


def test_two_follow_ups_to_one_commitment_merge_once_git_is_set_up(two_branches) -> None:
    """By git alone they conflict: both stand at the end of one list."""
    root = two_branches(promise(more=follow_up("2015-03-02")), promise(more=follow_up("2015-02-02")))
    with pytest.raises(subprocess.CalledProcessError):
        git(root, "merge", "--quiet", "theirs")
    git(root, "merge", "--abort")
    assert main(["-C", str(root), "setup-git"]) == 0
    git(root, "merge", "--quiet", "--no-edit", "theirs")
    assert (root / PATH).read_text(encoding="utf-8") == promise(more=follow_up("2015-02-02") + follow_up("2015-03-02"))
    assert git(root, "status", "--porcelain") == ""


def test_what_both_changed_is_left_to_people(two_branches, capsys: pytest.CaptureFixture[str]) -> None:
    """Git says that there is a conflict, and validate where."""
    root = two_branches(promise(due="2015-02"), promise(due="2015-03"))
    assert main(["-C", str(root), "setup-git"]) == 0
    with pytest.raises(subprocess.CalledProcessError):
        git(root, "merge", "--quiet", "--no-edit", "theirs")
    text = (root / PATH).read_text(encoding="utf-8")
    assert "<<<<<<< ours\ndue: 2015-02\n=======\ndue: 2015-03\n>>>>>>> theirs\n" in text
    assert git(root, "diff", "--name-only", "--diff-filter=U") == PATH
    capsys.readouterr()
    assert main(["-C", str(root), "--lang", "en", "validate", "--format", "concise"]) == 1
    assert f"{PATH}:5:1: " in capsys.readouterr().out


def test_setting_up_twice_changes_nothing_and_a_try_writes_nothing(make_repository: MakeRepository) -> None:
    """Whoever does not remember does it again."""
    root = make_repository({}).root
    commit(root)
    configuration = (root / ".git/config").read_bytes()
    assert main(["-C", str(root), "setup-git", "--dry-run"]) == 0
    assert (root / ".git/config").read_bytes() == configuration
    assert main(["-C", str(root), "setup-git"]) == 0
    once = (root / ".git/config").read_bytes(), (root / ".git/info/attributes").read_bytes()
    assert main(["-C", str(root), "setup-git"]) == 0
    assert ((root / ".git/config").read_bytes(), (root / ".git/info/attributes").read_bytes()) == once


def test_a_repository_that_says_so_itself_needs_no_more(make_repository: MakeRepository) -> None:
    """Its own .gitattributes names the driver, and only the clone's configuration is written."""
    root = make_repository({}).root
    (root / ".gitattributes").write_text("records/*/*.md merge=traite\n", encoding="utf-8")
    commit(root)
    before = sorted(path.name for path in (root / ".git/info").iterdir())
    assert main(["-C", str(root), "setup-git"]) == 0
    assert sorted(path.name for path in (root / ".git/info").iterdir()) == before


def test_without_git_there_is_nothing_to_set_up(make_repository: MakeRepository, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said, with what to do."""
    assert main(["-C", str(make_repository({}).root), "--lang", "en", "setup-git"]) == 1
    assert "git init" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Git gives three files; whoever calls it by hand may not."""
    assert main(["--lang", "en", "merge-driver", *(str(tmp_path / name) for name in "abc"), PATH]) == 3
    assert "cannot be read or written" in capsys.readouterr().err
