"""A stretch of days, open at either side when nothing bounds it: an edition's period, a term of office.

A date that is less precise than a day belongs to the period that its first day stands in.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from traite_cli.dates.edtf import EdtfDate


class Period(NamedTuple):
    """The days from ``first`` to ``last``, both included."""

    first: date = date.min
    last: date = date.max

    @classmethod
    def of(cls, interval: EdtfDate) -> Period:
        """The days that a date or an interval covers."""
        return cls(interval.first, interval.last)

    @classmethod
    def between(cls, start: EdtfDate | None, end: EdtfDate | None) -> Period:
        """From the first day of ``start`` to the last day of ``end``; None leaves that side open."""
        return cls(start.first if start else date.min, end.last if end else date.max)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def contains(self, fact: EdtfDate) -> bool:
        """Whether what is dated ``fact`` began in the period."""
        return self.first <= fact.first <= self.last
