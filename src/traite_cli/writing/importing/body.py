"""The text of minutes as a record holds it: headings from the second level on, nothing that leads nowhere, no line that is a fence.

Whatever cannot stand as it stood is written out in words, so that none of them is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.language import one_line
from traite_cli.syntax import Chunk, Link, links_of, may_be_fence

_WEB = re.compile(r"(?:https?://[^\s<>\"'`\\]+|mailto:[^\s<>\"'`\\@]+@[^\s<>\"'`\\@]+)", re.IGNORECASE)
_SILENCE = re.compile(r"traite:\s*ignore", re.IGNORECASE)
"""A comment that would silence a check: what comes from elsewhere silences nothing."""
_CONFLICT = re.compile(r"^(?=(?:<{7}|={7}|>{7}|\|{7})(?:\s|$))", re.MULTILINE)
_FIELD = re.compile(r"\s*[a-z_]+:(?=\s)")
_BREAK = re.compile(r"<br\s*/?>[ \t]*(?:\n|$)?", re.IGNORECASE)
_DEEPEST = 6
_FIRST = 2


class Body(NamedTuple):
    """A text, and what had to be changed in it."""

    text: str
    pictures: int = 0
    links: int = 0
    fences: int = 0


def body_of(chunks: Sequence[Chunk], picture: str, quotes: tuple[str, str]) -> Body:
    """The body that some chunks make. ``picture`` is what one is called, ``quotes`` what a text is put between to be shown."""
    text = _SILENCE.sub("traite : ignore", "\n\n".join(_written(chunks)))
    text = _CONFLICT.sub(r"\\", _BREAK.sub(lambda found: "\\\n" if found[0].endswith("\n") or found.end() == len(text) else " ", text))
    text, pictures, links = _without_dead_links(text, picture)
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if _has_colons(line) and may_be_fence(line)]
    for number in fences:
        said, broken = lines[number].removesuffix("\\"), "\\" * lines[number].endswith("\\")
        lines[number] = f"{quotes[0]}{one_line(said)}{quotes[1]}{broken}"
    text = "\n".join(lines).strip("\n")
    if (field := _FIELD.match(text)) is not None:
        text = f"{text[: field.end() - 1]}\\:{text[field.end() :]}"
    return Body(text, pictures, links, len(fences))


def _has_colons(line: str) -> bool:
    return "::" in line or ": :" in line or ":\t:" in line or not line.isascii()


def _written(chunks: Sequence[Chunk]) -> Iterator[str]:
    """The chunks as a record writes them: its own title is the first level, and no level is left out."""
    levels: list[int] = []
    for chunk in chunks:
        if chunk.kind == "heading":
            if not chunk.text.strip():
                continue
            while levels and levels[-1] >= chunk.level:
                levels.pop()
            levels.append(chunk.level)
            yield f"{'#' * min(_FIRST + len(levels) - 1, _DEEPEST)} {one_line(chunk.text)}"
        elif chunk.kind == "rule":
            yield "* * *"
        elif chunk.kind == "text":
            yield "\n".join(_whole(chunk.lines))
        else:
            yield "\n".join(line.rstrip() for line in chunk.lines)


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph; where two spaces ended one, a sign that is seen does."""
    for number, line in enumerate(lines):
        ended = line.endswith("  ") and number + 1 < len(lines)
        yield f"{line.rstrip()}\\" if ended and line.strip() else line.rstrip()


def _without_dead_links(text: str, picture: str) -> tuple[str, int, int]:
    """The text with its pictures, and the links that lead to nothing in a record, written out in words; and how many there were of each."""
    pictures = links = 0
    for link in sorted(links_of(text, 0), key=lambda one: one.start, reverse=True):
        if not link.image and _WEB.fullmatch(link.target):
            continue
        stretch = _stretch(text, link)
        if stretch is None:
            continue
        pictures += link.image
        links += not link.image
        start, end, said = stretch
        shown = f"{picture}{said}" if link.image else said
        text = text[:start] + shown + text[end:]
    return text, pictures, links


def _stretch(text: str, link: Link) -> tuple[int, int, str] | None:
    """Where a link stands with all its signs, and the words that it says."""
    before = text.rfind(f"[{link.text}]", 0, link.start)
    if before < 0:
        return None
    opened = text.find("](", before + len(link.text))
    if 0 <= opened < link.start:
        closed = text.find(")", link.end)
        end = closed + 1 if closed >= 0 else link.end
        title = text[link.end : closed].strip(" \t\n<>\"'") if closed >= 0 else ""
    else:  # a definition: « [label]: target »
        return before, before + 1, "\\["
    start = before - (1 if link.image and before and text[before - 1] == "!" else 0)
    is_data = link.target.lower().startswith("data:")
    address = "" if is_data or not link.target or link.target.startswith("#") else f"`{link.target.replace('`', '')}`"
    told = " ".join(filter(None, (title, address)))
    if link.image:
        inner = " ".join(filter(None, (link.text.strip(), told)))
        return start, end, f"({inner})" if inner else "()"
    return start, end, f"{link.text} ({told})" if told else link.text
