"""What belongs to a record beyond its own file: parts of a promise, meetings attended, what was promised there, what is filed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from traite_cli.asking.attendances import WAYS, expected_of, meetings_of
from traite_cli.asking.promises import owed_by
from traite_cli.kinds import KINDS, Commitment, Meeting, Organisation, Person, Record, Request, Topic
from traite_cli.language import sorted_as
from traite_cli.repository import Repository, attendee, dated, delegations, memberships_on, sorting_name, state_on
from traite_cli.saying.plain import state_of


class Item(NamedTuple):
    """A record that belongs to another, and how: the state of a promise for whom it is asked, the field of an attendance, a few words."""

    record: Record
    status: str = ""
    overdue: bool = False
    field: str = ""
    words: tuple[str, ...] = ()


class Related(NamedTuple):
    """The records that belong to another in one way; ``fields`` are those through which they say so."""

    name: str
    items: tuple[Item, ...]
    fields: tuple[str, ...]


def related(repository: Repository, record: Record, day: date) -> tuple[Related, ...]:
    """What belongs to a record on a day; a way in which nothing does is left out."""
    match record:
        case Commitment():
            found: Iterator[Related] = iter((Related("parts", _promises(repository, repository.parts(record), day), ("part_of",)),))
        case Person():
            found = _of_person(repository, record, day)
        case Organisation():
            found = _of_organisation(repository, record, day)
        case Meeting():
            found = _of_meeting(repository, record, day)
        case Topic():
            found = _of_topic(repository, record, day)
        case _:
            found = iter(())
    return tuple(one for one in found if one.items)


def _promises(repository: Repository, found: Sequence[Commitment], day: date) -> tuple[Item, ...]:
    states = ((one, state_on(repository, one, day)) for one in found)
    return tuple(Item(one, state.status, state.overdue) for one, state in states)


def _owed(repository: Repository, record: Record, day: date) -> Related:
    items = tuple(Item(one.commitment, one.status, one.overdue) for one in owed_by(repository, record, day))
    return Related("commitments", items, ("by", "on_behalf_of"))


# --- people and organisations -------------------------------------------------------------------------------------------------

_AT = tuple(f"{way}.{name}" for way in WAYS for name in ("*", "person", "organisation"))
_ATTENDANCES = (("attended", meetings_of), ("expected", expected_of))


def _of_person(repository: Repository, person: Person, day: date) -> Iterator[Related]:
    for name, find in _ATTENDANCES:
        yield Related(name, tuple(_presence(repository, one, person) for one in find(repository, person, day)), _AT)
    yield _owed(repository, person, day)


def _presence(repository: Repository, meeting: Meeting, person: Person) -> Item:
    """In which list somebody stands, and with which function."""
    when = meeting.date.first if meeting.date else None
    for way in WAYS:
        for entry in meeting.values.get(way, ()):
            found = attendee(repository, entry, when)
            if found.person is person:
                return Item(meeting, field=way, words=(found.role,) if found.role else ())
    return Item(meeting)


def _of_organisation(repository: Repository, organisation: Organisation, day: date) -> Iterator[Related]:
    yield Related("people", tuple(_members(repository, organisation, day)), ("memberships.organisation",))
    for name, find in _ATTENDANCES:
        yield Related(name, tuple(_delegates(repository, one, organisation) for one in find(repository, organisation, day)), _AT)
    yield _owed(repository, organisation, day)


def _members(repository: Repository, organisation: Organisation, day: date) -> Iterator[Item]:
    """Those who hold a function in it."""
    people = {one.record.slug: one.record for one in repository.referrers(organisation) if isinstance(one.record, Person)}
    for person in sorted(people.values(), key=lambda one: (sorted_as(sorting_name(one)), one.slug)):
        held = [one for one in memberships_on(person, day) if one.organisation is not None and one.organisation.slug == organisation.slug]
        if held:
            yield Item(person, words=tuple(one.role for one in held if one.role))


def _delegates(repository: Repository, meeting: Meeting, organisation: Organisation) -> Item:
    """Who sat for it at a meeting."""
    for way in WAYS:
        for delegation in delegations(repository, meeting, meeting.values.get(way, ())):
            if delegation.organisation is organisation:
                return Item(meeting, field=way, words=tuple(one.person.label for one in delegation.attendees if one.person))
    return Item(meeting)


# --- meetings and topics ------------------------------------------------------------------------------------------------------


def _of_meeting(repository: Repository, meeting: Meeting, day: date) -> Iterator[Related]:
    refers = [(one.record, one.field) for one in repository.referrers(meeting)]
    made = [record for record, field in refers if isinstance(record, Commitment) and field == "made_at"]
    yield Related("commitments", _promises(repository, made, day), ("made_at",))
    raised = [record for record, field in refers if isinstance(record, Request) and field == "raised_at"]
    yield Related("requests", tuple(map(Item, raised)), ("raised_at",))
    yield Related("prepared_by", tuple(Item(record) for record, field in refers if field == "prepares"), ("prepares",))
    following = _next(repository, meeting)
    yield Related("next", (Item(following),) if following else (), ())


def _next(repository: Repository, meeting: Meeting) -> Meeting | None:
    """The next one of the same sort that was not called off; events come by themselves."""
    if meeting.date is None or meeting.classification == "event":
        return None
    later = [
        (one.date.first, one.slug, one)
        for one in repository.of(Meeting).values()
        if one.date is not None
        and one.date.first > meeting.date.last
        and one.classification == meeting.classification
        and not one.cancelled
    ]
    return min(later, key=lambda found: found[:2])[2] if later else None


def _of_topic(repository: Repository, topic: Topic, day: date) -> Iterator[Related]:
    filed = [one.record for one in repository.referrers(topic) if one.field.rpartition(".")[2] == "topics"]
    parts = [one.record for one in repository.referrers(topic) if one.field == "parent"]
    yield Related("subtopics", tuple(map(Item, parts)), ("parent",))
    for kind in KINDS:
        found = sorted({one.slug: one for one in filed if kind == one.KIND}.values(), key=lambda one: _order(repository, one))
        promises = [one for one in found if isinstance(one, Commitment)]
        items = _promises(repository, promises, day) if promises else tuple(map(Item, found))
        yield Related(kind, items, ("topics", "agenda.topics", "decisions.topics"))


def _order(repository: Repository, record: Record) -> tuple[date, str]:
    when = dated(repository, record)
    return (when.first if when else date.max, record.slug)


def plain_item(repository: Repository, item: Item, day: date) -> dict[str, Any]:
    """A record that belongs to another, for other programs; what there is nothing of is left out."""
    when = dated(repository, item.record)
    status = item.status or state_of(repository, item.record, day)
    told: dict[str, Any] = {
        "ref": item.record.ref,
        "label": item.record.label,
        "date": str(when) if when else None,
        "state": status,
        "field": item.field,
        "words": [*item.words],
    }
    return {name: value for name, value in told.items() if value} | ({"overdue": item.overdue} if item.status else {})
