"""What somebody owes on a day: promises made, those made in an organisation's name, and for a member those that each member owes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from traite_cli.kinds import Commitment, Organisation, Record
from traite_cli.repository import OF_THE_COLLECTIVE, SETTLED, Repository, standing_on, state_on

_FIELDS = frozenset({"by", "on_behalf_of"})


class Owed(NamedTuple):
    """A promise with where it stands for the one who owes it."""

    commitment: Commitment
    status: str
    overdue: bool


def owed_by(repository: Repository, record: Record, day: date) -> tuple[Owed, ...]:
    """What a person or an organisation owes, or owed, on a day: the promises that a list by that name has."""
    return tuple(sorted(_owed(repository, record, day), key=lambda one: one.commitment.slug))


def is_member(organisation: Organisation, day: date) -> bool:
    """Whether an organisation is a member of the collective on a day."""
    standing = standing_on(organisation, day)
    return standing is not None and standing.status in OF_THE_COLLECTIVE


def _owed(repository: Repository, record: Record, day: date) -> Iterator[Owed]:
    mentions = (one.record for one in repository.referrers(record) if one.field in _FIELDS)
    for commitment in {one.slug: one for one in mentions if isinstance(one, Commitment) and not one.each_member}.values():
        state = state_on(repository, commitment, day)
        yield Owed(commitment, state.status, state.overdue)
    if isinstance(record, Organisation) and is_member(record, day):
        for commitment in repository.holding(Commitment, "each_member"):
            yield _of_member(repository, commitment, record, day)


def _of_member(repository: Repository, commitment: Commitment, member: Organisation, day: date) -> Owed:
    """Where a promise that each member owes stands for one of them: what was said of the whole settles it."""
    state = state_on(repository, commitment, day)
    news = [
        one for one in commitment.follow_ups if one.by is not None and one.by.slug == member.slug and one.date and one.date.first <= day
    ]
    own = next((one.status for one in reversed(news) if one.status), "") or "open"
    status = state.status if state.status in SETTLED else own
    return Owed(commitment, status, state.due is not None and state.due.last < day and status not in SETTLED)
