"""Which meetings people and organisations were at by a day: those who were there, and those who were met.

One rule for whoever counts or shows them: attendance counts at meetings held by then (RECORD-FORMAT: once their date is past); at one that
is planned, of the day itself or of no day, somebody is expected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from traite_cli.kinds import Attendance, Meeting, Organisation, Person, Record
from traite_cli.repository import Repository, attendee, held_by

WAYS = ("participants", "interlocutors")
"""The lists of those who were at a meeting."""


def meetings_of(repository: Repository, record: Record, day: date) -> tuple[Meeting, ...]:
    """The meetings that a person or an organisation was at by a day, the oldest first."""
    return tuple(one for one in _naming(repository, record) if held_by(one, day))


def expected_of(repository: Repository, record: Record, day: date) -> tuple[Meeting, ...]:
    """The meetings that name somebody as there and are not held by a day; those whose day is not known come last."""
    return tuple(one for one in _naming(repository, record) if not one.cancelled and not held_by(one, day))


def _naming(repository: Repository, record: Record) -> tuple[Meeting, ...]:
    near = meetings_near(repository, record)
    if near is None:
        return _all_naming(repository).get(record.ref, ())
    there = (one for one in near if any(who.ref == record.ref for who in at(repository, one)))
    return tuple(sorted(there, key=_order))


def meetings_near(repository: Repository, record: Record) -> set[Meeting] | None:
    """The meetings that may name somebody, or for an organisation the people who hold functions there; None where all must be looked at."""
    found = [repository.naming(record, Meeting)]
    if isinstance(record, Organisation):
        people = repository.naming(record, Person)
        found += [None] if people is None else [repository.naming(person, Meeting) for person in people]
    return None if None in found else {meeting for meetings in found for meeting in meetings or ()}


def at(repository: Repository, meeting: Meeting) -> tuple[Record, ...]:
    """Who was at a meeting: people, and the organisations that they sat for, each once, in the order recorded."""
    return tuple(dict.fromkeys(_at(repository, meeting)))


# A list asks for each of its rows: the meetings are gone through once.
@lru_cache(maxsize=2)
def _all_naming(repository: Repository) -> Mapping[str, tuple[Meeting, ...]]:
    found: dict[str, list[Meeting]] = {}
    for meeting in sorted(repository.of(Meeting).values(), key=_order):
        for record in at(repository, meeting):
            found.setdefault(record.ref, []).append(meeting)
    return {ref: tuple(meetings) for ref, meetings in found.items()}


def _order(meeting: Meeting) -> tuple[date, str]:
    return (meeting.date.first if meeting.date else date.max, meeting.slug)


def _at(repository: Repository, meeting: Meeting) -> Iterator[Record]:
    day = meeting.date.first if meeting.date else None
    entries: tuple[Attendance, ...] = tuple(entry for way in WAYS for entry in meeting.values.get(way, ()))
    for entry in entries:
        found = attendee(repository, entry, day)
        yield from (one for one in (found.person, found.organisation) if one is not None)
