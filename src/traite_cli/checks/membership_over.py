"""Who sits for an organisation at a meeting belonged to it on that day.

The attendance is printed by organisation: a person who had left stands there for people who know nothing of it. Told only where the
record of the person says when they left, and nothing says that they came back.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Attendance, Meeting, Person
from traite_cli.language import N_
from traite_cli.repository import Repository, attendee

_PERSON = "---\nname: Alice Tallon\nmemberships:\n  - {organisation: ecpat-france, end_date: 2014-12}\n---\n"
_ECPAT = {"records/organisations/ecpat-france.md": "---\nname: ECPAT France\n---\n"}
_MEETING = "---\ntitle: Réunion plénière\ndate: {date}\nparticipants:\n  - {entry}\n---\n\nLe rapport est présenté.\n"
_ENTRY = "{person: alice-tallon, organisation: ecpat-france}"

CHECK = Check(
    code="TR632",
    severity=Severity.WARNING,
    messages={"": N_("{name} had left {organisation} by that day: the person’s record says until {date}")},
    hints={"": N_("name the organisation they sat for, or correct the end_date in {file}")},
    faulty=Example(
        {
            "records/meetings/pleniere.md": _MEETING.format(date="2015-01-05", entry=f"⟦{_ENTRY}⟧"),
            "records/people/alice-tallon.md": _PERSON,
            **_ECPAT,
        }
    ),
    healthy=Example(
        {
            "records/meetings/pleniere.md": _MEETING.format(date="2014-12-17", entry=_ENTRY),
            "records/people/alice-tallon.md": _PERSON,
            **_ECPAT,
        }
    ),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The entries for an organisation that the person had left."""
    meetings = repository.examined(Meeting)
    left = {person.slug for person in repository.of(Person).values() if any(one.end_date for one in person.memberships)} if meetings else ()
    for meeting in meetings if left else ():
        if meeting.date is not None:
            for entry in (*meeting.participants, *meeting.interlocutors, *meeting.excused, *meeting.represented):
                if entry.organisation is not None:
                    yield from _of_entry(repository, meeting, meeting.date, entry)


def _of_entry(repository: Repository, meeting: Meeting, when: EdtfDate, entry: Attendance) -> Iterator[Fault]:
    found = attendee(repository, entry, when.first)
    if found.person is None or found.organisation is None:
        return
    there = [one for one in found.person.memberships if one.organisation and one.organisation.slug == found.organisation.slug]
    ends = [one.end_date for one in there if one.end_date is not None and one.end_date.last < when.first]
    # One that has no end, or begins only later, leaves open where they were that day.
    if ends and len(ends) == len(there):
        last = max(ends, key=lambda end: end.last)
        facts = {"name": found.person.label, "organisation": found.organisation.label, "date": last.text, "file": found.person.path}
        yield meeting.document.fault("membership-over", *entry.extent, "", facts)
