"""The links and pictures of a body, with the place of what each leads to (CommonMark, « Links », « Images », « Code spans »).

A scan, not a parser: what stands between backticks is no link. Every quantifier that could give back what it took is possessive,
so that no text makes it try twice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

# It begins with a letter that can be looked for, not with the « ! » that a picture may have before it: ten times as quick.
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]\\\n]++|\n(?![ \t\r]*\n)|\\.|\[[^\[\]\n]*+\])*+)\]"
    r"\(\s*+(?P<target><[^<>\n]*+>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)"
    r"(?:[ \t]+(?:\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\)|[^()\n]*+\))"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<text>[^\]\n]+)\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
# A paragraph ends at an empty line, or where an item, a quotation, a heading or a block of code begins.
_TICKS = re.compile(r"`+|\n(?=[ \t\r]*(?:\n|[-+*>#]|```|~~~|\d{1,9}[.)]))")
_FENCE = re.compile(r"^(?P<indent> {0,3})(?P<marks>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)


class Link(NamedTuple):
    """A Markdown link or picture. ``target`` is as written; the place is the target's."""

    text: str
    target: str
    start: int
    end: int
    image: bool = False


def links_of(text: str, start: int) -> Iterator[Link]:
    """The links of ``text`` from ``start`` on: those in the lines first, then the definitions of those with a label."""
    in_lines, defined = text.find("](", start) >= 0, text.find("]:", start) >= 0
    if not in_lines and not defined:
        return
    code = list(_code(text, start)) if text.find("`", start) >= 0 or text.find("~~~", start) >= 0 else []
    for found in _LINK.finditer(text, start) if in_lines else ():
        if not _is_within(found.start(), code):
            yield _link(found)
            # A picture may be what one clicks on.
            if "![" in found["text"]:
                yield from map(_link, _LINK.finditer(text, *found.span("text")))
    for found in _DEFINITION.finditer(text, start) if defined else ():
        if not _is_within(found.start(), code):
            yield _link(found)


def _link(found: re.Match[str]) -> Link:
    image = found.string.endswith("!", 0, found.start())
    return Link(found["text"], found["target"].strip("<>"), *found.span("target"), image)


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(spans, place, key=itemgetter(0))
    return before > 0 and place < spans[before - 1][1]


def _code(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where code stands: blocks of it between lines of marks, and within the lines around them."""
    for begin, end in _code_blocks(text, start):
        yield from _code_spans(text, start, begin)
        yield begin, end
        start = end
    yield from _code_spans(text, start, len(text))


def _code_blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """From a line at the margin that begins with three marks or more to the next with as many.

    One without an end is left to be read: what looks like a block may be none, and no link is to be missed.
    """
    opened: re.Match[str] | None = None
    for found in _FENCE.finditer(text, start):
        marks, info = found["marks"], found["info"]
        if opened is None:
            opened = found if not found["indent"] and (marks[0] == "~" or "`" not in info) else None
        elif marks.startswith(opened["marks"]) and not info.strip():
            yield opened.start(), found.end()
            opened = None


def _code_spans(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where code stands within lines: from some backticks to the next as many of the same paragraph."""
    marks = list(_TICKS.finditer(text, start, stop))
    closing: list[int | None] = [None] * len(marks)
    later: dict[int, int] = {}
    for number in reversed(range(len(marks))):
        if marks[number][0] == "\n":
            later.clear()
        else:
            closing[number] = later.get(len(marks[number][0]))
            later[len(marks[number][0])] = number
    number = 0
    while number < len(marks):
        end = closing[number]
        if end is not None:
            yield marks[number].start(), marks[end].end()
        number = number + 1 if end is None else end + 1
