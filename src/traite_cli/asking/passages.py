"""The passages of a record that hold the words asked for: a line of its file each, cut to what is around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.index.asked import Term
from traite_cli.index.matching import Token, places, tokens
from traite_cli.index.pieces import Piece
from traite_cli.kinds import Record

_BEFORE, _AFTER = 60, 100
_MARKS = " \t#>*-"
"""What a line of Markdown or of a list begins with."""
_LINE_END = re.compile(r"\r\n|\n|\r")


class Passage(NamedTuple):
    """A line with the words asked for, from one, with where they stand in what is shown of it."""

    line: int
    column: int
    field: str
    text: str
    marks: tuple[tuple[int, int], ...]


def passages_of(record: Record, pieces: Iterable[tuple[Piece, list[Token]]], wanted: Sequence[Term]) -> Iterator[Passage]:
    """The passages that hold a term, piece by piece; names of other records only where there is nothing else."""
    held = [(piece, marks) for piece, found in pieces if (marks := _marks(wanted, found))]
    for piece, marks in [one for one in held if not one[0].is_name_of_other] or held:
        if piece.field != "body":
            # A field is shown as the file writes it, when the words stand there as they are read.
            source = record.document.text[piece.start : piece.end]
            written = _marks(wanted, tokens(source))
            if not written:
                yield _as_read(record, piece, marks)
                continue
            yield from _lines(record, piece, written)
        else:
            yield from _lines(record, piece, marks)


def _marks(wanted: Sequence[Term], found: Sequence[Token]) -> list[tuple[int, int]]:
    """Where terms stand, those that touch made one."""
    marks: list[tuple[int, int]] = []
    for start, end in sorted({place for term in wanted for place in places(term, found)}):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return marks


def _as_read(record: Record, piece: Piece, marks: Sequence[tuple[int, int]]) -> Passage:
    """A field whose source spells it otherwise (with escapes): as it is read, at the place where it begins."""
    span = record.document.span(piece.start, piece.start)
    text, shown = _cut(_LINE_END.sub(" ", piece.text), marks)
    return Passage(span.line, span.column, piece.field, text, shown)


def _lines(record: Record, piece: Piece, marks: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """The lines of the file in which words stand."""
    by_line: dict[int, list[tuple[int, int]]] = {}
    document = record.document
    for start, end in marks:
        span = document.span(piece.start + start, piece.start + end)
        by_line.setdefault(span.line, []).append((span.column - 1, max(span.end_column - 1, span.column)))
    for number, inside in by_line.items():
        text, shown = _cut(document.line(number), inside)
        yield Passage(number, inside[0][0] + 1, piece.field, text, shown)


def _cut(line: str, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What is around the first mark, whole words, and the marks in it."""
    first, last = marks[0]
    begun = len(line) - len(line.lstrip(_MARKS))
    start = begun
    if first - begun > _BEFORE:
        # Not in the middle of a word, unless it is a very long one.
        start = line.rfind(" ", first - 2 * _BEFORE, first - _BEFORE) + 1 or (begun if first <= 2 * _BEFORE else first - _BEFORE)
    end = len(line)
    if end > last + _AFTER:
        space = line.find(" ", last + _AFTER, last + 2 * _AFTER)
        end = space if space >= 0 else min(end, last + 2 * _AFTER)
    start = min(max(start, begun), first)
    before, after = "… " * (start > begun), " …" * (end < len(line))
    inside = tuple((mark - start + len(before), min(stop, end) - start + len(before)) for mark, stop in marks if mark < end)
    return f"{before}{line[start:end].rstrip()}{after}", inside
