"""A text that two have changed since it was one: the changes of both, or the places where they meet (a three-way merge).

As git merges: lines are compared, changes that touch conflict unless they are the same, and a conflict is written between marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_Lines = Sequence[bytes]


class Merged(NamedTuple):
    """The text, with marks where both changed the same lines in different ways, and how many places these are."""

    text: bytes
    conflicts: int


class _Hunk(NamedTuple):
    """Lines of the base, from one number to another, and the lines that one side has instead."""

    begin: int
    end: int
    lines: _Lines


def merged(base: bytes, mine: bytes, theirs: bytes, *, names: tuple[str, str]) -> Merged:
    """Bring the changes of both sides together; ``names`` says what the marks call mine and theirs.

    A text of mine with the line ends of Windows keeps them.
    """
    windows = b"\r\n" in mine and mine.count(b"\n") == mine.count(b"\r\n")
    if windows:
        mine = mine.replace(b"\r\n", b"\n")
    made, conflicts = _together(_lines(base), _lines(mine), _lines(theirs), names)
    return Merged(made.replace(b"\n", b"\r\n") if windows else made, conflicts)


def _together(base: _Lines, mine: _Lines, theirs: _Lines, names: tuple[str, str]) -> tuple[bytes, int]:
    parts: list[bytes] = []
    conflicts = at = 0
    for begin, end, ours, others in _met(list(_hunks(base, mine)), list(_hunks(base, theirs))):
        parts += base[at:begin]
        one, other = _applied(base, begin, end, ours), _applied(base, begin, end, others)
        if not others or one == other:
            parts += one
        elif not ours:
            parts += other
        else:
            parts += _marked(one, other, names)
            conflicts += 1
        at = end
    return b"".join([*parts, *base[at:]]), conflicts


def _lines(text: bytes) -> list[bytes]:
    """The lines with their ends: a carriage return alone ends none."""
    return [line + b"\n" for line in text.split(b"\n")[:-1]] + [last for last in text.rpartition(b"\n")[2:] if last]


def _hunks(base: _Lines, side: _Lines) -> Iterator[_Hunk]:
    for tag, begin, end, first, last in SequenceMatcher(None, base, side, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _Hunk(begin, end, side[first:last])


def _met(mine: list[_Hunk], theirs: list[_Hunk]) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
    """The hunks of both sides, those that touch one another together, in the order of the base."""
    mine, theirs = mine[::-1], theirs[::-1]
    while mine or theirs:
        first = min((side[-1] for side in (mine, theirs) if side), key=lambda hunk: (hunk.begin, hunk.end))
        begin, end = first.begin, first.end
        group: tuple[list[_Hunk], list[_Hunk]] = ([], [])
        grown = True
        while grown:
            grown = False
            for side, taken in zip((mine, theirs), group, strict=True):
                while side and side[-1].begin <= end:
                    hunk = side.pop()
                    end = max(end, hunk.end)
                    taken.append(hunk)
                    grown = True
        yield begin, end, *group


def _applied(base: _Lines, begin: int, end: int, hunks: list[_Hunk]) -> list[bytes]:
    """What one side has in the place of some lines of the base."""
    lines: list[bytes] = []
    for hunk in hunks:
        lines += [*base[begin : hunk.begin], *hunk.lines]
        begin = hunk.end
    return [*lines, *base[begin:end]]


def _marked(one: list[bytes], other: list[bytes], names: tuple[str, str]) -> list[bytes]:
    def ended(lines: list[bytes]) -> list[bytes]:
        return [*lines[:-1], lines[-1].removesuffix(b"\n") + b"\n"] if lines else []

    return [f"<<<<<<< {names[0]}\n".encode(), *ended(one), b"=======\n", *ended(other), f">>>>>>> {names[1]}\n".encode()]
