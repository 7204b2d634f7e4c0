"""A phrase for a date read as a whole: one point of the calendar, from one to another, days in a row, and what is said around them.

The points themselves are read in ``date_points``. Every step takes something off the text, which is short.
"""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.dates import DateError, EdtfDate
from traite_cli.dates.spelt import DAYS_AND_MONTHS, month_named
from traite_cli.language.date_choice import Meant, Refused, Toward, chosen, stretch
from traite_cli.language.date_points import Points
from traite_cli.language.date_words import tidied
from traite_cli.language.mistyped import mistyped
from traite_cli.language.spans import Span, shifted, signed_span
from traite_cli.language.unclear import BACKWARDS, NO_DATE, NO_YEAR, NOT_IN_A_ROW, PERHAPS, Unclear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from traite_cli.language.languages import Language

_ABOUT = re.compile(r"(?:vers|environ|env|autour(?= d)|aux alentours(?= d)|ca|circa|around|about|approximately|approx) |~")
_ABOUT_BEHIND = re.compile(r" (?:environ|env|a peu pres|approximately|or so)$|~$")
_TO = re.compile(r" (?:au|a|jusqu'au|jusqu'a|to|until|till|through) (?:le |la |the )?| ?- ?| ?/ ?")
_AND = re.compile(r" (?:et|and|&) (?:le |the )?| ?, ?(?:et |and )?(?:le |the )?")
_FROM = re.compile(r"(?:du|de|d'|des|from|between|entre)(?: le | the |(?<=') ?| )")
_BETWEEN = re.compile(r"(?:entre|between) (.+?) (?:et|and) (.+)")
_BARE_DAY = re.compile(r"(?:[a-z]{3,9} )?\d{1,2}")
_TWO_NUMBERS = re.compile(r"\d{1,2} ?[-/] ?\d{1,2}")
_ENDS = re.compile(r"(?:fin|end|late)\b")
_MONTH_FIRST = re.compile(r"(?:from )?([a-z]{3,9}) (\d{1,2})(?: ?(-) ?| (to|and|through|&) )(\d{1,2})(?:,? (\d{4}))?")
_LONGEST_OVER_MONTHS = 10
"""« Du 31 au 2 février » goes over the end of a month, « du 14 au 12 novembre » is a slip."""
_MOST_DAYS = 31


class Asked(NamedTuple):
    """What a phrase is relative to."""

    said: str
    day: date | None
    toward: Toward
    language: Language
    ends_apart: bool = False


def read_date(said: str, asked: Asked) -> EdtfDate | Unclear:
    """The date that a short text says, spaces set right."""
    try:
        return EdtfDate.parse(said)
    except DateError:
        pass
    far = signed_span(said)
    try:
        if far is not None:
            return _far(far, asked.day)
        return _read(_day_first(tidied(said)), asked) or _perhaps(said, asked)
    except Refused as refused:
        return Unclear(said, refused.why, refused.readings)
    except (OverflowError, ValueError):  # beyond the calendar: « dans 9999 ans »
        return Unclear(said, NO_DATE)


def leaves_out(said: str, asked: Asked) -> bool:
    """Whether a date leaves out its year, its month or its week, so that what is near decides."""
    try:
        points = Points(asked.day, asked.language, ends_apart=asked.ends_apart)
        meant: Meant | None = points.read(_without_about(_day_first(tidied(said)))[0])
    except (Refused, OverflowError, ValueError):
        return False
    return meant is not None and len(meant.dates) > 1 and not meant.from_day


def has_two_ends(said: str, asked: Asked) -> bool:
    """Whether a phrase says both ends of a period, which no one point of the calendar does."""
    try:
        return EdtfDate.parse(said).is_interval
    except DateError:
        pass
    plain = _without_about(_day_first(tidied(said)))[0]
    try:
        return signed_span(said) is None and _point(plain, asked) is None and (_range(plain, asked) or _row(plain, asked)) is not None
    except (Refused, OverflowError, ValueError):
        return False


def _far(by: Span, day: date | None) -> EdtfDate:
    if day is None:
        raise Refused(NO_YEAR)
    return EdtfDate.of(shifted(day, by.unit, by.number))


