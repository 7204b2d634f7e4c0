"""What waits on a day: promises overdue, due or not looked at, questions without an answer, what is to be escalated, the next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from traite_cli.asking.conditions import is_unanswered
from traite_cli.asking.silence import looked_on, silent_for
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Outcome
from traite_cli.kinds import Commitment, Escalation, Meeting, Question, Request
from traite_cli.language import N_, N_n, Span
from traite_cli.repository import SETTLED, Repository, State, held_by, state_on, to_complete

SOON = Span(30, "day")
"""What falls due within this time is told before it is late."""
SILENCE = Span(90, "day")
"""What nobody has looked at for this time is told."""
CONCERNS: Mapping[str, str] = {
    "overdue": N_("overdue"),
    "due": N_("due soon"),
    "unanswered": N_("without an answer"),
    "escalation": N_("to be escalated"),
    "silence": N_("not looked at"),
    "notice": N_("notice not out"),
    "minutes": N_("meetings to be completed"),
    "faults": N_("records with errors"),
}
"""What a morning may hold, by the words that ``--fail-on`` takes."""
COUNTED: Mapping[str, tuple[str, str]] = {
    "overdue": N_n("{n} overdue commitment", "{n} overdue commitments"),
    "due": N_n("{n} commitment due soon", "{n} commitments due soon"),
    "unanswered": N_n("{n} question without an answer", "{n} questions without an answer"),
    "escalation": N_n("{n} commitment to be escalated", "{n} commitments to be escalated"),
    "silence": N_n("{n} commitment not looked at", "{n} commitments not looked at"),
    "notice": N_n("{n} notice that is not out", "{n} notices that are not out"),
    "minutes": N_n("{n} meeting to be completed", "{n} meetings to be completed"),
    "faults": N_n("{n} record with errors", "{n} records with errors"),
}
"""How much there is of each, in words."""


class Promise(NamedTuple):
    """A promise that waits: where it stands, by how many days it is late or has left, and when somebody last looked.

    ``parts`` are those of its parts that wait in the same way and say nothing of their own: they are told with it.
    """

    commitment: Commitment
    state: State
    days: int
    looked: date | None
    parts: tuple[Commitment, ...] = ()


class Waiting(NamedTuple):
    """A request with the questions that nobody has answered, and for how many days."""

    request: Request
    questions: tuple[Question, ...]
    days: int | None


class Escalating(NamedTuple):
    """A promise of which somebody said what happens when it is not kept: that is so now."""

    commitment: Commitment
    rule: Escalation
    state: State


class Upcoming(NamedTuple):
    """The next meeting or event, in how many days, and when its notice last went out."""

    meeting: Meeting
    days: int
    noticed: EdtfDate | None


class Faulty(NamedTuple):
    """A file with its numbers of errors and warnings."""

    path: str
    errors: int
    warnings: int


class Status(NamedTuple):
    """All that waits on a day."""

    day: date
    overdue: tuple[Promise, ...]
    due: tuple[Promise, ...]
    unanswered: tuple[Waiting, ...]
    escalation: tuple[Escalating, ...]
    silence: tuple[Promise, ...]
    next_meeting: Upcoming | None
    next_event: Upcoming | None
    incomplete: tuple[Meeting, ...]
    faulty: tuple[Faulty, ...]

    def concerns(self) -> Mapping[str, int]:
        """How much there is of each concern."""
        return {
            "overdue": len(self.overdue),
            "due": len(self.due),
            "unanswered": sum(len(one.questions) or 1 for one in self.unanswered),
            "escalation": len(self.escalation),
            "silence": len(self.silence),
            "notice": int(self.next_meeting is not None and _notice_missing(self.next_meeting, self.day)),
            "minutes": len(self.incomplete),
            "faults": sum(1 for one in self.faulty if one.errors),
        }


def status(repository: Repository, day: date, faulty: tuple[Faulty, ...] = (), *, is_whole: bool = True) -> Status:
    """What waits on a day; ``faulty`` are the files with faults, which others look for.

    Where the records are not ``is_whole``, but cut to a circle, nobody can say what is not told of a meeting.
    """
    promises = sorted(_waiting(repository, day), key=_by_deadline)
    silence = sorted((one for one in promises if silent_for(repository, one.commitment, SILENCE, day)), key=_by_silence)
    return Status(
        day=day,
        overdue=_with_parts(one for one in promises if one.state.overdue),
        due=_with_parts(one for one in promises if not one.state.overdue and _is_soon(one.state.due, day)),
        unanswered=tuple(_unanswered(repository, day)),
        escalation=tuple(_escalating(repository, day)),
        silence=_with_parts(silence),
        next_meeting=_next(repository, day, events=False),
        next_event=_next(repository, day, events=True),
        incomplete=tuple(_incomplete(repository, day)) if is_whole else (),
        faulty=faulty,
    )


def faults_by_file(outcome: Outcome) -> list[tuple[str, int, int]]:
    """The files that have faults, in order, each with its numbers of errors and of warnings."""
    found: dict[str, list[str]] = {}
    for one in outcome.faults:
        found.setdefault(one.path, []).append(outcome.rules[one.check].severity)
    return [(path, severities.count("error"), severities.count("warning")) for path, severities in sorted(found.items())]


def faulty_files(counted: Iterable[Sequence[Any]], shown: Iterable[str] | None = None) -> tuple[Faulty, ...]:
    """The files that have faults; with ``shown`` only those of them."""
    wanted = None if shown is None else frozenset(shown)
    return tuple(Faulty(*one) for one in counted if wanted is None or one[0] in wanted)


# --- promises -----------------------------------------------------------------------------------------------------------------


def _waiting(repository: Repository, day: date) -> Iterator[Promise]:
    """The promises that are not settled."""
    for commitment in repository.of(Commitment).values():
        state = state_on(repository, commitment, day)
        if state.status not in SETTLED:
            days = abs((day - state.due.last).days) if state.due else 0
            yield Promise(commitment, state, days, looked_on(repository, commitment, day))


def _with_parts(found: Iterable[Promise]) -> tuple[Promise, ...]:
    """Promises, those that are a part of another among them and say nothing of their own told with the whole."""
    promises = tuple(found)
    among = {one.commitment.slug: one.commitment for one in promises}
    parts: dict[str, list[Commitment]] = {}
    for one in among.values():
        whole = _told_with(one, among)
        if whole is not one:
            parts.setdefault(whole.slug, []).append(one)
    told = {one.slug for together in parts.values() for one in together}
    return tuple(one._replace(parts=tuple(parts.get(one.commitment.slug, ()))) for one in promises if one.commitment.slug not in told)


def _told_with(commitment: Commitment, among: Mapping[str, Commitment]) -> Commitment:
    """The promise among some that one is told with: the whole of the whole, as far as parts say nothing of their own; or itself."""
    seen = {commitment.slug}
    one = commitment
    while not one.follow_ups and one.due is None and one.part_of is not None:
        whole = among.get(one.part_of.slug)
        if whole is None:
            return one
        if whole.slug in seen:
            return commitment  # parts in a ring have no whole
        seen.add(whole.slug)
        one = whole
    return one


def _by_deadline(promise: Promise) -> tuple[date, str]:
    return (promise.state.due.last if promise.state.due else date.max, promise.commitment.slug)


def _by_silence(promise: Promise) -> tuple[bool, date]:
    """What is not overdue comes first: that it waits is told nowhere else."""
    return (promise.state.overdue, promise.looked or date.min)


def _is_soon(due: EdtfDate | None, day: date) -> bool:
    return due is not None and day <= due.last <= SOON.after(day)


def _escalating(repository: Repository, day: date) -> Iterator[Escalating]:
    """Every rule whose case has come: from its day on, while the promise is without news, overdue or broken."""
    for commitment in repository.of(Commitment).values():
        if commitment.escalation:
            state = state_on(repository, commitment, day)
            for rule in commitment.escalation:
                so = state.overdue if rule.if_ == "overdue" else state.status == rule.if_
                if so and (rule.after is None or rule.after.first <= day):
                    yield Escalating(commitment, rule, state)


# --- questions and meetings ---------------------------------------------------------------------------------------------------


def _unanswered(repository: Repository, day: date) -> Iterator[Waiting]:
    """The requests that are not answered whole, the oldest first; one that is not sent yet waits for nothing."""
    for request in sorted(repository.of(Request).values(), key=lambda one: (one.date.first if one.date else date.max, one.slug)):
        if is_unanswered(request) and (request.date is None or request.date.first <= day):
            answered = {answer.item for answer in request.answers}
            left = tuple(one for one in request.questions() if one.number not in answered)
            yield Waiting(request, left, (day - request.date.first).days if request.date else None)


def _next(repository: Repository, day: date, *, events: bool) -> Upcoming | None:
    """The first that is still to come and was not called off, of our meetings or of what others organise."""
    coming = [
        (one.date.first, one.slug, one)
        for one in repository.of(Meeting).values()
        if one.date is not None and one.date.last >= day and not one.cancelled and (one.classification == "event") is events
    ]
    if not coming:
        return None
    first, _, meeting = min(coming, key=lambda found: found[:2])
    sent = [notice for notice in meeting.notices if notice.first <= day]
    return Upcoming(meeting, max((first - day).days, 0), sent[-1] if sent else None)


def _incomplete(repository: Repository, day: date) -> Iterator[Meeting]:
    """The meetings held of late of which something is not told; what is older is for those who check the records."""
    for one in to_complete(repository, day):
        if held_by(one, day) and one.date is not None and day <= SILENCE.after(one.date.last):
            yield one


def _notice_missing(upcoming: Upcoming, day: date) -> bool:
    """Whether the notice of a meeting that comes soon has not gone out."""
    return upcoming.noticed is None and upcoming.meeting.date is not None and upcoming.meeting.date.first <= SOON.after(day)
