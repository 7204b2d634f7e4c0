"""What of a record is told as people tell it, and not field by field: a promise's story, who was at a meeting, questions and answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from traite_cli.asking.timeline import Event, timeline
from traite_cli.dates import DateError, EdtfDate
from traite_cli.kinds import (
    Answer,
    Attendance,
    CollectiveMembership,
    Commitment,
    FollowUp,
    Meeting,
    Membership,
    Organisation,
    Person,
    Record,
    Reply,
    Request,
)
from traite_cli.language import N_
from traite_cli.repository import Attendee, Delegation, answered_on, delegations
from traite_cli.saying.values import Saying, Text, Words, plain_text


class Line(NamedTuple):
    """Something said under a mark: a field's label, a day, a number; each of its texts begins a line."""

    mark: Text
    texts: tuple[Text, ...]


class Group(NamedTuple):
    """Lines under a heading (none for the first group), and the fields that they tell."""

    heading: Text
    lines: tuple[Line, ...]
    fields: tuple[str, ...] = ()


def stories_of(saying: Saying, record: Record, day: date) -> Iterator[Group]:
    """The stories of a record, as far as a day."""
    match record:
        case Commitment():
            events = timeline(saying.repository, record, day)
            if len(events) > 1 or record.follow_ups:
                lines = tuple(_event(saying, one) for one in events)
                yield Group(saying.label(record.FIELDS["follow_ups"]), lines, ("follow_ups",))
        case Meeting():
            yield from _attendance(saying, record)
        case Person() if record.memberships:
            held = sorted(record.memberships, key=lambda one: _from(one.start_date))
            lines = tuple(_function(saying, one) for one in held)
            yield Group(saying.label(record.FIELDS["memberships"]), lines, ("memberships",))
        case Organisation() if record.collective_membership:
            lines = tuple(_standing(saying, one) for one in record.collective_membership)
            yield Group(saying.label(record.FIELDS["collective_membership"]), lines, ("collective_membership",))
        case Request() if record.questions() or record.answers:
            yield Group(saying.label(record.FIELDS["answers"]), tuple(_questions(saying, record)), ("answers",))


def _event(saying: Saying, event: Event) -> Line:
    """Something that happened to a promise, under its day."""
    return Line(plain_text(saying.date(event.when)), tuple(text for text in _told(saying, event) if text))


def _told(saying: Saying, event: Event) -> Iterator[Text]:
    match event:
        case Event(what="made"):
            where = saying.record(event.record) if event.record else ()
            yield (Words(saying.t(N_("made at:"))), *where) if where else plain_text(saying.t(N_("made")))
        case Event(what="follow_up", news=FollowUp() as news):
            yield tuple(words for text in saying.values(news, "status") for words in text)
            yield from _paragraphs(news.note or "")
            yield from saying.labelled(news, "by", "meeting", "evidence")
        case Event(what="deadline"):
            due = saying.date(event.due, deadline=True)
            before = saying.date(event.before, deadline=True)
            yield plain_text(
                saying.t(N_("new deadline: {due} (until then: {before})") if before else N_("new deadline: {due}"), due=due, before=before)
            )
        case Event(what="reply", reply=Reply() as reply):
            yield (Words(saying.t(N_("Reply:"))), *(words for text in saying.values(reply, "by") for words in text))
            yield from _paragraphs(reply.text or "")
        case Event(what="part", news=FollowUp() as news, record=Record() as part):
            yield (*saying.record(part), Words("–"), *(words for text in saying.values(news, "status") for words in text))
        case Event(what="overdue"):
            yield plain_text(saying.t(N_("overdue")))
        case Event(what="due"):
            yield plain_text(saying.t(N_("due")))


def _from(since: EdtfDate | None) -> date:
    return since.first if since else date.min


def _function(saying: Saying, held: Membership) -> Line:
    """A function under the time for which it was held."""
    said = [Words(f"{held.role},")] if held.role else []
    where = [words for text in saying.values(held, "organisation") for words in text]
    return Line(plain_text(_lasted(saying, held.start_date, held.end_date)), ((*said, *where),))


