"""The agenda of a meeting: the list under « Ordre du jour », else the headings of its minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from traite_cli.language import words
from traite_cli.syntax import Chunk, text_chunk
from traite_cli.writing.importing.entries import unmarked, whole
from traite_cli.writing.importing.labels import is_about_people, label_of, lead_in

_LONGEST = 160
_MOST = 60
_DEEPEST = 2
_NUMBER = re.compile(
    r"\d{2}/\d{3}\s+(?=\S)|[IVX]{1,4}(?:\.\d{1,2})+\s+(?=\S)"
    r"|(?:(?:point|item)\s+(?:n[°o]\s*)?)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H](?!\..*\.$|\. \w[\w’'-]*[,;(]))\s*[.)°:–—/-]+\s*(?=\S)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:r[ée]solution|d[ée]lib[ée]ration|article|question|motion)\s+(?:n[°o]\s*)?\d", re.IGNORECASE)
_POLITE = re.compile(r"(?:l[’'])?(?:ordre du jour|odj|agenda)\b[^:]{0,60}:?\s*$", re.IGNORECASE)


class Point(NamedTuple):
    """A point of the agenda, and the heading it stands under."""

    title: str
    part: str = ""


class Agenda(NamedTuple):
    """The points; the text without their list, where nothing else stood in it; the lines that were taken out; whether headings told it."""

    points: tuple[Point, ...]
    body: tuple[Chunk, ...]
    moved: tuple[str, ...] = ()
    from_headings: bool = False
    copied: bool = False


def agenda(chunks: Sequence[Chunk]) -> Agenda:
    """The agenda that a text states."""
    for number, chunk in enumerate(chunks):
        found = _announced(chunks, number, chunk)
        if found is not None:
            return found
    points = _of_headings(chunks)
    return Agenda(points, tuple(chunks), from_headings=bool(points))


def _announced(chunks: Sequence[Chunk], number: int, chunk: Chunk) -> Agenda | None:
    line = _announcing_line(chunk)
    if line is None:
        return None
    label = label_of(line)
    if label is not None and label.name == "agenda" and words(label.rest):
        points = tuple(Point(title) for part in re.split(r"\s*[;•]\s*|\s+[/|]\s+", label.rest) if (title := without_number(part)))
        return Agenda(points, tuple(chunks), copied=True) if len(points) > 1 or len(label.rest) < _LONGEST else None
    following = chunks[number + 1] if number + 1 < len(chunks) else None
    before = _without_line(chunk)
    if following is not None and following.kind == "list":
        return _of_list(chunks, number, line, before, following)
    if following is not None and following.kind == "text" and chunk.kind == "heading":
        points = tuple(Point(title) for one in following.sentences if (title := without_number(one)))
        if len(points) > 1 and all(len(one.title) <= _LONGEST for one in points):
            rest = (*chunks[:number], *before, *chunks[number + 2 :])
            return Agenda(points, rest, (whole(line), *map(whole, following.sentences)))
    return None


def _announcing_line(chunk: Chunk) -> str | None:
    """The line that announces an agenda: a heading, or the last of a paragraph."""
    if chunk.kind == "heading":
        line = chunk.text
    elif chunk.kind == "text":
        line = chunk.sentences[-1]
    else:
        return None
    label = label_of(line)
    if lead_in(line) == "agenda" or (label is not None and label.name == "agenda"):
        return line
    return (
        line
        if chunk.kind == "text" and len(line) < _LONGEST and _POLITE.search(unmarked(line)) and line.rstrip(" *_").endswith(":")
        else None
    )


def _without_line(chunk: Chunk) -> tuple[Chunk, ...]:
    if chunk.kind == "heading" or len(chunk.sentences) == 1:
        return ()
    kept = chunk.sentences[:-1]
    return (text_chunk(kept),)


def _of_list(chunks: Sequence[Chunk], number: int, line: str, before: tuple[Chunk, ...], listed: Chunk) -> Agenda:
    items = listed.items[:_MOST]
    points: list[Point] = []
    above = ""
    for at, item in enumerate(items):
        title = without_number(item.text)
        has_inner = at + 1 < len(items) and items[at + 1].depth > item.depth
        if item.depth == 1:
            above = without_number(item.text) if has_inner else ""
            if not has_inner or len(title) > _LONGEST:
                points.append(Point(_shortened(title)))
        elif item.depth == _DEEPEST and above and title:
            points.append(Point(_shortened(title), _shortened(above)))
    is_plain = all(len(item.text) <= _LONGEST and item.depth <= _DEEPEST for item in listed.items) and len(listed.items) <= _MOST
    points = [point for point in points if point.title]
    if not is_plain:
        # What is said of each point stands in the list too: it is the minutes, and stays.
        points = [Point(_shortened(without_number(item.text))) for item in items if item.depth == 1 and without_number(item.text)]
        return Agenda(tuple(points), tuple(chunks), copied=True)
    # A sentence before the list (« L'ordre du jour est le suivant : ») stays; a bare heading goes with the list.
    keeps = lead_in(line) != "agenda"
    rest = (*chunks[:number], *((chunks[number],) if keeps else before), *chunks[number + 2 :])
    numbers = " ".join(item.mark for item in listed.items if item.mark[0].isdigit())
    moved = [numbers] if keeps else [f"{whole(line)} {numbers}".strip()]
    moved = [one for one in moved if one]
    return Agenda(tuple(points), rest, (*moved, *_not_said(listed, points)))


def _not_said(listed: Chunk, points: Sequence[Point]) -> list[str]:
    """The items of a list whose words the points do not say whole."""
    said = f" {' '.join(word for point in points for word in words(f'{point.part} {point.title}'))} "
    return [whole(item.text) for item in listed.items if f" {' '.join(words(item.text))} " not in said]


def _of_headings(chunks: Sequence[Chunk]) -> tuple[Point, ...]:
    headings = [chunk for chunk in chunks if chunk.kind == "heading" and words(chunk.text)]
    if not headings:
        return ()
    levels = sorted({chunk.level for chunk in headings})
    # A single heading over others is a title that is none of ours, or says when.
    level = next((one for one in levels if sum(chunk.level == one for chunk in headings) > 1), levels[0])
    own = [chunk for chunk in headings if chunk.level == level]
    numbered = [chunk for chunk in own if is_numbered(chunk.text)]
    own = numbered if len(numbered) * 2 > len(own) else own
    titles = [without_number(chunk.text) for chunk in own if not is_about_people(lead_in(chunk.text))]
    return tuple(Point(_shortened(title)) for title in titles[:_MOST] if title)


def without_number(text: str) -> str:
    """A heading or an item without its mark-up and its number."""
    said = unmarked(text).strip(" ;,")
    number = _NUMBER.match(said)
    return said[number.end() :].strip(" ;,:–-") if number and not re.match(r"\d+\s*-\s*\d", said) else said


def is_numbered(text: str) -> bool:
    """Whether a heading or a line has a number of its own, as points of an agenda have."""
    said = unmarked(text)
    return (_NUMBER.match(said) or _NAMED.match(said)) is not None


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    first = re.split(r"(?<=[.?!;:])\s", title)[0].rstrip(" ;:")
    return first if len(first) <= _LONGEST else f"{title[:_LONGEST].rsplit(' ', 1)[0]} […]"
