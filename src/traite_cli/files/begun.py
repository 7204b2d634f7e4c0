"""A program begun now, whose answer is read later: what it takes passes while something else is done."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Mapping
from contextlib import suppress

_AT_ONCE = 1 << 16


class Begun:
    """A child of ours that writes its answer to us and reads nothing. Raises ``OSError`` where it cannot be begun."""

    def __init__(self, words: list[str], surroundings: Mapping[str, str]) -> None:
        # The module that would do this imports for longer than git takes to answer.
        self._out, into = os.pipe()
        nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, flags, 0) for number, flags in ((0, os.O_RDONLY), (2, os.O_WRONLY))]
        actions = [*nowhere, (os.POSIX_SPAWN_DUP2, into, 1)]
        try:
            self._number: int | None = os.posix_spawn(words[0], words, surroundings, file_actions=actions)
        except OSError:
            os.close(self._out)
            raise
        finally:
            os.close(into)

    def answer(self, most_seconds: float) -> bytes | None:
        """All that it wrote; None where it failed, or took too long."""
        import select

        parts: list[bytes] = []
        end = time.monotonic() + most_seconds
        waiting = select.poll()
        waiting.register(self._out, select.POLLIN)
        try:
            while waiting.poll(max(end - time.monotonic(), 0) * 1000):
                part = os.read(self._out, _AT_ONCE)
                if not part:
                    return b"".join(parts) if self._ended() == 0 else None
                parts.append(part)
        finally:
            os.close(self._out)
        self.stop()
        return None

    def stop(self) -> None:
        """End it, whatever it does, if it has not ended."""
        if self._number is not None:
            with suppress(OSError):
                os.kill(self._number, signal.SIGKILL)
            self._ended()

    def _ended(self) -> int:
        number, self._number = self._number, None
        try:
            return -1 if number is None else os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        except OSError:
            return -1


class _Started:
    """The same where a system has no such quick way."""

    def __init__(self, words: list[str], surroundings: Mapping[str, str]) -> None:
        import subprocess

        nowhere = subprocess.DEVNULL
        self._child = subprocess.Popen(  # noqa: S603  # git, with arguments of our own
            words, stdin=nowhere, stdout=subprocess.PIPE, stderr=nowhere, env=surroundings
        )

    def answer(self, most_seconds: float) -> bytes | None:
        """All that it wrote; None where it failed, or took too long."""
        import subprocess

        try:
            said, _ = self._child.communicate(timeout=most_seconds)
        except subprocess.TimeoutExpired:
            self.stop()
            return None
        return said if self._child.returncode == 0 else None

    def stop(self) -> None:
        """End it, whatever it does, if it has not ended."""
        with self._child:
            self._child.kill()


CAN_BEGIN = hasattr(os, "posix_spawn")
"""Whether this system has what it takes."""


def begun(words: list[str], surroundings: Mapping[str, str]) -> Begun | _Started:
    """A program begun now, however this system begins one. Raises ``OSError``."""
    return (Begun if CAN_BEGIN else _Started)(words, surroundings)
