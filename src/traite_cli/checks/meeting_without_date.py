"""A meeting has a date, unless it is an event that others organise.

Without its day a meeting is neither past nor to come: no list, no edition and no calendar would show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import first_key, given
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Meeting
from traite_cli.language import N_
from traite_cli.repository import Repository

CHECK = Check(
    code="TR413",
    severity=Severity.ERROR,
    messages={"": N_("this meeting has no date")},
    hints={"": N_("add a line like this one: date: 2014-11-18 (or classification: event, if others organised it)")},
    faulty=Example({"records/meetings/miprof.md": "---\n⟦title⟧: Rencontre avec la MIPROF\n---\n"}),
    healthy=Example(
        {
            "records/meetings/miprof.md": "---\ntitle: Rencontre avec la MIPROF\ndate: 2015-02-02\n---\n",
            "records/meetings/colloque.md": "---\ntitle: Colloque sur l’esclavage moderne\nclassification: event\n---\n",
        }
    ),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The meetings on no day."""
    for meeting in repository.examined(Meeting):
        if meeting.date is None and meeting.document.header is not None and not given(meeting, meeting, "date") and not _event(meeting):
            yield meeting.document.fault("meeting-without-date", *meeting.keys.get("date", first_key(meeting)))


def _event(meeting: Meeting) -> bool:
    """Whether it is an event; a classification that cannot be read may say so."""
    return meeting.classification == "event" or (meeting.classification is None and given(meeting, meeting, "classification"))
