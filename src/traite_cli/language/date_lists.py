"""Several dates said in one line, as a document's heading does: « 22 octobre, 7 et 18 novembre 2014 et 5 janvier 2015 ».

Days stand with their month, months with their year, each said once. A date that fits into none of these stands on its own.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.language.calendar_words import MONTHS, say_point
from traite_cli.language.dates_aloud import is_one_point, is_pair, say_date, say_range
from traite_cli.language.lists import enumerate_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from traite_cli.dates import EdtfDate
    from traite_cli.language.languages import Language


class _Item(NamedTuple):
    """Words for one date, without the year and the month that the line says once (0 when the words hold them)."""

    first: date
    last: date
    year: int
    month: int
    words: str


def say_dates(dates: Iterable[EdtfDate], language: Language) -> str:
    """The dates in order, each once: « 7, 18 et 20 novembre 2014 ».

    Months of one year are enumerated before it; where several years have more than one, all make one list, in which « et » says which is
    the last: « 6 et 18 novembre, 4 décembre 2014, 12 janvier et 2 février 2015 ».
    """
    items = sorted({item for written in dates for item in _items(written, language)})
    years = [(year, list(_months(in_year, language))) for year, in_year in groupby(items, key=lambda item: item.year)]
    if sum(len(months) > 1 for year, months in years if year) > 1:
        return enumerate_words([one for year, months in years for one in _with_year(months, year)], language)
    said = [months if not year else [f"{enumerate_words(months, language)} {year}"] for year, months in years]
    return enumerate_words([one for year in said for one in year], language)


def _with_year(months: list[str], year: int) -> list[str]:
    """The months of a year, which the last of them names."""
    return [*months[:-1], f"{months[-1]} {year}"] if year else months


def _months(items: Iterator[_Item], language: Language) -> Iterator[str]:
    """The items of one year, those of one month together."""
    for month, in_month in groupby(items, key=lambda item: item.month):
        said = [item.words for item in in_month]
        if month:
            yield f"{enumerate_words(said, language)} {MONTHS[language][month - 1]}"
        else:
            yield from said


def _items(written: EdtfDate, language: Language) -> Iterator[_Item]:
    first, last = written.first, written.last
    day_to_day = written.precision == written.end_precision == "day"
    if written.approximate:
        yield _Item(first, last, 0, 0, say_date(written, language))
    elif day_to_day and (is_one_point(written) or is_pair(written)):
        for day in sorted({first, last}):
            yield _Item(day, day, day.year, day.month, say_point(day, "day", language, month=False, year=False))
    elif is_one_point(written) and written.precision == "month":
        yield _Item(first, last, first.year, 0, MONTHS[language][first.month - 1])
    elif first.year != last.year or "year" in {written.precision, written.end_precision}:
        yield _Item(first, last, 0, 0, say_date(written, language))
    elif day_to_day and first.month == last.month:
        yield _Item(first, last, first.year, first.month, say_range(written, language, month=False, year=False))
    else:
        yield _Item(first, last, first.year, 0, say_range(written, language, year=False))
