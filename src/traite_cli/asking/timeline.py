"""The whole story of a promise by a day: made, looked after, put off, answered, overdue, and what became of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, FollowUp, Record, Reply
from traite_cli.repository import SETTLED, Repository, made_on, state_on
from traite_cli.saying.plain import plain_block

What = Literal["made", "follow_up", "deadline", "reply", "overdue", "part", "due"]
_ORDER: tuple[What, ...] = ("made", "follow_up", "deadline", "reply", "part", "due", "overdue")
"""What of one day comes first."""
_MOST = 50
"""Deadlines that may have passed: each is looked at in all the news, and who puts off a promise more often means no good."""


class Event(NamedTuple):
    """Something that happened to a promise: when, what, and what there is to say of it."""

    what: What
    when: EdtfDate | None
    news: FollowUp | None = None
    reply: Reply | None = None
    before: EdtfDate | None = None
    """The deadline until then, of one that was put off."""
    due: EdtfDate | None = None
    record: Record | None = None
    """What it was made at, or the part that the news is of."""


def timeline(repository: Repository, commitment: Commitment, day: date) -> tuple[Event, ...]:
    """What happened by a day, in its order; a deadline to come stands at the end."""
    events = (
        Event("made", made_on(repository, commitment), record=repository.resolve(commitment.made_at)),
        *_news(commitment, day),
        *_of_parts(repository, commitment, day),
        *_overdue(repository, commitment, day),
        *_to_come(repository, commitment, day),
    )
    return tuple(sorted(events, key=_place))


def _place(event: Event) -> tuple[date, int]:
    return (event.when.first if event.when else date.min, _ORDER.index(event.what))


def _by(news: FollowUp, day: date) -> bool:
    return news.date is not None and news.date.first <= day


def _news(commitment: Commitment, day: date) -> Iterator[Event]:
    due = commitment.due
    for news in commitment.follow_ups:
        if not _by(news, day):
            continue
        if news.status or news.note or news.meeting or news.evidence:
            yield Event("follow_up", news.date, news)
        if news.due is not None:
            yield Event("deadline", news.date, news, before=due, due=news.due)
            due = news.due
        if news.reply is not None and (news.reply.date is None or news.reply.date.first <= day):
            yield Event("reply", news.reply.date or news.date, news, reply=news.reply)


def _of_parts(repository: Repository, commitment: Commitment, day: date) -> Iterator[Event]:
    for part in repository.parts(commitment):
        yield from (Event("part", news.date, news, record=part) for news in part.follow_ups if _by(news, day) and news.status)


def _overdue(repository: Repository, commitment: Commitment, day: date) -> Iterator[Event]:
    """Each deadline that passed while the promise was neither kept nor given up nor put off."""
    agreed = (commitment.due, *(one.due for one in commitment.follow_ups if _by(one, day)), state_on(repository, commitment, day).due)
    past = [*dict.fromkeys(one for one in agreed if one is not None and one.last < day)]
    for due in past[-_MOST:]:
        passed = due.last + timedelta(days=1)
        state = state_on(repository, commitment, passed)
        if state.overdue and state.due == due:
            yield Event("overdue", EdtfDate.of(passed), due=due)


def _to_come(repository: Repository, commitment: Commitment, day: date) -> Iterator[Event]:
    state = state_on(repository, commitment, day)
    if state.due is not None and state.due.last >= day and state.status not in SETTLED:
        yield Event("due", EdtfDate.of(state.due.last), due=state.due)


def plain_event(event: Event) -> dict[str, Any]:
    """An event for other programs; what there is nothing of is left out."""
    told: dict[str, Any] = {"date": None if event.when is None else str(event.when), "what": event.what}
    if event.what in {"follow_up", "part"} and event.news is not None:
        told |= {name: value for name, value in plain_block(event.news).items() if name not in {"date", "due", "reply"}}
    if event.what == "reply" and event.reply is not None:
        told |= {name: value for name, value in plain_block(event.reply).items() if name != "date"}
    if event.due is not None:
        told["due"] = str(event.due)
    if event.before is not None:
        told["before"] = str(event.before)
    if event.record is not None:
        told["ref"] = event.record.ref
    return told
