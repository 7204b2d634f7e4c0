"""Writing a file whole or not at all: a temporary one beside it, flushed to the disk, then renamed over it.

What a person wrote is replaced only while it is what was read: a file that changed meanwhile is left as it is.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import LostRace, MachineError
from traite_cli.files.renaming import move, take_away, to_the_disk
from traite_cli.files.source import Unreadable, WorkTree
from traite_cli.language import N_, system_reason


class Prepared(NamedTuple):
    """A change of one file that needs nothing more of the disk: ``make`` makes it, ``drop`` lets go of it."""

    make: Callable[[], None]
    drop: Callable[[], None]


def write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``; at any moment the old file or the new one is there, never a part of it.

    The folder is made when it is missing; the permissions of an existing file are kept. Raises ``MachineError``.
    """
    _make(_beside(path, data, lambda: None))
    to_the_disk(path.parent)


def replace(root: Path, path: str, before: bytes | None, after: bytes | None, mode: int | None = None) -> None:
    """Put ``after`` in the place of ``before`` in a plain file below ``root`` (None: no file); no link is followed on the way.

    Raises ``LostRace`` when something else stands there by now, ``MachineError`` when it cannot be done.
    """
    _make(prepared(root, path, before, after, mode))


def prepared(root: Path, path: str, before: bytes | None, after: bytes | None, mode: int | None = None) -> Prepared:
    """A file below ``root`` with ``after`` in the place of ``before`` (None: no file); a new one has permissions of its own (``mode``).

    Looked at again when it is made: what is left is the moment between two calls of the system. Raises as ``replace`` does.
    """

    def look() -> None:
        if _is_led_away(root, path) or _is_other(root, path, before):
            raise changed_meanwhile(path)

    look()
    full = root / path
    if before is not None and not os.access(full, os.W_OK):
        raise MachineError(
            N_("{path} may only be read, and is left as it is"),
            hint=N_("give yourself the right to write it, then run the command again"),
            path=path,
        )
    if after is not None:
        return _beside(full, after, look, mode)

    def gone() -> None:
        look()
        delete(full)

    return Prepared(gone, lambda: None)


def rename(path: Path, target: Path) -> None:
    """Give a file the name of another, which is gone by it. Raises ``MachineError``."""
    with _worded(target):
        move(path, target)
    to_the_disk(target.parent)


def delete(path: Path) -> None:
    """Take a file away, if it is there. Raises ``MachineError``."""
    try:
        take_away(path)
        to_the_disk(path.parent)
    except OSError as error:
        raise MachineError(
            N_("{path} could not be taken away: {reason}"),
            hint=N_("check your permissions on that folder"),
            path=str(path),
            reason=system_reason(error),
        ) from error


def sweep(root: Path, path: str) -> None:
    """Take away the temporary files that a process which was stopped left beside a file: nobody else may be writing it."""
    full = root / path
    left = re.compile(rf"\.{re.escape(full.name)}\.\d+-\d+")
    with contextlib.suppress(OSError):
        for name in () if _is_led_away(root, path) else os.listdir(full.parent):  # noqa: PTH208  # names alone
            if left.fullmatch(name):
                full.with_name(name).unlink()


def changed_meanwhile(path: str) -> LostRace:
    """The refusal to overwrite what somebody else wrote."""
    return LostRace(N_("{path} was changed meanwhile, and is left as it is"), hint=N_("run the command again"), path=path)


def _is_led_away(root: Path, path: str) -> bool:
    """Whether a link stands on the way to a file."""
    parts = path.split("/")
    return ".." in parts or any(root.joinpath(*parts[: depth + 1]).is_symlink() for depth in range(len(parts)))


def _is_other(root: Path, path: str, before: bytes | None) -> bool:
    """Whether something else stands at a path than what stood there before."""
    if before is None:
        return os.path.lexists(root / path)
    try:
        return WorkTree(root).read(path, len(before)) != before
    except Unreadable:
        return True


def _make(one: Prepared) -> None:
    try:
        one.make()
    except BaseException:
        one.drop()
        raise


def _beside(path: Path, data: bytes, look: Callable[[], None], mode: int | None = None) -> Prepared:
    """A file's new contents, on the disk beside it."""
    with _worded(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        there = _status(path)
        handle, temporary = _opened_beside(path)

        def drop() -> None:
            with contextlib.suppress(OSError):
                temporary.unlink()

        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _give(temporary, there, mode)
        except BaseException:
            drop()
            raise

    def make() -> None:
        look()
        with _worded(path):
            move(temporary, path)

    return Prepared(make, drop)


@contextlib.contextmanager
def _worded(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise MachineError(
            N_("{path} could not be written: {reason}"),
            hint=N_("check the free space and your permissions on that folder"),
            path=str(path),
            reason=system_reason(error),
        ) from error


def _opened_beside(path: Path) -> tuple[int, Path]:
    """A new file in the same folder, open for writing; a link that stands in its place is not followed."""
    # tempfile would do the same, and import random numbers and digests for it.
    for number in count():
        temporary = path.with_name(f".{path.name}.{os.getpid()}-{number}")
        with contextlib.suppress(FileExistsError):
            return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), temporary
    raise AssertionError  # count() does not end


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _give(temporary: Path, there: os.stat_result | None, mode: int | None) -> None:
    """Give a new file the owner and the permissions of the one it replaces."""
    if there is not None and hasattr(os, "chown"):
        # Where that is not ours to give, the file is ours.
        with contextlib.suppress(OSError):
            ours = temporary.stat()
            if (ours.st_uid, ours.st_gid) != (there.st_uid, there.st_gid):
                os.chown(temporary, there.st_uid, there.st_gid)
    if there is not None:
        mode = there.st_mode & 0o777
    temporary.chmod(_usual_mode() if mode is None else mode)


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
