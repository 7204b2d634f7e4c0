"""The dates that a phrase can mean, and which of them is meant on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.language.unclear import NO_YEAR, OTHER_WEEKDAY

Toward = Literal["future", "past", "nearest"]
"""Where a date without its year, or a day of the week alone, is looked for."""
YEARS_AROUND = 8
"""The 29th of February comes back within so many years, even around 1900."""
_FIRST_YEAR, _LAST_YEAR = 1, 9999


class Meant(NamedTuple):
    """The dates that a phrase can mean, in their order; one alone unless it leaves out its year, its month or its week."""

    dates: tuple[EdtfDate, ...]
    weekday: int | None = None
    """The day of the week that was said with it."""

    from_day: bool = False
    """Whether it is told from the day: « la fin du mois »."""

    def changed(self, change: Callable[[EdtfDate], EdtfDate | None]) -> Meant | None:
        """The same with each date made another; those that cannot be are left out."""
        several = found(made for one in self.dates if (made := change(one)) is not None)
        return several._replace(from_day=self.from_day) if several is not None else None


class Refused(Exception):
    """A phrase says a date, and not one that can be taken."""

    def __init__(self, why: str, *readings: EdtfDate) -> None:
        super().__init__(why)
        self.why = why
        self.readings = readings


def found(dates: Iterable[EdtfDate]) -> Meant | None:
    """What can be meant; None when nothing can."""
    several = tuple(dates)
    return Meant(several) if several else None


def one_day(day: date) -> Meant:
    """One day and no other."""
    return Meant((EdtfDate.of(day),))


def stretch(first: date, last: date) -> EdtfDate:
    """The days from one to another."""
    return EdtfDate.parse(f"{first}/{last}")


def months(year: int, first: int, last: int) -> EdtfDate:
    """Months of a year, from one to another; one after December is of the next year."""
    return EdtfDate.parse(f"{_month(year, first)}/{_month(year, last)}" if first != last else _month(year, first))


def _month(year: int, number: int) -> str:
    return f"{year + (number - 1) // 12:04}-{(number - 1) % 12 + 1:02}"


def years_around(day: date | None) -> Iterable[int]:
    """The years that a date without one may be of."""
    if day is None:
        raise Refused(NO_YEAR)
    return range(max(day.year - YEARS_AROUND, _FIRST_YEAR), min(day.year + YEARS_AROUND, _LAST_YEAR) + 1)


def chosen(meant: Meant, day: date | None, toward: Toward) -> EdtfDate:
    """The date that is meant on a day."""
    one = meant.dates[0] if len(meant.dates) == 1 or day is None else _among(meant.dates, day, toward)
    if meant.weekday is not None and one.first.weekday() != meant.weekday:
        raise Refused(OTHER_WEEKDAY, one)
    return one


def _among(dates: tuple[EdtfDate, ...], day: date, toward: Toward) -> EdtfDate:
    if toward == "future":
        return next((one for one in dates if one.last >= day), dates[-1])
    if toward == "past":
        return next((one for one in reversed(dates) if one.first <= day), dates[0])
    return min(dates, key=lambda one: _distance(one, day))


def _distance(one: EdtfDate, day: date) -> tuple[timedelta, bool]:
    """How far a date is from a day; of two as far, what is to come goes before."""
    away = max(one.first - day, day - one.last, timedelta())
    return away, one.last < day
