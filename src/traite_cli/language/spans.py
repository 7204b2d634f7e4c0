"""So many days, weeks, months or years: how long something lasts (« 90 jours », "3m"), and the day so far from another (« +30d », « -6m »).

Units are their names in either language, or their first letters. A month later is the same day of the next month, or its last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from traite_cli.language.date_words import LETTERS, UNITS, tidied
from traite_cli.language.folding import fold

_SPAN = re.compile(r"(?P<sign>[+-] ?)?(?P<number>\d{1,4}) ?(?P<unit>[a-z-]+)")
_FOR = re.compile(r"(?:depuis (?:plus de )?|plus de |for (?:more than |over )?|more than |over )")
_LATELY = re.compile(
    r"(?:(?:depuis|pendant|durant|au cours|dans|over|during|in|for) )?(?:(?:les?|la|des?|ces|the) )?"
    r"(?:(?P<number>\d{1,4}) )?(?:derniere?s?|last|past) (?:(?P<behind>\d{1,4}) )?(?P<unit>[a-z-]+)"
)
"""« Les trois derniers mois », "the last three months"."""
_MONTHS_OF_YEAR = 12
IN_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
IN_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


class Span(NamedTuple):
    """So many days, weeks, months or years."""

    number: int
    unit: str

    def after(self, day: date) -> date:
        """The day so long after another; the first or the last there is, where that is beyond."""
        try:
            return shifted(day, self.unit, self.number)
        except (OverflowError, ValueError):
            return date.max if self.number > 0 else date.min

    def before(self, day: date) -> date:
        """The day so long before another."""
        return Span(-self.number, self.unit).after(day)


def span(text: str) -> Span | None:
    """How long something lasts: « 90 jours », « trois mois », « 3m », « depuis 3 mois »; None for anything else."""
    said = tidied(text)
    lately = _LATELY.fullmatch(said)
    if lately is not None:
        return _of(lately["number"] or lately["behind"] or "1", lately["unit"])
    found = _SPAN.fullmatch(_FOR.sub("", said, count=1) if _FOR.match(said) else said)
    return _of(found["number"], found["unit"]) if found is not None and not found["sign"] else None


def signed_span(text: str) -> Span | None:
    """How far a day is from another: « +30d » ahead, « -6 mois » ago; None for anything else."""
    found = _SPAN.fullmatch(fold(text))
    length = _of(found["number"], found["unit"]) if found is not None and found["sign"] else None
    return length._replace(number=-length.number) if length is not None and found is not None and found["sign"][0] == "-" else length


def shifted(day: date, unit: str, count: int) -> date:
    """The day so many units after another. Raises ``ValueError`` or ``OverflowError`` beyond the calendar."""
    if unit in IN_DAYS:
        return day + timedelta(days=IN_DAYS[unit] * count)
    return shifted_month(day, IN_MONTHS[unit] * count)


def shifted_month(day: date, count: int) -> date:
    """The same day so many months later, or the last of a month that is too short for it."""
    year, month = divmod(day.year * _MONTHS_OF_YEAR + day.month - 1 + count, _MONTHS_OF_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of(number: str, called: str) -> Span | None:
    unit = UNITS.get(called) or LETTERS.get(called)
    return Span(int(number), unit) if unit is not None and unit != "weekend" else None
