"""A copy of this process that works beside it: it begins at once, where the system can copy processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO

_WIDEST_PIPE = 1 << 20
Serve = Callable[[BinaryIO, BinaryIO], None]
"""What a copy does: it reads what it is told, and writes its answer."""


class Forked:
    """A copy of this process that is told something and answers; it may be ended twice."""

    def __init__(self, serve: Serve) -> None:
        told, self._writer = os.pipe()
        self._reader, answered = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._writer)
            os.close(self._reader)
            _work(serve, told, answered)
        os.close(told)
        os.close(answered)
        self._untold = b""
        self._widen()

    def _widen(self) -> None:
        import fcntl

        os.set_blocking(self._writer, False)
        with suppress(OSError):  # a system may allow less: then the rest is told while the answer is awaited
            fcntl.fcntl(self._writer, fcntl.F_SETPIPE_SZ, _WIDEST_PIPE)

    def tell(self, data: bytes) -> None:
        self._untold += data
        with suppress(BlockingIOError):
            self._tell()

    def _tell(self) -> None:
        try:
            self._untold = self._untold[os.write(self._writer, self._untold) :]
        except BrokenPipeError:  # the child has ended: what it said is in the other pipe
            self._untold = b""

    def answer(self, seconds: float) -> bytes:
        import select
        import time

        end = time.monotonic() + seconds
        parts: list[bytes] = []
        while True:
            waiting = select.poll()  # and not select, which knows the first 1024 files of a process only
            waiting.register(self._reader, select.POLLIN)
            if self._untold:
                waiting.register(self._writer, select.POLLOUT)
            ready = [number for number, _ in waiting.poll(max(end - time.monotonic(), 0) * 1000)]
            if not ready:
                raise TimeoutError
            if self._writer in ready:
                self._tell()
            if self._reader in ready:
                parts.append(os.read(self._reader, 1 << 16))
                if not parts[-1]:
                    return b"".join(parts)

    def end(self) -> None:
        import signal

        if self._child:
            os.close(self._reader)
            os.close(self._writer)
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0


def _work(serve: Serve, told: int, answered: int) -> None:
    """Never returns: whatever happens, this copy of the process ends here."""
    status = 1
    try:
        with os.fdopen(told, "rb") as questions, os.fdopen(answered, "wb") as answers:
            serve(questions, answers)
        status = 0
    finally:
        os._exit(status)
