"""Whoever calls a promise kept, partly kept or broken shows it: by a note, a meeting or evidence.

Such a word is circulated, and those who made the promise will ask what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import given
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Commitment
from traite_cli.language import N_
from traite_cli.repository import Repository

_COMMITMENT = "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\nfollow_ups:\n  - date: 2015-02-02\n"

CHECK = Check(
    code="TR416",
    severity=Severity.ERROR,
    messages={
        "kept": N_("the commitment is called kept, and nothing shows it"),
        "partially_kept": N_("the commitment is called partly kept, and nothing shows it"),
        "broken": N_("the commitment is called broken, and nothing shows it"),
    },
    hints={"": N_("say what that rests on with note:, meeting: or evidence:, for example note: the letter has come")},
    faulty=Example({"records/commitments/annoter.md": _COMMITMENT + "    status: ⟦kept⟧\n---\n"}),
    healthy=Example({"records/commitments/annoter.md": _COMMITMENT + "    status: kept\n    note: Les annotations sont arrivées.\n---\n"}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The follow-ups that rest on nothing."""
    for commitment in repository.examined(Commitment):
        for follow_up in commitment.follow_ups:
            status = follow_up.status or ""
            if status in CHECK.messages and not given(commitment, follow_up, "note", "meeting", "evidence"):
                yield commitment.document.fault("follow-up-unproved", *follow_up.place_of("status"), status)
