"""A terminal made for a test: what a person would type is typed, and what the person would see is kept."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
"""What French puts before its signs is for the eye: a test is written with spaces."""
_DRAWN = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
"""What moves and paints on a terminal that is drawn on."""
_PATIENCE = 20.0


class Terminal:
    """The command line, run with a terminal of its own: nothing here looks at a screen but the test."""

    def __init__(self, folder: Path, *arguments: str, environment: Mapping[str, str] | None = None, columns: int = 120) -> None:
        import fcntl
        import pty
        import termios

        self._own, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRAITE_", "NO_COLOR", "COLUMNS", "LINES"))}
        # What draws sends the blank behind the sign of the prompt by itself.
        self._prompt = "> " if (environment or {}).get("TERM", "dumb") == "dumb" else ">"

        def begin() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            # Tests that were started in the background were told to ignore Ctrl-C, and would hand that on.
            signal.signal(signal.SIGINT, signal.SIG_DFL)

        self._process = subprocess.Popen(
            [sys.executable, "-m", "traite_cli", *arguments],
            cwd=folder,
            env={**kept, "TERM": "dumb", "PYTHONIOENCODING": "utf-8", **(environment or {})},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=begin,
        )
        os.close(theirs)
        self.seen = ""
        self._read = 0
        self._bytes = b""

    def expect(self, text: str) -> None:
        """Wait until a text is seen behind what was seen before."""
        until = time.monotonic() + _PATIENCE
        while (place := self.seen.find(text, self._read)) < 0:
            if time.monotonic() > until or not self._more(until):
                msg = f"{text!r} was not seen:\n{self.seen}"
                raise AssertionError(msg)
        self._read = place + len(text)

    def type(self, text: str, end: str = "\r") -> None:
        """Type a text and Enter."""
        os.write(self._own, (text + end).encode())

    def answer(self, *pairs: tuple[str, str]) -> None:
        """Wait for each question, and type its answer."""
        for question, answer in pairs:
            self.expect(question)
            self.expect(self._prompt)
            self.type(answer)

    def interrupt(self) -> None:
        """Press Ctrl-C, when the command has settled down to wait: no hand is so quick as to do it before."""
        time.sleep(0.2)
        self.type("\x03", "")

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self._own)
        self._own = -1

    def ends(self) -> int:
        """Wait until the command has ended, and give its exit code."""
        until = time.monotonic() + _PATIENCE
        while self._own >= 0 and self._more(until):
            pass
        return self._process.wait(_PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(_PATIENCE)
        if self._own >= 0:
            os.close(self._own)

    def _more(self, until: float) -> bool:
        ready, _, _ = select.select([self._own], [], [], max(0.0, until - time.monotonic()))
        data = b""
        if ready:
            with contextlib.suppress(OSError):  # Linux says so when nobody writes any more
                data = os.read(self._own, 1 << 16)
        self._bytes += data
        self.seen = _DRAWN.sub("", self._bytes.decode("utf-8", "replace")).replace("\r\n", "\n").translate(_SPACES)
        return bool(data)
