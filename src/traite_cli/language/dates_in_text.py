"""The dates that a text names, where they stand: « mardi 3 mars 2015 », « 05.07.2023 », « l’an deux mille quinze, le trois mars ».

A numeric date is read with the day first, as both French and British minutes write it. A date without its year takes one that is
handed over, or is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from traite_cli.dates.spelt import weekday_named
from traite_cli.language.calendar_words import MONTHS, WEEKDAYS
from traite_cli.language.folding import fold_in_place
from traite_cli.language.number_words import NUMBER_WORDS, number_in_words


class DateFound(NamedTuple):
    """A date and where a text names it; ``sure`` when the text says its year, and its order is not in doubt."""

    start: int
    end: int
    day: date
    sure: bool = True
    last: date | None = None
    """The last of several days that are named together: « les 18 et 25 février 2013 »."""


def _folded_names(names: tuple[str, ...]) -> list[str]:
    return [fold_in_place(name) for name in names]


_NUMBERS = {name: number for names in MONTHS.values() for number, name in enumerate(_folded_names(names), 1)}
_NUMBERS |= {
    "janv": 1,
    "jan": 1,
    "fevr": 2,
    "fev": 2,
    "feb": 2,
    "mar": 3,
    "avr": 4,
    "apr": 4,
    "juil": 7,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
}
_NUMBERS |= {"oct": 10, "nov": 11, "dec": 12}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_WEEKDAY = "|".join(name for names in WEEKDAYS.values() for name in _folded_names(names))
_DAY = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    # « 3 et 4 mars 2015 », « du 3 au 7 mars 2015 », « les 18 et 25 février »
    rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?:er)?\s*(?:,|et|au|and|to|-|&)\s*(?:le\s+)?(?:(?:{_WEEKDAY})\s+)?{_DAY}\s+(?P<month>{_MONTH})\b\.?(?:,?\s+{_YEAR})?",
    # « March 14-15, 2019 »
    rf"\b(?P<month>{_MONTH})\.?\s+(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:and|to|-|&)\s*{_DAY}(?![\d:h])(?:\s*,?\s*{_YEAR})?",
    rf"(?<![\d/.-]){_DAY}\s*(?:day\s+)?(?:de\s+|of\s+|-)?(?P<month>{_MONTH})(?![a-z])\.?(?:,?[\s-]*{_YEAR})?",
    # « le 14 mars 19 », at the end of what is said
    rf"(?<![\d/.-]){_DAY}\s+(?P<month>{_MONTH})\s+'?(?P<year>\d\d)(?=\s*(?:$|[.,;)]))",
    rf"\b(?P<month>{_MONTH})\.?\s+{_DAY}(?![\d:h])(?:\s*,?\s*{_YEAR})?",
    rf"(?<![\d/.-]){_YEAR}[-/._](?P<month>\d{{1,2}})[-/._]{_DAY}(?![\d/.-])",
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[-/._ ])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d(?![\d%€]))(?![\d/])",
    r"(?<![\d/.,-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])",
    rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
)
_COMPILED: list[re.Pattern[str]] = []
_SHORT_WEEKDAY = r"lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thurs?|thu|fri|sat|sun"
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<name>{_WEEKDAY}|{_SHORT_WEEKDAY})\b\.?,?\s+(?:(?:le|the)\s+)?$")
_WEEKDAY_WITHIN = re.compile(rf"\b(?P<name>{_WEEKDAY})\b")
_WEEKDAY_BEHIND = re.compile(rf"\s*\(\s*(?:un |a )?(?P<name>{_WEEKDAY})\s*\)")
_MAY_BE = re.compile(rf"\d[\d/._ -]|(?:{_MONTH})\b", re.ASCII)
_WORD = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_SOME_WORDS = rf"{_WORD}(?:[ -]{_WORD}){{0,5}}"
_IN_WORDS = (
    rf"\ban\s+(?P<year>{_SOME_WORDS}|(?:19|20)\d\d)\s*,?\s*(?:et\s+)?(?:le\s+)?(?:(?:{_WEEKDAY})\s*,?\s*)?(?P<day>{_SOME_WORDS}|\d{{1,2}}(?:er)?)\s+"
    rf"(?:du\s+mois\s+d(?:e\s+|'))?(?P<month>{_MONTH})\b"
)
_IN_WORDS_LAST = rf"\ble\s+(?P<day>{_SOME_WORDS}|\d{{1,2}}(?:er)?)\s+(?P<month>{_MONTH})\s+(?P<year>deux mil(?:le)?(?:[ -]{_WORD}){{0,5}})"
_YEAR_LENGTH = 4
_NEAR = 24
"""So many letters before a date the day of the week may begin."""


def dates_in(text: str, year: int | None = None) -> list[DateFound]:
    """The dates of a text, in its order; ``year`` is that of those which name none."""
    said = fold_in_place(text)
    if not _MAY_BE.search(said):
        return []
    if not _COMPILED:
        _COMPILED.extend(re.compile(pattern, re.ASCII) for pattern in _PATTERNS)
    found = sorted([*_spelt_out(said), *(one for pattern in _COMPILED for one in _read(pattern, said, year))])
    kept: list[DateFound] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end > kept[-1].end:
            kept[-1] = one
    return kept


def weekday_said(text: str, found: DateFound) -> tuple[int, str] | None:
    """The day of the week that a text names beside a date, Monday being 0, and the words that say both: « lundi 3 mars 2015 »."""
    said = fold_in_place(text)
    before = _WEEKDAY_BEFORE.search(said, max(found.start - _NEAR, 0), found.start)
    within = _WEEKDAY_WITHIN.search(said, found.start, found.end) if found.last is None else None
    behind = _WEEKDAY_BEHIND.match(said, found.end)
    named = before or within or behind
    number = weekday_named(named["name"]) if named is not None else None
    if named is None or number is None:
        return None
    return number, text[min(named.start("name"), found.start) : max(named.end(), found.end)]


def _read(pattern: re.Pattern[str], said: str, year: int | None) -> Iterator[DateFound]:
    for found in pattern.finditer(said):
        parts = found.groupdict()
        named = parts.get("year")
        month = parts["month"]
        number = int(month) if month.isdigit() else _NUMBERS[month]
        whole = _whole(named) if named else year
        day = _day(whole, number, int(parts["day"]))
        if day is None:
            continue
        first = _day(whole, number, int(parts["first"])) if parts.get("first") else None
        sure = bool(named) and len(named or "") == _YEAR_LENGTH
        if first is not None and first < day:
            yield DateFound(found.start(), found.end(), first, sure, day)
        else:
            yield DateFound(found.start(), found.end(), day, sure)


def _spelt_out(said: str) -> Iterator[DateFound]:
    patterns = [_IN_WORDS] * ("an " in said) + [_IN_WORDS_LAST] * ("mil" in said)
    for found in (one for pattern in patterns for one in re.finditer(pattern, said)):
        year, day = number_in_words(found["year"]), number_in_words(found["day"].removesuffix("er"))
        read = _day(year, _NUMBERS[found["month"]], day or 0)
        if read is not None:
            yield DateFound(found.start(), found.end(), read)


def _whole(year: str) -> int:
    return int(year) if len(year) == _YEAR_LENGTH else 2000 + int(year)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year is not None else None
    except ValueError:
        return None
