"""Feasts by which people set a date: « d’ici Noël », « avant la Pentecôte », "by Easter".

Easter is that of the Gregorian calendar, by the anonymous rule of 1876 (Meeus, « Astronomical Algorithms », chapter 8).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

_FIXED = {
    **dict.fromkeys(("noel", "christmas", "fetes", "fetes de fin d'annee"), (12, 25)),
    **dict.fromkeys(("nouvel an", "jour de l'an", "new year", "new year's day"), (1, 1)),
    **dict.fromkeys(("saint-sylvestre", "saint sylvestre", "new year's eve"), (12, 31)),
    **dict.fromkeys(("epiphanie", "epiphany"), (1, 6)),
    **dict.fromkeys(("chandeleur", "candlemas"), (2, 2)),
    **dict.fromkeys(("fete du travail", "labour day"), (5, 1)),
    **dict.fromkeys(("fete de la musique",), (6, 21)),
    **dict.fromkeys(("saint-jean", "saint jean"), (6, 24)),
    **dict.fromkeys(("fete nationale", "bastille day"), (7, 14)),
    **dict.fromkeys(("assomption", "assumption"), (8, 15)),
    **dict.fromkeys(("toussaint", "all saints", "all saints' day"), (11, 1)),
    **dict.fromkeys(("armistice",), (11, 11)),
}
_AFTER_EASTER = {
    **dict.fromkeys(("mardi gras", "shrove tuesday"), -47),
    **dict.fromkeys(("paques", "easter"), 0),
    **dict.fromkeys(("lundi de paques", "easter monday"), 1),
    **dict.fromkeys(("ascension",), 39),
    **dict.fromkeys(("pentecote", "pentecost", "whitsun"), 49),
    **dict.fromkeys(("lundi de pentecote", "whit monday"), 50),
}
FEASTS = tuple(sorted((*_FIXED, *_AFTER_EASTER), key=len, reverse=True))
"""Their names, folded, the longest first."""


def days_of_feast(name: str, years: Iterable[int]) -> list[date]:
    """The days of a feast in some years."""
    if name in _FIXED:
        return [date(year, *_FIXED[name]) for year in years]
    return [easter(year) + timedelta(days=_AFTER_EASTER[name]) for year in years]


def easter(year: int) -> date:
    """Easter Sunday of a year."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
