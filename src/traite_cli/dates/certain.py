"""Whether a suggested date or time is the only one that can have been meant, so that a machine may write it.

``22/10/2014`` is one day however it is read; ``05/06/2014`` is two. Where anything the text says would be lost, nothing is certain.
"""

from __future__ import annotations

import re
from datetime import date

from traite_cli.dates.faults import DateFault
from traite_cli.dates.spelt import weekday_in_words

_DAY_OR_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](?:(\d{1,2})[-/. ])?\d{4}", re.ASCII)
_YEAR_FIRST = re.compile(r"\d{4}(?:([-/. ])(\d{1,2})\1\d{1,2}|[-.]\d{1,2}|\d{4})", re.ASCII)
_DASHES = re.compile("[\u2010-\u2014\u2212]")
_DECEMBER = 12
_HALF = r"(?:0?[1-9]|1[0-2])(?::\d\d)?\s*[ap]\.?m\.?"
_CLOCK = rf"(?:\d{{1,2}}\s*(?:h|heures?)\s*(?:\d\d\s*(?:mn?|min)?)?|\d{{1,2}}:\d\d|{_HALF}|midi|noon)"
_TIMES = re.compile(rf"(?:(?:de|from)\s+)?{_CLOCK}(?:\s*(?:/|-|\u2013|\u2014|\u00e0|to)\s*{_CLOCK})?", re.IGNORECASE)
_LONGEST = 80


def is_certain_date(text: str, reason: DateFault, suggestion: str) -> bool:
    """Whether ``text``, which is no date for this reason, can only mean ``suggestion``."""
    match reason:
        case DateFault.SPACES | DateFault.SHORT_END | DateFault.ONE_DIGIT:
            return "/" not in suggestion or reason is not DateFault.ONE_DIGIT
        case DateFault.SEPARATOR:
            return _YEAR_FIRST.fullmatch(_DASHES.sub("-", text)) is not None and _in_order(text, suggestion)
        case DateFault.FRENCH_ORDER:
            return _only_one_order(text)
        case DateFault.WORDS:
            return "/" not in suggestion and _weekday_agrees(text, suggestion)
        case _:
            return False


def _in_order(text: str, suggestion: str) -> bool:
    """Whether year, month and day stand in this order, and no month was looked for where the day is."""
    return "".join(part.zfill(2) for part in re.findall(r"\d+", text)) == suggestion.replace("-", "")


def _only_one_order(text: str) -> bool:
    found = _DAY_OR_YEAR_LAST.fullmatch(" ".join(text.split()))
    if found is None:
        return False
    first, second = int(found[1]), int(found[2] or 0)
    return not second or first > _DECEMBER or second > _DECEMBER or first == second


def _weekday_agrees(text: str, suggestion: str) -> bool:
    said = weekday_in_words(text)
    if said is None:
        return True
    try:
        return date.fromisoformat(suggestion).weekday() == said
    except ValueError:
        return False


def is_certain_time(text: str) -> bool:
    """Whether a text that is no time, and for which one can be suggested, says its hours and minutes as such."""
    return len(text) <= _LONGEST and _TIMES.fullmatch(" ".join(text.split())) is not None
