"""Templates to Markdown. They come from pull requests: they run in Jinja's sandbox, in a process of their own, with limits.

The process begins before the records are read, and reads the template meanwhile: of them it holds nothing but the values that it is told.
Where a process can be forked it starts at once; elsewhere a new Python is started.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol, Self

from traite_cli.circulating.template_job import SECONDS, Failure, Job, unpacked

_GRACE = 1
_WIDEST_PIPE = 1 << 20


class Template:
    """A template in a process of its own, which ends with the ``with`` block: it reads the template while the records are read."""

    def __init__(self) -> None:
        self._child: _Child = _BEGUN.pop() if _BEGUN else _new()
        self._job = Job("", {}, "fr")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.end()

    def read(self, job: Job) -> Self:
        """Have a template read."""
        self._job = job
        self._child.tell(pickle.dumps(job))
        return self

    def render(self, values: Mapping[str, Any], meanwhile: Callable[[], object] = lambda: None) -> str:
        """The Markdown that the template makes of some values, once; ``meanwhile`` is called while it does.

        Raises ``ConfigurationError`` with the template, the line and what is missing.
        """
        self._child.tell(pickle.dumps(values))
        meanwhile()
        try:
            answer = unpacked(self._child.answer(SECONDS + _GRACE))
        except TimeoutError:
            answer = Failure("time")
        if isinstance(answer, Failure):
            from traite_cli.circulating.template_faults import error_of

            raise error_of(self._job, values, answer, SECONDS)
        return answer


def begin() -> None:
    """Begin a process now, where that costs nothing: the next ``Template`` has it."""
    if sys.platform == "linux":
        _BEGUN.append(_Forked())


def _new() -> _Child:
    return _Forked() if sys.platform == "linux" else _Started()


class _Child(Protocol):
    """A process that renders a template: told a job and then its values, it answers; it may be ended twice."""

    def tell(self, data: bytes) -> None: ...
    def answer(self, seconds: float) -> bytes: ...
    def end(self) -> None: ...


class _Forked:
    """A copy of this process."""

    def __init__(self) -> None:
        told, self._writer = os.pipe()
        self._reader, answered = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._writer)
            os.close(self._reader)
            _work(told, answered)
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


def _work(told: int, answered: int) -> None:
    """Never returns: whatever happens, this copy of the process ends here."""
    status = 1
    try:
        from traite_cli.circulating.sandbox import serve

        with os.fdopen(told, "rb") as questions, os.fdopen(answered, "wb") as answers:
            serve(questions, answers)
        status = 0
    finally:
        os._exit(status)


_BEGUN: list[_Child] = []


class _Started:
    """A new Python."""

    def __init__(self) -> None:
        import subprocess

        command = [sys.executable, "-I", "-m", "traite_cli.circulating.template_child"]
        self._process = subprocess.Popen(  # noqa: S603  # our own Python
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._told = b""

    def tell(self, data: bytes) -> None:
        self._told += data

    def answer(self, seconds: float) -> bytes:
        import subprocess

        try:
            return self._process.communicate(self._told, timeout=seconds)[0]
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error

    def end(self) -> None:
        with self._process:
            self._process.kill()
