"""Since when and until when: the states of a commitment one after the other, and what an organisation was to the collective.

Each is asked of the same functions as everywhere (``state_on``, ``standing_on``), on every day on which the answer may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, Organisation
from traite_cli.repository import Repository, State, made_on, members_on, standing_on, state_on
from traite_cli.repository.states import DEEPEST

_MOST_LOOKS = 1_000_000
"""What the states of one commitment may cost, in parts looked at; of one with more parts and news than that, only the latest are kept."""


class Spell(NamedTuple):
    """A stretch of days, both included, on which something was so."""

    first: date
    last: date


def states(repository: Repository, commitment: Commitment) -> Iterator[tuple[Spell, State]]:
    """The states of a commitment, from the beginning of time to its end."""
    family = _family(repository, commitment)
    days = sorted({date.min, *_days_of_change(repository, family)})[-max(_MOST_LOOKS // len(family), 1) :]
    now = _Then(repository, commitment, family)
    yield from _spells(days, [now.state(day) for day in days])


def _spells(days: list[date], found: list[State]) -> Iterator[tuple[Spell, State]]:
    """Days and what was so from each on, equal neighbours made one."""
    begun = 0
    for number in range(1, len(days) + 1):
        if number == len(days) or found[number]._replace(last=None) != found[begun]._replace(last=None):
            last = days[number] - timedelta(days=1) if number < len(days) else date.max
            yield Spell(days[begun], last), found[begun]
            begun = number


class _Then:
    """A commitment among those of its family that were made by a day: a later part says nothing before it is there."""

    def __init__(self, repository: Repository, commitment: Commitment, family: list[Commitment]) -> None:
        self.repository, self.commitment, self.family = repository, commitment, family
        self.owed_by_members = any(one.each_member for one in family)
        self.made = [_first(made_on(repository, one)) if one is not commitment else date.min for one in family]
        self._there = -1
        self._then = repository

    def state(self, day: date) -> State:
        there = sum(made <= day for made in self.made)
        if there != self._there:
            known = {one.slug: one for one, made in zip(self.family, self.made, strict=True) if made <= day}
            self._then = Repository(self.repository.configuration, {Commitment.KIND: known})
            self._then.members = self.repository.members
            self._there = there
        if self.owed_by_members:
            # Asked of the whole repository, which keeps the answer where the small one looks for it.
            members_on(self.repository, day)
        return state_on(self._then, self.commitment, day)


def _first(when: EdtfDate | None) -> date:
    return when.first if when is not None else date.min


def _family(repository: Repository, commitment: Commitment) -> list[Commitment]:
    """A commitment, what it is a part of, and its parts, as far as states look."""
    found = {commitment.slug: commitment}
    whole = repository.get(Commitment, commitment.part_of)
    while whole is not None and whole.slug not in found and len(found) < DEEPEST:
        found[whole.slug] = whole
        whole = repository.get(Commitment, whole.part_of)
    level = [commitment]
    for _ in range(DEEPEST):
        level = [part for one in level for part in repository.parts(one) if part.slug not in found]
        found |= {one.slug: one for one in level}
        if not level:
            break
    return list(found.values())


def _days_of_change(repository: Repository, family: Iterable[Commitment]) -> Iterator[date]:
    family = list(family)
    for one in family:
        yield _first(made_on(repository, one))
        yield from _overdue_from(one.due)
        for news in one.follow_ups:
            yield _first(news.date)
            yield from _overdue_from(news.due)
    if any(one.each_member for one in family):
        for organisation in repository.of(Organisation).values():
            yield from (_first(entry.date) for entry in organisation.collective_membership)


def _overdue_from(due: EdtfDate | None) -> Iterator[date]:
    if due is not None and due.last < date.max:
        yield due.last + timedelta(days=1)


def standings(organisation: Organisation) -> dict[int, Spell]:
    """When each entry of an organisation's membership in the collective was the one that counted, by its place in the list."""
    entries = organisation.collective_membership
    days = sorted({date.min, *(_first(entry.date) for entry in entries)})
    found: dict[int, Spell] = {}
    for number, day in enumerate(days):
        current = standing_on(organisation, day)
        last = days[number + 1] - timedelta(days=1) if number + 1 < len(days) else date.max
        place = next((place for place, entry in enumerate(entries) if entry is current), None)
        if place is not None:
            found[place] = Spell(found[place].first if place in found else day, last)
    return found
