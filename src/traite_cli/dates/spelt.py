"""A date spelt in French or English words, as people paste it from a letter: « mercredi 22 octobre 2014 », « du 3 au 7 mars 2015 ».

What it gives serves the suggestion of an error message; a text with any word it does not know is not guessed at.
"""

from __future__ import annotations

import re
import unicodedata

_MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
_WEEKDAYS = {
    **{name: number for number, name in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))},
    **{name: number for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))},
}
"""By its names, the number of a day of the week, Monday being 0."""
DAYS_AND_MONTHS = frozenset((*_WEEKDAYS, *(name for names in _MONTHS for name in names)))
_EMPTY = frozenset(_WEEKDAYS) | frozenset(["le", "les", "du", "de", "d", "en", "from", "on", "in", "of", "the"])
_JOINING = frozenset(["au", "a", "et", "-", "to", "and", "/", "jusqu"])
_ABOUT = frozenset(["vers", "environ", "env", "ca", "circa", "around", "about"])
_TOKEN = re.compile(r"(\d+)(?:er|st|nd|rd|th)?(?![a-z0-9])|[a-z]+|[-/]")
_SHORTEST_MONTH = 3
_YEAR = len("2014")
_DAY = len("22")


def date_in_words(text: str) -> str | None:
    """The date that ``text`` spells, written as a record holds it, or None."""
    folded = _folded(text)
    tokens = [match[1] or match[0] for match in _TOKEN.finditer(folded)]
    if not any(month_named(token) for token in tokens) or not re.fullmatch(r"[\sa-z0-9,.'/-]*", folded):
        return None
    tilde = "~" if _ABOUT.intersection(tokens) else ""
    match _halves([token for token in tokens if token not in _EMPTY | _ABOUT]):
        case [only]:
            return _written(_parts(only), tilde)
        case [start, end]:
            return _written_interval(_parts(start), _parts(end), tilde)
        case _:
            return None


def weekday_in_words(text: str) -> int | None:
    """The day of the week that ``text`` names, Monday being 0; -1 when it names several, None when none."""
    named = {_WEEKDAYS[match[0]] for match in _TOKEN.finditer(_folded(text)) if match[0] in _WEEKDAYS}
    return named.pop() if len(named) == 1 else -1 if named else None


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold()).replace("\u2019", "'")
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _halves(tokens: list[str]) -> list[list[str]]:
    halves: list[list[str]] = [[]]
    for token in tokens:
        if token in _JOINING:
            if halves[-1]:
                halves.append([])
        else:
            halves[-1].append(token)
    return halves


def month_named(word: str) -> int | None:
    """The month that only a folded word or its beginning can mean (« oct », « sept », not « jui »)."""
    if len(word) < _SHORTEST_MONTH:
        return None
    found = {number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names)}
    return found.pop() if len(found) == 1 else None


def weekday_named(word: str) -> int | None:
    """The day of the week that a folded word or its beginning means (« lun », "Mon"), Monday being 0."""
    if len(word) < _SHORTEST_MONTH:
        return None
    return next((number for name, number in _WEEKDAYS.items() if name.startswith(word)), None)


_Parts = dict[str, str]


def _parts(tokens: list[str]) -> _Parts | None:
    """Day, month and year among ``tokens``, or None when one is none of these or stands twice."""
    parts: _Parts = {}
    for token in tokens:
        month = month_named(token)
        if month:
            name, value = "month", f"{month:02}"
        elif token.isdigit() and len(token) == _YEAR:
            name, value = "year", token
        elif token.isdigit() and len(token) <= _DAY:
            name, value = "day", token.zfill(2)
        else:
            return None
        if name in parts:
            return None
        parts[name] = value
    return parts


def _written(parts: _Parts | None, tilde: str = "") -> str | None:
    if parts is None or not {"month", "year"} <= parts.keys():
        return None
    return "-".join(parts[name] for name in ("year", "month", "day") if name in parts) + tilde


def _written_interval(start: _Parts | None, end: _Parts | None, tilde: str) -> str | None:
    """An interval, whose start may leave out the month and year that its end says."""
    if start is None or end is None:
        return None
    shared = {name: value for name, value in end.items() if name != "day"}
    first, last = _written(shared | start, tilde), _written(end, tilde)
    return f"{first}/{last}" if first and last else None
