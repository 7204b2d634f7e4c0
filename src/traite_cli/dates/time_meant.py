"""What a text that is no time probably meant: ``de 9h30 à 12h00`` is ``09:30/12:00``.

Nothing here decides what a time is: an answer is a guess for an error message, and whoever asks reads it again.
"""

from __future__ import annotations

import re

_NOON = 12
_NEARLY = re.compile(r"(\d{1,2})(?:\s*(?:[:.,]|h|heures?)\s*(\d{1,2})?)?(?::\d\d)?\s*(?:mn?|min)?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_NEARLY_SPAN = re.compile(r"(?:de|from)?\s*(.+?)\s*(?:/|-|\u2013|\u2014|\u00e0|to)\s*(.+)", re.IGNORECASE)


def probable_time(text: str) -> str | None:
    """The time or stretch of time that ``text`` seems to say, in the form to write it in."""
    guess = _guess_time(text)
    if guess is None and (span := _NEARLY_SPAN.fullmatch(text)):
        start, end = _guess_time(span[1]), _guess_time(span[2])
        return f"{start}/{end}" if start and end else None
    return guess


def _guess_time(text: str) -> str | None:
    if text.casefold() in {"midi", "noon"}:
        return "12:00"
    match = _NEARLY.fullmatch(text)
    if match is None:
        return None
    hour, half = int(match[1]), (match[3] or "").casefold()[:1]
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}:{int(match[2] or 0):02}"
