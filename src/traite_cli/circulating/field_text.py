"""Text of fields as Markdown that shows exactly that text (CommonMark 0.31, « Backslash escapes »)."""

from __future__ import annotations

import re

# What means something wherever it stands; `_` only beside a space or a sign, so that file names stay readable.
_ANYWHERE = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_AT_END = re.compile(r"(?<!\S)#+(?=\s*$)")
_OTHER_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_OUTER_SPACE = re.compile(r"^[ \t]+|[ \t]+$")
_AT_START = re.compile(r"^(?P<space>[ \t]*)(?P<mark>[#>=+\-]|:(?=::)|\d{1,9}(?=[.)](?:\s|$)))")


class Markdown(str):
    """A text that is Markdown already: a body, or what was made from one."""

    __slots__ = ()


def escaped(text: str) -> Markdown:
    """A text as Markdown that shows it as it is; blank lines part paragraphs, single line ends are kept as breaks.

    A space before or behind a text of one line stays: a template may join such texts.
    """
    text = _OTHER_LINE_ENDS.sub(" ", text)
    if "\n" not in text:
        return Markdown(_line(_OUTER_SPACE.sub(" ", text)))
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.strip())
    return Markdown("\n\n".join("\\\n".join(_line(line.strip()) for line in paragraph.splitlines()) for paragraph in paragraphs))


def _line(line: str) -> str:
    shown = _AT_END.sub(lambda found: "\\" + found[0], _ANYWHERE.sub(lambda found: "\\" + found[0], line))
    found = _AT_START.match(shown)
    if found is None:
        return shown
    mark, start = found["mark"], found.start("mark")
    if mark[0].isdigit():
        return f"{shown[: found.end()]}\\{shown[found.end() :]}"
    # A dash or plus is a list's only before a space, but a line of them is a rule or a heading's.
    if mark in "+-=" and not re.match(r"(?:[+-](?:\s|$)|[-=\s]+$)", shown[start:]):
        return shown
    return f"{shown[:start]}\\{shown[start:]}"
