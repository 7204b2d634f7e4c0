"""The day that a French sentence gives to a promise, as a record writes it: « d’ici fin février », « avant le 12 mars », « pour fin 2014 ».

A date without its year is the next one from the day on which it was said. What says no day, month or year (« d’ici la prochaine
réunion ») is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traite_cli.language.calendar_words import MONTHS
from traite_cli.language.folding import fold

if TYPE_CHECKING:
    from datetime import date

_MONTHS = [fold(month) for month in MONTHS["fr"]]
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?: (?P<year>(?:19|20)\d\d))?"
_BEFORE = (
    r"\b(?:d'ici|avant|au plus tard|pour|courant|des|jusqu'a|le)(?: (?:a|au|la|le|les|l')){0,2}(?: ?(?:fin|mi|debut|courant)[ -])?"
    r"(?: ?(?:de|du|des|le) )?"
)
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
_DAY = rf"{_BEFORE} ?{_WEEKDAY}(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH})\b{_YEAR}"
_NUMBERS = rf"{_BEFORE} ?{_WEEKDAY}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}))?(?!\d|/)"
_IN_MONTH = rf"{_BEFORE} ?(?:(?:fin|mi|debut|courant) ?-?)?(?:mois de |d')?(?P<month>{_MONTH})\b{_YEAR}"
_IN_YEAR = r"\b(?:d'ici|avant|pour|courant)(?: (?:a|la|l'))*(?: ?(?:fin|debut) (?:de )?)? ?(?:l'annee )?(?P<year>(?:19|20)\d\d)\b"
_MONTH_ENDS = r"\b(?:fin du mois|ce mois(?:-ci)?|fin de mois)\b"
_DECEMBER = 12
_MOST_DAYS = 31


def deadline(sentence: str, day: date | None) -> str:
    """When something is due by a sentence that was said on a day, as EDTF; '' when it does not say, or no year can be given it."""
    said = fold(sentence)
    for pattern in (_DAY, _NUMBERS, _IN_MONTH):
        if found := re.search(pattern, said):
            return _written(found, day)
    if found := re.search(_IN_YEAR, said):
        return found["year"]
    return f"{day:%Y-%m}" if day is not None and re.search(_MONTH_ENDS, said) else ""


def _written(found: re.Match[str], day: date | None) -> str:
    number = int(found["month"]) if found["month"].isdigit() else _MONTHS.index(found["month"]) + 1
    in_month = int(found.groupdict().get("day") or 0)
    if not 1 <= number <= _DECEMBER or in_month > _MOST_DAYS:
        return ""
    year = found["year"] or (_next_year(day, number, in_month) if day else "")
    return f"{year}-{number:02}" + (f"-{in_month:02}" if in_month else "") if year else ""


def _next_year(day: date, month: int, in_month: int) -> str:
    past = (month, in_month or _MOST_DAYS) < (day.month, day.day)
    return f"{day.year + past:04}"
