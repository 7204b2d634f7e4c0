"""A text as somebody types it at a terminal: as in a letter, each line is a paragraph, where Markdown would run them together.

Lists, tables, quotes, code and remarks keep their lines, and so does a line that was wrapped: it goes on where the one before has no end.
"""

from __future__ import annotations

import re

_ITEM = re.compile(r"[ \t]*(?:[-*+•–][ \t]|\d{1,4}[.)][ \t])")
_CODE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
_INDENTED = re.compile(r"[ \t]")
_UNDERLINE = re.compile(r"(?:-{2,}|={2,})[ \t]*$")
_ALIKE = (_ITEM, re.compile(r"[ \t]*\|"), re.compile(r"[ \t]*>"))
"""Lines that belong to one another where both are so: items of a list, rows of a table, a quote."""
_ENDED = re.compile(r"[.:;!?…)»\"\\]\s*$")
_LONG_LINE = 55
"""Letters are wrapped at some column behind it; who types a line ends it where it suits."""


def in_paragraphs(typed: str) -> str:
    """The text with an empty line between two lines that are a paragraph each."""
    found: list[str] = []
    in_code = in_remark = False
    for line in typed.split("\n"):
        if found and not (in_code or in_remark) and _parts(found[-1], line):
            found.append("")
        found.append(line)
        in_code ^= bool(_CODE.match(line))
        in_remark = line.rfind("<!--") > line.rfind("-->") or (in_remark and "-->" not in line)
    return "\n".join(found)


def _parts(before: str, line: str) -> bool:
    """Whether two lines that follow one another say two things."""
    if not before.strip() or not line.strip():
        return False
    if any(one.match(before) and one.match(line) for one in _ALIKE) or _CODE.match(before) or _UNDERLINE.match(line):
        return False
    if _INDENTED.match(line) and (_ITEM.match(before) or _INDENTED.match(before)):
        return False
    return not (len(before) >= _LONG_LINE and line[:1].islower() and not _ENDED.search(before))
