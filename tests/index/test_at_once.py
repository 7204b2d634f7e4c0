"""Two processes at one index: whichever is quicker, each tells of the files what they were when it looked at them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from repositories import commit, git, write_repository
from traite_cli.index.answers import Answer, Answers
from traite_cli.index.database import Database
from traite_cli.kinds import Topic
from traite_cli.workspace import Workspace

FILES = {f"topics/{slug}.md": "---\ntitle: Un\n---\n" for slug in "abc"}


@pytest.fixture(params=[False, True], ids=["without git", "with git"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    root = write_repository(tmp_path, FILES).root
    if request.param:
        commit(root)
    return root


def edit(root: Path, title: str) -> None:
    (root / "records/topics/a.md").write_text(f"---\ntitle: {title}\n---\n", encoding="utf-8")


def ask(root: Path) -> tuple[object, str]:
    """What a process tells: what is kept, and what it reads; it keeps that."""
    workspace = Workspace(root)
    answers = Answers(workspace.cache, "")
    kept = answers.answer("?")
    said = str(workspace.repository.of(Topic)["a"].label)
    answers.keep("?", Answer(0, [(False, said.encode())], {}), 1e12)
    return kept and next(iter(kept.said))[1].decode(), said


def another_comes(monkeypatch: pytest.MonkeyPatch, root: Path, nth: int) -> list[int]:
    """Have another process look at the files before the query of a number; what is given grows with each query."""
    asked: list[int] = []
    whole = Database.rows

    def rows(database: Database, statement: str, values: Iterable[Any] = ()) -> list[Any]:
        asked.append(len(asked))
        if len(asked) == nth + 1:
            ask(root)
        return whole(database, statement, values)

    monkeypatch.setattr(Database, "rows", rows)
    return asked


@pytest.mark.parametrize("nth", range(17))
def test_another_process_is_quicker(root: Path, monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
    """At whatever step another one has looked at an edit, what is told is the edit, and nothing that was told before it."""
    assert ask(root)[1] == "Un"
    assert ask(root) == ("Un", "Un")
    edit(root, "Deux")
    another_comes(monkeypatch, root, nth)
    kept, said = ask(root)
    assert said == "Deux"
    assert kept in {None, "Deux"}
    edit(root, "Un")
    assert ask(root) in {(None, "Un"), ("Un", "Un")}


@pytest.mark.parametrize("nth", range(0, 16, 3))
def test_whoever_is_late_takes_nothing_away(root: Path, monkeypatch: pytest.MonkeyPatch, nth: int) -> None:
    """An index that another process has brought further is not a damaged one."""
    ask(root)
    made = Workspace(root).cache.place.database.stat().st_ino
    edit(root, "Deux")
    asked = another_comes(monkeypatch, root, nth)
    ask(root)
    assert len(asked) > nth
    assert Workspace(root).cache.place.database.stat().st_ino == made


@pytest.mark.usefixtures("later")
def test_what_was_not_looked_up_before_another_came_is_read_from_the_files(root: Path) -> None:
    """Whatever another process wrote down meanwhile, records are what their files say, and nothing is kept under what they were."""
    ask(root)
    workspace = Workspace(root)
    topics = workspace.repository.of(Topic)
    assert topics["b"].label == "Un"
    edit(root, "Deux")
    (root / "records/topics/d.md").write_text("---\ntitle: Quatre\n---\n", encoding="utf-8")
    (root / "records/topics/c.md").unlink()
    assert ask(root)[1] == "Deux"
    assert topics["a"].label == "Deux"
    assert "e" not in topics
    assert list(topics) == ["a", "b", "d"]
    assert [topics[slug].label for slug in topics] == ["Deux", "Un", "Quatre"]
    Answers(workspace.cache, "").keep("?", Answer(0, [(False, b"Un")], {}), 1e12)
    assert ask(root)[0] == "Deux"


@pytest.mark.usefixtures("later")
def test_whoever_reads_on_takes_nothing_away(root: Path) -> None:
    """An index that was let go because another process brought it further is not a damaged one either, whatever is asked of it then."""
    ask(root)
    workspace = Workspace(root)
    topics = workspace.repository.of(Topic)
    edit(root, "Deux")
    made = workspace.cache.place.database.stat().st_ino
    assert ask(root)[1] == "Deux"
    assert topics["a"].label == "Deux"
    assert workspace.cache.contents(workspace.source, None).records["topics"]["a"].label == "Deux"
    assert workspace.cache.place.database.stat().st_ino == made


@pytest.mark.usefixtures("later")
def test_a_row_that_is_damaged_is_not_believed(root: Path) -> None:
    """What says which content a file has, and is other than it was kept, is done without: the files tell."""
    ask(root)
    workspace = Workspace(root)
    topics = workspace.repository.of(Topic)
    path = workspace.cache.place.database
    with sqlite3.connect(path) as other:
        other.execute("UPDATE files SET slug = 'z' WHERE slug = 'b'")
    other.close()
    assert topics["b"].label == "Un"
    assert list(topics) == ["a", "b", "c"]
    assert not path.exists()


def test_what_was_answered_of_a_name_that_moved_meanwhile_is_not_kept(tmp_path: Path) -> None:
    """Nobody knows of which of the two commits it tells."""
    root = write_repository(tmp_path, FILES).root
    commit(root)
    cache = Workspace(root).cache
    answers = Answers(cache, "HEAD")
    assert answers.answer("?") is None
    edit(root, "Deux")
    commit(root)
    answers.keep("?", Answer(0, [(False, b"Deux")], {}), 1e12)
    git(root, "reset", "--quiet", "--hard", "HEAD~1")
    assert Answers(cache, "HEAD").answer("?") is None
    Answers(cache, "HEAD").keep("?", Answer(0, [(False, b"Un")], {}), 1e12)
    assert Answers(cache, "HEAD").answer("?") is not None


def test_what_another_program_answered_is_not_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words may be others, though it reads records in the same way."""
    ask(root)
    assert ask(root) == ("Un", "Un")
    monkeypatch.setattr("traite_cli.index.answers.answering", lambda: "another")
    assert ask(root) == (None, "Un")
    assert ask(root) == ("Un", "Un")
