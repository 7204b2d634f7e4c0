"""An entry that leaves a list of the front matter, with nothing else: its lines, or its place between the brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.syntax.document import Document
from traite_cli.syntax.extents import end_of, hyphen_of
from traite_cli.syntax.inserting import Stretch
from traite_cli.syntax.tree import Scalar, Sequence, scalars

_ONLY_ITEM = re.compile(r"[ \t]*-[ \t]+(\S+)[ \t]*\r?\n")
_REMARK = re.compile(r"(?:^|(?<=\s))#")
_BETWEEN = re.compile(r"\s*,\s*")


def removed(document: Document, items: Sequence, index: int) -> tuple[Stretch, ...]:
    """What takes a bare value out of a list; nothing where it is the only one, or something else stands on its line (a remark)."""
    text, item = document.text, items.items[index]
    if not isinstance(item, Scalar) or len(items.items) == 1:
        return ()
    if text[items.start : items.start + 1] == "[":
        start, end = (items.items[index - 1].end, item.end) if index else (item.start, items.items[1].start)
        between = text[start : item.start] if index else text[item.end : end]
        return ((start, end, ""),) if between.strip() == "," and "\n" not in between else ()
    start = text.rfind("\n", 0, item.start) + 1
    line = _ONLY_ITEM.match(text, start)
    return ((start, line.end(), ""),) if line is not None and line[1] == text[item.start : item.end] else ()


def taken_out(document: Document, name: str, index: int) -> tuple[Stretch, ...]:
    """What takes an entry out of the list of a field, with nothing else; a value that stands alone is a list of one.

    Nothing where the list cannot be written to by machine: a remark stands between brackets.
    """
    found = document.header.get(name) if document.header is not None else None
    if found is None:
        return ()
    items, text = found.value, document.text
    if not isinstance(items, Sequence) or len(items.items) == 1:
        return tuple(_without_lines(text, found.key.start, end_of(text, items), [found.key, *scalars(items)]))
    item = items.items[index]
    if text[items.start : items.start + 1] != "[":
        return tuple(
            _without_lines(
                text, hyphen_of(text, item, items.start - (text.rfind("\n", 0, items.start) + 1)), end_of(text, item), list(scalars(item))
            )
        )
    start, end = (end_of(text, items.items[index - 1]), end_of(text, item)) if index else (item.start, items.items[1].start)
    between = text[start : item.start] if index else text[end_of(text, item) : end]
    return ((start, end, ""),) if _BETWEEN.fullmatch(between) else ()


def _without_lines(text: str, start: int, end: int, scalars: list[Scalar]) -> Iterator[Stretch]:
    """The lines from one place to another taken out; of one with a remark, that stays, where the first line begins."""
    begin = text.rfind("\n", 0, start) + 1
    margin = text[begin:start]
    spans = [(one.start, one.end) for one in scalars]
    while begin < end or begin <= start:
        stop = text.find("\n", begin) + 1
        own = (place.start() + begin for place in _REMARK.finditer(text[begin:stop]))
        remark = next((place for place in own if not any(first <= place < last for first, last in spans)), None)
        yield (begin, stop, "") if remark is None else (begin, remark, margin)
        begin = stop
