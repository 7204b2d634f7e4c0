"""What a meeting could speak about: promises that are overdue or fall due before it, questions without an answer.

What concerns those who are invited, themselves or those for whom they come, stands first; then what is overdue, the oldest first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Commitment, Organisation, Person, Record, Ref, Request
from traite_cli.language import N_, N_n, Translator, enumerate_words, of_date, say_deadline, say_since
from traite_cli.repository.memberships import affiliation, members_on
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
    concerns: tuple[Record, ...]
    """Those of the invited whom it concerns."""
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


def agenda_proposals(
    repository: Repository, day: date, meeting: date | None = None, invited: Collection[Record] = ()
) -> tuple[Proposal, ...]:
    """The points for a meeting, as the records stand on a day; ``invited`` are people and organisations."""
    until = max(meeting or day, day)
    guests = _Guests(repository, until, invited)
    found = [*_promises(repository, day, until, guests), *_requests(repository, day, guests)]
    return tuple(sorted(found, key=_order))


def _order(one: Proposal) -> tuple[bool, Reason, date, str]:
    return not one.concerns, one.reason, one.when.last if one.when is not None else date.max, one.record.slug


class _Guests:
    """Those who are invited, and by whom a record that names others concerns them."""

    def __init__(self, repository: Repository, day: date, invited: Collection[Record]) -> None:
        self._repository = repository
        self._day = day
        self._of: dict[str, list[Record]] = {}
        for guest in invited:
            for ref in dict.fromkeys(self._with_organisations(guest)):
                self._of.setdefault(ref, []).append(guest)

    def named(self, *refs: Ref | None) -> tuple[Record, ...]:
        """The guests whom a record names, or who come for those it names, or for those for whom these are."""
        return self._among(record for ref in refs if (record := self._repository.resolve(ref)) is not None)

    def members(self) -> tuple[Record, ...]:
        """Those who are members of the collective, or come for one."""
        return self._among(members_on(self._repository, self._day))

    def _among(self, records: Iterable[Record]) -> tuple[Record, ...]:
        known = (ref for record in records for ref in self._with_organisations(record))
        return tuple(dict.fromkeys(guest for ref in known for guest in self._of.get(ref, ())))

    def _with_organisations(self, record: Record) -> Iterator[str]:
        """A record and those for whom somebody sits on the day; the collective is in everything, and tells nothing."""
        if record.slug != self._repository.configuration.organisation or not isinstance(record, Organisation):
            yield record.ref
        if isinstance(record, Person):
            for one in affiliation(self._repository, record, self._day):
                if one.organisation is not None:
                    yield f"{Organisation.KIND}/{one.organisation.slug}"


def _promises(repository: Repository, day: date, until: date, guests: _Guests) -> Iterator[Proposal]:
    """The promises that are overdue on the day, or due by the meeting; a promise in parts is proposed as a whole where that is due."""
    due = {one.slug: found for one in repository.of(Commitment).values() if (found := _due(repository, one, day, until)) is not None}
    for slug, (reason, when) in due.items():
        commitment = repository.of(Commitment)[slug]
        if not _is_part_of(repository, commitment, due):
            concerned = guests.named(*commitment.by, commitment.on_behalf_of, *commitment.to)
            yield Proposal(commitment, reason, concerned or (guests.members() if commitment.each_member else ()), when)


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


def _requests(repository: Repository, day: date, guests: _Guests) -> Iterator[Proposal]:
    """The requests of which a question has no answer on the day."""
    for request in repository.of(Request).values():
        if request.date is None or request.date.first > day:
            continue
        answered = {one.item for one in request.answers if (when := answered_on(repository, one)) is None or when.first <= day}
        waiting = tuple(one.number for one in request.questions() if one.number not in answered)
        if waiting:
            yield Proposal(request, Reason.UNANSWERED, guests.named(*request.to), request.date, waiting)
