"""A meeting that was held has minutes.

What is not written down within a month is written by nobody. The body of the record is the minutes, unless nothing stands under its
headings; a meeting has them elsewhere when it says which meeting approved them (`minutes_approved`), or when an update draws on it. Events
organised by others need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Day, Fact, Fault, Severity
from traite_cli.kinds import Meeting, Update
from traite_cli.language import N_
from traite_cli.repository import Repository, has_minutes, held_by

PATIENCE = timedelta(days=30)
_MEETING = "---\ntitle: ⟦Réunion plénière⟧\ndate: 2014-11-18\n---\n"

CHECK = Check(
    code="TR633",
    severity=Severity.WARNING,
    messages={"": N_("this meeting was held {date}, and has no minutes")},
    hints={"": N_("complete it: traite hold {slug}; if it was not held: traite hold {slug} --cancelled")},
    faulty=Example({"records/meetings/pleniere.md": _MEETING}),
    healthy=Example({"records/meetings/pleniere.md": _MEETING.replace("⟦", "").replace("⟧", "") + "\nLe rapport est présenté.\n"}),
    of_text=True,
    kinds=("meetings",),
)


def find_on(repository: Repository, day: date) -> Iterator[Fault]:
    """The meetings held without a word about them."""
    silent = [meeting for meeting in repository.examined(Meeting) if _is_silent(meeting, day)]
    # Nearly every meeting has minutes: then nobody need look through the updates.
    elsewhere = {ref.slug for update in repository.of(Update).values() for ref in update.meetings} if silent else set()
    for meeting in silent:
        if meeting.date is not None and meeting.slug not in elsewhere:
            facts: dict[str, Fact] = {"date": Day(meeting.date.text), "slug": meeting.slug}
            yield meeting.document.fault("minutes-missing", *meeting.place_of("title"), "", facts)


def _is_silent(meeting: Meeting, day: date) -> bool:
    """Whether a meeting that was held long enough ago has no minutes of its own."""
    return (
        meeting.date is not None
        and held_by(meeting, day)
        and meeting.date.last + PATIENCE <= day
        and meeting.classification != "event"
        and not meeting.decisions
        and meeting.minutes_approved is None
        and not has_minutes(meeting)
    )
