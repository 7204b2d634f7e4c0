"""Where a commitment stands on a day (RECORD-FORMAT, « commitments »): never stored, always derived from its follow-ups."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, FollowUp, Meeting, Update
from traite_cli.repository.memberships import members_on
from traite_cli.repository.repository import Repository

SETTLED = ("kept", "broken", "withdrawn")
OPEN = "open"
DEEPEST = 50
"""Parts of parts are counted so far down; a longer chain is a slip or a trap, and must not exhaust the stack."""


class State(NamedTuple):
    """A commitment on a day."""

    status: str
    """``open``, or the status of the last follow-up."""
    due: EdtfDate | None
    """The last deadline agreed by that day."""
    overdue: bool
    last: FollowUp | None
    """The last follow-up of any sort."""
    kept: int = 0
    """Of a promise in parts or one that each member owes: how many are kept …"""
    of: int = 0
    """… of how many; 0 when it is neither."""


def state_on(repository: Repository, commitment: Commitment, day: date) -> State:
    """Where a commitment stands on a day."""
    return _state(repository, commitment, day, frozenset())


def parts_of(repository: Repository, commitment: Commitment) -> tuple[Commitment, ...]:
    """The promises that are a part of this one, in the order of their slugs."""
    return repository.parts(commitment)


def made_on(repository: Repository, commitment: Commitment) -> EdtfDate | None:
    """When a commitment was made: its own date, or that of the meeting or update where it was."""
    if commitment.made_on is not None:
        return commitment.made_on
    where = repository.resolve(commitment.made_at)
    return where.date if isinstance(where, Meeting | Update) else None


def _state(repository: Repository, commitment: Commitment, day: date, seen: frozenset[str]) -> State:
    news = [one for one in commitment.follow_ups if one.date is not None and one.date.first <= day]
    whole = [one for one in news if one.by is None] if commitment.each_member else news
    status = _last_status(whole)
    due = next((one.due for one in reversed(whole) if one.due), commitment.due)
    seen |= {commitment.slug}
    if not news and commitment.part_of is not None and commitment.part_of.slug not in seen:
        entire = repository.get(Commitment, commitment.part_of)
        if entire is not None:
            shared = _state_of_its_own(entire, day)
            status, due = shared[0], commitment.due or shared[1]
    kept, of = 0, 0
    if commitment.each_member:
        kept, of = _members(repository, news, day)
    elif len(seen) <= DEEPEST:
        kept, of = _parts(repository, commitment, day, seen)
    if of and kept == of:
        status = "kept"
    overdue = due is not None and due.last < day and (status or OPEN) not in SETTLED
    return State(status or OPEN, due, overdue, news[-1] if news else None, kept, of)


def _state_of_its_own(commitment: Commitment, day: date) -> tuple[str, EdtfDate | None]:
    """Status and deadline from a commitment's own follow-ups, its parts aside."""
    news = [one for one in commitment.follow_ups if one.date is not None and one.date.first <= day]
    return _last_status(news), next((one.due for one in reversed(news) if one.due), commitment.due)


def _last_status(news: Iterable[FollowUp]) -> str:
    return next((one.status for one in reversed(list(news)) if one.status), "")


def _members(repository: Repository, news: list[FollowUp], day: date) -> tuple[int, int]:
    members = members_on(repository, day)
    last = {one.by.slug: one.status for one in news if one.by is not None and one.status}
    return sum(last.get(one.slug) == "kept" for one in members) if last else 0, len(members)


def _parts(repository: Repository, commitment: Commitment, day: date, seen: frozenset[str]) -> tuple[int, int]:
    states = [_state(repository, part, day, seen) for part in parts_of(repository, commitment) if part.slug not in seen]
    counted = [state for state in states if state.status != "withdrawn"]
    return sum(state.status == "kept" for state in counted), len(counted)
