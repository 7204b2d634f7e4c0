"""Fields that were left below the front matter: a second block of them, or lines written under the one that closes it.

Prose may begin with a word and a colon, so only the names of the kind's own fields count, in the first lines of the text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from traite_cli.syntax import Entry, Mapping, Scalar, Unreadable

_BEGINNING = re.compile(r"\s*(?P<fence>---[ \t]*\r?\n\s*)?(?=[a-z])")
_LINE = re.compile(r"(?P<key>[a-z_]+):(?=\s)[^\n]*(?:\n[ \t]*(?:-[ \t]|[ \t])[^\n]*)*\n?")


class Left(NamedTuple):
    """Fields outside: their keys, and where the first of them or the line before it stands; ``variant`` says how they came there."""

    start: int
    end: int
    variant: str
    keys: tuple[Scalar, ...]

    def entries(self, header: Mapping) -> Iterator[Entry]:
        """What stands in the header for those that it lacks, so that they are not missing as well."""
        for key in self.keys:
            if header.get(key.text) is None:
                yield Entry(key, Unreadable(key.end, key.end))


def left_outside(text: str, start: int, known: Container[str]) -> Left | None:
    """The fields that a text begins with at ``start``; None where it begins as a text does."""
    beginning = _BEGINNING.match(text, start)
    keys = tuple(_keys(text, beginning.end(), known)) if beginning is not None else ()
    if beginning is None or not keys:
        return None
    if beginning["fence"]:
        at = beginning.start("fence")
        return Left(at, at + _FENCE, "second", keys)
    return Left(keys[0].start, keys[0].end, "", keys)


def _keys(text: str, at: int, known: Container[str]) -> Iterator[Scalar]:
    while (found := _LINE.match(text, at)) and found["key"] in known:
        yield Scalar(found["key"], plain=True, start=at, end=found.end("key"))
        at = found.end()


_FENCE = len("---")
