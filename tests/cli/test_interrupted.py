"""A change that a command was stopped at, as people meet it: what is said to whoever reads, writes or goes back, and what is left alone."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from calls import Traite, caller
from repositories import MakeRepository, commit, git
from traite_cli.errors import MachineError
from traite_cli.files import journal, lock

TOPIC, OTHER, GONE = "records/topics/sejour.md", "records/topics/titre.md", "records/topics/gone.md"
OLD = {TOPIC: "---\ntitle: Séjour\n---\n", OTHER: "---\ntitle: Titre\n---\n", GONE: "---\ntitle: Ancien\n---\n"}
NEW = {TOPIC: "---\ntitle: Le séjour\n---\n", OTHER: "---\ntitle: Le titre\n---\n", GONE: None}


@pytest.fixture
def traite(capfdbinary: pytest.CaptureFixture[bytes]) -> Traite:
    """Call the command line in this process."""
    return caller(capfdbinary, "--lang", "en")


@pytest.fixture
def here(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which a command was stopped: of its three files one is written."""
    root = make_repository({**OLD, TOPIC: NEW[TOPIC], "records/people/sodini.md": "---\nname: Raphaël Sodini\n---\n"}).root
    stopped(root)
    monkeypatch.chdir(root)
    return root


def stopped(root: Path) -> None:
    after = {path: None if text is None else text.encode() for path, text in NEW.items()}
    journal.keep(root, [journal.Kept(path, OLD[path].encode(), journal.digest(after[path])) for path in OLD])


def texts(root: Path) -> dict[str, str | None]:
    return {path: (root / path).read_bytes().decode() if (root / path).exists() else None for path in OLD}


def test_who_reads_is_told(here: Path, traite: Traite) -> None:
    """Once, on standard error; a command that reads changes nothing."""
    ended = traite("list", "topics", "--format", "paths")
    assert ended.code == 0
    assert ended.err.splitlines()[0] == (
        "warning: a command was interrupted while it was writing, and the records are half changed; to put them back: traite undo"
    )
    assert texts(here) == {**OLD, TOPIC: NEW[TOPIC]}


def test_who_reads_where_nothing_may_be_written_is_told(here: Path, traite: Traite, monkeypatch: pytest.MonkeyPatch) -> None:
    """No lock can be had there, and none is needed."""

    def refused(_: Path) -> int:
        raise MachineError("read-only")

    monkeypatch.setattr(lock, "own_folder", refused)
    assert "half changed" in traite("list", "topics").err


def test_who_writes_takes_it_back_first(here: Path, traite: Traite) -> None:
    """It is said, and what is asked for is done on the records as they were."""
    ended = traite("rename", "people/sodini", "raphael-sodini")
    assert (ended.code, texts(here)) == (0, OLD)
    assert ended.err.splitlines()[0] == "A command was interrupted while it was writing: what it had changed by then was put back."
    assert "half changed" not in traite("list", "topics").err


def test_a_change_of_which_all_was_written_stays(here: Path, traite: Traite) -> None:
    """Only its end was missing: undo takes it back as any other."""
    (here / OTHER).write_bytes(NEW[OTHER].encode())
    (here / GONE).unlink()
    ended = traite("validate", "--fix")
    assert ended.err.splitlines()[0] == "A command was interrupted when its change was made; the change stays. To take it back: traite undo"
    assert texts(here) == NEW
    assert traite("undo").code == 0
    assert texts(here) == OLD


def test_undo_takes_it_back(here: Path, traite: Traite) -> None:
    """The files written are named; a trial shows them and writes nothing; afterwards there is nothing more to take back."""
    tried = traite("undo", "--dry-run")
    assert ("+title: Séjour" in tried.out, texts(here)[TOPIC]) == (True, NEW[TOPIC])
    ended = traite("undo")
    assert (ended.code, ended.out, texts(here)) == (0, f"{TOPIC}\n", OLD)
    assert traite("undo").code == 1


@pytest.mark.parametrize("theirs", ["---\ntitle: À la main\n---\n", None])
def test_what_somebody_touched_since_is_theirs(here: Path, traite: Traite, theirs: str | None) -> None:
    """No command writes before a person has looked; undo puts back the others, leaves that one, and keeps what stood in it."""
    (here / OTHER).unlink()
    if theirs is not None:
        (here / OTHER).write_bytes(theirs.encode())
    ended = traite("rename", "people/sodini", "raphael-sodini")
    assert (ended.code, texts(here)) == (1, {**OLD, TOPIC: NEW[TOPIC], OTHER: theirs})
    assert f"{OTHER} was changed since; nothing was written" in ended.err
    ended = traite("undo")
    assert (ended.code, texts(here)) == (0, {**OLD, OTHER: theirs})
    assert f"{OTHER} was changed since, and is left as it is." in ended.err
    assert base64.b64encode(OLD[OTHER].encode()).decode() in (here / journal.PLACE).read_text()
    assert traite("rename", "people/sodini", "raphael-sodini").code == 0


def test_a_journal_that_came_with_a_change_names_records_or_is_none(here: Path, traite: Traite) -> None:
    """Anybody may propose one: what it says of other files is not listened to."""
    (here / "outside.md").write_bytes(b"new")
    entry = {"path": "outside.md", "before": base64.b64encode(b"old").decode(), "after": journal.digest(b"new")}
    (here / journal.UNFINISHED).write_text(json.dumps({"version": 1, "files": [entry]}))
    assert traite("rename", "people/sodini", "raphael-sodini").code == 0
    assert (here / "outside.md").read_bytes() == b"new"


def test_undo_after_a_checkout(here: Path, traite: Traite) -> None:
    """Git put the files back already: there is nothing to take back. It brought others: nothing is touched."""
    traite("undo")
    commit(here)
    assert traite("rename", "topics/sejour", "le-sejour").code == 0
    git(here, "add", "--all", ".")
    git(here, "stash", "--quiet")
    ended = traite("undo")
    assert (ended.code, texts(here)) == (1, OLD)
    assert "there is no change to take back" in ended.err
    git(here, "stash", "pop", "--quiet")
    (here / "records/topics/le-sejour.md").write_bytes(b"---\ntitle: Un autre\n---\n")
    ended = traite("undo")
    assert (ended.code, texts(here)) == (1, {**OLD, TOPIC: None})
    assert "was changed since; nothing was put back" in ended.err


def test_what_stood_in_a_file_touched_since_can_be_read(here: Path, traite: Traite) -> None:
    """Nothing is put back over it: its text of before is kept as a file that anybody can open, and is named."""
    traite("undo")
    assert traite("rename", "topics/sejour", "le-sejour").code == 0
    (here / TOPIC).write_bytes(b"---\ntitle: Un autre\n---\n")
    ended = traite("undo")
    assert (ended.code, "base64" in ended.err) == (1, False)
    place = ".traite/begun/before-records-topics-sejour.md"
    assert place in ended.err
    assert (here / place).read_text(encoding="utf-8") == OLD[TOPIC]
