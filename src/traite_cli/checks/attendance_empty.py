"""An entry of an attendance list names a person or an organisation.

A function or a remark alone says of nobody that they were there.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import given
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Meeting
from traite_cli.language import N_
from traite_cli.repository import Repository, subject_of

CHECK = Check(
    code="TR412",
    severity=Severity.ERROR,
    messages={"": N_("this entry names neither a person nor an organisation")},
    hints={"": N_("add the name of a file: person: alice-tallon, or organisation: ecpat-france")},
    faulty=Example(
        {
            "records/meetings/pleniere.md": "---\ntitle: Réunion plénière\ndate: 2015-02-02\nparticipants:\n  - ⟦role: présidente⟧\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/meetings/pleniere.md": (
                "---\ntitle: Réunion plénière\ndate: 2015-02-02\nparticipants:\n  - person: alice-tallon\n    role: présidente\n---\n"
            ),
            "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
        }
    ),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The entries that say of nobody that they were there."""
    for meeting in repository.examined(Meeting):
        for entry in (*meeting.participants, *meeting.interlocutors, *meeting.excused, *meeting.represented):
            if subject_of(entry) is None and not given(meeting, entry, "person", "organisation"):
                yield meeting.document.fault("attendance-empty", *entry.extent)
