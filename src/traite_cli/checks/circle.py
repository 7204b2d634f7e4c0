"""Nothing is a part of itself, above itself or prepared by itself, be it by way of others.

Parts are counted, topics unfolded and organisations placed from the outermost one inwards: in a circle there is none to begin with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple, TypeVar

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Commitment, Meeting, Organisation, Parent, Place, Record, Ref, Topic
from traite_cli.language import N_
from traite_cli.repository import Repository

_TOPIC = "---\ntitle: {}\nparent: {}\n---\n"

CHECK = Check(
    code="TR316",
    severity=Severity.ERROR,
    messages={
        "part_of": N_("this commitment would be a part of itself: {way}"),
        "parent": N_("this topic would be a part of itself: {way}"),
        "parents": N_("this organisation would belong to itself: {way}"),
        "prepares": N_("this meeting would prepare itself: {way}"),
        "minutes_approved": N_("this meeting would approve its own minutes: {way}"),
    },
    hints={"": N_("correct {field}: in one of these records, or delete it where it is wrong")},
    faulty=Example(
        {
            "records/topics/mineurs.md": _TOPIC.format("Les mineurs", "⟦protection⟧"),
            "records/topics/protection.md": _TOPIC.format("La protection", "mineurs"),
        }
    ),
    healthy=Example(
        {
            "records/topics/mineurs.md": _TOPIC.format("Les mineurs", "protection"),
            "records/topics/protection.md": "---\ntitle: La protection\n---\n",
        }
    ),
)

R = TypeVar("R", bound=Record)
_MOST_TOLD = 20
_MOST_DAYS = 50


class _Step(NamedTuple):
    """One record's line that names another of the same kind: which, where it is written, and for how long it holds."""

    to: str
    place: Place
    first: date = date.min
    last: date = date.max


_Steps = Mapping[str, tuple[_Step, ...]]


def find(repository: Repository) -> Iterator[Fault]:
    """The circles, each told once, at the first of its records."""
    yield from _told(repository, Commitment, "part_of", lambda one: _one(one.part_of))
    yield from _told(repository, Topic, "parent", lambda one: _one(one.parent))
    yield from _told(repository, Meeting, "prepares", lambda one: _one(one.prepares))
    yield from _told(repository, Meeting, "minutes_approved", _own_approval)
    yield from _told(repository, Organisation, "parents", lambda one: tuple(map(_above, one.parents)))


def _one(ref: Ref | None) -> tuple[_Step, ...]:
    return () if ref is None else (_Step(ref.slug, ref.place),)


def _own_approval(meeting: Meeting) -> tuple[_Step, ...]:
    # Two meetings that approve one another's minutes have dates that say so already.
    return tuple(step for step in _one(meeting.minutes_approved) if step.to == meeting.slug)


def _above(parent: Parent) -> _Step:
    first = parent.start_date.first if parent.start_date else date.min
    last = parent.end_date.last if parent.end_date else date.max
    above = parent.organisation
    return _Step(above.slug, above.place, first, last) if above else _Step("", parent.extent, first, last)


def _told(repository: Repository, kind: type[R], field: str, steps_of: Callable[[R], tuple[_Step, ...]]) -> Iterator[Fault]:
    steps = {slug: found for slug, record in repository.of(kind).items() if (found := steps_of(record))}
    examined = {record.slug for record in repository.examined(kind)} if any(_ways(steps)) else set()
    for way in _ways_on_some_day(steps) if examined else ():
        slug = min(examined.intersection(way), default="")
        if slug:
            at = way.index(slug)
            turned = [*way[at:], *way[:at], slug]
            place = next(step.place for step in steps[slug] if step.to == turned[1])
            facts: dict[str, Fact] = {"way": " → ".join(turned), "field": field}
            yield repository.of(kind)[slug].document.fault("circle", *place, field, facts)


def _ways_on_some_day(steps: _Steps) -> Iterator[list[str]]:
    """The circles that are closed on some day: who was above whom may have turned round in time."""
    told: set[frozenset[str]] = set()
    days = sorted({step.first for found in steps.values() for step in found})
    for day in days[:_MOST_DAYS]:
        then = {slug: tuple(step for step in found if step.first <= day <= step.last) for slug, found in steps.items()}
        for way in _ways(then):
            if frozenset(way) not in told:
                told.add(frozenset(way))
                yield way


def _ways(steps: _Steps) -> Iterator[list[str]]:
    """The ways round, each from record to record as they name one another."""
    left = {slug: [step.to for step in found] for slug, found in steps.items()}
    for _ in range(_MOST_TOLD):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            way = error.args[1][:0:-1]
            yield way
            for slug in way:
                left.pop(slug)
        else:
            return
