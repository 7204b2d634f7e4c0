"""What is written to the streams of a process: in letters that they have, until nobody reads any more."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

_KIN = {
    "\u00a0": " ", "\u202f": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "«": '"', "»": '"',
    "\u2013": "-", "\u2014": "-", "\u2026": "...", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "€": "EUR", "→": "->", "•": "*",
}  # fmt: skip


class ClosedPipe(Exception):
    """Whoever read our output stopped reading."""


Said = tuple[bool, bytes]
"""Something that was written: whether aside, to standard error, and its bytes."""


def say_again(said: Iterable[Said], out: TextIO, err: TextIO) -> None:
    """Write what was written before, in the same order. Raises ``ClosedPipe``, ``OSError``."""
    with pipe_may_close():
        for aside, content in said:
            if aside:
                out.flush()
            stream = err if aside else out
            stream.buffer.write(content)
            if aside:
                stream.flush()
        out.flush()


@contextmanager
def pipe_may_close() -> Iterator[None]:
    """Tell whoever reads no more from what else the system refuses. Raises ``ClosedPipe``."""
    try:
        yield
    except OSError as error:
        # Windows answers « invalid argument » where others say that the pipe is broken.
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise ClosedPipe from error
        raise


def spelled(text: str, encoding: str | None) -> str:
    """Spell text with the letters that the encoding has (none: a stream in memory, which has them all)."""
    if text.isascii() or encoding is None or _has(encoding, text):
        return text
    return "".join(_kin(character, encoding) for character in text)


def _kin(character: str, encoding: str) -> str:
    without_accents = "".join(one for one in unicodedata.normalize("NFKD", character) if not unicodedata.combining(one))
    return next((spelling for spelling in (character, _KIN.get(character, without_accents)) if _has(encoding, spelling)), "?")


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
