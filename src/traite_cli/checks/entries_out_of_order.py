"""News of a promise, and what an organisation is to the collective, stand in the order of their days: the oldest first.

The last entry up to a day is what counts on that day. In another order an old one would pass for the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.dating import day_made, surely_before
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import CollectiveMembership, Commitment, FollowUp, Organisation, Record
from traite_cli.language import N_
from traite_cli.repository import Repository

_COMMITMENT = "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\nfollow_ups:\n{}---\n"
_FIRST = "  - date: 2015-02-02\n    status: no_news\n"

CHECK = Check(
    code="TR423",
    severity=Severity.ERROR,
    messages={"": N_("the entry of {date} stands behind that of {other} (line {line}), and the oldest was expected first")},
    hints={"": N_("move the entry above that of line {line}, or correct its date")},
    faulty=Example(
        {
            "records/commitments/annoter.md": _COMMITMENT.format(
                "  - date: 2015-03-10\n    status: in_progress\n  - date: ⟦2015-02-02⟧\n    status: no_news\n"
            )
        }
    ),
    healthy=Example({"records/commitments/annoter.md": _COMMITMENT.format(_FIRST + "  - date: 2015-03-10\n    status: in_progress\n")}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The lists in which an entry stands behind a later one: each list once."""
    for commitment in repository.examined(Commitment):
        if len(commitment.follow_ups) > 1:
            made = day_made(repository, commitment)
            # News from before the promise are told as such, wherever they stand.
            yield from _of(commitment, (one for one in commitment.follow_ups if not surely_before(one.date, made)))
    for organisation in repository.examined(Organisation):
        yield from _of(organisation, organisation.collective_membership)


def _of(record: Record, entries: Iterable[FollowUp | CollectiveMembership]) -> Iterator[Fault]:
    latest = None
    for entry in entries:
        if latest is not None and surely_before(entry.date, latest.date):
            line = record.document.line_of(latest.place_of("date")[0])
            facts: dict[str, Fact] = {"date": str(entry.date), "other": str(latest.date), "line": line}
            yield record.document.fault("entries-out-of-order", *entry.place_of("date"), "", facts)
            return
        latest = entry if entry.date is not None else latest
