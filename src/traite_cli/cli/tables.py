"""Tables as lines of pieces: columns aligned by what the eye sees, without boxes.

For a terminal a table is made as wide as the screen and long cells go on in the next line: nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from traite_cli.cli.pieces import Painted, Piece, Role, safe, width

_GAP = 2
# Below this a column of words is a column of syllables; a narrower screen wraps the lines itself.
_NARROWEST = 8


def lines(
    headings: Sequence[str], rows: Iterable[Sequence[Piece]], *, room: int | None = None, right: Collection[int] = ()
) -> Iterator[list[Piece]]:
    """Lay a table out, heading first.

    ``room`` is the width to keep to (none: as wide as the cells are), ``right`` the columns set flush right.
    """
    table: list[list[Piece]] = [[Painted(heading, Role.HEADING) for heading in headings], *([_flat(cell) for cell in row] for row in rows)]
    widths = _fitted([max(width(_text(cell)) for cell in column) for column in zip(*table, strict=True)], room)
    for row in table:
        yield from _row(row, widths, right)


def wrapped(text: str, room: int) -> list[str]:
    """Break text into lines of at most ``room`` columns, between words where that can be (never at a no-break space)."""
    broken = [""]
    for word in text.split(" "):
        joined = f"{broken[-1]} {word}" if broken[-1] else word
        if width(joined) <= room:
            broken[-1] = joined
        else:
            first, *rest = _chopped(word, room)
            broken[-1:] = [broken[-1], first, *rest] if broken[-1] else [first, *rest]
    return broken


def _row(cells: Sequence[Piece], widths: Sequence[int], right: Collection[int]) -> Iterator[list[Piece]]:
    columns = [wrapped(_text(cell), room) for cell, room in zip(cells, widths, strict=True)]
    for texts in zip_longest(*columns, fillvalue=""):
        line: list[Piece] = []
        pending = ""
        for number, (text, cell) in enumerate(zip(texts, cells, strict=True)):
            blank = " " * (widths[number] - width(text))
            if text:
                line += [pending + blank if number in right else pending, _like(cell, text)]
                pending = ""
            pending += " " * _GAP if text and number in right else blank + " " * _GAP
        yield line


def _fitted(natural: Sequence[int], room: int | None) -> list[int]:
    if room is None:
        return list(natural)
    free = room - _GAP * (len(natural) - 1)
    widths = [min(one, max(free, _NARROWEST)) for one in natural]
    while sum(widths) > free and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _chopped(word: str, room: int) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and width(parts[-1] + character) > room:
            parts.append("")
        parts[-1] += character
    return parts


def _flat(cell: Piece) -> Piece:
    return _like(cell, " ".join(safe(_text(cell)).split("\n")).replace("\t", " "))


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text


def _like(cell: Piece, text: str) -> Piece:
    return text if isinstance(cell, str) else Painted(text, cell.role)
