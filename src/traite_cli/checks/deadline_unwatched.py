"""When a deadline is past, somebody looks whether the promise was kept.

Otherwise it is lost between two issues of the document: the one who promised keeps silent, and nobody asks. Three months after the
deadline a promise should have news, if only that there is none (`no_news`). A promise in parts is told once, for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Day, Fact, Fault, Severity
from traite_cli.kinds import Commitment
from traite_cli.language import N_
from traite_cli.repository import Repository, State, state_on

PATIENCE = timedelta(days=90)
_PROMISE = "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2014-06-23\n{rest}---\n"

CHECK = Check(
    code="TR631",
    severity=Severity.WARNING,
    messages={"": N_("the deadline passed {date}, and nobody has looked since whether the commitment was kept")},
    hints={"": N_("say what became of it, as here if nothing could be found: traite follow-up {slug} --status no_news")},
    faulty=Example({"records/commitments/annoter.md": _PROMISE.format(rest="due: ⟦2014-09⟧\n")}),
    healthy=Example(
        {"records/commitments/annoter.md": _PROMISE.format(rest="due: 2014-09\nfollow_ups:\n  - {date: 2014-11-18, status: no_news}\n")}
    ),
)


def find_on(repository: Repository, day: date) -> Iterator[Fault]:
    """The promises long overdue without news since."""
    for commitment in repository.examined(Commitment):
        # Most have no deadline of their own, or one to come: where each stands is asked of the others only.
        if commitment.part_of is None and _may_be_due(commitment, day):
            state = state_on(repository, commitment, day)
            if state.overdue and state.due is not None and state.due.last + PATIENCE <= day and not _seen_since(state):
                facts: dict[str, Fact] = {"date": Day(state.due.last.isoformat()), "slug": commitment.slug}
                yield commitment.document.fault("deadline-unwatched", *_place(commitment, state), "", facts)


def _may_be_due(commitment: Commitment, day: date) -> bool:
    dates = (commitment.due, *(one.due for one in commitment.follow_ups))
    return any(one is not None and one.last + PATIENCE <= day for one in dates)


def _seen_since(state: State) -> bool:
    return state.last is not None and state.last.date is not None and state.due is not None and state.last.date.last > state.due.last


def _place(commitment: Commitment, state: State) -> tuple[int, int]:
    later = next((one for one in reversed(commitment.follow_ups) if one.due is state.due), None)
    return commitment.place_of("due") if later is None else later.place_of("due")
