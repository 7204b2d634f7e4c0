"""The time zone of a collective, and the moments at which its clocks were or will be changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_ONE_DAY, _ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)


class Observance(NamedTuple):
    """What clocks show from a moment on: ``begin`` by the clocks before it, both offsets from UTC, a name."""

    begin: datetime
    before: timedelta
    offset: timedelta
    name: str
    is_summer: bool


def zone_of(name: str) -> ZoneInfo | None:
    """A time zone by its name; None where this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def observances(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Observance]:
    """What clocks show in a zone from the beginning of a year to the end of another, change by change."""
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year, 12, 31, tzinfo=UTC)
    before = _offset(zone, moment)
    yield _observance(zone, moment, before)
    while moment < end:
        following = moment + _ONE_DAY
        if _shown(zone, following) != _shown(zone, moment):
            change = _change_between(zone, moment, following)
            yield _observance(zone, change, before)
            before = _offset(zone, change)
        moment = following


def _change_between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The minute at which clocks are changed between two moments."""
    while after - before > _ONE_MINUTE:
        middle = before + (after - before) // 2
        before, after = (middle, after) if _shown(zone, middle) == _shown(zone, before) else (before, middle)
    return after.replace(second=0, microsecond=0)


def _observance(zone: ZoneInfo, moment: datetime, before: timedelta) -> Observance:
    local = moment.astimezone(zone)
    return Observance((moment + before).replace(tzinfo=None), before, _offset(zone, moment), local.tzname() or zone.key, bool(local.dst()))


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _shown(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, bool]:
    return _offset(zone, moment), bool(moment.astimezone(zone).dst())
