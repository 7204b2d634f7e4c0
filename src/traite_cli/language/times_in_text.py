"""The times of day that a text names: « de 9h30 à 12h00 », « 18 heures 30 », "7.30 pm", « vingt heures trente »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from traite_cli.language.folding import fold_in_place
from traite_cli.language.number_words import NUMBER_WORDS, number_in_words


class TimeFound(NamedTuple):
    """A time and where a text names it, with its end where it is a stretch."""

    start: int
    end: int
    begins: time
    ends: time | None = None

    @property
    def written(self) -> str:
        """The time as a record holds it."""
        return f"{self.begins:%H:%M}" + (f"/{self.ends:%H:%M}" if self.ends else "")


_CLOCK = (
    r"(?:(?P<{0}noon>midi|noon)\b"
    r"|{1}(?P<{0}hour>[01]?\d|2[0-4])\s?(?:(?:h|heures?|hrs?)(?![a-z])\.?\s?(?P<{0}minute>[0-5]\d)?(?:\s?(?:mn|min|m)\b)?"
    r"|[:.](?P<{0}minute2>[0-5]\d)(?!\d)(?=\s?(?P<{0}half2>[ap])\.?m\b)?(?:\s?[ap]\.?m\.?)?|\s?(?=(?P<{0}half>[ap])\.?m\b)[ap]\.?m\.?))"
)
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SPELT = re.compile(
    rf"\b(?P<hour>(?:{_WORDS})(?:[ -](?:{_WORDS})){{0,2}})\s+heures?(?:\s+(?P<minute>(?:{_WORDS})(?:[ -](?:{_WORDS})){{0,2}}|[0-5]\d))?"
)
# What stands before the hour is no part of a number; before the second of a stretch stands its sign.
_FIRST = _CLOCK.format("a", r"(?<![\d/.,-])")
_LAST = _CLOCK.format("b", r"(?<![\d.,])")
_ONE = re.compile(_FIRST)
_SPAN = re.compile(rf"{_FIRST}\s*(?:a|-|to|until|till|jusqu'a|/|-?>|→|et)\s*{_LAST}")
# « 7 to 9 pm », « de 9 à 12h »: the first number has its sign from the second.
_SHARED = re.compile(rf"(?<![\d/.,:-])(?P<ahour>\d{{1,2}})\s*(?:a|-|to)\s*{_LAST}")
_MAY_BE = re.compile(r"\d|heure|midi|noon")
_DOT = re.compile(r"\d\.\d\d")
_DOTTED_SPAN = re.compile(r"[012]\d\.[0-5][05]\s*-\s*[012]\d\.[0-5][05]")
_NOON = 12


def times_in(text: str) -> list[TimeFound]:
    """The times of a text, in its order."""
    said = fold_in_place(text)
    if not _MAY_BE.search(said):
        return []
    found = [*_spelt(said), *_spans(said)]
    found += [one for one in _single(said) if not any(other.start <= one.start < other.end for other in found)]
    return sorted(found)


def _spans(said: str) -> Iterator[TimeFound]:
    for pattern in (_SPAN, _SHARED):
        for match in pattern.finditer(said):
            parts = match.groupdict()
            half = parts.get("ahalf") or parts.get("ahalf2") or parts.get("bhalf") or parts.get("bhalf2")
            begins, ends = _time(parts, "a", half), _time(parts, "b", None)
            if begins and ends and begins < ends and not _is_number(match[0]):
                yield TimeFound(match.start(), match.end(), begins, ends)


def _single(said: str) -> Iterator[TimeFound]:
    for match in _ONE.finditer(said):
        begins = _time(match.groupdict(), "a", None)
        if begins and not _is_number(match[0]):
            yield TimeFound(match.start(), match.end(), begins)


def _is_number(said: str) -> bool:
    """« 7.30 » is a number unless it says that it is a time, or goes on to another, as « 14.00-16.30 » does."""
    return bool(_DOT.search(said)) and not re.search(r"[ap]\.?m", said) and not _DOTTED_SPAN.fullmatch(said)


def _spelt(said: str) -> Iterator[TimeFound]:
    if "heure" in said:
        for found in _SPELT.finditer(said):
            hour, minute = number_in_words(found["hour"]), number_in_words(found["minute"] or "zero")
            if hour is not None and hour < 24 and minute is not None and minute < 60:  # noqa: PLR2004 - of a clock
                yield TimeFound(found.start(), found.end(), time(hour, minute))


def _time(parts: dict[str, str | None], which: str, half: str | None) -> time | None:
    if parts.get(f"{which}noon"):
        return time(_NOON)
    hour = int(parts[f"{which}hour"] or 0)
    half = parts.get(f"{which}half") or parts.get(f"{which}half2") or half
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > 23:  # noqa: PLR2004 - of a clock
        return None
    return time(hour, int(parts.get(f"{which}minute") or parts.get(f"{which}minute2") or 0))
