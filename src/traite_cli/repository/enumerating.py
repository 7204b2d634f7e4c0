"""A text with several names in it, cut where one may end: at semicolons and line ends, and then at commas and « et » outside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HARD = re.compile(r"[;\r\n\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[-*•·–—]\s+|\d{1,3}[.)]\s+)?")
# What pasted tables and lists have between columns says no more than a comma.
_SOFT = re.compile(
    r"\s*(?P<comma>,|\t|\||(?<=\s)/(?=\s))\s*(?:(?:et|and|ainsi que)\s+)?"
    r"|\s+(?:et|and|&|\+|ainsi que)\s+|(?P<open>[(\[])|(?P<close>[)\]])"
)


class Atom(NamedTuple):
    """A piece of a text, by its place; whether a comma stands before it."""

    start: int
    end: int
    comma: bool


def chunks(text: str) -> Iterator[str]:
    """What stands between semicolons and line ends, without the marks of a list."""
    for chunk in _HARD.split(text):
        bare = _BULLET.sub("", chunk, count=1).strip(" \t,.")
        if bare:
            yield bare


def atoms(text: str) -> tuple[Atom, ...]:
    """The pieces between commas and « et », what stands in brackets left with what stands before them."""
    return tuple(atom for atom in _atoms(text) if text[atom.start : atom.end].strip(" .,"))


def _atoms(text: str) -> Iterator[Atom]:
    start, depth, comma = 0, 0, False
    for at in _SOFT.finditer(text):
        if at["open"]:
            depth += 1
        elif at["close"]:
            depth = max(depth - 1, 0)
        elif depth == 0:
            yield Atom(start, at.start(), comma)
            start, comma = at.end(), at["comma"] is not None
    yield Atom(start, len(text), comma)
