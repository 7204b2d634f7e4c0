"""The records as they stood on a day: nothing that happened later counts."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Answer, Block, Commitment, Edition, FollowUp, Meeting, Organisation, Person, Record, Request, Update
from traite_cli.repository.repository import Repository
from traite_cli.repository.states import dated

R = TypeVar("R", bound=Record)


def held_by(meeting: Meeting, day: date) -> bool:
    """Whether a meeting has been held: not called off, and its date past on that day."""
    return not meeting.cancelled and meeting.date is not None and meeting.date.last < day


def on_day(repository: Repository, day: date, besides: Edition | None = None) -> Repository:
    """The repository without what came after a day: later follow-ups, answers, updates, promises, requests, editions and minutes.

    Functions taken up later are gone, and what an organisation became later. A later meeting stays, as planned. Sentences inside a body
    are never cut. ``besides`` stays as it is, whenever it is from.
    """

    def see(record: Record) -> Record | None:
        return besides if besides is not None and record.ref == besides.ref else _then(repository, record, day)

    return repository.seen(see)


def _then(repository: Repository, record: Record, day: date) -> Record | None:
    if not _later(dated(repository, record), day):
        return _earlier(repository, record, day)
    if isinstance(record, Meeting):
        return _planned(record)
    return None if isinstance(record, PASSING) else record


PASSING = (Commitment, Request, Update, Edition)
"""Whatever there is of these is not there before its day; the others are there on every day."""


def _earlier(repository: Repository, record: Record, day: date) -> Record:
    """A record that was there on a day, without what came to it later."""
    match record:
        case Commitment():
            return _commitment(record, day)
        case Request():
            return _request(repository, record, day)
        case Person():
            return _begun(record, "memberships", "start_date", day)
        case Organisation():
            return _begun(_begun(record, "collective_membership", "date", day), "parents", "start_date", day)
    return record


def _later(when: EdtfDate | None, day: date) -> bool:
    return when is not None and when.first > day


def _begun(record: R, field: str, since: str, day: date) -> R:
    """A record without the entries of a list that begin later: a function taken up, a body joined."""
    entries: tuple[Block, ...] = record.get(field) or ()
    kept = tuple(one for one in entries if not _later(one.get(since), day))
    return record if len(kept) == len(entries) else record.replaced(**{field: kept})


def _planned(meeting: Meeting) -> Meeting:
    return meeting.replaced(**dict.fromkeys(OF_A_HELD_MEETING)).showing(())


OF_A_HELD_MEETING = ("decisions", "minutes_approved", "participants", "interlocutors", "excused", "represented")
"""The fields in which stands what is known of a meeting once it was held."""


def _commitment(commitment: Commitment, day: date) -> Commitment:
    kept = tuple(_follow_up(one, day) for one in commitment.follow_ups if not _later(one.date, day))
    return commitment if kept == commitment.follow_ups else commitment.replaced(follow_ups=kept)


def _follow_up(follow_up: FollowUp, day: date) -> FollowUp:
    reply = follow_up.reply
    return follow_up.replaced(reply=None) if reply is not None and _later(reply.date, day) else follow_up


def _request(repository: Repository, request: Request, day: date) -> Request:
    kept = tuple(one for one in request.answers if not _later(answered_on(repository, one), day))
    return request if kept == request.answers else request.replaced(answers=kept)


def answered_on(repository: Repository, answer: Answer) -> EdtfDate | None:
    """When an item was answered: its own date, or that of the meeting."""
    meeting = repository.get(Meeting, answer.meeting)
    return answer.date or (meeting.date if meeting is not None else None)
