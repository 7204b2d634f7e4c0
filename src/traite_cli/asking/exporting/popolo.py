"""Popolo JSON (https://www.popoloproject.com): people, organisations, memberships and meetings as civic programs exchange them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from traite_cli.asking.exporting import Export
from traite_cli.asking.exporting._moments import zone_of
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics.json_text import json_page
from traite_cli.kinds import CollectiveMembership, Meeting, Organisation, Person, Record
from traite_cli.repository import attendee
from traite_cli.repository.memberships import held_on
from traite_cli.saying.plain import meeting_state

_OUTSIDE = frozenset({"refused", "left"})
"""What ends a membership and is none."""
NAME, ENDING = "popolo", "json"


def write(export: Export) -> bytes:
    """One object with the four lists and, as other programs tell what a file is, ``meta``; identifiers are ``kind/name``."""
    repository = export.repository
    people, organisations = repository.of(Person).values(), repository.of(Organisation).values()
    zone = zone_of(repository.configuration.timezone)
    page = {
        "meta": {"audience": export.audience},
        "persons": [_person(one) for one in people],
        "organizations": [_organisation(export, one) for one in organisations],
        "memberships": [
            *(found for one in people for found in _functions(one)),
            *(found for one in organisations for found in _standings(export, one)),
        ],
        "events": [_event(export, one, zone) for one in repository.of(Meeting).values() if one.date is not None],
    }
    return json_page(page).encode("utf-8", "backslashreplace")


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _common(record: Record) -> dict[str, Any]:
    former = [{"identifier": slug, "scheme": "traite-former-slug"} for slug in record.former_slugs]
    return {"id": record.ref, "name": record.label, "identifiers": former}


def _links(record: Record) -> list[dict[str, Any]]:
    return [_given({"url": one.url, "note": one.note}) for one in record.links if one.url]


def _person(person: Person) -> dict[str, Any]:
    return _given(
        {
            **_common(person),
            "sort_name": person.sort_name,
            "honorific_prefix": person.honorific,
            "other_names": [{"name": name} for name in person.other_names],
            "contact_details": [{"type": one.type, "value": one.value} for one in person.contact_details if one.type and one.value],
            "links": _links(person),
        }
    )


def _organisation(export: Export, organisation: Organisation) -> dict[str, Any]:
    acronym = [{"name": organisation.acronym, "note": "acronym"}] if organisation.acronym else []
    parents = (one.organisation for one in organisation.parents if held_on(one.start_date, one.end_date, export.day))
    parent = next((found.ref for ref in parents if (found := export.repository.resolve(ref)) is not None), None)
    site = [{"url": organisation.website}] if organisation.website else []
    return _given(
        {
            **_common(organisation),
            "other_names": [*acronym, *({"name": name} for name in organisation.other_names)],
            "classification": organisation.classification,
            "parent_id": parent,
            "links": [*site, *_links(organisation)],
        }
    )


def _functions(person: Person) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(person.memberships, start=1):
        if one.organisation is not None:
            yield _given(
                {
                    "id": f"{person.ref}/{number}",
                    "person_id": person.ref,
                    "organization_id": f"organisations/{one.organisation.slug}",
                    "role": one.role,
                    "start_date": _day(one.start_date),
                    "end_date": _day(one.end_date, at_end=True),
                }
            )


def _standings(export: Export, organisation: Organisation) -> Iterator[dict[str, Any]]:
    """What an organisation is to the collective: a membership whose member is an organisation, and which the next one ends."""
    collective = export.repository.configuration.organisation
    if collective not in export.repository.of(Organisation) or organisation.slug == collective:
        return
    entries = organisation.collective_membership
    following: Iterable[CollectiveMembership | None] = (*entries[1:], None)
    for number, (one, ending) in enumerate(zip(entries, following, strict=False), start=1):
        if one.status in _OUTSIDE:
            continue
        yield _given(
            {
                "id": f"{organisation.ref}/{number}",
                "member": {"id": organisation.ref, "name": organisation.label},
                "organization_id": f"organisations/{collective}",
                "role": one.status,
                "start_date": _day(one.date),
                "end_date": _day(ending.date) if ending is not None else None,
            }
        )


def _event(export: Export, meeting: Meeting, zone: ZoneInfo | None) -> dict[str, Any]:
    organiser = export.repository.resolve(next(iter(meeting.organisers), None))
    start, end = _span(meeting, zone)
    there = (attendee(export.repository, entry, None).person for entry in (*meeting.participants, *meeting.interlocutors))
    return _given(
        {
            **_common(meeting),
            "start_date": start,
            "end_date": end,
            "location": ", ".join(part for part in (meeting.place, meeting.room) if part),
            "status": meeting_state(meeting, export.day),
            "classification": meeting.classification,
            "organization_id": organiser.ref if organiser else None,
            "attendees": [{"id": one.ref, "name": one.label} for one in dict.fromkeys(filter(None, there))],
        }
    )


def _span(meeting: Meeting, zone: ZoneInfo | None) -> tuple[str | None, str | None]:
    """When a meeting begins and ends; a time that nobody knows the zone of, or that is in no year elsewhere, is left out."""
    when, time = meeting.date, meeting.time
    if when is not None and time is not None and zone is not None and when.precision == when.end_precision == "day":
        with suppress(OverflowError):
            start = _moment(datetime.combine(when.first, time.start, zone))
            return start, _moment(datetime.combine(when.last, time.end, zone)) if time.end else None
    return _day(when), _day(when, at_end=True) if when is not None and when.is_interval else None


def _moment(when: datetime) -> str:
    """A moment in universal time: earlier editions of Popolo's schema for events take no other."""
    return f"{when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _day(when: EdtfDate | None, *, at_end: bool = False) -> str | None:
    """A day, a month or a year as Popolo writes it; of an interval its beginning, or its end."""
    if when is None:
        return None
    before, _, after = when.text.replace("~", "").partition("/")
    return after or before if at_end else before
