"""The names of days and months, and one point of the calendar said with them.

A table rather than Babel's data: twelve months in two languages cost nothing to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from traite_cli.language.languages import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}
WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def say_point(
    day: date,
    precision: str,
    language: Language,
    *,
    weekday: bool = False,
    month: bool = True,
    year: bool = True,
) -> str:
    """The day, month or year that ``day`` stands for; the month or year left out when said elsewhere in the sentence."""
    said = []
    if precision == "day":
        if weekday:
            said.append(WEEKDAYS[language][day.weekday()])
        said.append("1er" if day.day == 1 and language == "fr" else str(day.day))
    if precision != "year" and month:
        said.append(MONTHS[language][day.month - 1])
    if year:
        said.append(str(day.year))
    return " ".join(said)
