"""Work that two processes share, each taking the next piece when it is done with one: for what keeps a processor busy.

The second process is this one once more (fork), so that it has all that this one has; what it gives is texts, numbers and lists of
them. Where a system cannot do that, or where the second process fails, this one does all of the work.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

Work = Callable[[Iterator[int]], Any]
"""Does the pieces whose numbers it is given, and gives what is made of them."""
_WIDTH = 2
_MOST = 1 << 14
_AT_ONCE = 1 << 20


def _processors() -> int:
    """How many this process may use: a container or a user may have given it one of many."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


CAN_SHARE = hasattr(os, "fork") and _processors() > 1
"""Whether there is a second processor, and a way to it."""


def shared(pieces: int, work: Work) -> list[Any]:
    """What comes of some pieces of work: of those done here, and of those done elsewhere."""
    if not CAN_SHARE or not 1 < pieces <= _MOST:
        return [work(iter(range(pieces)))]
    waiting, put = os.pipe()
    os.write(put, b"".join(number.to_bytes(_WIDTH, "little") for number in range(pieces)))
    os.close(put)
    try:
        out, into = os.pipe()
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()  # or both processes would write what is still held back
        child = os.fork()
        if child == 0:
            _work_as_second(waiting, into, work)
        os.close(into)
        own, other = work(_taken(waiting)), None
        with suppress(EOFError, ValueError, TypeError), os.fdopen(out, "rb", _AT_ONCE) as given:
            other = marshal.load(given)  # noqa: S302  # our own process wrote it
        os.waitpid(child, 0)
    finally:
        os.close(waiting)
    # What went wrong in the second process goes wrong here too, where somebody is told.
    return [own, other] if other is not None else [work(iter(range(pieces)))]


def _taken(waiting: int) -> Iterator[int]:
    """The numbers of the pieces that this process is the first to take."""
    while number := os.read(waiting, _WIDTH):
        yield int.from_bytes(number, "little")


def _work_as_second(waiting: int, into: int, work: Work) -> None:
    try:
        made = marshal.dumps(work(_taken(waiting)))
        with os.fdopen(into, "wb", _AT_ONCE) as given:
            given.write(made)
    finally:
        # Nothing of this process is taken down, told or flushed: it belongs to the first.
        os._exit(0)
