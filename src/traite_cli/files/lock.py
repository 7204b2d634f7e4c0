"""One writer at a time in a repository: a lock that the system lets go of when its holder ends, however it ends.

Who only reads never takes it, so that a copy that may only be read can be read. Where the disk knows no locks (some network drives), a
file that names its holder takes its place.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path

from traite_cli.errors import LostRace, MachineError
from traite_cli.files.lock_file import HOLDER, held_by_file
from traite_cli.files.own_folder import FOLDER, own_folder
from traite_cli.language import N_, system_reason

PLACE = f"{FOLDER}/lock"
PATIENCE = 30.0
"""Seconds: a command that mends ten thousand records is done by then."""
_SOON = 0.5
"""Seconds that nobody needs to be told of."""
_PAUSE = 0.05
_HELD: ContextVar[frozenset[str]] = ContextVar("held", default=frozenset())
"""The folders whose lock this call holds: a command takes it before it reads, and what writes takes it again."""
_BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)}
_NONE_HERE = {errno.ENOLCK, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP}

Release = Callable[[], None]


@contextmanager
def held(root: Path, waiting: Callable[[], None] | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Keep every other writer out of a repository; ``waiting`` is called once when one is there and does not end at once.

    Raises ``LostRace`` when it is still there after some seconds (``patience``), ``MachineError`` where nothing can be written at all.
    """
    name = os.path.abspath(root)  # noqa: PTH100  # a name for this call: no link is followed
    if name in _HELD.get():
        yield
        return
    release = _awaited(root, waiting, patience)
    before = _HELD.set(_HELD.get() | {name})
    try:
        yield
    finally:
        _HELD.reset(before)
        release()


def _awaited(root: Path, waiting: Callable[[], None] | None, patience: float) -> Release:
    began = time.monotonic()
    while (release := _taken(root)) is None:
        passed = time.monotonic() - began
        if passed > patience:
            raise _lost(root)
        if waiting is not None and passed > _SOON:
            waiting()
            waiting = None
        time.sleep(_PAUSE)
    return release


def _lost(root: Path) -> LostRace:
    hint = N_("wait until it has ended, then run the command again")
    if (root / FOLDER / HOLDER).exists():
        hint = N_("wait until it has ended, then run the command again; if none is running any more, delete {path}")
    return LostRace(
        N_("another traite command is writing here, and does not end; nothing was written"), hint=hint, path=f"{FOLDER}/{HOLDER}"
    )


def _taken(root: Path) -> Release | None:
    """What lets go of the lock; None while somebody else holds it."""
    folder = own_folder(root)
    try:
        descriptor = _opened(root)
    except OSError as error:
        raise _refused(error) from error
    try:
        if _locked(descriptor):
            return partial(os.close, descriptor)
    except OSError as error:
        os.close(descriptor)
        if error.errno in _NONE_HERE:
            return held_by_file(folder)
        raise _refused(error) from error
    os.close(descriptor)
    return None


def _refused(error: OSError) -> MachineError:
    return MachineError(
        N_("{path} could not be written: {reason}"),
        hint=N_("check the free space and your permissions on that folder"),
        path=PLACE,
        reason=system_reason(error),
    )


def _opened(root: Path) -> int:
    never = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(root / PLACE, os.O_RDWR | os.O_CREAT | never, 0o666)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        """Whether the lock is ours now. Raises ``OSError`` where there are no locks."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        """Whether the lock is ours now. Raises ``OSError`` where there are no locks."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True
