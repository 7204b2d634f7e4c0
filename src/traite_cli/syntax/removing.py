"""An entry that leaves a list of the front matter, with nothing else: its line, or its place between the brackets."""

from __future__ import annotations

import re

from traite_cli.syntax.document import Document
from traite_cli.syntax.inserting import Stretch
from traite_cli.syntax.tree import Scalar, Sequence

_ONLY_ITEM = re.compile(r"[ \t]*-[ \t]+(\S+)[ \t]*\r?\n")


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
