"""What each member owes is reported by members.

The promise is kept when every member of the day has kept it. News from an organisation that was none then count for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Commitment, FollowUp, Organisation
from traite_cli.language import N_
from traite_cli.repository import OF_THE_COLLECTIVE, Repository, standing_on

_COMMITMENT = (
    "---\ntitle: Annoter le rapport\neach_member: true\nmade_on: 2015-01-22\n"
    "follow_ups:\n  - {{date: 2015-02-02, by: {}, status: in_progress}}\n---\n"
)
_MEMBER = {"records/organisations/ecpat-france.md": "---\nname: ECPAT France\ncollective_membership: {status: member, date: 2010}\n---\n"}
_OTHER = {"records/organisations/miprof.md": "---\nname: MIPROF\n---\n"}

CHECK = Check(
    code="TR425",
    severity=Severity.WARNING,
    messages={"": N_("{name} was not a member of the collective on that date ({date}), so this news counts for no member")},
    hints={"": N_("write after by: the member that reported, or say under collective_membership: in its record since when it is a member")},
    faulty=Example({"records/commitments/annoter.md": _COMMITMENT.format("⟦miprof⟧"), **_MEMBER, **_OTHER}),
    healthy=Example({"records/commitments/annoter.md": _COMMITMENT.format("ecpat-france"), **_MEMBER}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The news of what each member owes that no member reported."""
    for commitment in repository.examined(Commitment):
        for one in commitment.follow_ups if commitment.each_member else ():
            organisation = repository.get(Organisation, one.by)
            if organisation is not None and _was_surely_none(organisation, one):
                facts = {"name": organisation.label, "date": str(one.date)}
                yield commitment.document.fault("follow-up-by-no-member", *one.place_of("by"), "", facts)


def _was_surely_none(organisation: Organisation, one: FollowUp) -> bool:
    if one.date is None or one.date.approximate:
        return False
    standings = (standing_on(organisation, day) for day in (one.date.first, one.date.last))
    return not any(standing is not None and standing.status in OF_THE_COLLECTIVE for standing in standings)
