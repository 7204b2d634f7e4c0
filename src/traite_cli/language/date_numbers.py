"""Dates in digits: « 22/10/2014 », « 22.10.14 », « 22/10 », « 10/2014 », « 2014/10/22 », « 20141022 »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from traite_cli.dates import DateError, EdtfDate
from traite_cli.language.date_choice import Meant, Refused, found, years_around
from traite_cli.language.languages import Language
from traite_cli.language.unclear import NO_SUCH_DAY, TWO_WAYS

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-/. ])(?P<second>\d{1,2})(?:\2(?P<first>\d{1,2}))?")
_TOGETHER = re.compile(r"(?P<year>\d{4})(?P<second>\d\d)(?P<first>\d\d)")
_YEAR_LAST = re.compile(r"(?P<first>\d{1,2})([-/. ])(?P<second>\d{1,2})\2(?P<year>\d{4}|\d\d)")
_NO_YEAR = re.compile(r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})")
_MONTH = re.compile(r"(?P<second>\d{1,2})[-/.](?P<year>\d{4})")
_CENTURY = 100
_WHOLE_YEAR = len("2014")


def read_numbers(text: str, day: date | None, language: Language) -> Meant | None:
    """The dates that digits can mean; None for other texts. Refused where they can be read in two ways."""
    if at := _YEAR_FIRST.fullmatch(text) or _TOGETHER.fullmatch(text):
        return found(_dates([int(at["year"])], int(at["second"]), int(at["first"] or 0)))
    if at := _YEAR_LAST.fullmatch(text):
        is_short = len(at["year"]) < _WHOLE_YEAR
        years = [whole_year(at["year"], day)]
        return _day_and_month(years, int(at["first"]), int(at["second"]), two_ways=is_short or language == "en")
    if at := _MONTH.fullmatch(text):
        return found(_dates([int(at["year"])], int(at["second"])))
    if at := _NO_YEAR.fullmatch(text):
        return _day_and_month(years_around(day), int(at["first"]), int(at["second"]), two_ways=language == "en", day=day)
    return None


def whole_year(digits: str, day: date | None) -> int:
    """A year; of two digits, that of the century around a day."""
    year = int(digits)
    if len(digits) == _WHOLE_YEAR:
        return year
    near = day.year if day is not None else 2000
    return min(
        (century + year for century in range(near // 100 * 100 - _CENTURY, near + _CENTURY + 1, _CENTURY)), key=lambda one: abs(one - near)
    )


def _day_and_month(years: Iterable[int], first: int, second: int, *, two_ways: bool, day: date | None = None) -> Meant | None:
    """Both numbers, the day first unless only the other way gives a date."""
    years = list(years)
    usual = list(_each(years, second, first))
    # Without a year « 3/13 » is a slip more often than a day with its month first.
    other = list(_each(years, first, second)) if day is None or two_ways else []
    if usual and other and usual != other and two_ways:
        near = day.year if day is not None else years[0]
        readings = [min(several, key=lambda one: abs(one.first.year - near)) for several in (usual, other)]
        raise Refused(TWO_WAYS, *readings)
    if not usual and not other:
        raise Refused(NO_SUCH_DAY)
    return found(usual or other)


def _dates(years: Iterable[int], month: int, in_month: int = 0) -> list[EdtfDate]:
    dates = list(_each(years, month, in_month))
    if not dates:
        raise Refused(NO_SUCH_DAY)
    return dates


def _each(years: Iterable[int], month: int, in_month: int = 0) -> Iterator[EdtfDate]:
    """The day of a month, or the month, in each of some years that have it."""
    for year in years:
        try:
            yield EdtfDate.parse(f"{year:04}-{month:02}" + (f"-{in_month:02}" if in_month else ""))
        except DateError:
            continue
