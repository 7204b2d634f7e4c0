"""A file is written whole or not at all: whatever fails, the old one stays and nothing is left beside it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Self

import pytest

from traite_cli.errors import LostRace, MachineError
from traite_cli.files import renaming, replace, write

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    """A path that leads nowhere yet is made."""
    write(tmp_path / "a" / "b" / "c.md", b"one")
    assert (tmp_path / "a" / "b" / "c.md").read_bytes() == b"one"
    assert names(tmp_path / "a" / "b") == ["c.md"]


def test_a_file_is_replaced_byte_for_byte(tmp_path: Path) -> None:
    """Line ends and all else are those that were given."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old and longer")
    write(path, b"a\r\nb\n\xff\x00")
    assert path.read_bytes() == b"a\r\nb\n\xff\x00"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o640, 0o444])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    """A file that others may not read is not shown to them by being written again."""
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(mode)
    write(path, b"new")
    assert (stat.S_IMODE(path.stat().st_mode), path.read_bytes()) == (mode, b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """Not those of a temporary one, which nobody else may read."""
    (tmp_path / "usual").write_bytes(b"")
    write(tmp_path / "a.md", b"new")
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


class _Full:
    """A file on a disk that is full after two bytes."""

    def __init__(self, number: int, mode: str) -> None:
        self._file = open(number, mode)  # noqa: SIM115

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, _: bytes) -> None:
        self._file.write(b"ne")
        raise FULL


def _full(*_: object, **__: object) -> None:
    raise FULL


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


STEPS = {
    "open": (os, "open", _full),
    "fdopen": (os, "fdopen", _full),
    "write": (os, "fdopen", _Full),
    "fsync": (os, "fsync", _full),
    "interrupted": (os, "fsync", _interrupted),
    "chmod": (Path, "chmod", _full),
    "replace": (Path, "replace", _full),
}
"""The steps of writing, and what makes each fail."""


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("failing", STEPS)
def test_whatever_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, there: bool) -> None:
    """A full disk at any step, or Ctrl-C: the old file or none, nothing beside it, and one error in words."""
    path = tmp_path / "a.md"
    if there:
        path.write_bytes(b"old")
    monkeypatch.setattr(*STEPS[failing])
    with pytest.raises(KeyboardInterrupt if failing == "interrupted" else MachineError) as raised:
        write(path, b"new")
    monkeypatch.undo()
    assert names(tmp_path) == (["a.md"] if there else [])
    assert not there or path.read_bytes() == b"old"
    if isinstance(raised.value, MachineError):
        assert (raised.value.exit_code, raised.value.facts["path"]) == (3, str(path))
        assert raised.value.facts["reason"]


@pytest.mark.parametrize("target", ["folder", "below a file"])
def test_where_no_file_can_be_none_is_written(tmp_path: Path, target: str) -> None:
    """A folder in its place, or a file in its folder's."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    path = tmp_path / "folder" if target == "folder" else tmp_path / "file" / "a.md"
    with pytest.raises(MachineError):
        write(path, b"new")
    assert (names(tmp_path), names(tmp_path / "folder")) == (["file", "folder"], [])
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_link_is_replaced_and_what_it_led_to_is_not_touched(tmp_path: Path) -> None:
    """Written through a link, a file outside would be changed."""
    (tmp_path / "outside").write_bytes(b"old")
    try:
        (tmp_path / "a.md").symlink_to("outside")
    except OSError:
        pytest.skip("not everybody may make links on this system")
    write(tmp_path / "a.md", b"new")
    assert ((tmp_path / "outside").read_bytes(), (tmp_path / "a.md").read_bytes()) == (b"old", b"new")
    assert not (tmp_path / "a.md").is_symlink()


# --- what a person wrote is replaced only while it is what was read ------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one record."""
    (tmp_path / "repository" / "records" / "topics").mkdir(parents=True)
    (tmp_path / "repository" / RECORD).write_bytes(b"old")
    return tmp_path / "repository"


RECORD = "records/topics/a.md"


def test_what_is_as_it_was_read_is_replaced(root: Path) -> None:
    """The usual case, with nothing beside it afterwards."""
    replace(root, RECORD, b"old", b"new and longer")
    assert (root / RECORD).read_bytes() == b"new and longer"
    assert names(root / "records" / "topics") == ["a.md"]


@pytest.mark.parametrize("there", [b"older", b"ol", b"", None], ids=["longer", "shorter", "empty", "gone"])
def test_what_somebody_changed_meanwhile_stays(root: Path, there: bytes | None) -> None:
    """Their text is not lost under ours, and a file that was deleted does not come back."""
    (root / RECORD).unlink()
    if there is not None:
        (root / RECORD).write_bytes(there)
    with pytest.raises(LostRace) as raised:
        replace(root, RECORD, b"old", b"new")
    assert (raised.value.exit_code, raised.value.facts["path"]) == (3, RECORD)
    assert names(root / "records" / "topics") == ([] if there is None else ["a.md"])
    assert there is None or (root / RECORD).read_bytes() == there


def test_what_changes_while_the_new_file_is_being_written_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at once more before it is replaced."""
    kept = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: ((root / RECORD).write_bytes(b"theirs"), kept(number)))
    with pytest.raises(LostRace):
        replace(root, RECORD, b"old", b"new")
    assert ((root / RECORD).read_bytes(), names(root / "records" / "topics")) == (b"theirs", ["a.md"])


@pytest.mark.parametrize("linked", [RECORD, "records/topics", "records"])
def test_nothing_is_written_through_a_link(root: Path, linked: str) -> None:
    """Neither the record nor a folder on the way to it may lead elsewhere, even to a file with the same bytes."""
    outside = root.parent / "outside"
    (root / linked).rename(outside)
    try:
        (root / linked).symlink_to(outside)
    except OSError:
        pytest.skip("not everybody may make links on this system")
    with pytest.raises(LostRace):
        replace(root, RECORD, b"old", b"new")
    assert (root / RECORD).read_bytes() == b"old"
    with pytest.raises(LostRace):
        replace(root, "../outside", b"old", b"new")


def test_what_may_only_be_read_is_not_replaced(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody made it so on purpose. (The system is not asked in earnest: to its administrator nothing is read-only.)"""
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(MachineError):
        replace(root, RECORD, b"old", b"new")
    assert (root / RECORD).read_bytes() == b"old"


def test_a_file_that_another_program_has_open_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses for as long: a moment is waited, and then it is told."""
    refusals, rename = [PermissionError(errno.EACCES, "open elsewhere")] * 3, Path.replace

    def refusing(path: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return rename(path, target)

    monkeypatch.setattr(renaming, "_PAUSE", 0)
    monkeypatch.setattr(renaming, "_TRIES", 4)
    monkeypatch.setattr(Path, "replace", refusing)
    write(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    refusals += [PermissionError(errno.EACCES, "open elsewhere")] * 4
    with pytest.raises(MachineError):
        write(tmp_path / "a.md", b"newer")
    assert (names(tmp_path), (tmp_path / "a.md").read_bytes()) == (["a.md"], b"new")
