"""Templates to Markdown. They come from pull requests: they run in Jinja's sandbox, in a process of their own, with limits.

The process begins before the records are read, and reads the template meanwhile: of them it holds nothing but the values that it is told.
Where a process can be forked it starts at once; elsewhere a new Python is started.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Protocol, Self

from traite_cli.circulating.forked import Forked
from traite_cli.circulating.template_job import SECONDS, Failure, Job, unpacked

_GRACE = 1


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
        _BEGUN.append(_forked())


def _new() -> _Child:
    return _forked() if sys.platform == "linux" else _Started()


def _forked() -> Forked:
    def serve(told: BinaryIO, answers: BinaryIO) -> None:
        from traite_cli.circulating.sandbox import serve

        serve(told, answers)

    return Forked(serve)


class _Child(Protocol):
    """A process that renders a template: told a job and then its values, it answers; it may be ended twice."""

    def tell(self, data: bytes) -> None: ...
    def answer(self, seconds: float) -> bytes: ...
    def end(self) -> None: ...


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
