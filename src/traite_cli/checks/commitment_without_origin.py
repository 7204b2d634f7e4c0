"""A commitment says where it was made, or on which day: one of the two.

The meeting gives the day and the words; a promise made elsewhere has a day of its own. With both, the two could differ, and with
neither nobody knows since when it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import first_key, given
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Commitment
from traite_cli.language import N_
from traite_cli.repository import Repository

CHECK = Check(
    code="TR415",
    severity=Severity.ERROR,
    messages={
        "": N_("this commitment says neither where it was made nor on which day"),
        "both": N_("this commitment says where it was made and on which day, where one of the two was expected"),
    },
    hints={
        "": N_("add a line with the meeting, like made_at: 2014-10-22-cabinet, or with the day, like made_on: 2014-09-23"),
        "both": N_("delete the line made_on: the day is that of made_at"),
    },
    faulty=Example({"records/commitments/annoter.md": "---\n⟦title⟧: Annoter le rapport\neach_member: true\n---\n"}),
    healthy=Example({"records/commitments/annoter.md": "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\n---\n"}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The commitments made nowhere, or in two ways at once."""
    for commitment in repository.examined(Commitment):
        if commitment.made_at is not None and commitment.made_on is not None:
            yield commitment.document.fault("commitment-without-origin", *commitment.keys["made_on"], "both")
        elif not given(commitment, commitment, "made_at", "made_on") and commitment.document.header is not None:
            yield commitment.document.fault("commitment-without-origin", *first_key(commitment))
