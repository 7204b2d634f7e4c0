"""What follows from something comes after it: news after the promise, an answer after the question, an approval after the meeting.

Where it comes before, one of the two dates is a slip, and every list that goes by it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from traite_cli.checks.check import Check, Example
from traite_cli.checks.dating import day_made, day_of, surely_before
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Block, Commitment, Edition, Meeting, Place, Record, Ref, Request
from traite_cli.language import N_
from traite_cli.repository import Repository

_COMMITMENT = (
    "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\nfollow_ups:\n  - date: {}\n    status: no_news\n---\n"
)

CHECK = Check(
    code="TR424",
    severity=Severity.WARNING,
    messages={
        "follow-up": N_("this news ({day}) comes before the commitment ({other})"),
        "due": N_("the deadline ({day}) comes before the commitment ({other})"),
        "new-due": N_("the new deadline ({day}) comes before the day on which it was agreed ({other})"),
        "reply": N_("this reply ({day}) comes before the news that it answers ({other})"),
        "answer": N_("this answer ({day}) comes before the request was sent ({other})"),
        "prepared": N_("the request was sent ({day}) before the meeting that would have prepared it ({other})"),
        "approved": N_("the minutes would have been approved ({day}) before the meeting itself ({other})"),
        "prepares": N_("the meeting that this one prepares ({day}) comes before it ({other})"),
        "notice": N_("the meeting ({day}) comes before this notice of it ({other})"),
        "next": N_("the meeting announced as the next one ({day}) comes before this edition ({other})"),
        "period": N_("the date of the edition ({day}) comes before the beginning of its period ({other})"),
    },
    hints={"": N_("correct whichever of the two dates is wrong")},
    faulty=Example({"records/commitments/annoter.md": _COMMITMENT.format("⟦2014-02-02⟧")}),
    healthy=Example({"records/commitments/annoter.md": _COMMITMENT.format("2015-02-02")}),
)


R = TypeVar("R", bound=Record)


class _Pair(NamedTuple):
    """Two dates of which the first may not be before the second, and the field at which the record is pointed at."""

    variant: str
    later: EdtfDate | None
    earlier: EdtfDate | None
    block: Block
    field: str
    number: int = 0

    @property
    def place(self) -> Place:
        return self.block.place_of(self.field, self.number)


def find(repository: Repository) -> Iterator[Fault]:
    """The dates that are before what they follow from."""
    yield from _told(repository, Commitment, _of_commitment)
    yield from _told(repository, Request, _of_request)
    yield from _told(repository, Meeting, _of_meeting)
    yield from _told(repository, Edition, _of_edition)


def _told(repository: Repository, kind: type[R], of: Callable[[Repository, R], Iterator[_Pair]]) -> Iterator[Fault]:
    for record in repository.examined(kind):
        for pair in _to_tell(list(of(repository, record))):
            facts = {"day": str(pair.later), "other": str(pair.earlier)}
            yield record.document.fault("days-out-of-order", *pair.place, pair.variant, facts)


def _to_tell(pairs: list[_Pair]) -> Iterator[_Pair]:
    """The wrong pairs. Where all of several are wrong, the date they share is, most likely, and one of them is enough to say so."""
    wrong = [pair for pair in pairs if pair.later and pair.earlier and surely_before(pair.later, pair.earlier)]
    for variant in dict.fromkeys(pair.variant for pair in wrong):
        of_variant = [pair for pair in wrong if pair.variant == variant]
        dated = [pair for pair in pairs if pair.variant == variant and pair.later and pair.earlier]
        yield from of_variant[:1] if len(of_variant) == len(dated) else of_variant


def _of_commitment(repository: Repository, commitment: Commitment) -> Iterator[_Pair]:
    made = day_made(repository, commitment)
    yield _Pair("due", commitment.due, made, commitment, "due")
    for one in commitment.follow_ups:
        yield _Pair("follow-up", one.date, made, one, "date")
        yield _Pair("new-due", one.due, one.date, one, "due")
        if one.reply is not None:
            yield _Pair("reply", one.reply.date, one.date, one.reply, "date")


def _of_request(repository: Repository, request: Request) -> Iterator[_Pair]:
    sent = day_of(request)
    yield _Pair("prepared", sent, _day(repository, request.prepared_at), request, "prepared_at")
    for one in request.answers:
        field = "date" if one.date is not None else "meeting"
        yield _Pair("answer", one.date or _day(repository, one.meeting), sent, one, field)


def _of_meeting(repository: Repository, meeting: Meeting) -> Iterator[_Pair]:
    own = day_of(meeting)
    yield _Pair("approved", _day(repository, meeting.minutes_approved), own, meeting, "minutes_approved")
    prepared = repository.get(Meeting, meeting.prepares)
    # Two meetings that prepare one another are told as a circle.
    if prepared is not None and (prepared.prepares is None or prepared.prepares.slug != meeting.slug):
        yield _Pair("prepares", day_of(prepared), own, meeting, "prepares")
    for number, notice in enumerate(meeting.notices):
        yield _Pair("notice", own, notice, meeting, "notices", number)


def _of_edition(repository: Repository, edition: Edition) -> Iterator[_Pair]:
    own = day_of(edition)
    yield _Pair("next", _day(repository, edition.next_meeting), own, edition, "next_meeting")
    yield _Pair("period", own, edition.period, edition, "period")


def _day(repository: Repository, ref: Ref | None) -> EdtfDate | None:
    return day_of(repository.resolve(ref))
