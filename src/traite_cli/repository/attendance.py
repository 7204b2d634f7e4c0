"""Who was at a meeting and for whom: entries grouped by organisation, in the order recorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from traite_cli.kinds import Attendance, Meeting, Membership, Organisation, Person, Ref
from traite_cli.repository.memberships import affiliation_among, memberships_on, role_among
from traite_cli.repository.repository import Repository


class Attendee(NamedTuple):
    """One entry: a person, an organisation or both, as they were that day."""

    entry: Attendance
    person: Person | None
    organisation: Organisation | None
    role: str
    ambiguous: tuple[str, ...] = ()
    """The organisations that fit at once, when the entry ought to say which."""


class Delegation(NamedTuple):
    """Those who sat for one organisation; None for people who sat for none."""

    organisation: Organisation | None
    attendees: tuple[Attendee, ...]


def subject_of(entry: Attendance) -> Ref | None:
    """What a bare slug of an attendance list refers to."""
    ref: Ref | None = entry.get("*")
    return ref


def attendee(repository: Repository, entry: Attendance, day: date | None) -> Attendee:
    """Who an entry means, for whom, and with which function that day."""
    subject = repository.resolve(subject_of(entry))
    person = subject if isinstance(subject, Person) else repository.get(Person, entry.person)
    given = subject if isinstance(subject, Organisation) else repository.get(Organisation, entry.organisation)
    if person is None or day is None:
        return Attendee(entry, person, given, entry.role or "")
    held = memberships_on(person, day)
    organisation = given
    ambiguous: tuple[str, ...] = ()
    if given is None and entry.organisation is None:
        organisation, ambiguous = _organisation_among(repository, held)
    # Somebody who sat for an organisation that is not to be named, or not known, has no function in another one put in its place.
    elsewhere = organisation is None and (entry.organisation is not None or bool(ambiguous))
    role = entry.role or ("" if elsewhere else role_among(held, organisation))
    return Attendee(entry, person, organisation, role, ambiguous)


def _organisation_among(repository: Repository, held: Iterable[Membership]) -> tuple[Organisation | None, tuple[str, ...]]:
    slugs = dict.fromkeys(one.organisation.slug for one in affiliation_among(repository, held) if one.organisation)
    organisations = [found for slug in slugs if (found := repository.of(Organisation).get(slug))]
    if len(organisations) > 1:
        return None, tuple(one.slug for one in organisations)
    return (organisations[0] if organisations else None), ()


def delegations(repository: Repository, meeting: Meeting, entries: Iterable[Attendance]) -> tuple[Delegation, ...]:
    """Entries grouped by organisation; an organisation stands where it first appears, and so does a person without one."""
    day = meeting.date.first if meeting.date else None
    groups: dict[str, list[Attendee]] = {}
    for number, entry in enumerate(entries):
        found = attendee(repository, entry, day)
        key = found.organisation.slug if found.organisation else f"/{number}"
        groups.setdefault(key, []).append(found)
    return tuple(Delegation(group[0].organisation, tuple(group)) for group in groups.values())
