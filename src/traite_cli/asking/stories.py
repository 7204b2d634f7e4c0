"""What of a record is told as people tell it, and not field by field: a promise's story, who was at a meeting, questions and answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from traite_cli.kinds import Answer, Attendance, Commitment, FollowUp, Meeting, Organisation, Person, Record, Reply, Request
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


def stories_of(saying: Saying, record: Record) -> Iterator[Group]:
    """The stories of a record."""
    match record:
        case Commitment() if record.follow_ups:
            lines = tuple(_news(saying, one) for one in record.follow_ups)
            yield Group(saying.label(record.FIELDS["follow_ups"]), lines, ("follow_ups",))
        case Meeting():
            yield from _attendance(saying, record)
        case Request() if record.questions() or record.answers:
            yield Group(saying.label(record.FIELDS["answers"]), tuple(_questions(saying, record)), ("answers",))


def _news(saying: Saying, news: FollowUp) -> Line:
    head = tuple(words for text in saying.values(news, "status") for words in text)
    texts = (head, *_paragraphs(news.note or ""), *saying.labelled(news, "due", "by", "meeting", "evidence"))
    reply = tuple(_reply(saying, news.reply)) if news.reply else ()
    return Line(plain_text(saying.date(news.date)), tuple(text for text in (*texts, *reply) if text))


def _reply(saying: Saying, reply: Reply) -> Iterator[Text]:
    when = (saying.t(N_("on {date}"), date=saying.date(reply.date)),) if reply.date else ()
    who = [words for text in saying.values(reply, "by") for words in text]
    yield (Words(saying.t(N_("Reply:"))), *who, *map(Words, when)) if who or when else plain_text(saying.t(N_("Reply:")))
    yield from _paragraphs(reply.text or "")


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
