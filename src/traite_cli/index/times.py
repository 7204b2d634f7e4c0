"""Since when and until when: the states of a commitment one after the other, and what an organisation was to the collective.

Each is asked of the same functions as everywhere (``state_on``, ``standing_on``), on every day on which the answer may change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, FollowUp, Organisation
from traite_cli.repository import OF_THE_COLLECTIVE, Repository, State, made_on, standing_on, state_on
from traite_cli.repository.states import DEEPEST
from traite_cli.syntax import Document

_MOST_LOOKS = 1_000_000
"""What the states of one commitment may cost, in parts looked at; of one with more parts and news than that, only the latest are kept."""


class Spell(NamedTuple):
    """A stretch of days, both included, on which something was so."""

    first: date
    last: date


class Membership:
    """Who belonged to the collective, and how many they were, on any day: counted once for a repository."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    @cached_property
    def _counted(self) -> tuple[list[date], list[int]]:
        """The days on which the number of members changes, and how many they are from then on."""
        changes: Counter[date] = Counter()
        for organisation in self.repository.of(Organisation).values():
            for place, spell in standings(organisation).items():
                if organisation.collective_membership[place].status in OF_THE_COLLECTIVE:
                    changes[spell.first] += 1
                    if spell.last < date.max:
                        changes[spell.last + _ONE_DAY] -= 1
        days = sorted(changes)
        return days, list(accumulate(changes[day] for day in days))

    def number(self, day: date) -> int:
        """How many members there are on a day."""
        days, numbers = self._counted
        place = bisect_right(days, day)
        return numbers[place - 1] if place else 0

    def fewest_since(self, day: date) -> int:
        """The smallest number that there is on a day or later."""
        days, numbers = self._counted
        return min([self.number(day), *numbers[bisect_right(days, day) :]])

    def standing_in(self, reporters: Iterable[Organisation], day: date) -> tuple[Organisation, ...]:
        """As many organisations as there are members on a day: those of the reporters who are, and one that stands for each of the others.

        Of a member that reports nothing, nothing but its being there counts.
        """
        there = tuple(one for one in reporters if (standing := standing_on(one, day)) and standing.status in OF_THE_COLLECTIVE)
        return there + (_ANYBODY,) * (self.number(day) - len(there))


_ONE_DAY = timedelta(days=1)
_ANYBODY = Organisation({}, document=Document("", ""))


def states(repository: Repository, commitment: Commitment, membership: Membership) -> Iterator[tuple[Spell, State]]:
    """The states of a commitment, from the beginning of time to its end.

    Where each member owes it, how many members there are is left aside: that changes when nothing is said of the commitment.
    """
    family = _family(repository, commitment)
    now = _Then(repository, commitment, family, membership)
    days = sorted({date.min, *now.days_of_change()})[-max(_MOST_LOOKS // len(family), 1) :]
    yield from _spells(days, [now.state(day)._replace(**_uncounted(commitment)) for day in days])


def _uncounted(commitment: Commitment) -> dict[str, Any]:
    return {"last": None, "of": 0} if commitment.each_member else {"last": None}


def _spells(days: list[date], found: list[State]) -> Iterator[tuple[Spell, State]]:
    """Days and what was so from each on, equal neighbours made one."""
    begun = 0
    for number in range(1, len(days) + 1):
        if number == len(days) or found[number] != found[begun]:
            last = days[number] - _ONE_DAY if number < len(days) else date.max
            yield Spell(days[begun], last), found[begun]
            begun = number


class _Then:
    """A commitment among those of its family that were made by a day: a later part says nothing before it is there."""

    def __init__(self, repository: Repository, commitment: Commitment, family: list[Commitment], membership: Membership) -> None:
        self.repository, self.commitment, self.family, self.membership = repository, commitment, family, membership
        self.made = [_first(made_on(repository, one)) if one is not commitment else date.min for one in family]
        self._there = -1
        self._then = repository

    @cached_property
    def _reports(self) -> list[FollowUp]:
        """What members reported of promises that each of them owes."""
        return [news for one in self.family if one.each_member for news in one.follow_ups if news.by is not None]

    @cached_property
    def _reporters(self) -> list[Organisation]:
        found = {news.by.slug: self.repository.get(Organisation, news.by) for news in self._reports if news.by is not None}
        return [one for one in found.values() if one is not None]

    def state(self, day: date) -> State:
        there = sum(made <= day for made in self.made)
        if there != self._there:
            known = {one.slug: one for one, made in zip(self.family, self.made, strict=True) if made <= day}
            self._then = Repository(self.repository.configuration, {Commitment.KIND: known})
            self._there = there
        if any(one.each_member for one in self.family):
            self._then.members[day] = self.membership.standing_in(self._reporters, day)
        return state_on(self._then, self.commitment, day)

    def days_of_change(self) -> Iterator[date]:
        """The days on which the state may be another one than the day before."""
        for one, made in zip(self.family, self.made, strict=True):
            yield made
            yield from _overdue_from(one.due)
            for news in one.follow_ups:
                yield _first(news.date)
                yield from _overdue_from(news.due)
        for organisation in self._members_that_matter():
            yield from (_first(entry.date) for entry in organisation.collective_membership)

    def _members_that_matter(self) -> Iterable[Organisation]:
        """Whose coming and going may change the state: those who report; all, where those who report could be all."""
        if not self._reports:
            return ()
        begun = min(_first(news.date) for news in self._reports)
        could_be_all = len(self._reporters) >= self.membership.fewest_since(begun)
        return self.repository.of(Organisation).values() if could_be_all else self._reporters


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


def _overdue_from(due: EdtfDate | None) -> Iterator[date]:
    if due is not None and due.last < date.max:
        yield due.last + _ONE_DAY


def standings(organisation: Organisation) -> dict[int, Spell]:
    """When each entry of an organisation's membership in the collective was the one that counted, by its place in the list."""
    entries = organisation.collective_membership
    days = sorted({date.min, *(_first(entry.date) for entry in entries)})
    found: dict[int, Spell] = {}
    for number, day in enumerate(days):
        current = standing_on(organisation, day)
        last = days[number + 1] - _ONE_DAY if number + 1 < len(days) else date.max
        place = next((place for place, entry in enumerate(entries) if entry is current), None)
        if place is not None:
            found[place] = Spell(found[place].first if place in found else day, last)
    return found
