"""Which stretches of a Markdown text are prose, and which must stay as they are to the byte.

Code blocks, fence lines, link definitions, rules of tables and lines of their own meaning are kept. A stretch of prose never reaches
over two blocks, so that a stray backtick of one cannot pair with one of the next. Where CommonMark is subtle this keeps too much
rather than too little.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_QUOTE = re.compile(r" {0,3}> ?")
_MARKERS = re.compile(r"(?: {0,3}>| *(?:[-*+]|\d{1,9}[.)])(?= |$)| *#{1,6}(?= |$))*", re.ASCII)
_FENCE = re.compile(r" *(`{3,}|~{3,})([^\n]*)")
_KEPT = re.compile(
    r"\s*:::"  # a fenced passage of a record
    r"|\s*\[[^\]]+\]:"  # a link definition
    r"|(?=[^-]*-)[\s|:+-]++$"  # the rule under a table's head, a thematic break, the rule under a heading
    r"|\s*(?:\*\s*){3,}$|\s*(?:_\s*){3,}$",
)
_INDENTED_CODE = 4
_NEVER = 1000


class Stretch(NamedTuple):
    """Some whole lines of a text."""

    is_prose: bool
    text: str


class _Fence(NamedTuple):
    """An open code fence: its marks, and the quotes and the column it stands in."""

    marks: str
    quotes: int
    column: int


class _Line(NamedTuple):
    """A line as blocks see it: the quotes it stands in, then the markers of items or of a heading, then what it says."""

    quotes: int
    inner: str
    start: int

    @property
    def markers(self) -> str:
        return self.inner[: self.start]

    @property
    def said(self) -> str:
        return self.inner[self.start :]


def stretches(text: str) -> Iterator[Stretch]:
    """The text in order, in stretches of prose and of lines to keep."""
    prose: list[str] = []
    for text_line, line, is_prose in _judged(text):
        if prose and (not is_prose or _begins_a_block(line)):
            yield Stretch(is_prose=True, text="".join(prose))
            prose.clear()
        if is_prose:
            prose.append(text_line)
        else:
            yield Stretch(is_prose=False, text=text_line)
    if prose:
        yield Stretch(is_prose=True, text="".join(prose))


def _begins_a_block(line: _Line) -> bool:
    return bool(line.markers or line.quotes or line.said.lstrip().startswith("|"))


def _judged(text: str) -> Iterator[tuple[str, _Line, bool]]:
    """Each line, and whether it is prose."""
    fence: _Fence | None = None
    column = 0  # where the text of the list item starts that the line stands in, 0 outside of lists
    in_doubt = False
    before = _Line(0, "", 0)
    for text_line in _LINE.findall(text):
        flat = text_line.expandtabs(4).rstrip()
        if fence is not None and (inner := _in_fence(fence, flat)) is not None:
            fence = None if _closes(fence, inner) else fence
            yield text_line, before, False
            continue
        line = _line(flat)
        if line.quotes != before.quotes:
            column = 0
        in_paragraph = bool(before.said.strip()) and "#" not in before.markers
        is_code = _is_code(line, column, in_paragraph=in_paragraph)
        fence = None if is_code else _opened(line, column)
        column = column if is_code else _item_column(line, column, in_paragraph=in_paragraph)
        is_kept = bool(is_code or fence or not line.said.strip() or _KEPT.match(line.said))
        # A backtick in a line that is kept may be half of a pair: what follows in that paragraph is in doubt.
        in_doubt = bool(line.said.strip()) and (in_doubt or (is_kept and in_paragraph and "`" in line.said))
        yield text_line, line, not (is_kept or in_doubt)
        before = line


def _line(flat: str) -> _Line:
    quotes, inner = _unquoted(flat, len(flat))
    match = _MARKERS.match(inner)
    return _Line(quotes, inner, match.end() if match else 0)


def _unquoted(flat: str, most: int) -> tuple[int, str]:
    """How many quotes, up to ``most``, a line stands in, and what it says there."""
    quotes = position = 0
    while quotes < most and (match := _QUOTE.match(flat, position)):
        quotes, position = quotes + 1, match.end()
    return quotes, flat[position:]


def _opened(line: _Line, column: int) -> _Fence | None:
    match = _FENCE.match(line.said)
    if match is None or (match[1].startswith("`") and "`" in match[2]):
        return None
    if ">" in line.markers:  # a quote in a list: nothing is prose any more until the end
        return _Fence(match[1] * _NEVER, 0, 0)
    if line.markers:
        return _Fence(match[1], line.quotes, line.start + 1)
    return _Fence(match[1], line.quotes, column if match.start(1) >= column else 0)


def _in_fence(fence: _Fence, flat: str) -> str | None:
    """What the line says in the fence, or None when the block that holds the fence has ended."""
    quotes, inner = _unquoted(flat, fence.quotes)
    goes_on = quotes == fence.quotes and (not inner.strip() or _indent(inner) >= fence.column)
    return inner if goes_on else None


def _closes(fence: _Fence, inner: str) -> bool:
    bare = inner.strip()
    return len(bare) >= len(fence.marks) and not bare.strip(fence.marks[0]) and _indent(inner) < fence.column + _INDENTED_CODE


def _is_code(line: _Line, column: int, *, in_paragraph: bool) -> bool:
    """Whether the line may be indented code: four columns further than the text around it."""
    indent = _indent(line.inner)
    if line.markers and _indent(line.said) > _INDENTED_CODE:  # an item that begins with code
        return True
    if indent < column:  # the item has ended, unless its paragraph goes on
        return indent >= _INDENTED_CODE and not in_paragraph
    return indent >= column + _INDENTED_CODE


def _item_column(line: _Line, column: int, *, in_paragraph: bool) -> int:
    if not line.inner.strip():
        return column
    if "#" in line.markers or not line.markers:
        return column if _indent(line.inner) >= column else 0
    if not line.said:  # after a blank line an empty item is over, and the text stands in an outer one
        return 0
    if in_paragraph and line.markers.strip()[0].isdigit():  # perhaps no item: « … en janvier\n2014. »
        return min(column, line.start + 1)
    return line.start + 1


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
