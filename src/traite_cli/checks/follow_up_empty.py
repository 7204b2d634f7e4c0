"""News of a commitment say something: a status, a note or a new deadline.

A date alone would count as news, and the promise as looked at, with nothing to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import given
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Commitment
from traite_cli.language import N_
from traite_cli.repository import Repository

_COMMITMENT = "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\nfollow_ups:\n"

CHECK = Check(
    code="TR419",
    severity=Severity.ERROR,
    messages={"": N_("this follow-up gives neither a status nor a note nor a new deadline")},
    hints={"": N_("add a line status:, note: or due:; if one looked and found nothing, status: no_news")},
    faulty=Example({"records/commitments/annoter.md": _COMMITMENT + "  - ⟦date: 2015-02-02⟧\n---\n"}),
    healthy=Example({"records/commitments/annoter.md": _COMMITMENT + "  - date: 2015-02-02\n    status: no_news\n---\n"}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The follow-ups with nothing to read."""
    for commitment in repository.examined(Commitment):
        for follow_up in commitment.follow_ups:
            if not given(commitment, follow_up, "status", "note", "due"):
                yield commitment.document.fault("follow-up-empty", *follow_up.extent)
