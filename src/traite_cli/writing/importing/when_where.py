"""When and where a meeting was, as the beginning of its minutes says it, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.language import TimeFound, dates_in, fold, times_in, words
from traite_cli.syntax import Chunk, text_chunk
from traite_cli.writing.importing.days import day_of, first_day
from traite_cli.writing.importing.entries import whole
from traite_cli.writing.importing.found import ANY_YEAR, NOTHING, Found
from traite_cli.writing.importing.labels import label_of
from traite_cli.writing.importing.opening import Opening, is_gathering, says_only_when
from traite_cli.writing.importing.places import place_of
from traite_cli.writing.importing.source import Manuscript
from traite_cli.writing.importing.titles import title_of

_OPENED = re.compile(r"\b(?:ouv(?:re|erte?|erture)|debut\w*|commenc\w*|start\w*|open\w*|called to order|began|begins|accueil)\b")
_CLOSED = re.compile(
    r"\b(?:lev(?:ee?|e)|clos(?:e|ed|es)?|cloture\w*|fin de (?:la )?(?:seance|reunion)|termin\w*|adjourn\w*|end(?:ed|s)?|finished"
    r"|s'acheve\w*)\b"
)
_ROOM = re.compile(
    r"\b(?P<room>[Ss]alle (?:n[°o] ?\d+|(?:des|de la|de l[’']|de|du|d[’'])?\s?[A-Z0-9][\w’' -]{0,40}?|polyvalente|communale|municipale)"
    r"|Room [A-Z0-9][\w.-]{0,12})"
    r"(?=[,.;()\n]| -|$)"
)
_SHORT = 16
_LONGEST_SENTENCE = 400
_NEAR = 60


class Beginning(NamedTuple):
    """What the beginning of minutes says, and what is left of the text."""

    title: Found
    date: Found
    time: Found
    place: Found
    room: Found
    body: tuple[Chunk, ...]
    moved: tuple[str, ...] = ()
    """The lines that said but these, and are taken out of the text."""
    is_part: bool = False
    kept_title: str = ""
    """What the text is called itself, where somebody called it otherwise."""


def beginning(source: Manuscript, chunks: Sequence[Chunk], beside: Sequence[str] = (), *, is_part: bool = False) -> Beginning:
    """What the beginning of a text says of its meeting. ``is_part`` says that it is one of several, which has a heading of its own."""
    opening = Opening(source, chunks, beside, is_part=is_part)
    title, line = title_of(opening)
    labels = opening.labels()
    day = day_of(opening, title, labels)
    own = opening.own_lines(first_day(day.value))
    rest, moved = _rest(opening, line, first_day(day.value))
    place, room = place_of(opening, own, labels), _room(own, labels)
    if words(room.value) == words(place.value):
        room = NOTHING
    place = _without_room(place, room)
    return Beginning(title, day, _time(own, labels, chunks), place, room, tuple(rest), tuple(moved), is_part)


def _time(own: Sequence[str], labels: Mapping[str, str], chunks: Sequence[Chunk]) -> Found:
    """The time, with its end where the end of the text says it."""
    for name in ("time", "date", "place"):
        for found in times_in(labels.get(name, "")):
            ends = next((one.begins for one in times_in(labels.get("end", "")) if one.begins > found.begins), None)
            return Found((found._replace(ends=found.ends or ends)).written, labels[name])
    begins = next(_begins(own), None)
    if begins is None:
        return NOTHING
    line, found = begins
    closed = next(_closes(chunks), None) if found.ends is None else None
    if closed is not None and closed.begins > found.begins:
        found = found._replace(ends=closed.begins)
    return Found(found.written, line)


def _begins(own: Sequence[str]) -> Iterator[tuple[str, TimeFound]]:
    """The times at which the meeting may have begun; those with an end are surer."""
    for with_end in (True, False):
        for line in own:
            if _may_tell_time(line, with_end=with_end):
                yield from ((line, found) for found in times_in(line) if (found.ends is not None) == with_end)


def _may_tell_time(line: str, *, with_end: bool) -> bool:
    folded = fold(line)
    if _OPENED.search(folded):
        return True
    if _CLOSED.search(folded):
        return False
    is_short = with_end and len(words(line)) < _SHORT
    return is_short or bool(dates_in(line, ANY_YEAR)) or (is_gathering(line) and len(line) < _LONGEST_SENTENCE)


def _closes(chunks: Sequence[Chunk]) -> Iterator[TimeFound]:
    for chunk in reversed(chunks):
        if chunk.kind == "text" and _CLOSED.search(fold(chunk.written)):
            for line in chunk.sentences:
                end = _CLOSED.search(fold(line))
                if end is not None:
                    yield from (found for found in times_in(line) if abs(found.start - end.start()) < _NEAR)


def _room(own: Sequence[str], labels: Mapping[str, str]) -> Found:
    if "room" in labels:
        return Found(labels["room"], labels["room"])
    for line in own:
        match = _ROOM.search(line)
        if match and (_is_about(line) or label_of(line)):
            return Found(match["room"].strip(), line)
    return NOTHING


def _without_room(place: Found, room: Found) -> Found:
    """« Mairie, salle 203, Paris » without its room, which has a field of its own; a room alone is the place."""
    parts = place.value.split(", ")
    rest = [part for part in parts if words(part) != words(room.value)]
    return place._replace(value=", ".join(rest)) if rest and len(rest) < len(parts) else place


def _is_about(line: str) -> bool:
    """Whether a line says when, or that people came together: then it may say where."""
    return bool(dates_in(line, ANY_YEAR) or times_in(line)) or is_gathering(line)


def _rest(opening: Opening, title: str, day: date | None) -> tuple[list[Chunk], list[str]]:
    """The text without its title, and without lines that only say when and where it was; and these lines."""
    kept: list[Chunk] = []
    moved: list[str] = []
    beginning_of_it = {id(chunk) for chunk in opening.chunks}
    for chunk in opening.all:
        if title and chunk.kind == "heading" and chunk.text == title:
            title = ""
        elif id(chunk) in beginning_of_it and chunk.kind == "text":
            lines, taken = _parted(chunk.sentences, title, day, opening.address)
            title = "" if title in chunk.sentences else title
            moved += taken
            is_whole = len(lines) == len(chunk.sentences)
            kept += [chunk] if is_whole else [text_chunk(lines)] if lines else []
        else:
            kept.append(chunk)
    return kept, moved


def _parted(lines: Sequence[str], title: str, day: date | None, address: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of a paragraph that stay, and those that said but when and where it was; the title is neither."""
    kept: list[str] = []
    moved: list[str] = []
    for line in lines:
        if line == title:
            title = ""
        elif (line in address or says_only_when(line)) and all(found.day == day for found in dates_in(line, day.year if day else None)):
            moved.append(whole(line))
        else:
            kept.append(line)
    return kept, moved


def day_of_record(told: Beginning) -> date:
    """The day on which the meeting began; the first of the calendar where none is told."""
    return first_day(told.date.value) or date.min
