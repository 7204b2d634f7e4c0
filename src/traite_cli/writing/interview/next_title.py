"""What the next issue of a document is called, after the last one: its date in the place of that one's, its number one more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Edition
from traite_cli.language import LANGUAGES, Language, say_date
from traite_cli.repository import Repository

_NUMBER = re.compile(r"(\b(?:n\s?[°º]|num[ée]ro|no\.?|number|issue)\s*|#\s?)(\d{1,5})(?!\d)", re.IGNORECASE)
_LAST = re.compile(r"((?:^|\s))(\d{1,3})$")
_VOWELS = "aeiouyé"

Way = Callable[[date, Language], str]


def next_title(repository: Repository, day: date) -> str:
    """The title for an issue of a day; '' where it is the first one."""
    before = [(one.date.last, one.slug, one) for one in repository.of(Edition).values() if one.date is not None and one.date.last < day]
    if not before:
        return ""
    last, _, edition = max(before, key=lambda found: found[:2])
    return following(" ".join((edition.title or "").split()), last, day)


def following(title: str, last: date, day: date) -> str:
    """A title with another day, month or year where it says that of the last issue, and with the next number."""
    dated = next((found for way, language in _ways() if (found := _replaced(title, way(last, language), way(day, language)))), "")
    numbered, count = _NUMBER.subn(_one_more, dated or title)
    return numbered if count or dated else _LAST.sub(_one_more, title)


def _ways() -> Iterator[tuple[Way, Language]]:
    """How titles say a day, what says most of it first."""
    for way in (_with_weekday, _in_full, _without_year, _month, _month_alone):
        for language in LANGUAGES:
            yield way, language
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%m/%Y", "%Y-%m", "%Y"):
        yield partial(_in_numbers, form), "fr"


def _in_numbers(form: str, day: date, language: Language) -> str:  # noqa: ARG001  # as the other ways are called
    return day.strftime(form)


def _with_weekday(day: date, language: Language) -> str:
    return say_date(EdtfDate.of(day), language, weekday=True)


def _in_full(day: date, language: Language) -> str:
    return say_date(EdtfDate.of(day), language)


def _without_year(day: date, language: Language) -> str:
    return _in_full(day, language).removesuffix(f" {day.year}")


def _month(day: date, language: Language) -> str:
    return say_date(EdtfDate.parse(f"{day:%Y-%m}"), language)


def _month_alone(day: date, language: Language) -> str:
    return _month(day, language).removesuffix(f" {day.year}")


def _replaced(title: str, old: str, new: str) -> str:
    """The title with what it says otherwise; '' where it does not say it. « d’octobre » becomes « de novembre »."""
    found = re.search(rf"(?<!\w)(d[’'](?=\w)|de (?=\w))?({re.escape(old)})(?!\w)", title, re.IGNORECASE)
    if found is None:
        return ""
    said = new[:1].upper() + new[1:] if found[2][:1].isupper() else new
    before = (("d’" if said[:1].lower() in _VOWELS else "de ") if said[:1].isalpha() else found[1]) if found[1] else ""
    return title[: found.start()] + before + said + title[found.end() :]


def _one_more(found: re.Match[str]) -> str:
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}}"
