"""Who belonged where on a day: functions held by people, and what an organisation is to the collective."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from traite_cli.dates import EdtfDate
from traite_cli.kinds import CollectiveMembership, Membership, Organisation, Person
from traite_cli.repository.repository import Repository

OF_THE_COLLECTIVE = ("member", "coordinator")


def held_on(start: EdtfDate | None, end: EdtfDate | None, day: date) -> bool:
    """Whether something that lasted from ``start`` to ``end`` was so on a day; a missing bound is open."""
    return (start is None or start.first <= day) and (end is None or day <= end.last)


def memberships_on(person: Person, day: date) -> tuple[Membership, ...]:
    """The functions that a person holds on a day, in the order recorded."""
    return tuple(one for one in person.memberships if held_on(one.start_date, one.end_date, day))


def affiliation(repository: Repository, person: Person, day: date) -> tuple[Membership, ...]:
    """The functions that could say for whom a person sits on a day: those in the collective itself do not count."""
    return affiliation_among(repository, memberships_on(person, day))


def affiliation_among(repository: Repository, held: Iterable[Membership]) -> tuple[Membership, ...]:
    """Of functions held, those outside the collective itself."""
    collective = repository.configuration.organisation
    return tuple(one for one in held if one.organisation is not None and one.organisation.slug != collective)


def role_in(person: Person, organisation: Organisation | None, day: date) -> str:
    """The function that a person holds on a day, in an organisation when one is given; '' when none is known."""
    return role_among(memberships_on(person, day), organisation)


def role_among(held: Iterable[Membership], organisation: Organisation | None) -> str:
    """The first of some functions that has a name, in an organisation when one is given; '' when none is known."""
    for one in held:
        if one.role and (organisation is None or (one.organisation is not None and one.organisation.slug == organisation.slug)):
            return one.role
    return ""


def standing_on(organisation: Organisation, day: date) -> CollectiveMembership | None:
    """What an organisation is to the collective on a day: the last entry on or before it; an entry without a date was always so."""
    current: CollectiveMembership | None = None
    for entry in organisation.collective_membership:
        if entry.date is None or entry.date.first <= day:
            current = entry
    return current


def members_on(repository: Repository, day: date) -> tuple[Organisation, ...]:
    """The organisations that are members of the collective on a day."""
    if day not in repository.members:
        organisations = repository.holding(Organisation, "collective_membership")
        repository.members[day] = tuple(one for one in organisations if _is_member(standing_on(one, day)))
    return repository.members[day]


def _is_member(standing: CollectiveMembership | None) -> bool:
    return standing is not None and standing.status in OF_THE_COLLECTIVE
