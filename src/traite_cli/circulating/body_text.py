"""Bodies as they go into a document: Markdown without raw HTML, raw formats, links to records or stray fences; headings sunk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from traite_cli.circulating.body_links import outside_code, with_fit_links
from traite_cli.circulating.field_text import Markdown

_CODE_FENCE = re.compile(r"^(?P<indent> {0,3}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?P<marks>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_CODE_END = re.compile(r"^[ \t]*(?P<marks>`{3,}|~{3,})[ \t]*$")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r"^ {0,3}(?P<mark>=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(r"^\s*(?:$|#|>|[-*+][ \t]|\d{1,9}[.)][ \t]|[`~]{3})")
_TAG = re.compile(r"(?<!\\)(?P<escapes>(?:\\\\)*)<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]+>)")
_RAW_INLINE = re.compile(r"(?<=`)\{=")
_DEFINITION_LIKE = re.compile(r"^( {0,3})\[(?=[^\]]+\]:)")
_FENCE_LIKE = re.compile(r"^(\s*(?:[>*+-]\s*)*):(?=::)")
_DEEPEST = 6
_NONE: Mapping[str, str] = MappingProxyType({})


def body_markdown(text: str, *, below: int, definitions: Mapping[str, str] = _NONE) -> Markdown:
    """A body's Markdown for a document, its highest heading one level below ``below``.

    ``definitions`` are the addresses that the body defines by label, here or in another stretch of it.
    """
    lines = list(_lines(text, definitions))
    levels = [level for _, level in lines if level]
    sink = below + 1 - min(levels, default=below + 1)
    return Markdown("\n".join(_sunk(line, level, sink) if level else line for line, level in lines).strip("\n"))


def _sunk(line: str, level: int, sink: int) -> str:
    return "#" * min(level + sink, _DEEPEST) + line.lstrip(" ")[level:]


def _lines(text: str, definitions: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The lines, made harmless, each with the level of the heading it is or 0."""
    prose: list[str] = []
    for lines, is_code in _chunks(text):
        if is_code:
            yield from ((line, 0) for line in lines)
        else:
            prose = with_fit_links("\n".join(lines), definitions).split("\n")
            yield from _of_prose(outside_code(_TAG, _as_text, "\n".join(prose)).split("\n"))


def _as_text(found: re.Match[str]) -> str:
    return f"{found['escapes']}\\<"


def _chunks(text: str) -> Iterator[tuple[list[str], bool]]:
    """Lines of prose and whole code blocks, in turn; a block that nobody closed is closed where what holds it ends."""
    lines: list[str] = []
    fence: re.Match[str] | None = None
    in_list = False
    for line in text.splitlines():
        if fence is None:
            in_list = bool(_ITEM.match(line)) or (in_list and (not line.strip() or line[0] in " \t"))
            fence = _CODE_FENCE.match(line)
            if fence is not None:
                yield lines, False
                lines = [_plain_fence(fence)]
            else:
                lines.append(line)
        elif _closes(line, fence):
            yield [*lines, line], True
            lines, fence = [], None
        elif in_list and line.strip() and len(line) - len(line.lstrip()) < len(fence["indent"]):
            yield [*lines, _end_of(fence)], True
            lines, fence = [line], None
        else:
            lines.append(line)
    yield ([*lines, _end_of(fence)], True) if fence else (lines, False)


def _closes(line: str, fence: re.Match[str]) -> bool:
    found = _CODE_END.match(line)
    return found is not None and found["marks"].startswith(fence["marks"])


def _plain_fence(opening: re.Match[str]) -> str:
    """A code block's first line without what would hand its text raw to a format: ``{=html}``."""
    info = re.sub(r"[{}=].*", "", opening["info"]).strip("`~ \t")
    return f"{opening['indent']}{opening['marks']}{info}"


def _end_of(fence: re.Match[str]) -> str:
    return " " * len(fence["indent"]) + fence["marks"]


def _of_prose(lines: list[str]) -> Iterator[tuple[str, int]]:
    """Underlined headings get their marks in front."""
    above: str | None = None
    for line in lines:
        underline = _UNDERLINE.match(line) if above is not None else None
        if above is not None and underline is not None:
            level = 1 if underline["mark"][0] == "=" else 2
            yield f"{'#' * level} {_harmless(above).strip()}", level
            above = None
            continue
        if above is not None:
            yield _harmless(above), 0
        above = None if _NO_PARAGRAPH.match(line) else line
        if above is None:
            heading = _HEADING.match(line)
            yield _harmless(line), len(heading["marks"]) if heading else 0
    if above is not None:
        yield _harmless(above), 0


def _harmless(line: str) -> str:
    return _FENCE_LIKE.sub(r"\1\\:", _DEFINITION_LIKE.sub(r"\1\\[", _RAW_INLINE.sub(r"\\{=", line)))
