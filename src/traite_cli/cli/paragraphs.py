"""Text in lines as wide as the screen, painted pieces in it, with a mark before it in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from traite_cli.cli.pieces import Painted, Piece, Role, text_of
from traite_cli.cli.tables import wrapped
from traite_cli.diagnostics.visible import safe, width

_NARROWEST = 30
"""Below this a column of words is a column of syllables: the text goes under its mark."""
_INDENT = 2
_SPACES = re.compile(r"[ \n\t\r]+")
_WIDEST_MARK = 44


def flowed(pieces: Sequence[Piece], room: int | None) -> Iterator[list[Piece]]:
    """Lay pieces out one behind the other, a space between them, in lines of at most ``room`` columns (none: one line)."""
    words = [(word, piece) for piece in pieces for word in _SPACES.split(safe(text_of(piece))) if word]
    text = " ".join(word for word, _ in words)
    left = list(reversed(words))
    for line in wrapped(text, room, chop=False) if room else [text]:
        yield list(_line(line, left))


def _line(line: str, left: list[tuple[str, Piece]]) -> Iterator[Piece]:
    """Give a line of words back to the pieces they came from; ``left`` are the words not set yet, the next one last."""
    roles: list[tuple[str, Role | None]] = []
    for _ in range(len(line.split(" "))):
        word, piece = left.pop()
        roles.append((word, None if isinstance(piece, str) else piece.role))
    first = True
    for role, group in groupby(roles, key=lambda pair: pair[1]):
        text = ("" if first else " ") + " ".join(part for part, _ in group)
        first = False
        yield text if role is None else Painted(text, role)


def folded(pieces: Sequence[Piece], room: int | None) -> Iterator[list[Piece]]:
    """Break one line into as many as the room asks for, each as far in as the first (none, or more than one line given: as it is)."""
    text = safe("".join(map(text_of, pieces)))
    begin = len(text) - len(text.lstrip(" "))
    if room is None or width(text) <= room or "\n" in text:
        yield list(pieces)
        return
    at = begin
    for row in wrapped(text[begin:], max(room - begin, _NARROWEST), chop=False):
        at = text.index(row, at)
        yield [" " * begin, *_between(pieces, at, at + len(row))]
        at += len(row)


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The part of a line from one place of its text to another, in the pieces' roles."""
    place = 0
    for piece in pieces:
        text = safe(text_of(piece))
        part = text[max(start - place, 0) : max(end - place, 0)]
        place += len(text)
        if part:
            yield part if isinstance(piece, str) else Painted(part, piece.role)


def column_of(marks: Sequence[Sequence[Piece]], room: int | None) -> int:
    """How wide the column of some marks is, the space behind it included; 0 where there is no room for one."""
    widths = [width(" ".join(text_of(piece) for piece in mark)) for mark in marks]
    most = _WIDEST_MARK if room is None else max(room // 3, _NARROWEST // 2)
    fitting = [one for one in widths if one <= most]
    # A long mark may stand on a line of its own; where most do, all might as well.
    if not any(fitting) or 2 * len(fitting) < len(widths):
        return 0
    wanted = max(fitting) + _INDENT
    return wanted if room is None or room - wanted - _INDENT >= _NARROWEST else 0


def marked(mark: Sequence[Piece], texts: Sequence[Sequence[Piece]], column: int, room: int | None) -> Iterator[list[Piece]]:
    """A mark with the texts that it stands before, each beginning a line; under it where there is no column for it."""
    head = " ".join(text_of(piece) for piece in mark)
    beside = bool(column) and width(head) <= column - _INDENT
    indent = " " * (_INDENT + (column or _INDENT * bool(mark)))
    left = None if room is None else max(room - len(indent), 1)
    lines = [line for text in texts for line in flowed(text, left)]
    if mark and not beside:
        yield from ([" " * _INDENT, *line] for line in flowed(mark, None if room is None else room - _INDENT))
    for number, line in enumerate(lines):
        if beside and mark and not number:
            pieces = [piece for part in mark for piece in (part, " ")][:-1]
            yield [" " * _INDENT, *pieces, " " * (column - width(head)), *line]
        else:
            yield [indent, *line]


def prose(text: str, room: int | None) -> Iterator[str]:
    """A body, line by line; a line that is too long goes on under its own beginning."""
    for line in safe(text).splitlines():
        begin = len(line) - len(line.lstrip(" "))
        if room is None or width(line) <= room:
            yield line
        else:
            yield from (" " * begin + part for part in wrapped(line.lstrip(" "), max(room - begin, 1)))
