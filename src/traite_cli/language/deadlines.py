"""The day that a sentence gives to a promise, as a record writes it: « d’ici fin février », « avant le 12 mars », "within two weeks".

What stands behind such a word is read as a date that somebody types is (``dates_understood``): without its year it is the next one from
the day on which it was said. What says no day, month or year (« d’ici la prochaine réunion ») is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from traite_cli.language.dates_understood import understood_date
from traite_cli.language.feasts import FEASTS
from traite_cli.language.folding import fold, fold_in_place
from traite_cli.language.unclear import Unclear

if TYPE_CHECKING:
    from datetime import date

_BY = r"d'ici|avant|au plus tard|sous|before|by|no later than|within|until|jusqu'(?:au|a|en)"
_ON = r"pour|courant|au cours|des|dans|le|on|in|for|due"
_WEEKDAYS = r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w{2,6}day"
_SEASONS = r"ete|printemps|automne|hiver|rentree|summer|spring|autumn|winter"
_FEASTS = "|".join(FEASTS)
_ITSELF = (
    r"(?=(?:fin|mi|debut|end of|early|mid)[ -]|(?:la semaine|le mois|l'annee) prochaine?\b|next (?:week|month)\b|tomorrow\b"
    r"|(?:apres[- ])?demain\b"
    rf"|(?:a |a la |a l'|au |at )(?:{_SEASONS}|{_FEASTS})\b|(?:{_WEEKDAYS}) (?:prochain|en huit|en quinze)\b)"
)
_MONTHS = (
    r"janv|fevr?|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|march|apr|may|june|july|aug|"
    r"\d{1,2}[/.]\d{1,2}|\d{4}-\d\d"
)
_SPANS = r"jours?|semaines?|mois|ans?|annee|trimestre|semestre|quinzaine|huitaine|days?|weeks?|months?|years?|quarter|fortnight"
_YEARS = r"(?:19|20)\d\d"
_DATED = re.compile(rf"\b(?:(?:{_MONTHS})|(?:{_SPANS}|{_SEASONS}|{_FEASTS}|demain|tomorrow)\b)")
_LEADS = (
    re.compile(rf"\b(?P<strong>{_BY})\b ?"),
    re.compile(rf"\b(?:(?:{_ON})\b ?|{_ITSELF})"),
)
_TELLS = (
    # Behind « avant » a day of the week or a year is a deadline; behind « le » it is every such day, or anything.
    re.compile(rf"{_DATED.pattern}|\b(?:{_WEEKDAYS})\b|\b{_YEARS}\b|^(?:le |the )?\d{{1,2}}$"),
    re.compile(
        rf"{_DATED.pattern}|\b(?:{_WEEKDAYS}) (?:prochain|en huit|en quinze)|\bnext (?:{_WEEKDAYS})"
        rf"|^(?:pour|courant|for) {_YEARS}$|^(?:pour|for) (?:{_WEEKDAYS})$|\b(?:fin|debut|mi|end of|early|mid)\b.*\b{_YEARS}\b"
    ),
)
_END = re.compile(r"[.;:!?()»\"]\s|[.;:!?()»\"]$|, | - ")
_LONGEST = 60
_MOST_WORDS = 9
_MOST_LEADS = 40


def deadline(sentence: str, day: date | None) -> str:
    """When something is due by a sentence that was said on a day, as EDTF; '' when it does not say, or no year can be given it."""
    said = fold(sentence)
    for lead, tells in zip(_LEADS, _TELLS, strict=True):
        for phrase in _phrases(said, lead):
            if tells.search(phrase.removeprefix("d'ici ").removeprefix("avant ")) is None:
                continue
            found = understood_date(phrase, day, toward="future")
            if not isinstance(found, Unclear):
                return str(found)
    return ""


def without_deadline(said: str) -> str:
    """What is promised, without the day that ends it: « écrire au maire » of « écrire au maire d’ici fin mars »."""
    from datetime import date

    folded = fold_in_place(said).rstrip(" .;:")
    for at in islice(_LEADS[0].finditer(folded), _MOST_LEADS):
        # Which year is meant makes no difference here.
        if at.start() and not isinstance(understood_date(folded[at.start() :], date(2000, 1, 1)), Unclear):
            return said[: at.start()].rstrip(" ,;")
    return said


def _phrases(said: str, lead: re.Pattern[str]) -> Iterator[str]:
    """What stands behind each of the words that lead to a date: the longest stretch first, since « le 12 » may go on with « mars »."""
    for number, at in enumerate(lead.finditer(said)):
        if number >= _MOST_LEADS:
            return
        end = _END.search(said, at.end(), at.end() + _LONGEST)
        behind = said[at.start() : end.start() if end else at.end() + _LONGEST].split()
        for count in range(min(len(behind), _MOST_WORDS), 0, -1):
            yield " ".join(behind[:count]).rstrip(".,;:")
