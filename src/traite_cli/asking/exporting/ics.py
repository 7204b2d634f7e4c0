"""A calendar (RFC 5545): meetings, planned, held or called off, and the deadlines of what was promised.

The moment of each entry is the day asked about, not that of a clock: the same records make the same bytes. An entry's UID is that of the
first name its record had, so that a calendar which has it already changes it instead of showing it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from traite_cli.asking.exporting import Export
from traite_cli.asking.exporting._identity import identity
from traite_cli.asking.exporting._moments import observances, zone_of
from traite_cli.asking.exporting._unseen import without_unseen
from traite_cli.kinds import Commitment, Meeting
from traite_cli.language import N_
from traite_cli.repository import SETTLED, held_by, state_on
from traite_cli.saying.vocabulary import labels_of

if TYPE_CHECKING:
    from icalendar import Event, Timezone

NAME, ENDING = "calendar", "ics"
_ONE_DAY = timedelta(days=1)


def write(export: Export) -> bytes:
    """The calendar."""
    from icalendar import Calendar

    configuration = export.repository.configuration
    calendar = Calendar()
    calendar.add("PRODID", "-//traite//traite//FR")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-TRAITE-AUDIENCE", export.audience)
    calendar.add("NAME", without_unseen(configuration.name))
    calendar.add("X-WR-CALNAME", without_unseen(configuration.name))
    zone = zone_of(configuration.timezone)
    events = [*_meetings(export, zone), *_deadlines(export)]
    if zone is not None and events:
        calendar.add_component(_rules(zone, [event.DTSTART.year for event in events if event.DTSTART is not None]))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _rules(zone: ZoneInfo, years: list[int]) -> Timezone:
    """What clocks show in a zone, as far back and ahead as the entries go; each change by itself, which every reader understands."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    rules = Timezone()
    rules.add("TZID", zone.key)
    for one in observances(zone, max(min(years) - 1, _FIRST_YEAR), min(max(years) + 1, _LAST_YEAR)):
        part = TimezoneDaylight() if one.is_summer else TimezoneStandard()
        part.add("DTSTART", one.begin)
        part.add("TZOFFSETFROM", one.before)
        part.add("TZOFFSETTO", one.offset)
        part.add("TZNAME", one.name)
        rules.add_component(part)
    return rules


_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def _meetings(export: Export, zone: ZoneInfo | None) -> Iterator[Event]:
    for meeting in export.repository.of(Meeting).values():
        if meeting.date is not None:
            yield _meeting(export, meeting, meeting.date.first, meeting.date.last, zone)


def _meeting(export: Export, meeting: Meeting, first: date, last: date, zone: ZoneInfo | None) -> Event:
    event = _event(export, identity(export.repository.configuration, meeting), meeting.label)
    is_exact = meeting.date is not None and meeting.date.precision == meeting.date.end_precision == "day"
    if meeting.time is not None and is_exact:
        event.add("DTSTART", datetime.combine(first, meeting.time.start, zone))
        if (end := _end(last, meeting.time.start, meeting.time.end, zone)) is not None:
            event.add("DTEND", end)
    else:
        _add_days(event, first, last, is_busy=is_exact)
    if place := ", ".join(part for part in (meeting.place, meeting.room) if part):
        event.add("LOCATION", without_unseen(place))
    if agenda := "\n".join(f"- {item.title}" for item in meeting.agenda if item.title):
        event.add("DESCRIPTION", without_unseen(agenda))
    if meeting.classification:
        event.add("CATEGORIES", [export.t(labels_of(Meeting, "classification")[meeting.classification])])
    event.add("STATUS", _status(export, meeting))
    # Each notice after the first told a change.
    event.add("SEQUENCE", max(len(meeting.notices) - 1, 0) + bool(meeting.cancelled))
    return event


def _end(last: date, start: time, end: time | None, zone: ZoneInfo | None) -> datetime | None:
    return datetime.combine(last, end, zone) if end is not None and end > start else None


def _status(export: Export, meeting: Meeting) -> str:
    """Called off; certain once its notice went out, or it was held; else tentative."""
    if meeting.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if meeting.notices or held_by(meeting, export.day) else "TENTATIVE"


def _deadlines(export: Export) -> Iterator[Event]:
    """The deadlines of promises that are not settled; a part that has none of its own has that of the whole, and is not told."""
    repository = export.repository
    for commitment in repository.of(Commitment).values():
        state = state_on(repository, commitment, export.day)
        own = commitment.due is not None or any(news.due for news in commitment.follow_ups) or commitment.part_of is None
        if state.due is None or not own or (state.status in SETTLED and state.status != "withdrawn"):
            continue
        event = _event(export, identity(repository.configuration, commitment, "due"), export.t(N_("Due: {title}"), title=commitment.label))
        _add_days(event, state.due.last, state.due.last, is_busy=False)
        event.add("STATUS", "CANCELLED" if state.status == "withdrawn" else "CONFIRMED")
        event.add("SEQUENCE", sum(news.due is not None for news in commitment.follow_ups) + (state.status == "withdrawn"))
        if commitment.kept_when:
            event.add("DESCRIPTION", without_unseen(commitment.kept_when))
        yield event


def _event(export: Export, uid: str, summary: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", datetime.combine(export.day, time(), UTC))
    event.add("SUMMARY", without_unseen(summary))
    return event


def _add_days(event: Event, first: date, last: date, *, is_busy: bool) -> None:
    """Whole days; an end is the day after the last (RFC 5545, 3.6.1)."""
    event.add("DTSTART", first)
    if last < date.max:
        event.add("DTEND", last + _ONE_DAY)
    event.add("TRANSP", "OPAQUE" if is_busy else "TRANSPARENT")
