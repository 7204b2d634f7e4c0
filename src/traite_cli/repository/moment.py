"""The records as they stood on a day: nothing that happened later counts."""

from __future__ import annotations

from datetime import date

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Answer, Commitment, Edition, FollowUp, Meeting, Record, Request, Update
from traite_cli.repository.repository import Repository
from traite_cli.repository.states import made_on


def held_by(meeting: Meeting, day: date) -> bool:
    """Whether a meeting has been held: not called off, and its date past on that day."""
    return not meeting.cancelled and meeting.date is not None and meeting.date.last < day


def on_day(repository: Repository, day: date) -> Repository:
    """The repository without what came after a day: later follow-ups, answers, updates, promises, requests, editions and minutes.

    A later meeting stays, as planned. Sentences inside a body are never cut.
    """
    return repository.with_records(
        {
            kind.KIND: {slug: then for slug, record in repository.of(kind).items() if (then := _then(repository, record, day)) is not None}
            for kind in {type(record) for record in repository.all()}
        }
    )


def _then(repository: Repository, record: Record, day: date) -> Record | None:
    match record:
        case Update() | Edition():
            return None if _later(record.date, day) else record
        case Meeting():
            return _planned(record) if _later(record.date, day) else record
        case Commitment():
            return None if _later(made_on(repository, record), day) else _commitment(record, day)
        case Request():
            return None if _later(record.date, day) else _request(repository, record, day)
        case _:
            return record


def _later(when: EdtfDate | None, day: date) -> bool:
    return when is not None and when.first > day


def _planned(meeting: Meeting) -> Meeting:
    return meeting.replaced(**dict.fromkeys(_OF_A_HELD_MEETING)).showing(())


_OF_A_HELD_MEETING = ("decisions", "minutes_approved", "participants", "interlocutors", "excused", "represented")


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
