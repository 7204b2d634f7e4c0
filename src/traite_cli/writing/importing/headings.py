"""Headings that a text has, and does not mark as such: a line in bold, a numbered one before its text, one in capitals.

Only where a text marks less than two itself: who writes headings as headings means the rest as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from traite_cli.language import words
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.agenda import is_numbered
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of
from traite_cli.writing.importing.name_signs import HONORIFIC

_BOLD = re.compile(r"(?:\*\*|__)(?P<said>[^*_]+)(?:\*\*|__)\s*:?\s*")
_BELOW = frozenset({"text", "table", "list"})
_LONGEST = 110
_LEVEL = 2
_FEWEST = 2
_FEWEST_LETTERS = 4


def with_headings(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, lines that are headings being some."""
    if sum(chunk.kind == "heading" for chunk in chunks) > _FEWEST:
        return list(chunks)
    found = [one for number, chunk in enumerate(chunks) for one in _read(chunk, chunks[number + 1 : number + 2])]
    made = sum(chunk.kind == "heading" for chunk in found) - sum(chunk.kind == "heading" for chunk in chunks)
    return found if made >= _FEWEST else list(chunks)


def _read(chunk: Chunk, following: Sequence[Chunk]) -> Iterator[Chunk]:
    if chunk.kind == "text" and len(chunk.lines) == 1 and _is_heading(chunk.lines[0], following):
        yield _heading(chunk.lines[0])
    elif chunk.kind == "list" and _leads_items(chunk):
        yield _heading(chunk.lines[0])
        yield chunk._replace(lines=chunk.lines[1:])
    elif chunk.kind == "list" and len(chunk.lines) == 1 and following and following[0].kind in _BELOW and _is_point(chunk):
        yield _heading(chunk.lines[0])
    else:
        yield chunk


def _heading(line: str) -> Chunk:
    bold = _BOLD.fullmatch(line.strip())
    text = bold["said"].strip() if bold else line.strip()
    return Chunk("heading", (f"{'#' * _LEVEL} {text}",), _LEVEL, text)


def _is_heading(line: str, following: Sequence[Chunk]) -> bool:
    said = unmarked(line)
    if not following or len(said) > _LONGEST or said.endswith((".", ",", ";", "?", "!")) or HONORIFIC.match(said):
        return False
    label = label_of(line)
    if label is not None and words(label.rest):
        return False
    letters = [letter for letter in said if letter.isalpha()]
    in_capitals = len(letters) >= _FEWEST_LETTERS and all(map(str.isupper, letters))
    return bool(letters) and (_BOLD.fullmatch(line.strip()) is not None or is_numbered(said) or in_capitals)


def _leads_items(chunk: Chunk) -> bool:
    """« 2. Le budget » with items below it, each behind a dash."""
    items = chunk.items
    marks = [item.mark for item in items if item.depth == 1]
    is_own_line = len(chunk.lines) > 1 and chunk.lines[1].lstrip()[:1] in {"-", "*", "+", "•", "–"}
    return len(items) > 1 and is_own_line and _is_point(chunk) and all(not mark[0].isdigit() for mark in marks[1:])


def _is_point(chunk: Chunk) -> bool:
    first = chunk.items[0]
    return first.mark[0].isdigit() and len(first.text) <= _LONGEST and not first.text.endswith((".", ",", ";", "?", "!"))