def _read(text: str, asked: Asked) -> EdtfDate | None:
    plain, about = _without_about(text)
    found = _point(plain, asked) or _range(plain, asked) or _row(plain, asked)
    if found is None or not about:
        return found
    return EdtfDate.parse("/".join(f"{end.rstrip('~')}~" for end in found.text.split("/")))


def _day_first(text: str) -> str:
    """A phrase with its days before the month, as "November 12-14, 2014" has them behind it."""
    at = _MONTH_FIRST.fullmatch(text)
    if at is None or month_named(at[1]) is None:
        return text
    return f"{at[2]} {'to' if at[3] else at[4]} {at[5]} {at[1]} {at[6] or ''}".strip()


def _perhaps(said: str, asked: Asked) -> Unclear:
    """What is not understood; with the date it was meant for where a month or a day of the week is a slip away."""
    text = tidied(said)
    mended = re.sub(r"[a-z]{4,}", lambda word: mistyped(word[0], DAYS_AND_MONTHS) or word[0], text)
    found = _read(_day_first(mended), asked) if mended != text else None
    return Unclear(said, NO_DATE) if found is None else Unclear(said, PERHAPS, (found,))


def _without_about(text: str) -> tuple[str, bool]:
    plain = _ABOUT_BEHIND.sub("", _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text)
    return plain, plain != text


def _point(text: str, asked: Asked, day: date | None = None, toward: Toward | None = None) -> EdtfDate | None:
    """One point of the calendar; relative to another day where one is given."""
    points = Points(day or asked.day, asked.language, ends_apart=asked.ends_apart)
    meant: Meant | None = points.read(text.replace(",", " ").replace("  ", " ").strip())
    return chosen(meant, points.day, toward or asked.toward) if meant is not None else None


def _range(text: str, asked: Asked) -> EdtfDate | None:
    """« du 30 décembre au 2 janvier »: the start is the last such day before the end, and takes from it what it leaves out."""
    if _TWO_NUMBERS.fullmatch(text):
        return None  # « 11-12 » is two days, or a day and its month
    between = _BETWEEN.fullmatch(text)
    plain = _FROM.sub("", text, count=1) if _FROM.match(text) else text
    halves = [(between[1], between[2])] if between else [(plain[: at.start()], plain[at.end() :]) for at in _TO.finditer(plain)]
    for before, after in halves:
        end = _point(after, asked) if before and after else None
        start = _start(before, end, asked) if end is not None else None
        if start is not None and end is not None:
            return _joined(start, end)
    return None


def _start(text: str, end: EdtfDate, asked: Asked) -> EdtfDate | None:
    start = _point(text, asked, end.first, "past")
    is_other_month = start is not None and (start.first.year, start.first.month) != (end.first.year, end.first.month)
    if start is not None and is_other_month and _BARE_DAY.fullmatch(text) and (end.first - start.first).days > _LONGEST_OVER_MONTHS:
        raise Refused(BACKWARDS)
    # « Fin mars – début avril » begins on no day that is said.
    return None if _ENDS.match(text) else start


def _joined(start: EdtfDate, end: EdtfDate) -> EdtfDate:
    if start.is_interval or end.is_interval:
        return stretch(start.first, end.last)
    if end.last < start.first:
        raise Refused(BACKWARDS)
    return start if start == end else EdtfDate.parse(f"{start}/{end}")


def _row(text: str, asked: Asked) -> EdtfDate | None:
    """« 12 et 13 novembre »: days that follow one another; « les 3, 4 et 5 mars »."""
    plain = re.sub(r"^(?:les|le|the) ", "", text)
    parts = _AND.split(plain)
    if not 1 < len(parts) <= _MOST_DAYS:
        return None
    days = list(_days(parts, asked))
    if len(days) != len(parts):
        return None
    days.reverse()
    steps = {later.first - earlier.last for earlier, later in pairwise(days)}
    if steps != {timedelta(days=1)}:
        raise Refused(NOT_IN_A_ROW)
    return EdtfDate.parse(f"{days[0]}/{days[-1]}")


def _days(parts: Sequence[str], asked: Asked) -> Iterator[EdtfDate]:
    """The days of a row from the last one back, which says what the others leave out."""
    following: EdtfDate | None = None
    for part in reversed(parts):
        found = _point(part, asked) if following is None else _start(part, following, asked)
        if found is None or found.is_interval or found.approximate:
            return
        yield found
        following = found
