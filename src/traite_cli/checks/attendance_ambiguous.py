"""Where a person could sit for two organisations at once, the meeting says for which.

The attendance is printed by organisation. Of two functions held on the day of the meeting nothing tells which one counted there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Attendance, Meeting, Membership, Person
from traite_cli.language import N_
from traite_cli.repository import Repository, attendee, subject_of

_PERSON = (
    "---\nname: Alice Tallon\nmemberships:\n"
    "  - {organisation: ecpat-france, role: chargée de mission}\n  - {organisation: afj, role: administratrice}\n---\n"
)
_ORGANISATIONS = {
    "records/organisations/ecpat-france.md": "---\nname: ECPAT France\n---\n",
    "records/organisations/afj.md": "---\nname: AFJ\n---\n",
}

CHECK = Check(
    code="TR411",
    severity=Severity.ERROR,
    messages={"": N_("{name} belonged to several organisations on that day: {organisations}")},
    hints={"": N_("say for which one: {line}")},
    faulty=Example(
        {
            "records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nparticipants:\n  - ⟦alice-tallon⟧\n---\n",
            "records/people/alice-tallon.md": _PERSON,
            **_ORGANISATIONS,
        }
    ),
    healthy=Example(
        {
            "records/meetings/pleniere.md": (
                "---\ntitle: Réunion plénière\ndate: 2015-02-02\n"
                "participants:\n  - {person: alice-tallon, organisation: ecpat-france}\n---\n"
            ),
            "records/people/alice-tallon.md": _PERSON,
            **_ORGANISATIONS,
        }
    ),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The entries whose person sat for one organisation or another."""
    meetings = repository.examined(Meeting)
    several = {person.slug for person in repository.of(Person).values() if _several_at_once(person)} if meetings else ()
    for meeting in meetings if several else ():
        for entry in (*meeting.participants, *meeting.interlocutors, *meeting.excused, *meeting.represented):
            subject = subject_of(entry) or entry.person
            if subject is not None and subject.slug in several:
                yield from _of_entry(repository, meeting, entry)


def _several_at_once(person: Person) -> bool:
    """Whether a person ever held two functions on one day: nearly nobody, so that nearly no entry need be looked into."""
    held = sorted((_first(one), _last(one)) for one in person.memberships)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(held))


def _first(membership: Membership) -> date:
    return membership.start_date.first if membership.start_date else date.min


def _last(membership: Membership) -> date:
    return membership.end_date.last if membership.end_date else date.max


def _of_entry(repository: Repository, meeting: Meeting, entry: Attendance) -> Iterator[Fault]:
    found = attendee(repository, entry, meeting.date.first if meeting.date else None)
    if found.person is not None and found.ambiguous:
        line = f"{{person: {found.person.slug}, organisation: {found.ambiguous[0]}}}"
        facts: dict[str, Fact] = {"name": found.person.label, "organisations": found.ambiguous, "line": line}
        yield meeting.document.fault("attendance-ambiguous", *entry.extent, "", facts)
