"""A time of day, or a stretch from one to another, as people write it: ``9:30``, ``9h30``, ``18 h 30``, ``18h``, ``09:30/12:00``.

Times are local to the collective's time zone. A stretch ends on the day it starts.
"""

from __future__ import annotations

import re
from datetime import time

from traite_cli.dates.faults import TimeError, TimeFault

_LONGEST = 80
_HOURS = 24
_MINUTES = 60
# \s takes the no-break spaces that a word processor puts into « 18 h 30 ».
_TIME = re.compile(r"(\d{1,2})(?::(\d\d)|\s*h\s*(\d\d)?)", re.ASCII | re.IGNORECASE)


class TimeSpan:
    """A time of day, and the time it ends when that is known."""

    __slots__ = ("end", "start")

    def __init__(self, start: time, end: time | None = None) -> None:
        self.start = start
        self.end = end

    @classmethod
    def parse(cls, text: str) -> TimeSpan:
        """The time that ``text`` writes; ``TimeError`` when it writes none."""
        read = _read(text)
        if isinstance(read, TimeFault):
            raise _error(text, read)
        return read

    def __eq__(self, other: object) -> bool:
        return (self.start, self.end) == (other.start, other.end) if isinstance(other, TimeSpan) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"TimeSpan({str(self)!r})"

    def __str__(self) -> str:
        return f"{self.start:%H:%M}" if self.end is None else f"{self.start:%H:%M}/{self.end:%H:%M}"


def _read(text: str) -> TimeSpan | TimeFault:
    if len(text) > _LONGEST:
        return TimeFault.NOT_A_TIME
    before, slash, after = _plain_spaces(text).partition("/")
    start = _time(before)
    if isinstance(start, TimeFault):
        return start
    if not slash:
        return TimeSpan(start)
    end = _time(after)
    if isinstance(end, TimeFault):
        return end
    return TimeSpan(start, end) if start < end else TimeFault.END_BEFORE_START


def _plain_spaces(text: str) -> str:
    return " ".join(text.split())


def _time(text: str) -> time | TimeFault:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return TimeFault.NOT_A_TIME
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else TimeFault.NO_SUCH_TIME


def _error(text: str, fault: TimeFault) -> TimeError:
    from traite_cli.dates.certain import is_certain_time
    from traite_cli.dates.time_meant import probable_time

    suggestion = probable_time(_plain_spaces(text)) if len(text) <= _LONGEST else None
    if suggestion is None or not isinstance(_read(suggestion), TimeSpan):
        return TimeError(text, fault)
    return TimeError(text, fault, suggestion, certain=is_certain_time(text))
