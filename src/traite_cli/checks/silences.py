"""The comments of a record that silence a fault: which codes, for what reason, on which lines.

In front matter ``# traite: ignore[TR412] reason`` is for its own line, or for the next one when it has a line to itself; in the body
``<!-- traite: ignore[TR412] reason -->`` is for the paragraph that follows, up to the next empty line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from traite_cli.syntax import Document, Mapping, Node, Scalar, Sequence

# « traite » is a word of the field: only a comment that goes on with « ignore » is meant for the program.
_MEANT = r"traite[ \u00a0\u202f]?:\s*+(?=ignor)"
_IN_HEADER = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*+{_MEANT}[^\r\n]*", re.MULTILINE)
_IN_BODY = re.compile(rf"<!--\s*+{_MEANT}")
_SAID = re.compile(r"ignore[ \t]*\[(?P<codes>[^\[\]]*)\](?P<reason>.*)", re.DOTALL)
_WORD = re.compile(r"[^\s,]+")
_BEFORE_PARAGRAPH = re.compile(r"\s*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\r?\n")
_MOST, _MOST_CODES = 200, 20
"""In a file, and in a comment; where somebody silences more, something else is wrong, and it is told."""


class Word(NamedTuple):
    """A code as a comment names it, with its place."""

    text: str
    start: int
    end: int


class Silence(NamedTuple):
    """A comment at its place; it names no code where it is not understood. ``first`` and ``last`` are the lines that it is for."""

    start: int
    end: int
    codes: tuple[Word, ...]
    reason: str
    first: int
    last: int


def silences_of(document: Document) -> tuple[Silence, ...]:
    """The comments of a file that silence something, or are meant to."""
    return tuple(islice(_of_header(document), _MOST)) + tuple(islice(_of_body(document), _MOST))


def _of_header(document: Document) -> Iterator[Silence]:
    header = document.header
    if header is None:
        return
    texts = sorted((scalar.start, scalar.end) for scalar in _scalars(header))
    for found in _IN_HEADER.finditer(document.text, document.header_start, document.body_start):
        before = bisect_right(texts, (found.start(), len(document.text)))
        if before and found.start() < texts[before - 1][1]:
            continue  # a number sign in quotes or in a block of text begins no comment
        line = document.line_of(found.start())
        meant = line if document.line(line)[: found.start() - _line_start(document, found.start())].strip() else _next_line(document, line)
        yield _silence(document, found.start(), found.end(), (meant, meant))


def _scalars(node: Node) -> Iterator[Scalar]:
    waiting: list[Node] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Scalar):
            yield one
        elif isinstance(one, Sequence):
            waiting += one.items
        elif isinstance(one, Mapping):
            waiting += [part for entry in one.entries for part in (entry.key, entry.value)]


def _line_start(document: Document, place: int) -> int:
    return max(document.text.rfind("\n", 0, place), document.text.rfind("\r", 0, place)) + 1


def _next_line(document: Document, line: int) -> int:
    """The line that a comment with a line to itself is for: the next one that is no comment."""
    last = document.line_of(document.body_start)
    return next((number for number in range(line + 1, last) if not document.line(number).lstrip().startswith("#")), last)


def _of_body(document: Document) -> Iterator[Silence]:
    text = document.text
    for found in _IN_BODY.finditer(text, document.body_start):
        end = text.find("-->", found.end())
        if end < 0:
            return  # a comment that is never closed is text
        end += len("-->")
        start = _paragraph_after(text, end)
        stop = _PARAGRAPH_END.search(text, start)
        lines = document.line_of(start), document.line_of(stop.start() if stop else len(text))
        yield _silence(document, found.start(), end, lines)


def _paragraph_after(text: str, place: int) -> int:
    found = _BEFORE_PARAGRAPH.match(text, place)
    return found.end() if found else place


def _silence(document: Document, start: int, end: int, lines: tuple[int, int]) -> Silence:
    said = _SAID.search(document.text, start, end)
    if said is None:
        return Silence(start, end, (), "", *lines)
    place = said.start("codes")
    found = islice(_WORD.finditer(said["codes"]), _MOST_CODES)
    codes = tuple(Word(word[0], place + word.start(), place + word.end()) for word in found)
    reason = said["reason"].removesuffix("-->").strip(" \t\r\n:–—-")
    return Silence(start, end, codes, reason, *lines)
