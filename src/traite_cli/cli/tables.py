"""Tables as lines of pieces: columns aligned by what the eye sees, without boxes.

For a terminal a table is made as wide as the screen and long cells go on in the next line. Where the columns have no room beside each
other, a last one that stays whole goes under its row; where that does not help, each row is told in lines of its own. Nothing is ever
cut off.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from traite_cli.cli.pieces import Painted, Piece, Role, text_of
from traite_cli.diagnostics.visible import safe, width

_GAP = 2
_COMFORTABLE, _NARROWEST = 28, 18
"""A column of sentences had better not be narrower; and below this it is a column of words, one on a line."""

_BETWEEN_WORDS = re.compile(r"(?<!«) (?![:;?!»](?: |$))")
"""A space where a line may end: records have ordinary ones where French wants none broken, before « : » and inside the quotation marks."""


def lines(
    headings: Sequence[str],
    rows: Sequence[Sequence[Piece]],
    *,
    room: int | None = None,
    right: Collection[int] = (),
    whole: Collection[int] = (),
) -> Iterator[list[Piece]]:
    """Lay a table out, heading first.

    ``room`` is the width to keep to (none: as wide as the cells are), ``right`` the columns set flush right, ``whole`` those whose cells
    are never broken.
    """
    head: list[Piece] = [Painted(heading, Role.HEADING) for heading in headings]
    table = [head, *([_flat(cell) for cell in row] for row in rows)]
    last = len(headings) - 1
    kept = {*right, *whole}
    beside = [row[:last] for row in table] if last in whole else table
    tried = ((table, _COMFORTABLE), (beside, _COMFORTABLE), (beside, _NARROWEST))
    widths = next((found for rows, narrowest in tried if (found := _fitted(rows, kept, room, narrowest)) is not None), None)
    if widths is None:
        yield from _told_one_by_one(head, table[1:], room or 0)
        return
    for row in table:
        yield from _row(row[: len(widths)], widths, right)
        yield from ([" " * _GAP, cell if row is head else Painted(text_of(cell), Role.FAINT)] for cell in row[len(widths) :])


def fits(table: Sequence[Sequence[str]], whole: Collection[int], room: int | None, *, closely: bool) -> bool:
    """Whether all columns stand beside each other, comfortably or at least ``closely``; ``table`` is the head and the rows."""
    return _fitted(table, whole, room, _NARROWEST if closely else _COMFORTABLE) is not None


def _told_one_by_one(head: Sequence[Piece], rows: Sequence[Sequence[Piece]], room: int) -> Iterator[list[Piece]]:
    """Each row in lines of its own, a cell a line under its heading; a word longer than the line is left to the terminal."""
    column = max(width(text_of(heading)) for heading in head) + _GAP
    for number, row in enumerate(rows):
        if number:
            yield []
        for heading, cell in zip(head, row, strict=True):
            parts = wrapped(text_of(cell), max(room - column, _NARROWEST), chop=False) if text_of(cell) else []
            for place, part in enumerate(parts):
                pad = column - (0 if place else width(text_of(heading)))
                yield [*([] if place else [heading]), " " * pad, like(cell, part)]


def wrapped(text: str, room: int, *, chop: bool = True) -> list[str]:
    """Break text into lines of at most ``room`` columns, between words (never at a no-break space, or where French has one).

    A word that is longer than a line is broken too, unless ``chop`` is False.
    """
    if width(text) <= room and not text.startswith(" "):
        return [text]
    broken = [""]
    tied = _BETWEEN_WORDS.split(text)
    for word in (part for group in tied for part in ([group] if width(group) <= room else group.split(" "))):
        joined = f"{broken[-1]} {word}" if broken[-1] else word
        if width(joined) <= room:
            broken[-1] = joined
        else:
            first, *rest = _chopped(word, room) if chop else [word]
            broken[-1:] = [broken[-1], first, *rest] if broken[-1] else [first, *rest]
    return broken


def _row(cells: Sequence[Piece], widths: Sequence[int], right: Collection[int]) -> Iterator[list[Piece]]:
    columns = [wrapped(text_of(cell), room) for cell, room in zip(cells, widths, strict=True)]
    for texts in zip_longest(*columns, fillvalue=""):
        line: list[Piece] = []
        pending = ""
        for number, (text, cell) in enumerate(zip(texts, cells, strict=True)):
            blank = " " * (widths[number] - width(text))
            if text:
                line += [pending + blank if number in right else pending, like(cell, text)]
                pending = ""
            pending += " " * _GAP if text and number in right else blank + " " * _GAP
        yield line


def _fitted(table: Sequence[Sequence[Piece]], whole: Collection[int], room: int | None, narrowest: int) -> list[int] | None:
    """How wide each column is; None where there is no room for all.

    Columns of sentences give way first, down to ``narrowest``; then those of a few words, down to the longest of these.
    """
    columns = [[text_of(cell) for cell in column] for column in zip(*table, strict=True)]
    natural = [max(map(width, column)) for column in columns]
    if room is None:
        return natural
    free = room - _GAP * (len(natural) - 1)
    sentences = [one if number in whole else min(one, narrowest) for number, one in enumerate(natural)]
    least = [
        _longest_word(columns[number]) if number not in whole and natural[number] <= _NARROWEST else one
        for number, one in enumerate(sentences)
    ]
    widths = _narrowed(_narrowed(natural, sentences, free), least, free)
    return widths if sum(widths) <= free else None


def _narrowed(widths: Sequence[int], least: Sequence[int], free: int) -> list[int]:
    """Take from the widest column, again and again, until all fit or none may give way."""
    narrowed = list(widths)
    while sum(narrowed) > free:
        foldable = [number for number, one in enumerate(narrowed) if one > least[number]]
        if not foldable:
            break
        narrowed[max(foldable, key=narrowed.__getitem__)] -= 1
    return narrowed


def _longest_word(column: Sequence[str]) -> int:
    return max(width(word) for text in column for word in _BETWEEN_WORDS.split(text))


def _chopped(word: str, room: int) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and width(parts[-1] + character) > room:
            parts.append("")
        parts[-1] += character
    return parts


def _flat(cell: Piece) -> Piece:
    return like(cell, " ".join(safe(text_of(cell)).split("\n")).replace("\t", " "))


def like(cell: Piece, text: str) -> Piece:
    """A text painted as a piece is."""
    return text if isinstance(cell, str) else Painted(text, cell.role)
