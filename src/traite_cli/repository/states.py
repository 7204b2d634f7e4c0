"""Where a commitment stands on a day (RECORD-FORMAT, « commitments »): never stored, always derived from its follow-ups.

The rules, each giving way to the one before it:

1. What was said of the commitment itself settles it: the last status by that day, when it is kept, broken or withdrawn. Of a promise
   that each member owes, only a follow-up without ``by`` speaks for the whole; the others are the state of the member that reports.
2. It is kept when every member of that day has kept it, or when all its parts are kept; a part that was withdrawn is not waited for.
3. It stands where the last status said so.
4. A part shares with the whole what it does not say itself, state or deadline: what was said of the whole, or kept by all its members.
   So the parts of a whole that was declared kept are kept, unless they say otherwise.
5. It is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, FollowUp, Meeting, Record, Update
from traite_cli.repository.memberships import members_on
from traite_cli.repository.repository import Repository

SETTLED = ("kept", "broken", "withdrawn")
OPEN = "open"
DEEPEST = 50
"""Parts of parts are followed so far, up and down; a longer chain is a slip or a trap, and must not take long."""


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
    known_on, known = repository.states
    if known_on != day:
        known = {}
        repository.states = day, known
    found = known.get(id(commitment))
    if found is None:
        found = known[id(commitment)] = commitment, _state_on(repository, commitment, day)
    state: State = found[1]
    return state


def _state_on(repository: Repository, commitment: Commitment, day: date) -> State:
    said = _Said.of_itself(repository, commitment, day)
    status, due = _with_the_whole(repository, commitment, said, day)
    kept, of = (said.kept, said.of) if commitment.each_member else _parts_kept(repository, commitment, status, day)
    if of and kept == of and not said.settles:
        status = "kept"
    status = status or OPEN
    overdue = due is not None and due.last < day and status not in SETTLED
    return State(status, due, overdue, said.last, kept, of)


def parts_of(repository: Repository, commitment: Commitment) -> tuple[Commitment, ...]:
    """The promises that are a part of this one, in the order of their slugs."""
    return repository.parts(commitment)


def made_on(repository: Repository, commitment: Commitment) -> EdtfDate | None:
    """When a commitment was made: its own date, or that of the meeting or update where it was."""
    if commitment.made_on is not None:
        return commitment.made_on
    where = repository.resolve(commitment.made_at)
    return where.date if isinstance(where, Meeting | Update) else None


def dated(repository: Repository, record: Record) -> EdtfDate | None:
    """The date of a record; of a commitment, when it was made."""
    found: EdtfDate | None = made_on(repository, record) if isinstance(record, Commitment) else record.get("date")
    return found


class _Said(NamedTuple):
    """What a commitment's own follow-ups say by a day, the whole and the parts aside."""

    status: str
    due: EdtfDate | None
    last: FollowUp | None
    settles: bool
    """Whether this is what was said of the whole promise, and leaves nothing to be counted."""
    kept: int = 0
    of: int = 0
    """Members that have kept it, and all of them, where each owes it."""

    @classmethod
    def of_itself(cls, repository: Repository, commitment: Commitment, day: date) -> _Said:
        news = [one for one in commitment.follow_ups if one.date is not None and one.date.first <= day]
        whole = [one for one in news if one.by is None] if commitment.each_member else news
        status = next((one.status for one in reversed(whole) if one.status), "")
        due = next((one.due for one in reversed(whole) if one.due), commitment.due)
        settles = status in SETTLED
        kept, of = _members_kept(repository, news, day) if commitment.each_member else (0, 0)
        if of and kept == of and not settles:
            status = "kept"
        return cls(status, due, news[-1] if news else None, settles, kept, of)


def _members_kept(repository: Repository, news: Sequence[FollowUp], day: date) -> tuple[int, int]:
    members = members_on(repository, day)
    last = {one.by.slug: one.status for one in news if one.by is not None and one.status}
    return sum(last.get(one.slug) == "kept" for one in members) if last else 0, len(members)


def _with_the_whole(repository: Repository, commitment: Commitment, said: _Said, day: date) -> tuple[str, EdtfDate | None]:
    """Status and deadline, taken from the whole, or from what that is a part of, where nothing says otherwise."""
    status, due = said.status, said.due
    seen = {commitment.slug}
    whole = repository.get(Commitment, commitment.part_of)
    while not (status and due) and whole is not None and whole.slug not in seen and len(seen) < DEEPEST:
        above = _Said.of_itself(repository, whole, day)
        status, due = status or above.status, due or above.due
        seen.add(whole.slug)
        whole = repository.get(Commitment, whole.part_of)
    return status, due


class _Counted:
    """A promise whose parts are being counted; ``status`` is the one it says or shares."""

    __slots__ = ("commitment", "depth", "kept", "of", "settles", "status", "whole")

    def __init__(self, commitment: Commitment, status: str, *, settles: bool = False, whole: _Counted | None = None) -> None:
        self.commitment = commitment
        self.status = status
        self.settles = settles
        self.whole = whole
        self.depth: int = whole.depth + 1 if whole else 0
        self.kept = 0
        self.of = 0


def _parts_kept(repository: Repository, commitment: Commitment, status: str, day: date) -> tuple[int, int]:
    """How many parts are kept, of how many. Parts of parts are gone through without calling oneself, from the whole down and back up."""
    found = [_Counted(commitment, status)]
    seen = {commitment.slug}
    for one in found:
        for part in repository.parts(one.commitment) if one.depth < DEEPEST and not one.commitment.each_member else ():
            if part.slug not in seen:
                seen.add(part.slug)
                said = _Said.of_itself(repository, part, day)
                found.append(_Counted(part, said.status or one.status, settles=said.settles, whole=one))
    for one in reversed(found):
        kept = one.status == "kept" or (one.of and one.kept == one.of and not one.settles)
        if one.whole is not None and (kept or one.status != "withdrawn"):
            one.whole.of += 1
            one.whole.kept += bool(kept)
    return found[0].kept, found[0].of
