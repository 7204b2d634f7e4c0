"""Several commands at once: none loses what another wrote, and one that was killed keeps nobody waiting."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest
from commands import COMMANDS, PROMISE, call, files, put
from test_stopped import ended, in_a_child

from traite_cli.errors import LostRace
from traite_cli.files import lock
from traite_cli.files.lock_file import HOLDER

fcntl = pytest.importorskip("fcntl", reason="Windows has locks of its own, and no copies of a process")
FOLLOW_UP = COMMANDS["follow-up"]


@pytest.fixture(params=["system", "file"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, on a disk that knows locks and on one that does not."""
    put(tmp_path / "here", FOLLOW_UP)
    if request.param == "file":

        def none_here(*_: object) -> None:
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

        monkeypatch.setattr(fcntl, "flock", none_here)
    return tmp_path / "here"


def test_all_that_is_added_at_once_is_there(root: Path) -> None:
    """Eight people, one promise: each is told that it is written, and it is."""
    children = [
        in_a_child(lambda number=number: call(root, "follow-up", "lettre", "--note", f"Nouvelle {number}.", "--date", "2015-01-05"))
        for number in range(8)
    ]
    assert [ended(child) for child in children] == [0] * 8
    text = (root / PROMISE).read_text()
    assert [text.count(f"Nouvelle {number}.") for number in range(8)] == [1] * 8


def test_a_renaming_and_a_new_reference_at_once(root: Path) -> None:
    """Whichever comes first, nothing refers to a name that is no more."""
    children = [
        in_a_child(lambda: call(root, "rename", "people/sodini", "raphael-sodini")),
        in_a_child(lambda: call(root, "follow-up", "lettre", "--note", "Vu.", "--date", "2015-01-05")),
    ]
    assert [ended(child) for child in children] == [0, 0]
    assert "Vu." in (root / PROMISE).read_text()
    assert call(root, "validate", "--select", "TR3") == 0
    assert "by: raphael-sodini" in (root / PROMISE).read_text()


def test_the_last_of_several_is_what_undo_takes_back(root: Path) -> None:
    """The journal is that of one command, whoever wrote beside it; and what stood before it is there again."""
    children = [
        in_a_child(lambda number=number: call(root, "follow-up", "lettre", "--note", f"Nouvelle {number}.", "--date", "2015-01-05"))
        for number in range(4)
    ]
    assert [ended(child) for child in children] == [0] * 4
    assert call(root, "undo") == 0
    text = (root / PROMISE).read_text()
    assert sum(f"Nouvelle {number}." in text for number in range(4)) == 3


def test_who_waits_in_vain_is_told(root: Path) -> None:
    """A race lost, after a while: nothing is written, and it can be tried again."""
    holder = in_a_child(lambda: _holding(root))
    _until_held(root)
    before, told = files(root), []
    with pytest.raises(LostRace) as raised, lock.held(root, lambda: told.append(1), patience=0.7):
        pass
    assert (raised.value.exit_code, told) == (3, [1])
    assert files(root) == before
    os.kill(holder, 9)
    ended(holder)
    # Its lock went with it.
    assert call(root, *FOLLOW_UP.words) == 0


def _holding(root: Path) -> int:
    with lock.held(root):
        (root / ".traite" / "held").touch()
        time.sleep(60)
    return 0


def _until_held(root: Path) -> None:
    for _ in range(1000):
        if (root / ".traite" / "held").exists():
            return
        time.sleep(0.01)
    raise AssertionError


def test_a_lock_of_another_machine_is_not_taken_away(root: Path) -> None:
    """Who holds it cannot be known from here: a person is told which file it is."""
    (root / ".traite").mkdir()
    if type(fcntl.flock).__name__ == "builtin_function_or_method":
        pytest.skip("a matter of disks that know no locks")
    (root / ".traite" / HOLDER).write_text("1 another-machine")
    with pytest.raises(LostRace) as raised, lock.held(root, patience=0.1):
        pass
    assert "delete" in raised.value.hint
    assert (root / ".traite" / HOLDER).exists()


def test_who_reads_needs_no_lock(root: Path) -> None:
    """While somebody writes, and where nothing may be written at all."""
    holder = in_a_child(lambda: _holding(root))
    _until_held(root)
    assert call(root, "list", "people") == 0
    assert call(root, "follow-up", "lettre", "--note", "Vu.", "--dry-run") == 0
    os.kill(holder, 9)
    ended(holder)


SAME = {
    "new-topic": ([0, 0], ["topics/dossier-2.md", "topics/dossier.md"]),
    "new-person": ([0, 0], ["people/zoe-roux-2.md", "people/zoe-roux.md"]),
    "new-meeting": ([0, 1], ["meetings/2015-02-02-reunion.md"]),
    "import": ([0, 1], ["meetings/2015-03-02-reunion-du-bureau.md", "people/zoe-roux.md"]),
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_record_twice_at_once(root: Path, name: str) -> None:
    """As one after the other: the second takes the next free name, or is told that the meeting has its record."""
    codes, made = SAME[name]
    before = files(root)
    words = COMMANDS[name].words if name != "import" else ("import", "compte-rendu.txt", "--people")
    children = [in_a_child(lambda: call(root, *words)) for _ in range(2)]
    assert sorted(ended(child) for child in children) == codes
    found = {path: data for path, data in files(root).items() if path not in before}
    assert [path for path in found if path.endswith(tuple(made))] == [f"records/{path}" for path in made]
    assert before.items() <= files(root).items()
