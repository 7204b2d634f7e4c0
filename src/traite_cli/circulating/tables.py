"""The optional parts: promises and where they stand, questions without an answer, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from traite_cli.circulating.working_document import CommitmentRow, DecisionRow, QuestionRow
from traite_cli.dates import EdtfDate, Period
from traite_cli.kinds import OPTIONAL_PARTS, Commitment, Meeting, Organisation, Request
from traite_cli.repository import SETTLED, Repository, State, made_on, names, parts_of, quote_in_words, short_name, state_on

PARTS = tuple(OPTIONAL_PARTS)
_NEVER = date.max


def commitment_rows(repository: Repository, day: date, period: Period | None = None) -> tuple[CommitmentRow, ...]:
    """The promises that are open on a day, and those settled in the period; what is overdue first, then by deadline.

    A part that has no news of its own stands with the whole, which counts it.
    """
    found = [(one, state_on(repository, one, day)) for one in repository.of(Commitment).values()]
    kept = [(one, state) for one, state in found if _told_apart(repository, one) and _current(repository, one, state, day, period)]
    return tuple(commitment_row(repository, one, state) for one, state in sorted(kept, key=lambda pair: _order(repository, *pair)))


def _told_apart(repository: Repository, commitment: Commitment) -> bool:
    return bool(commitment.follow_ups) or repository.get(Commitment, commitment.part_of) is None


def _current(repository: Repository, commitment: Commitment, state: State, day: date, period: Period | None) -> bool:
    """Whether a promise is open, or was settled in the period: one that its parts keep is settled by their news."""
    if state.status not in SETTLED or period is None:
        return True
    of_parts = (state_on(repository, part, day).last for part in parts_of(repository, commitment)) if state.last is None else ()
    return any(last.date is not None and period.contains(last.date) for last in (state.last, *of_parts) if last is not None)


def _order(repository: Repository, commitment: Commitment, state: State) -> tuple[bool, bool, date, date, str]:
    made = made_on(repository, commitment)
    due = state.due.last if state.due else _NEVER
    return (state.status in SETTLED, not state.overdue, due, made.first if made else _NEVER, commitment.slug)


def commitment_row(repository: Repository, commitment: Commitment, state: State) -> CommitmentRow:
    """One promise as the table says it."""
    last = state.last
    return CommitmentRow(
        title=commitment.label,
        by=names(repository, commitment.by),
        ours=any(ref.slug == repository.configuration.organisation for ref in commitment.by),
        on_behalf_of=short_name(repository.get(Organisation, commitment.on_behalf_of)),
        made=made_on(repository, commitment),
        due=state.due,
        status=state.status,
        overdue=state.overdue,
        kept=state.kept,
        of=state.of,
        last_date=last.date if last else None,
        last_note=(last.note or "") if last else "",
        quote=quote_in_words(commitment.quote or ""),
        each_member=bool(commitment.each_member),
    )


def question_rows(repository: Repository, requests: Iterable[Request] | None = None) -> tuple[QuestionRow, ...]:
    """The questions that nobody has answered, the oldest first."""
    asked = repository.of(Request).values() if requests is None else requests
    return tuple(
        QuestionRow(question.number, question.text, names(repository, request.to), request.date, request.label)
        for request in sorted(asked, key=lambda one: (_first(one.date), one.slug))
        for question in request.questions()
        if question.number not in {answer.item for answer in request.answers}
    )


def decision_rows(meetings: Iterable[Meeting]) -> tuple[DecisionRow, ...]:
    """What was decided at some meetings, in their order."""
    return tuple(
        DecisionRow(decision.text, meeting.date, meeting.label) for meeting in meetings for decision in meeting.decisions if decision.text
    )


def _first(when: EdtfDate | None) -> date:
    return when.first if when else _NEVER
