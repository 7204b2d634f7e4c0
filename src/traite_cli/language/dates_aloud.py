"""A date or a time said as a good secretary writes it: « 22 octobre 2014 », « du 3 au 7 mars 2015 », « 9h30 ».

What the two ends of an interval share is said once. Spaces are ordinary ones: ``typography`` makes the right ones of them in a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from traite_cli.language.calendar_words import say_point

if TYPE_CHECKING:
    from datetime import time

    from traite_cli.dates import EdtfDate, TimeSpan
    from traite_cli.language.languages import Language

_VOWELS = "aeiouy"


class _Phrase(NamedTuple):
    """Words for a date, and the little word that a sentence puts before them."""

    article: str
    words: str


def say_date(date: EdtfDate, language: Language, *, weekday: bool = False, with_article: bool = False, capital: bool = False) -> str:
    """``date`` in words: « 22 octobre 2014 »; ``with_article`` as it stands in a sentence: « le 22 octobre 2014 ».

    ``weekday`` says the days of the week where the date has days; ``capital`` is for the beginning of a line.
    """
    if is_one_point(date):
        phrase = _one_point(date, language, weekday=weekday)
    elif is_pair(date):
        phrase = _pair(date, language, weekday=weekday)
    else:
        phrase = _Phrase("from " if language == "en" else "", say_range(date, language, weekday=weekday))
    article = phrase.article if with_article else ""
    said = _about(date, phrase, language) if date.approximate else article + phrase.words
    return said[:1].upper() + said[1:] if capital else said


def say_deadline(date: EdtfDate, language: Language) -> str:
    """A deadline in words; a month or a year falls on its last day: « fin février 2015 », « vers fin février 2015 »."""
    if date.is_interval or date.precision == "day":
        return say_date(date, language)
    said = say_point(date.first, date.precision, language)
    about = {"fr": "vers ", "en": "around the "}[language] if date.approximate else ""
    return f"{about}fin {said}" if language == "fr" else f"{about}end of {said}"


def say_since(date: EdtfDate, language: Language) -> str:
    """A date behind « depuis » or "since": in French a day has its article there (« le 22 octobre »), and nothing else has."""
    return say_date(date, language, with_article=language == "fr" and date.precision == "day" and not date.is_interval)


def is_one_point(date: EdtfDate) -> bool:
    """Whether ``date`` is a single day, month or year, be it written as an interval."""
    if date.precision != date.end_precision:
        return False
    length = {"day": 3, "month": 2, "year": 1}[date.precision]
    return date.first.timetuple()[:length] == date.last.timetuple()[:length]


def is_pair(date: EdtfDate) -> bool:
    """Whether ``date`` is two days that follow each other: one then says « et », not « du … au »."""
    return date.precision == date.end_precision == "day" and (date.last - date.first).days == 1


def say_range(date: EdtfDate, language: Language, *, weekday: bool = False, month: bool = True, year: bool = True) -> str:
    """« du 30 janvier au 2 février 2015 », without the month or the year of its end when the sentence says them elsewhere."""
    start, end = _ends(date, language, weekday=weekday, month=month, year=year)
    if language == "en":
        return f"{start} to {end}"
    to = "au" if date.end_precision == "day" else "à"
    if date.precision == "day":
        return f"du {start} {to} {end}"
    return f"d’{start} {to} {end}" if start[0] in _VOWELS else f"de {start} {to} {end}"


def _ends(date: EdtfDate, language: Language, *, weekday: bool, month: bool = True, year: bool = True) -> tuple[str, str]:
    """Both ends, the start without what the end says too."""
    same_year = date.first.year == date.last.year and "year" not in {date.precision, date.end_precision}
    same_month = same_year and date.first.month == date.last.month and date.precision == date.end_precision
    start = say_point(date.first, date.precision, language, weekday=weekday, month=not same_month, year=not same_year)
    return start, say_point(date.last, date.end_precision, language, weekday=weekday, month=month, year=year)


def _one_point(date: EdtfDate, language: Language, *, weekday: bool) -> _Phrase:
    words = say_point(date.first, date.precision, language, weekday=weekday)
    if language == "en":
        return _Phrase("on " if date.precision == "day" else "in ", words)
    return _Phrase("le " if date.precision == "day" else "en ", words)


def _pair(date: EdtfDate, language: Language, *, weekday: bool) -> _Phrase:
    start, end = _ends(date, language, weekday=weekday)
    return _Phrase("on ", f"{start} and {end}") if language == "en" else _Phrase("les ", f"{start} et {end}")


def _about(date: EdtfDate, phrase: _Phrase, language: Language) -> str:
    if language == "en":
        return f"around {phrase.words}"
    if not is_one_point(date):
        return f"{phrase.words} environ"
    return f"vers le {phrase.words}" if date.precision == "day" else f"vers {phrase.words}"


def say_time(span: TimeSpan, language: Language) -> str:
    """« 9h30 », « de 9h30 à 12h00 »; in English "9:30", "9:30 to 12:00"."""
    if span.end is None:
        return _clock(span.start, language)
    start, end = _clock(span.start, language), _clock(span.end, language)
    return f"de {start} à {end}" if language == "fr" else f"{start} to {end}"


def _clock(moment: time, language: Language) -> str:
    return f"{moment.hour}{'h' if language == 'fr' else ':'}{moment.minute:02}"


def say_move(before: EdtfDate, after: EdtfDate, language: Language) -> str:
    """One deadline given up for another: « du 31 décembre 2014 au 28 février 2015 », « de fin 2014 à fin mars 2015 »."""
    old, new = say_deadline(before, language), say_deadline(after, language)
    if language == "en":
        return f"from {old} to {new}"
    of = "du " if _is_day(before) else "d’" if old[:1] in _VOWELS else "de "
    return f"{of}{old} {'au' if _is_day(after) else 'à'} {new}"


def _is_day(date: EdtfDate) -> bool:
    return is_one_point(date) and date.precision == "day" and not date.approximate
