"""The line that tells a person at a terminal how far a long piece of work has come, and wipes itself away.

Nothing is shown before a second has passed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from traite_cli.diagnostics.visible import visible, width

_PATIENCE = 1.0
_PAUSE = 0.1


class Progress:
    """How far one piece of work has come. Without a ``stream`` it says nothing."""

    def __init__(self, stream: TextIO | None, label: str, total: int, room: int = 80, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream = stream
        self.label = label
        self.total = total
        self.room = room
        self.clock = clock
        self._due = clock() + _PATIENCE
        self._shown = 0

    def reached(self, done: int, total: int = 0) -> None:
        """Tell that ``done`` are done, of ``total`` where that is known only now."""
        self.total = total or self.total
        if self.stream is None or (now := self.clock()) < self._due:
            return
        self._due = now + _PAUSE
        self._draw(f"{visible(self.label)} {done}/{self.total}" if self.total else visible(self.label))

    def wipe(self) -> None:
        """Leave the line as it was."""
        if self._shown:
            self._draw("")

    def _draw(self, text: str) -> None:
        if self.stream is None:
            return
        # A line that reaches the last column scrolls, and could not be wiped.
        text = text if width(text) < self.room else ""
        self.stream.write("\r" + text + " " * (self._shown - width(text)) + ("" if text else "\r"))
        self.stream.flush()
        self._shown = width(text)
