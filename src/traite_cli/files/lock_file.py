"""A lock for disks that know none: a file that can be made once only, and says which process of which machine made it."""

from __future__ import annotations

import contextlib
import os
import platform
from collections.abc import Callable
from functools import partial
from pathlib import Path

HOLDER = "lock.holder"
# On Windows the file goes with the last process that has it open, so that no dead one can leave it there.
_GOES_WITH_US = getattr(os, "O_TEMPORARY", 0)
_MOST = 1000


def held_by_file(folder: Path) -> Callable[[], None] | None:
    """What lets go of the lock; None while somebody else holds it. Raises ``OSError``."""
    place = folder / HOLDER
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _GOES_WITH_US, 0o666)
    except FileExistsError:
        _clear(place)
        return None
    if _GOES_WITH_US:
        return partial(os.close, descriptor)
    try:
        os.write(descriptor, _us())
    finally:
        os.close(descriptor)
    return partial(place.unlink, missing_ok=True)


def _us() -> bytes:
    return f"{os.getpid()} {platform.node()}".encode()


def _clear(place: Path) -> None:
    """Take away a lock whose holder ended on this machine without letting go."""
    said = _said_by(place)
    if not _is_left(said):
        return
    # Moved first: two who find it left at once must not take away the lock that the quicker one has made since.
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.replace(aside)
        if _said_by(aside) == said:
            aside.unlink()
        else:
            aside.replace(place)


def _said_by(place: Path) -> bytes:
    try:
        with place.open("rb") as file:
            return file.read(_MOST)
    except OSError:
        return b""


def _is_left(said: bytes) -> bool:
    number, _, host = said.partition(b" ")
    return host == platform.node().encode() and number.isdigit() and hasattr(os, "getuid") and not _is_running(int(number))


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
