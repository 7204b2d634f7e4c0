"""The passages of a record that hold the words asked for: a line of its file each, cut to what is around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.index.matching import Token, places, tokens
from traite_cli.index.pieces import Piece
from traite_cli.index.search_terms import Term
from traite_cli.kinds import Record

_BEFORE, _AFTER = 60, 100
_MARKS = " \t#>*-"
"""What a line of Markdown or of a list begins with."""
_GAPS = re.compile(r"[ \t]{2,}(?P<sign>[.,)])?")
"""Where something was left out: a comment, an address; a full stop or a comma behind it follows the word."""
_QUOTES = ('"', "'")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Passage(NamedTuple):
    """A line with the words asked for, from one, with where they stand in what is shown of it."""

    line: int
    column: int
    field: str
    text: str
    marks: tuple[tuple[int, int], ...]


def passages_of(record: Record, pieces: Iterable[tuple[Piece, list[Token]]], wanted: Sequence[Term]) -> Iterator[Passage]:
    """The passages that hold a term, piece by piece; names of other records only where there is nothing else.

    Nothing is shown but the piece itself: what stands beside it on its line may be for others.
    """
    held = [(piece, marks) for piece, found in pieces if (marks := _marks(wanted, found))]
    for piece, marks in [one for one in held if not one[0].is_name_of_other] or held:
        start, end = piece.place()
        if piece.field == "body":
            yield from _lines(record, piece.field, start, piece.text, marks)
            continue
        # A field is shown as the file writes it, when the words stand there as they are read; its quotation marks are YAML's.
        source = record.document.text[start:end]
        if source[:1] in _QUOTES and source[-1:] == source[:1] and len(source) > 1:
            start, source = start + 1, source[1:-1]
        written = _marks(wanted, tokens(source))
        yield from _lines(record, piece.field, start, source, written) if written else (_as_read(record, piece, marks),)


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
    start, _ = piece.place()
    span = record.document.span(start, start)
    text, shown = _cut(_LINE_END.sub(" ", piece.text), marks)
    return Passage(span.line, span.column, piece.field, text, shown)


def _lines(record: Record, field: str, at: int, text: str, marks: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """The lines of a field in which words stand; ``text`` is what is shown of it, character for character as in the file from ``at`` on."""
    by_line: dict[int, list[tuple[int, int]]] = {}
    for start, end in marks:
        by_line.setdefault(text.rfind("\n", 0, start) + 1, []).append((start, end))
    for begin, inside in by_line.items():
        stop = text.find("\n", begin)
        line = text[begin : len(text) if stop < 0 else stop]
        span = record.document.span(at + inside[0][0], at + inside[0][0])
        shown, places_shown = _cut(line, [(start - begin, min(end - begin, len(line))) for start, end in inside])
        yield Passage(span.line, span.column, field, shown, places_shown)


def _closed(text: str) -> str:
    """A text without the gaps in it."""
    return _GAPS.sub(lambda found: found["sign"] or " ", text)


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
    parts, inside = ["… " * (start > begun)], []
    done = start
    for mark, stop in marks:
        if mark < end:
            parts.append(_closed(line[done:mark]))
            before = sum(map(len, parts))
            done = min(stop, end)
            parts.append(line[mark:done])
            inside.append((before, before + done - mark))
    parts += [_closed(line[done:end]).rstrip(), " …" * (end < len(line.rstrip()))]
    return "".join(parts), tuple(inside)
