"""A machine that fails: calls of the system that write, counted, of which one is refused or is the last thing that the process does.

The calls are those by which anything on the disk changes: opening a file to write, writing, flushing, bringing to the disk, renaming,
deleting, permissions, folders, locks. Each is broken in turn, without the code under test knowing of it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import pytest

Fail = Callable[[str], None]
"""Is told the name of a call that is about to be made; raises, or never comes back."""

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)
_NAMES = ("replace", "rename", "unlink", "remove", "mkdir", "chmod", "chown", "fsync", "write", "link")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class _File:
    """A file whose writing, flushing and closing are calls that may fail; what is refused for want of room is half written."""

    def __init__(self, file: Any, fail: Fail) -> None:
        self._file, self._fail = file, fail

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        try:
            self._fail("file.write")
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def flush(self) -> None:
        self._fail("file.flush")
        self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


def _opened(file: Any, mode: str, fail: Fail) -> Any:
    return _File(file, fail) if "w" in mode else file


@contextmanager
def broken(fail: Fail) -> Iterator[None]:
    """Every call that changes the disk asks ``fail`` first."""
    opened, fdopen = os.open, os.fdopen

    def asked(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: Any, **named: Any) -> Any:
            fail(name)
            return call(*arguments, **named)

        return failing

    def opening(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & _WRITES:
            fail("open")
        return opened(path, flags, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        for name in _NAMES:
            if hasattr(os, name):
                patch.setattr(os, name, asked(name, getattr(os, name)))
        patch.setattr(os, "open", opening)
        patch.setattr(os, "fdopen", lambda number, mode="r", *rest: _opened(fdopen(number, mode, *rest), mode, fail))
        try:
            import fcntl
        except ImportError:
            pass
        else:
            patch.setattr(fcntl, "flock", asked("flock", fcntl.flock))
        yield


class Counter:
    """Counts the calls, and refuses the one that has a number (none: it only counts)."""

    def __init__(self, number: int | None = None, error: int = errno.EIO, *, onwards: bool = False) -> None:
        self.calls: list[str] = []
        self._number, self._error, self._onwards = number, error, onwards

    def __call__(self, name: str) -> None:
        here = len(self.calls)
        self.calls.append(name)
        if self._number is not None and (here == self._number or (self._onwards and here > self._number)):
            raise OSError(self._error, os.strerror(self._error))


class Killer:
    """Ends the process before the call that has a number, as a machine that loses its power does: nothing is cleaned up."""

    def __init__(self, number: int) -> None:
        self._left = number

    def __call__(self, name: str) -> None:
        if self._left == 0:
            os._exit(KILLED)
        self._left -= 1


KILLED = 137
