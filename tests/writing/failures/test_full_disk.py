"""A real disk that is full, and a limit of the system where none can be had: every file is the old one or the new one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import COMMANDS, PROMISE, call, files, put
from test_stopped import ended, in_a_child

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="small disks and limits of files are made as Linux makes them")
WHOLE = [name for name, command in COMMANDS.items() if command.is_whole]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of seventy pages."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=280k", "none", str(place)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only the system's administrator makes a disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("name", WHOLE)
def test_a_disk_that_is_full(small: Path, name: str) -> None:
    """With no room at all, with a little, with nearly enough: nothing is done, or all of it; with room again it can be done."""
    command = COMMANDS[name]
    put(small / "here", command)
    old, fill, codes = files(small / "here"), small / "fill", []
    room = os.statvfs(small).f_bavail
    for left in (0, 1, 2, 3, 5, 8, 13):
        fill.write_bytes(b"x" * 4096 * (room - left))
        codes.append(call(small / "here", *command.words))
        fill.unlink()
        if codes[-1] == 0:
            break
        assert (codes[-1], files(small / "here")) == (3, old), left
    assert codes[0] == 3
    if codes[-1] == 0:
        assert files(small / "here") != old
        assert call(small / "here", "undo") == 0
        assert files(small / "here") == old


@pytest.mark.parametrize("most", [0, 1, 40, 90, 200, 400])
def test_a_file_that_may_not_grow(tmp_path: Path, most: int) -> None:
    """The system refuses what is longer than a limit, in the middle of a write."""
    import resource

    put(tmp_path / "here", COMMANDS["rename"])
    old = files(tmp_path / "here")

    def limited() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return call(tmp_path / "here", *COMMANDS["rename"].words)

    assert ended(in_a_child(limited)) == 3
    assert files(tmp_path / "here") == old


def test_a_file_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of several stops all of it. (The system is not asked in earnest: to its administrator nothing is read-only.)"""
    put(tmp_path / "here", COMMANDS["rename"])
    old, may = files(tmp_path / "here"), os.access
    monkeypatch.setattr(os, "access", lambda path, mode: may(path, mode) and not str(path).endswith(PROMISE.rpartition("/")[2]))
    assert call(tmp_path / "here", "follow-up", "lettre", "--note", "Vu.") == 3
    assert call(tmp_path / "here", "rename", "people/sodini", "raphael-sodini") == 3
    assert files(tmp_path / "here") == old
