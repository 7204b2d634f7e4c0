"""What a meeting could speak about: promises that are overdue or fall due before it, questions without an answer.

What is overdue stands first, the oldest first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, Request
from traite_cli.language import N_, N_n, Translator, enumerate_words, of_date, say_deadline, say_since
from traite_cli.repository.moment import answered_on
from traite_cli.repository.repository import Repository
from traite_cli.repository.states import DEEPEST, SETTLED, made_on, state_on

_UNANSWERED = N_n("question {items} {of_date} has no answer yet", "questions {items} {of_date} have no answer yet")


class Reason(IntEnum):
    """Why a point is proposed, the most pressing first."""

    OVERDUE = 0
    DUE = 1
    UNANSWERED = 2


class Proposal(NamedTuple):
    """A point that an agenda could have."""

    record: Commitment | Request
    reason: Reason
    when: EdtfDate | None
    """The deadline, or the day on which the questions were sent."""
    questions: tuple[int, ...] = ()
    """Those without an answer, by their numbers."""

    @property
    def title(self) -> str:
        """The point as an agenda has it."""
        return self.record.label

    @property
    def topics(self) -> tuple[str, ...]:
        """The slugs of its topics."""
        return tuple(ref.slug for ref in self.record.topics)

    def why(self, t: Translator) -> str:
        """Why it is proposed, in words."""
        if self.when is None:
            return ""
        if self.reason is Reason.OVERDUE:
            return t(N_("overdue since {date}"), date=say_since(EdtfDate.of(self.when.last + timedelta(days=1)), t.language))
        if self.reason is Reason.DUE:
            return t(N_("due before the meeting: {date}"), date=say_deadline(self.when, t.language))
        items = enumerate_words(map(str, self.questions), t.language)
        return t.plural(*_UNANSWERED, len(self.questions), items=items, of_date=of_date(self.when, t.language))


def agenda_proposals(repository: Repository, day: date, meeting: date | None = None) -> tuple[Proposal, ...]:
    """The points for a meeting, as the records stand on a day."""
    found = [*_promises(repository, day, max(meeting or day, day)), *_requests(repository, day)]
    return tuple(sorted(found, key=_order))


def _order(one: Proposal) -> tuple[Reason, date, str]:
    return one.reason, one.when.last if one.when is not None else date.max, one.record.slug


def _promises(repository: Repository, day: date, until: date) -> Iterator[Proposal]:
    """The promises that are overdue on the day, or due by the meeting; a promise in parts is proposed as a whole where that is due."""
    due = {one.slug: found for one in repository.of(Commitment).values() if (found := _due(repository, one, day, until)) is not None}
    for slug, (reason, when) in due.items():
        commitment = repository.of(Commitment)[slug]
        if not _is_part_of(repository, commitment, due):
            yield Proposal(commitment, reason, when)


def _due(repository: Repository, commitment: Commitment, day: date, until: date) -> tuple[Reason, EdtfDate] | None:
    made = made_on(repository, commitment)
    if made is not None and made.first > day:
        return None
    state = state_on(repository, commitment, day)
    if state.due is None or state.status in SETTLED or state.due.last > until:
        return None
    return (Reason.OVERDUE if state.overdue else Reason.DUE), state.due


def _is_part_of(repository: Repository, commitment: Commitment, proposed: Collection[str]) -> bool:
    """Whether the whole that a promise is a part of is proposed."""
    above = [commitment.slug]
    whole = repository.get(Commitment, commitment.part_of)
    while whole is not None and whole.slug not in above and len(above) < DEEPEST:
        above.append(whole.slug)
        whole = repository.get(Commitment, whole.part_of)
    is_circle = whole is not None and whole.slug == commitment.slug
    return not is_circle and any(slug in proposed for slug in above[1:])


def _requests(repository: Repository, day: date) -> Iterator[Proposal]:
    """The requests of which a question has no answer on the day."""
    for request in repository.of(Request).values():
        if request.date is None or request.date.first > day:
            continue
        answered = {one.item for one in request.answers if (when := answered_on(repository, one)) is None or when.first <= day}
        waiting = tuple(one.number for one in request.questions() if one.number not in answered)
        if waiting:
            yield Proposal(request, Reason.UNANSWERED, request.date, waiting)
