"""A time as people say it, read as a whole, and one found behind a date: « lundi 2 février à 14h30 », « de 9h à 11h30 », « midi »."""

from __future__ import annotations

import re

from traite_cli.dates import TimeError, TimeSpan
from traite_cli.dates.time_meant import probable_time
from traite_cli.language.folding import fold
from traite_cli.language.unclear import NO_TIME, Unclear

_SPOKEN = (
    (re.compile(r"\b(?:midi|noon|12 pm) (?:et )?(?:demie?|30)\b"), "12h30"),
    (re.compile(r"\b(?:midi|noon|mid-?day)\b"), "12h00"),
    (re.compile(r"\b(?:minuit|midnight)\b"), "0h00"),
    (re.compile(r"\b(\d{1,2}) ?(?:h|heures?) et demie?\b"), r"\1h30"),
    (re.compile(r"\b(\d{1,2}) ?(?:h|heures?) et quart\b"), r"\1h15"),
    (re.compile(r"\bhalf past (\d{1,2})\b"), r"\1h30"),
)
_LEADING = re.compile(r"(?:a partir de |des |vers |a |at |from |starting at |around |about |entre |between |de )")
_BETWEEN = re.compile(r"(?:entre|between) (.+) (?:et|and) (.+)")
_HALF = re.compile(r"(\d{1,2}(?::\d\d)?)( ?(?:-|\u2013|to) ?)(\d{1,2}(?::\d\d)? ?([ap]\.?m\.?))")
_BEHIND = re.compile(
    r"(?:^|[ ,;]+)(?:[-\u2013\u2014] ?)?(?P<time>(?:(?:a partir de|des|vers|\u00e0|a|at|from|de|entre|between) )?"
    r"(?:\d{1,2} ?(?:h|:|heures?|[ap]\.?m)|midi\b|noon\b|minuit\b|midnight\b).*)$",
    re.IGNORECASE,
)


def read_time(said: str) -> TimeSpan | Unclear:
    """The time that a short text says, spaces set right."""
    try:
        return TimeSpan.parse(said)
    except TimeError:
        pass
    try:
        return TimeSpan.parse(probable_time(_tidied(said)) or "")
    except TimeError:
        return Unclear(said, NO_TIME)


def _tidied(said: str) -> str:
    text = fold(said).rstrip(" .")
    for pattern, written in _SPOKEN:
        text = pattern.sub(written, text)
    if between := _BETWEEN.fullmatch(text):
        text = f"{between[1]} - {between[2]}"
    text = _HALF.sub(r"\1 \4\2\3", text)
    return re.sub(r" (?:a|jusqu'a|until|till) ", " - ", _LEADING.sub("", text, count=1) if _LEADING.match(text) else text)


def split_at_time(text: str) -> tuple[str, TimeSpan | None]:
    """A text without the time that stands at its end, and that time; None where there is none."""
    at = _BEHIND.search(text)
    time = read_time(at["time"]) if at is not None else None
    return (text[: at.start()].rstrip(" ,"), time) if at is not None and isinstance(time, TimeSpan) else (text, None)
