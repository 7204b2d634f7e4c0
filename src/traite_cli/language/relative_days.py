"""A day told from another one, « +30d », « -6m », « il y a 2 ans », « hier »; and how long something lasts: « 90 jours ».

Units are the first letters of their names in either language, or the names. A month later is the same day of the next month, or its last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from traite_cli.language.folding import fold

_UNITS = {
    **dict.fromkeys(("d", "j", "day", "days", "jour", "jours"), "day"),
    **dict.fromkeys(("w", "s", "sem", "week", "weeks", "semaine", "semaines"), "week"),
    **dict.fromkeys(("m", "month", "months", "mois"), "month"),
    **dict.fromkeys(("y", "a", "year", "years", "an", "ans", "annee", "annees"), "year"),
}
_NEAR = {"today": 0, "aujourd'hui": 0, "yesterday": -1, "hier": -1, "tomorrow": 1, "demain": 1}
_SPAN = r"(?P<number>\d{1,4}) ?(?P<unit>[a-z]+)"
_LASTS = re.compile(_SPAN)
_TOLD = re.compile(rf"(?P<ahead>\+|dans |in )? ?(?P<ago>-|il y a )? ?{_SPAN}(?P<behind> ago)?")
_MONTHS = 12


class Span(NamedTuple):
    """So many days, weeks, months or years."""

    number: int
    unit: str

    def after(self, day: date) -> date:
        """The day so long after another; the first or the last there is, where that is beyond."""
        try:
            return _moved(day, self)
        except (OverflowError, ValueError):
            return date.max if self.number > 0 else date.min

    def before(self, day: date) -> date:
        """The day so long before another."""
        return Span(-self.number, self.unit).after(day)


def span(text: str) -> Span | None:
    """How long something lasts: « 90 jours », « 3m »; None for anything else."""
    found = _LASTS.fullmatch(fold(text))
    return _span(found) if found else None


def relative_day(text: str, day: date) -> date | None:
    """The day that a text tells from another one; None where it does not. A number without a sign tells no direction."""
    folded = fold(text)
    if folded in _NEAR:
        return Span(_NEAR[folded], "day").after(day)
    found = _TOLD.fullmatch(folded)
    length = _span(found) if found else None
    if found is None or length is None or bool(found["ahead"]) == bool(found["ago"] or found["behind"]):
        return None
    return length.after(day) if found["ahead"] else length.before(day)


def _span(found: re.Match[str]) -> Span | None:
    unit = _UNITS.get(found["unit"])
    return Span(int(found["number"]), unit) if unit else None


def _moved(day: date, by: Span) -> date:
    if by.unit in {"day", "week"}:
        return day + timedelta(days=by.number * (7 if by.unit == "week" else 1))
    months = day.year * _MONTHS + day.month - 1 + by.number * (_MONTHS if by.unit == "year" else 1)
    first = date(months // _MONTHS, months % _MONTHS + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
