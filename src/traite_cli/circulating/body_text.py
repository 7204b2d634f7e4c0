"""Bodies as they go into a document: Markdown without raw HTML, raw formats, links to records or stray fences; headings sunk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from traite_cli.circulating.field_text import Markdown
from traite_cli.repository import is_relative

_CODE_FENCE = re.compile(r"^(?P<indent> {0,3})(?P<marks>`{3,}|~{3,})(?P<info>.*)$")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r"^ {0,3}(?P<mark>=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(r"^\s*(?:$|#|>|[-*+][ \t]|\d{1,9}[.)][ \t]|[`~]{3})")
_TAG = re.compile(r"<(?=[A-Za-z/!?])(?!(?:https?://|mailto:)[^\s<>]+>)")
_RAW_INLINE = re.compile(r"(?<=`)\{=")
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*(?P<target><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)[^()\n]*\)")
_DEFINITION = re.compile(r"^( {0,3})\[(?=[^\]]+\]:)")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_ATTACHMENT = re.compile(r"^(?:\.\./)*attachments/(?P<name>[\w./ %-]+)$")
_FENCE_LIKE = re.compile(r"^(\s*(?:[>*+-]\s*)*):(?=::)")
_DEEPEST = 6


def body_markdown(text: str, *, below: int) -> Markdown:
    """A body's Markdown for a document, its highest heading one level below ``below``."""
    lines = list(_lines(text))
    levels = [level for _, level in lines if level]
    sink = below + 1 - min(levels, default=below + 1)
    return Markdown("\n".join(_sunk(line, level, sink) if level else line for line, level in lines).strip("\n"))


def _sunk(line: str, level: int, sink: int) -> str:
    return "#" * min(level + sink, _DEEPEST) + line.lstrip(" ")[level:]


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The lines, made harmless, each with the level of the heading it is or 0; underlined headings get their marks in front."""
    fence = ""
    above: str | None = None
    for line in text.splitlines():
        opening = _CODE_FENCE.match(line)
        if opening and (not fence or _closes(opening, fence)):
            yield from _flushed(above)
            above = None
            fence = "" if fence else opening["marks"]
            yield _plain_fence(opening), 0
        elif fence:
            yield line, 0
        else:
            underline = _UNDERLINE.match(line) if above is not None else None
            if above is not None and underline is not None:
                level = 1 if underline["mark"][0] == "=" else 2
                yield f"{'#' * level} {_harmless(above).strip()}", level
                above = None
                continue
            yield from _flushed(above)
            above = None if _NO_PARAGRAPH.match(line) else line
            if above is None:
                heading = _HEADING.match(line)
                yield _harmless(line), len(heading["marks"]) if heading else 0
    yield from _flushed(above)


def _flushed(line: str | None) -> Iterator[tuple[str, int]]:
    if line is not None:
        yield _harmless(line), 0


def _closes(found: re.Match[str], fence: str) -> bool:
    return found["marks"][0] == fence[0] and len(found["marks"]) >= len(fence) and not found["info"].strip()


def _plain_fence(opening: re.Match[str]) -> str:
    """A code block's first line without what would hand its text raw to a format: ``{=html}``."""
    info = re.sub(r"[{}=].*", "", opening["info"]).strip()
    return f"{opening['indent']}{opening['marks']}{info}"


def _harmless(line: str) -> str:
    line = _outside_code(line, _without_tags)
    line = _RAW_INLINE.sub(r"\\{=", line)
    line = _DEFINITION.sub(r"\1\\[", line)
    return _FENCE_LIKE.sub(r"\1\\:", line)


def _without_tags(text: str) -> str:
    return _TAG.sub(r"\\<", _LINK.sub(_link, text))


def _outside_code(line: str, change: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for span in _CODE_SPAN.finditer(line):
        parts += [change(line[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*parts, change(line[end:])])


def _link(found: re.Match[str]) -> str:
    """A link that leads to a file of the repository is its text; a picture from ``attachments/`` stays, another is its words."""
    target = found["target"].strip("<>")
    if found["image"]:
        attachment = _ATTACHMENT.match(target)
        return f"![{found['text']}](<attachments/{attachment['name']}>)" if attachment else found["text"]
    return found["text"] if is_relative(target) or not target else found[0]
