"""A date as a record holds it: the subset of EDTF (ISO 8601-2) that the record format names.

A day, a month, a year, or an interval between two of these, each with a trailing ``~`` when approximate. The grammar is so strict that
a date's text is its canonical form.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from traite_cli.dates.faults import DateError, DateFault

Precision = Literal["day", "month", "year"]

_DAY = len("2014-11-12")
_DECEMBER = 12
_LONGEST = len("2014-11-12~/2014-11-13~")
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)


class EdtfDate:
    """A day, month, year or interval: the days from ``first`` to ``last``, both included.

    ``precision`` is that of the date or of an interval's start, ``end_precision`` that of its end. Two that are written alike are equal.
    """

    __slots__ = ("approximate", "end_precision", "first", "last", "precision", "text")

    def __init__(self, text: str, first: date, last: date, precision: Precision, end_precision: Precision, *, approximate: bool) -> None:
        self.text = text
        self.first = first
        self.last = last
        self.precision = precision
        self.end_precision = end_precision
        self.approximate = approximate

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """The date that ``text`` writes; ``DateError`` when it writes none."""
        read = _read(text) if len(text) <= _LONGEST else DateFault.NOT_A_DATE
        if isinstance(read, DateFault):
            raise _error(text, read)
        return read

    @classmethod
    def of(cls, day: date) -> EdtfDate:
        """One day as a date."""
        plain = date(day.year, day.month, day.day)
        return cls(plain.isoformat(), plain, plain, "day", "day", approximate=False)

    @property
    def is_interval(self) -> bool:
        """Whether it was written as an interval."""
        return "/" in self.text

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Orders dates by their first day, then by their last."""
        return self.first, self.last, self.text

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, EdtfDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"EdtfDate({self.text!r})"

    def __str__(self) -> str:
        return self.text


class _Part(NamedTuple):
    """One end of an interval, or the whole of a plain date."""

    first: date
    last: date
    precision: Precision
    approximate: bool


@lru_cache(maxsize=1 << 12)
def _read(text: str) -> EdtfDate | DateFault:
    """The date that a short text writes, or why it writes none; the dates of a repository stand in it again and again."""
    if len(text) == _DAY and text[4] == text[7] == "-":  # nearly every one: three times as quick
        try:
            return EdtfDate.of(date.fromisoformat(text))
        except ValueError:
            pass
    before, slash, after = text.partition("/")
    start = _part(before)
    end = _part(after) if slash else start
    if isinstance(start, DateFault):
        return start
    if isinstance(end, DateFault):
        return end
    if end.last < start.first:
        return DateFault.END_BEFORE_START
    return EdtfDate(text, start.first, end.last, start.precision, end.precision, approximate=start.approximate or end.approximate)


def _part(text: str) -> _Part | DateFault:
    match = _PART.fullmatch(text)
    if match is None:
        return DateFault.NOT_A_DATE
    year, month, day, tilde = match.groups()
    if year == "0000":
        return DateFault.NO_SUCH_YEAR
    january = date(int(year), 1, 1)
    if month is None:
        return _Part(january, january.replace(month=12, day=31), "year", bool(tilde))
    if not 1 <= int(month) <= _DECEMBER:
        return DateFault.NO_SUCH_MONTH
    return _in_month(january.replace(month=int(month)), day, approximate=bool(tilde))


def _in_month(first: date, day: str | None, *, approximate: bool) -> _Part | DateFault:
    last = _last_day(first)
    if day is None:
        return _Part(first, last, "month", approximate)
    if not 1 <= int(day) <= last.day:
        return DateFault.NO_SUCH_DAY
    exact = first.replace(day=int(day))
    return _Part(exact, exact, "day", approximate)


def _last_day(first: date) -> date:
    if first.month == _DECEMBER:  # the month after December 9999 does not exist
        return first.replace(day=31)
    return first.replace(month=first.month + 1) - timedelta(days=1)


def _error(text: str, fault: DateFault) -> DateError:
    # Their patterns cost more than all the rest of the room.
    from traite_cli.dates.certain import is_certain_date
    from traite_cli.dates.meant import probably_meant

    reason, suggestion = probably_meant(text, fault)
    if suggestion is None or isinstance(_read(suggestion), DateFault):
        return DateError(text, reason)
    return DateError(text, reason, suggestion, certain=is_certain_date(text, reason, suggestion))


def began_by(fact: EdtfDate, day: date) -> bool:
    """Whether what is dated ``fact`` counts on ``day``: what happened in a month counts from its first day."""
    return fact.first <= day


def is_past(deadline: EdtfDate, day: date) -> bool:
    """Whether ``deadline`` is over on ``day``: a month or a year falls on its last day."""
    return deadline.last < day


def is_before(day: date, bound: EdtfDate) -> bool:
    """Whether ``day`` is before ``bound``: before the bound's first day."""
    return day < bound.first
