"""The only module that knows the screen: data goes to standard output, talk to standard error.

Colours follow ``--color``, then https://no-color.org, and are for terminals only. A character that the screen's
encoding lacks is replaced by its nearest kin; it never stops the work.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, TextIO

from traite_cli.cli.paragraphs import folded
from traite_cli.cli.pieces import Piece, render
from traite_cli.cli.streams import ClosedPipe, Said, pipe_may_close, spelled
from traite_cli.cli.tables import lines, wrapped
from traite_cli.diagnostics.visible import safe, visible, width

if TYPE_CHECKING:
    from traite_cli.cli.progress import Progress

_NARROWEST = 20
"""A text is set no narrower, whatever the screen."""


class Console(NamedTuple):
    """Where a command's answers and remarks go."""

    out: TextIO
    err: TextIO
    colour_out: bool = False
    colour_err: bool = False
    verbosity: int = 0
    moves_back: bool = True
    """Whether a line can be written over: a dumb terminal only goes on."""
    heard: list[Said] | None = None
    """Where what is written is noted as well."""

    @classmethod
    def of(cls, color: str, verbosity: int, environ: Mapping[str, str]) -> Console:
        """Give the console on this process's streams: ``color`` is ``auto``, ``always`` or ``never``."""
        # Python has None for a stream that was closed before it began (`traite >&-`).
        out, err = sys.stdout or _nowhere(), sys.stderr or _nowhere()
        return cls(out, err, wants_colour(out, color, environ), wants_colour(err, color, environ), verbosity, environ.get("TERM") != "dumb")

    def data(self, *pieces: Piece, end: str = "\n") -> None:
        """Write to standard output what was asked for."""
        self._write(self.out, "".join(render(piece, colour=self.colour_out) for piece in pieces) + end)

    def raw(self, content: bytes) -> None:
        """Write bytes to standard output as they are: a document, or text whose encoding is promised."""
        if self.heard is not None:
            self.heard.append((False, content))
        with pipe_may_close():
            self.out.flush()
            self.out.buffer.write(content)

    def markdown(self, text: str) -> None:
        """Write Markdown to standard output, as UTF-8 whatever the screen: with nothing in it that a terminal would obey."""
        self.raw(safe(text).encode("utf-8", "backslashreplace"))

    def _write(self, stream: TextIO, text: str) -> None:
        text = spelled(text, stream.encoding)
        if self.heard is not None:
            self.heard.append((stream is self.err, text.encode(stream.encoding or "utf-8")))
        with pipe_may_close():
            stream.write(text)

    @property
    def room(self) -> int | None:
        """How wide standard output is; None where that is no terminal, and lines are as long as they are."""
        return shutil.get_terminal_size().columns if self.out.isatty() else None

    @property
    def height(self) -> int | None:
        """How many lines standard output shows at once; None where that is no terminal."""
        return shutil.get_terminal_size().lines if self.out.isatty() else None

    @property
    def room_to_talk(self) -> int | None:
        """How wide standard error is; None where that is no terminal."""
        return shutil.get_terminal_size().columns if self.err.isatty() else None

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[Piece]], *, right: Collection[int] = (), whole: Collection[int] = ()
    ) -> None:
        """Write a table to standard output; a terminal gets it as wide as it is."""
        for line in lines(headings, rows, room=self.room, right=right, whole=whole):
            self.data(*line)

    def paragraph(self, *pieces: Piece, indent: int = 0) -> None:
        """Write a text to standard output, with the other pieces before it; a terminal gets it in lines as wide as it is."""
        *before, text = pieces
        first = [" " * indent, *(part for piece in before for part in (piece, " "))]
        taken = sum(width(part if isinstance(part, str) else part.text) for part in first)
        words = visible(text if isinstance(text, str) else text.text)
        rows = wrapped(words, max(shutil.get_terminal_size().columns - taken, _NARROWEST)) if self.out.isatty() else [words]
        for number, row in enumerate(rows):
            self.data(*(first if not number else [" " * taken]), row)

    def say(self, *pieces: Piece) -> None:
        """Remark something on standard error, unless asked to be quiet."""
        self.detail(*pieces, level=0)

    def detail(self, *pieces: Piece, level: int = 1) -> None:
        """Remark what only those want to know who asked for it: ``-v`` is level 1, ``-vv`` level 2."""
        if self.verbosity >= level:
            self.complain(*pieces)

    def complain(self, *pieces: Piece) -> None:
        """Say on standard error what must be said even to those who asked for quiet; a terminal gets it in lines as wide as it is."""
        for line in folded(pieces, self.room_to_talk):
            self.flush()  # keeps data and talk in order where both go to one file
            self._write(self.err, "".join(render(piece, colour=self.colour_err) for piece in line) + "\n")

    @contextmanager
    def progress(self, label: str, total: int = 0) -> Iterator[Progress]:
        """Show how far work has come, when it takes over a second and a person is looking."""
        from traite_cli.cli.progress import Progress

        looking = self.err.isatty() and self.verbosity >= 0 and self.moves_back
        shown = Progress(self.err if looking else None, spelled(label, self.err.encoding), total, shutil.get_terminal_size().columns)
        try:
            yield shown
        finally:
            shown.wipe()

    def flush(self) -> None:
        """Send out what is still held back."""
        with pipe_may_close():
            self.out.flush()

    def let_go(self) -> None:
        """Send out what is still held back or, where that fails, nowhere: the process's end would only fail on it again."""
        try:
            self.flush()
        except (ClosedPipe, OSError):
            with suppress(OSError, ValueError):  # a stream in memory has no number
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self.out.fileno())
                os.close(nowhere)


def wants_colour(stream: TextIO, color: str, environ: Mapping[str, str]) -> bool:
    """Tell whether what goes to the stream is to be coloured."""
    if color != "auto":
        return color == "always"
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb" and stream.isatty() and _obeys_colours(stream)


def _obeys_colours(stream: TextIO) -> bool:
    """Tell whether the terminal knows colour codes; Windows' own console must be asked to."""
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
    handle = msvcrt.get_osfhandle(stream.fileno())
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | 4))


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 (stands for a stream of the process, to its end)
