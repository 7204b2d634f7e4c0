"""What follows from a record on a day, in words: « en retard depuis le 1er janvier 2015 », « 0 sur 7 tenus »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from traite_cli.asking.promises import Owed, owed_by
from traite_cli.asking.silence import last_news
from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, Meeting, Organisation, Person, Record, Request, Topic
from traite_cli.language import N_, N_n
from traite_cli.repository import SETTLED, memberships_on, short_name, standing_on, state_on
from traite_cli.saying.plain import meeting_state, state_of
from traite_cli.saying.values import Saying
from traite_cli.saying.vocabulary import MEETING_STATES, STATES

_PROMISES = N_n("{n} commitment (kept: {kept}; overdue: {overdue})", "{n} commitments (kept: {kept}; overdue: {overdue})")


def facts_of(saying: Saying, record: Record, day: date) -> Iterator[str]:
    """What a record's fields do not say, and what follows from them on a day."""
    match record:
        case Commitment():
            yield from _commitment(saying, record, day)
        case Meeting():
            yield _meeting(saying, record, day)
        case Person():
            yield from _person(saying, record, day)
        case Organisation():
            yield from _organisation(saying, record, day)
        case Request():
            yield from _request(saying, record)
        case Topic():
            yield from _topic(saying, record, day)


def _meeting(saying: Saying, meeting: Meeting, day: date) -> str:
    """What is told of the day itself stands beside it: promises made there, minutes."""
    state = meeting_state(meeting, day)
    if state == "planned" and meeting.date is not None and meeting.date.first <= day:
        return saying.t(N_("On the day asked about; held once that day is past"))
    return _capital(saying.t(MEETING_STATES[state]))


def _commitment(saying: Saying, commitment: Commitment, day: date) -> Iterator[str]:
    state = state_on(saying.repository, commitment, day)
    said = saying.t(STATES["commitments"][state.status])
    if state.overdue and state.due is not None:
        since = saying.t(N_("overdue since {date}"), date=saying.in_a_sentence(_day(state.due.last + timedelta(days=1))))
        yield _capital(f"{said}, {since}")
    else:
        yield _capital(said)
        if state.due is not None:
            yield saying.t(N_("Due: {date}"), date=saying.date(state.due, deadline=True))
    if not state.of and state.status not in SETTLED and last_news(saying.repository, commitment, day) is None:
        yield saying.t(N_("Nobody has looked since it was made"))
    if state.of:
        yield saying.t(N_("{kept} of {of} kept"), kept=state.kept, of=state.of)


def _person(saying: Saying, person: Person, day: date) -> Iterator[str]:
    for one in memberships_on(person, day):
        where = saying.repository.resolve(one.organisation)
        said = ", ".join(part for part in (one.role or "", short_name(where)) if part)
        yield saying.t(N_("On {date}: {function}"), date=saying.date(_day(day)), function=said or str(one.organisation))
    yield from _promises(saying, owed_by(saying.repository, person, day))


def _organisation(saying: Saying, organisation: Organisation, day: date) -> Iterator[str]:
    standing = standing_on(organisation, day)
    if standing is not None and standing.status:
        said = _capital(saying.t(STATES["organisations"][standing.status]))
        since = saying.in_a_sentence(standing.date) if standing.date else ""
        yield saying.t(N_("{standing} since {date}"), standing=said, date=since) if since else said
    yield from _promises(saying, owed_by(saying.repository, organisation, day))


def _topic(saying: Saying, topic: Topic, day: date) -> Iterator[str]:
    if state_of(saying.repository, topic, day) == "closed":
        yield _capital(saying.t(STATES["topics"]["closed"]))
    filed = (one.record for one in saying.repository.referrers(topic) if one.field == "topics")
    found = ((one, state_on(saying.repository, one, day)) for one in filed if isinstance(one, Commitment))
    yield from _promises(saying, [Owed(one, state.status, state.overdue) for one, state in found])


def _promises(saying: Saying, owed: Sequence[Owed]) -> Iterator[str]:
    if owed:
        kept = sum(one.status == "kept" for one in owed)
        yield saying.t.plural(*_PROMISES, len(owed), kept=kept, overdue=sum(one.overdue for one in owed))


def _request(saying: Saying, request: Request) -> Iterator[str]:
    numbers = {question.number for question in request.questions()}
    answered = numbers & {answer.item for answer in request.answers}
    if numbers:
        yield saying.t(N_("Questions answered: {answered} of {n}"), answered=len(answered), n=len(numbers))


def _day(day: date) -> EdtfDate:
    return EdtfDate.parse(day.isoformat())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
