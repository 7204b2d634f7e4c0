"""Comments of a body (``<!-- … -->``): they are for whoever edits the file, and nothing in them counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

_END = re.compile(r"-->[ \t]*\n?")


def comments_of(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where comments are, fences and headings within them included; one that is never closed is text."""
    while (begin := text.find("<!--", start)) >= 0 and (end := _END.search(text, begin + len("<!--"))):
        yield begin, end.end()
        start = end.end()


def without(comments: Sequence[tuple[int, int]], text: str, start: int, end: int) -> str:
    """A stretch of a text without what of it stands in comments."""
    kept: list[str] = []
    number = bisect_right(comments, start, key=itemgetter(1))
    while number < len(comments) and comments[number][0] < end:
        kept.append(text[start : max(comments[number][0], start)])
        start = min(comments[number][1], end)
        number += 1
    return "".join([*kept, text[start:end]])


def within(comments: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a place of the text is in a comment."""
    number = bisect_right(comments, place, key=itemgetter(1))
    return number < len(comments) and comments[number][0] <= place
