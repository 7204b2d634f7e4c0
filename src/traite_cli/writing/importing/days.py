"""The day of a meeting: of all the dates that its minutes name, the one in the surest place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.language import DateFound, dates_in, weekday_said, words
from traite_cli.writing.importing.agenda import is_numbered
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.found import (
    FROM_MAIL,
    FROM_NAME,
    GUESSED_YEAR,
    NOTHING,
    NUMERIC,
    PROSE,
    SEVERAL_DAYS,
    TWO_DATES,
    WEEKDAY,
    Found,
)
from traite_cli.writing.importing.mail import without_heads
from traite_cli.writing.importing.opening import Opening, is_gathering, is_of_another, says_approved

_SURE = frozenset({"title", "label", "name", "stated"})
_DOUBTFUL = {"name": FROM_NAME, "head": FROM_MAIL, "edge": PROSE, "line": PROSE}
_SHORT = 12
_HEAD = 3
_FIRST_LINES = 8
_AT_THE_BEGINNING = 12
_ENGLISH = frozenset({"the", "of", "and"})
_MUCH_ENGLISH = 5
_DECEMBER = 12
_BESIDE_LETTERS = re.compile(r"(?<=[^\W\d])-|-(?=[^\W\d])")
"""« CR-14-03-19 »: the hyphen between the letters and the day."""
_NUMERIC = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


class _Told(NamedTuple):
    """A date that may be the meeting's: the sort of place, its words, the date."""

    where: str
    text: str
    found: DateFound


def day_of(opening: Opening, title: Found, labels: Mapping[str, str]) -> Found:
    """The day, as a record holds it; the surest place that names one decides."""
    told = list(_told(opening, title, labels))
    if not told:
        return NOTHING
    found = told[0].found
    value = found.day.isoformat() if found.last is None else f"{found.day}/{found.last}"
    doubt, other = _doubt(opening, told)
    return Found(value, told[0].text, doubt, other)


def first_day(value: str) -> date | None:
    """The day on which a date as a record holds it begins."""
    try:
        return date.fromisoformat(value.partition("/")[0])
    except ValueError:
        return None


def _told(opening: Opening, title: Found, labels: Mapping[str, str]) -> Iterator[_Told]:
    """The dates that may be the meeting's, the surest first."""
    year = _year(opening)
    for where, text in _places(opening, title, labels):
        for found in dates_in(text, year):
            if where in _SURE or not (is_of_another(text[: found.start]) or says_approved(text[found.end :])):
                begins = where == "line" and found.start < _AT_THE_BEGINNING
                yield _Told("opening" if begins else where, text, _by_weekday(text, found))
                break


def _by_weekday(text: str, found: DateFound) -> DateFound:
    """A date whose year, or order of day and month, is a guess, as the day of the week beside it has it."""
    said = weekday_said(text, found)
    if said is None or found.last is not None or found.day.weekday() == said[0]:
        return found
    fits = [day for day in _other_readings(text, found) if day.weekday() == said[0]]
    return found._replace(day=fits[0]) if len(fits) == 1 else found


def _other_readings(text: str, found: DateFound) -> Iterator[date]:
    written = text[found.start : found.end]
    if _NUMERIC.fullmatch(written) and found.day.day <= _DECEMBER:
        yield date(found.day.year, found.day.day, found.day.month)
    elif not found.sure and not dates_in(written):
        for year in (found.day.year - 1, found.day.year + 1):
            yield from (one.day for one in dates_in(written, year))


def _contradicted(told: Sequence[_Told]) -> str:
    """The words that name a day of the week which the first of some dates is not; '' where none do."""
    day = told[0].found.day
    said = (weekday_said(one.text, one.found) for one in told if one.found.day == day)
    return next((phrase for number, phrase in filter(None, said) if number != day.weekday()), "")


def _places(opening: Opening, title: Found, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if title.doubt != FROM_NAME:
        yield "title", title.said or title.value
    if "date" in labels:
        yield "label", labels["date"]
    if opening.stated.get("description"):
        yield "title", opening.stated["description"]
    if "place" in labels:
        yield "label", labels["place"]
    lines = [unmarked(line) for line in without_heads(opening.lines())]
    yield from (("opening", chunk.text) for chunk in opening.chunks if chunk.kind == "heading" and not is_numbered(chunk.text))
    yield from (("opening", line) for line in lines[:_HEAD] if len(words(line)) < _SHORT and _says_when(line))
    yield from (("opening", line) for line in lines if is_gathering(line))
    if opening.stated.get("date"):
        yield "stated", opening.stated["date"]
    yield from (("opening", line) for line in lines[:_FIRST_LINES] if len(words(line)) < _SHORT)
    yield from (("line", line) for line in lines[:_FIRST_LINES])
    if not opening.is_part:
        yield from (("edge", aside.text) for aside in opening.source.asides if aside.where == "edge")
        yield "name", _BESIDE_LETTERS.sub(" ", opening.source.name.replace("_", " "))
    # On the day of the message people may have met, too: better than none.
    yield from (("head", line) for line in map(unmarked, opening.lines()) if line not in lines)


def _says_when(line: str) -> bool:
    """Whether a line says a day as one does that says when: with the day of the week, or first of all."""
    return any(found.start < _AT_THE_BEGINNING or weekday_said(line, found) for found in dates_in(line))


def _year(opening: Opening) -> int | None:
    """The year of a date that names none: that of the first whole date of the file."""
    source = opening.source
    places = [*opening.stated.values(), source.name.replace("_", " "), *opening.lines(), *(aside.text for aside in source.asides)]
    for text in places:
        found = next(iter(dates_in(text)), None)
        if found is not None:
            return found.day.year
    named = re.search(r"(?<!\d)(20\d\d|19\d\d)(?!\d)", " ".join(places))
    return int(named[1]) if named else None


def _doubt(opening: Opening, told: Sequence[_Told]) -> tuple[str, str]:
    """What is doubtful about the first of some dates, and the other day that a sure place names."""
    first = told[0]
    if first.found.last is not None:
        return SEVERAL_DAYS, ""
    if contradicted := _contradicted(told):
        return WEEKDAY, contradicted
    if not first.found.sure:
        return GUESSED_YEAR, ""
    other = next((one.found.day for one in told[1:] if one.where in _SURE and one.found.day != first.found.day and one.found.sure), None)
    if other is not None and first.where in _SURE | {"opening"}:
        return TWO_DATES, other.isoformat()
    if first.where in _DOUBTFUL:
        return _DOUBTFUL[first.where], ""
    return (NUMERIC, "") if _may_be_american(opening, first) else ("", "")


def _may_be_american(opening: Opening, told: _Told) -> bool:
    """Whether the month may stand before the day: in an English text, where both can be months."""
    day = told.found.day
    written = told.text[told.found.start : told.found.end]
    if not _NUMERIC.fullmatch(written) or day.day > _DECEMBER or day.day == day.month or weekday_said(told.text, told.found):
        return False
    return sum(word in _ENGLISH for word in words(" ".join(opening.lines()))) > _MUCH_ENGLISH
