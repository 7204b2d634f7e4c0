"""What templates can do to a value: dates, lists and names said aloud in the document's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from traite_cli.circulating.field_text import Markdown, escaped
from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.language import (
    Language,
    at_place,
    enumerate_words,
    of_date,
    of_name,
    say_date,
    say_dates,
    say_deadline,
    say_time,
    the_kind,
    the_name,
)


def filters(language: Language) -> Mapping[str, Callable[..., Any]]:
    """The filters of templates, by name."""
    return {
        "capitalised": capitalised,
        "cell": cell,
        "date": partial(date, language=language),
        "deadline": partial(deadline, language=language),
        "dates": partial(dates, language=language),
        "inside_item": inside_item,
        "listed": partial(listed, language=language),
        "located": located,
        "of_date": partial(of_date, language=language),
        "of_name": partial(of_name, language=language),
        "our_name": partial(the_kind, language=language),
        "the_name": partial(the_name, language=language),
        "time": partial(time, language=language),
    }


def date(value: EdtfDate | None, *, language: Language, article: bool = False, weekday: bool = False, short: bool = False) -> str:
    """A date aloud; ``article`` puts « le » before it, ``weekday`` the day's name, ``short`` writes figures (22/10/2014)."""
    if value is None:
        return ""
    if short and language == "fr" and value.precision == "day" and not value.is_interval and not value.approximate:
        return f"{value.first:%d/%m/%Y}"
    return say_date(value, language, with_article=article, weekday=weekday)


def deadline(value: EdtfDate | None, *, language: Language) -> str:
    """A deadline in a table; a month or a year falls on its last day: « fin février 2015 »."""
    if value is None or value.is_interval or value.precision == "day":
        return date(value, language=language, short=True)
    return say_deadline(value, language)


def dates(values: Iterable[EdtfDate], *, language: Language) -> str:
    """Several dates in one line: « 22 octobre, 7 et 18 novembre 2014 et 5 janvier 2015 »."""
    return say_dates(values, language)


def time(value: TimeSpan | None, *, language: Language) -> str:
    """A time of day: « 9h30 », « de 9h30 à 12h00 »."""
    return say_time(value, language) if value is not None else ""


def listed(values: Iterable[str], *, language: Language) -> str:
    """Words in a row: « a, b et c »; when one of them has a comma of its own, semicolons keep them apart."""
    items = tuple(values)
    if len(items) > _PAIR and any("," in item for item in items):
        return " ; ".join(items) if language == "fr" else "; ".join(items)
    return enumerate_words(items, language)


def located(place: str, room: str = "") -> str:
    """A place behind a date, with its room: « au siège. Salle 2 », « , place Beauvau »; nothing of none."""
    return at_place(f"{place}. {capitalised(room)}" if place and room else place or room)


def capitalised(text: str) -> str:
    """A text with a capital at its head; the rest stays."""
    return text[:1].upper() + text[1:]


def cell(text: str) -> Markdown:
    """A text in one cell of a table or one line of a list."""
    return Markdown(escaped(" ".join(str(text).split())))


def inside_item(prose: Markdown) -> Markdown:
    """A body set in an item of a list: its first line goes on the item's, the rest is indented under it."""
    return Markdown(re.sub(r"\n(?=.)", "\n  ", prose))


_PAIR = 2
