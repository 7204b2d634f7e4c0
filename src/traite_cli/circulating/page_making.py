"""The page of a Markdown text, made in a process of its own that has imported what makes pages while the records were read.

Where there is none, or it has come to nothing, the page is made here.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from traite_cli.circulating.forked import Forked

_SECONDS = 60
_MADE = b"+"
_CODING = ("utf-8", "surrogatepass")
_BEGUN: list[Forked] = []


@contextmanager
def beginning() -> Iterator[None]:
    """Begin a process for the next page, where that costs nothing; it ends with the ``with`` block."""
    begun: list[Forked] = []
    if sys.platform == "linux":
        with suppress(OSError):  # there are too many: the page is made here
            begun.append(Forked(_serve))
    _BEGUN.extend(begun)
    try:
        yield
    finally:
        for one in begun:
            one.end()
        _BEGUN.clear()


def made_ready() -> None:
    """Have what makes a page imported, where it will be made here."""
    if not _BEGUN:
        page_of(" ")


def page_of(markdown: str) -> str:
    """The page of a text, as HTML of which nothing can act."""
    made = _answer(_BEGUN.pop(), markdown) if _BEGUN else b""
    if made.startswith(_MADE):
        return made.removeprefix(_MADE).decode(*_CODING)
    # What went wrong there is told here.
    return _sanitised(markdown)


def _answer(process: Forked, markdown: str) -> bytes:
    process.tell(pickle.dumps(markdown))
    try:
        return process.answer(_SECONDS)
    except TimeoutError:
        return b""


def _serve(told: BinaryIO, answers: BinaryIO) -> None:
    _sanitised(" ")
    markdown: str = pickle.load(told)  # noqa: S301  # written by the parent
    answers.write(_MADE + _sanitised(markdown).encode(*_CODING))


def _sanitised(markdown: str) -> str:
    from traite_cli.circulating.sanitise import sanitise

    return sanitise(markdown)
