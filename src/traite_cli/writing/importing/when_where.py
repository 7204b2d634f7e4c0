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
from traite_cli.writing.importing.found import NOTHING, PROSE, Found
from traite_cli.writing.importing.labels import label_of
from traite_cli.writing.importing.opening import ANY_YEAR, Opening, is_gathering, says_only_when
from traite_cli.writing.importing.source import Manuscript
from traite_cli.writing.importing.titles import title_of

_OPENED = re.compile(r"\b(?:ouv(?:re|erte?|erture)|debut\w*|commenc\w*|start\w*|open\w*|called to order|began|begins|accueil)\b")
_CLOSED = re.compile(
    r"\b(?:lev(?:ee?|e)|clos(?:e|ed|es)?|cloture\w*|fin de (?:la )?(?:seance|reunion)|termin\w*|adjourn\w*|end(?:ed|s)?|finished"
    r"|s'acheve\w*)\b"
)
_AT = r"(?:(?:à la|au|aux|dans (?:la|le|les)|chez|en (?=mairie|visio|ligne|salle|préfecture|présentiel))\s|(?:à|dans) l[’'])"
_STOP = (
    r"(?=,|\.|;| sous la présidence| le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)| à \d| sur convocation| afin| pour"
    r"| en (?:présence|séance)|$)"
)
_PLACES = (
    re.compile(
        rf"(?:réunie?s?|tenue?|déroulée?|rencontrée?s?|assemblée?s?|lieu)\b[^.;:\n]{{0,60}}?,?\s(?P<place>{_AT}\s?[^.;:\n]{{3,80}}?){_STOP}"
    ),
    re.compile(rf"(?:\d{{1,2}}\s?h(?:\s?\d\d)?|\d{{1,2}}:\d\d)\s*,?\s(?P<place>{_AT}\s?[^.;\n]{{3,80}}?)(?=\.|;|,|$)"),
    re.compile(r"(?P<place>\bau siège (?:social )?(?:de|du|des)\b[^.;,\n]{3,60})"),
    re.compile(r"\b(?:held|met|meeting)\b[^.;\n]{0,60}?\s(?:at|in)\s(?P<place>(?:the\s)?[A-Z][^.;,\n]{2,70}?)(?=,? (?:on|at) |\.|;|,|$)"),
)
_NO_PLACE = re.compile(
    r"(?:en (?:présence|séance|nombre|vertu|cours|début|fin|application|ligne\w)|au (?:nom|total|cours|sujet|titre)|dans le cadre|aux fins"
    r"|à l[’'](?:unanimité|occasion|ordre)|à la (?:suite|demande|majorité))"
)
_ROOM = re.compile(
    r"\b(?P<room>[Ss]alle (?:n[°o] ?\d+|(?:des|de la|de l[’']|de|du|d[’'])?\s?[A-Z0-9][\w’' -]{0,40}?|polyvalente|communale|municipale))"
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
    place, room = _place(opening, own, labels), _room(own, labels)
    if words(room.value) == words(place.value):
        room = NOTHING
    return Beginning(title, day, _time(own, labels, chunks), place, room, tuple(rest), tuple(moved), is_part)


def _time(own: Sequence[str], labels: Mapping[str, str], chunks: Sequence[Chunk]) -> Found:
    """The time, with its end where the end of the text says it."""
    for name in ("time", "date", "place"):
        for found in times_in(labels.get(name, "")):
            return Found(found.written, labels[name])
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


def _place(opening: Opening, own: Sequence[str], labels: Mapping[str, str]) -> Found:
    if "place" in labels:
        value = labels["place"]
        for found in reversed(dates_in(value, ANY_YEAR)):
            value = value[: found.start] + value[found.end :]
        value = value.strip(" ,;–-.")
        return Found(value, labels["place"]) if words(value) else NOTHING
    if opening.stated.get("place"):
        return Found(opening.stated["place"])
    for line in own:
        for pattern in _PLACES if _is_about(line) else ():
            match = pattern.search(line)
            value = match["place"].strip(" ,–-") if match else ""
            if value and not dates_in(value, ANY_YEAR) and not times_in(value) and not _NO_PLACE.match(value):
                return Found(value, line, PROSE)
    return NOTHING


def _room(own: Sequence[str], labels: Mapping[str, str]) -> Found:
    if "room" in labels:
        return Found(labels["room"], labels["room"])
    for line in own:
        match = _ROOM.search(line)
        if match and (_is_about(line) or label_of(line)):
            return Found(match["room"].strip(), line)
    return NOTHING


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
            lines, taken = _parted(chunk.sentences, title, day)
            title = "" if title in chunk.sentences else title
            moved += taken
            is_whole = len(lines) == len(chunk.sentences)
            kept += [chunk] if is_whole else [text_chunk(lines)] if lines else []
        else:
            kept.append(chunk)
    return kept, moved


def _parted(lines: Sequence[str], title: str, day: date | None) -> tuple[list[str], list[str]]:
    """The lines of a paragraph that stay, and those that said but when and where it was; the title is neither."""
    kept: list[str] = []
    moved: list[str] = []
    for line in lines:
        if line == title:
            title = ""
        elif says_only_when(line) and all(found.day == day for found in dates_in(line, day.year if day else None)):
            moved.append(whole(line))
        else:
            kept.append(line)
    return kept, moved


def day_of_record(told: Beginning) -> date:
    """The day on which the meeting began; the first of the calendar where none is told."""
    return first_day(told.date.value) or date.min
