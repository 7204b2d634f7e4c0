"""The lines of a front matter that say one field: they can be read without the others, where those surely end before and begin behind them.

A field stands at the margin, and so might a line of a text in quotes or of a list in brackets that goes on over several lines. Only where
each quote and bracket that may open something is surely closed on its own line is a line at the margin that looks like a field one.
"""

from __future__ import annotations

import re

from traite_cli.syntax.document import Document

_NEXT = re.compile(r"\n[A-Za-z_][\w-]*:(?=[ \t\r\n])")
_MAY_OPEN = re.compile(r"[-:?\n][ \t]*(?P<opened>[\"'\[{][^\n]*)")
_CLOSED = re.compile(r"(?:\"[^\"\\]*\"|'[^']*'|[\[{][^\"'#]*[\]}])\s*")


def field_lines(document: Document, name: str) -> tuple[int, int] | None:
    """Where the lines of a field begin and end in the text; None where that is not certain, and where the front matter has faults."""
    text, before = document.text, document.header_start - 1
    end = text.rfind("\n---", max(before, 0), document.body_start) + 1
    at = text.find(f"\n{name}:", max(before, 0), end) + 1
    is_alone = at > 0 and text.find(f"\n{name}:", at, end) < 0
    if document.faults or not is_alone or not all(map(_is_closed, _MAY_OPEN.finditer(text, before, end))):
        return None
    following = _NEXT.search(text, at + len(name), end)
    return at, following.start() + 1 if following else end


def _is_closed(found: re.Match[str]) -> bool:
    """Whether what a quote or a bracket may open ends on its own line, which holds nothing behind it."""
    opened = found["opened"]
    return bool(_CLOSED.fullmatch(opened)) and opened.count("[") == opened.count("]") and opened.count("{") == opened.count("}")
