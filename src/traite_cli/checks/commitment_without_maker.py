"""A commitment says who made it, unless every member owes it.

Nobody can be asked about a promise that nobody made, and no list by person or organisation would show it.
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
    code="TR414",
    severity=Severity.ERROR,
    messages={"": N_("this commitment does not say who made it")},
    hints={"": N_("add a line like this one: by: raphael-sodini (or each_member: true, if every member owes it)")},
    faulty=Example({"records/commitments/lettre.md": "---\n⟦title⟧: Écrire aux préfets\nmade_on: 2014-09-23\n---\n"}),
    healthy=Example({"records/commitments/annoter.md": "---\ntitle: Annoter le rapport\nmade_on: 2015-01-22\neach_member: true\n---\n"}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The commitments that nobody made."""
    for commitment in repository.examined(Commitment):
        if commitment.by or commitment.each_member or commitment.document.header is None:
            continue
        each_unreadable = commitment.each_member is None and given(commitment, commitment, "each_member")
        if not each_unreadable and not given(commitment, commitment, "by"):
            yield commitment.document.fault("commitment-without-maker", *commitment.keys.get("by", first_key(commitment)))
