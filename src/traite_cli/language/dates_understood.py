"""Dates and times as people type them: « lundi prochain », « fin février », « dans trois semaines », « 22/10 », « de 9h à 11h30 ».

French and English, all relative to a day that is given; nothing here asks the clock. The rules where several readings are possible:

- Numbers alone have the day first (« 05/06/2014 » is 5 June), as French writes them. In English, where both orders are usual, one that
  can be read both ways is refused. So it is in either language when the year has two digits (« 05/06/07 »): both readings are named.
- A date without its year, or a day of the week alone, is the next one (``FUTURE``: deadlines), the last one (``PAST``: meetings that were
  held) or the nearest. Today counts for a date; it does not for a day of the week, since today is called so.
- « +30d », « -6m » is so far from the day.
- « lundi prochain », "next Monday" is the first Monday after the day; « dernier », "last", the last before it.
- « fin février » is the month, since a deadline that is a month falls on its last day; where days are counted (``ends_apart``) it is
  the last ten days of it, « fin 2015 » the last quarter; « début mars » its first ten days, « mi-mars » about
  the 15th, « début 2015 » its first quarter; « d’ici l’été », « avant mars » what ends before it: the end of June, of February.
- « Janvier 15 » is refused, which is a month or a day; so are « 11-12 », and a day of the week that is not that of the date.
- A month or a day of the week that is misspelt is never taken: the date that was probably meant is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traite_cli.language.date_choice import Toward
from traite_cli.language.unclear import NO_DATE, NO_TIME, Unclear

if TYPE_CHECKING:
    from datetime import date

    from traite_cli.dates import EdtfDate, TimeSpan
    from traite_cli.language.languages import Language

_LONGEST = 80


class Sense(NamedTuple):
    """What typed words are understood by: the day they are typed, and the language they are likely in."""

    day: date
    language: Language = "fr"


def understood_date(
    said: str, day: date | None, *, toward: Toward = "nearest", language: Language = "fr", ends_apart: bool = False
) -> EdtfDate | Unclear:
    """The date that a text says on a day; without a day, only a date that says its year is understood.

    ``ends_apart`` takes the end of a month or a year for its last days alone.
    """
    from traite_cli.language.date_phrases import Asked, read_date

    text = " ".join(said.split())
    return (
        read_date(text, Asked(text, day, toward, language, ends_apart)) if 0 < len(text) <= _LONGEST else Unclear(text[:_LONGEST], NO_DATE)
    )


def is_open(said: str, day: date, language: Language = "fr") -> bool:
    """Whether a text says a date without its year, its month or its week: which one is meant is told by what it stands with."""
    from traite_cli.language.date_phrases import Asked, leaves_out

    text = " ".join(said.split())
    return 0 < len(text) <= _LONGEST and leaves_out(text, Asked(text, day, "nearest", language))


def says_both_ends(said: str, day: date, language: Language = "fr") -> bool:
    """Whether a text says from when to when: « du 1er au 30 novembre », « entre octobre et décembre »."""
    from traite_cli.language.date_phrases import Asked, has_two_ends

    text = " ".join(said.split())
    return 0 < len(text) <= _LONGEST and has_two_ends(text, Asked(text, day, "nearest", language))


def understood_time(said: str) -> TimeSpan | Unclear:
    """The time, or the stretch from one to another, that a text says."""
    from traite_cli.language.time_phrases import read_time

    text = " ".join(said.split())
    return read_time(text) if 0 < len(text) <= _LONGEST else Unclear(text[:_LONGEST], NO_TIME)


def date_and_time(
    said: str, day: date | None, *, toward: Toward = "nearest", language: Language = "fr"
) -> tuple[EdtfDate | Unclear, TimeSpan | None]:
    """The date that a text says, and the time if one stands behind it: « lundi 2 février 2015 à 14h30 »."""
    from traite_cli.language.time_phrases import split_at_time

    text = " ".join(said.split())
    before, time = split_at_time(text) if len(text) <= _LONGEST else (text, None)
    if time is not None:
        found = understood_date(before, day, toward=toward, language=language)
        if not isinstance(found, Unclear):
            return found, time
    return understood_date(text, day, toward=toward, language=language), None