def _lasted(saying: Saying, since: EdtfDate | None, until: EdtfDate | None) -> str:
    """« de novembre 2013 à juin 2018 », « depuis novembre 2013 », « fin : juin 2018 »; '' where neither is known."""
    if since and until and not (since.is_interval or until.is_interval):
        with suppress(DateError):  # one that ends before it begins is told by validate
            return saying.date(EdtfDate.parse(f"{since}/{until}"))
    said = {"since": saying.in_a_sentence(since) if since else "", "until": saying.date(until)}
    mark = {(True, True): N_("since {since}; until {until}"), (True, False): N_("since {since}"), (False, True): N_("until {until}")}
    return saying.t(mark[bool(since), bool(until)], **said) if since or until else ""


def _standing(saying: Saying, entry: CollectiveMembership) -> Line:
    """What an organisation became, under the day."""
    status = tuple(words for text in saying.values(entry, "status") for words in text)
    texts = (status, *_paragraphs(entry.note or ""), *saying.labelled(entry, "required", "received"))
    return Line(plain_text(saying.date(entry.date)), tuple(text for text in texts if text))


def _paragraphs(text: str) -> Iterator[Text]:
    for line in text.splitlines():
        yield from (plain_text(line),) if line.strip() else ()


def _attendance(saying: Saying, meeting: Meeting) -> Iterator[Group]:
    for name in ("participants", "interlocutors", "excused", "represented"):
        entries: tuple[Attendance, ...] = meeting.values.get(name, ())
        if entries:
            groups = delegations(saying.repository, meeting, entries)
            yield Group(saying.label(meeting.FIELDS[name]), tuple(_delegation(saying, one) for one in groups), (name,))


def _delegation(saying: Saying, delegation: Delegation) -> Line:
    organisation = delegation.organisation
    mark = plain_text(organisation.acronym or organisation.label) if isinstance(organisation, Organisation) else ()
    return Line(mark, tuple(_attendee(saying, one) for one in delegation.attendees))


def _attendee(saying: Saying, attendee: Attendee) -> Text:
    """Who was there, with the function of that day and what else the entry says."""
    entry = attendee.entry
    subject: Person | Organisation | None = attendee.person or attendee.organisation
    known = {"person", "organisation", "role"} if subject is not None else set()
    rest = entry.replaced(**dict.fromkeys(known | ({"*"} if subject is not None else set())))
    if subject is None:
        return saying.block(entry)
    function = f", {attendee.role}" if attendee.role else ""
    said = saying.record(subject)
    more = saying.block(rest)
    return (*said[:-1], Words(said[-1].text + function, aside=not function), *((Words("–"), *more) if more else ()))


def _questions(saying: Saying, request: Request) -> Iterator[Line]:
    """Each question with its answers, and the answers to questions that are not there."""
    answers: dict[int, list[Answer]] = {}
    for answer in request.answers:
        answers.setdefault(answer.item or 0, []).append(answer)
    for question in request.questions():
        found = answers.pop(question.number, [])
        said = tuple(text for answer in found for text in _answer(saying, answer)) or (plain_text(saying.t(N_("→ no answer"))),)
        yield Line(plain_text(f"{question.number}."), (plain_text(question.text), *said))
    for number, found in answers.items():
        said = tuple(text for answer in found for text in _answer(saying, answer))
        yield Line(plain_text(f"{number}."), (plain_text(saying.t(N_("(no such question)"))), *said))


def _answer(saying: Saying, answer: Answer) -> Iterator[Text]:
    status = next(iter(saying.values(answer, "status")), ())
    when = answered_on(saying.repository, answer)
    on = (Words(saying.t(N_("on {date}"), date=saying.date(when))),) if when else ()
    yield tuple(saying.row(((Words("→"), *status), *saying.values(answer, "by"), *(on and (on,)))))
    yield from _paragraphs(answer.text or "")
    yield from saying.labelled(answer, "meeting", "document", "source")
