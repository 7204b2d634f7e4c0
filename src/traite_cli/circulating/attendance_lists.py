"""Attendance as it is printed: a line an organisation, people with what is said after their names."""

from __future__ import annotations

from traite_cli.circulating.working_document import AttendanceLine, AttendanceList
from traite_cli.kinds import Attendance, Meeting, Organisation, Person, Represented
from traite_cli.repository import Attendee, Repository, delegations


def attendance_of(repository: Repository, meeting: Meeting) -> AttendanceList:
    """Who was at a meeting; functions are said of interlocutors only."""

    def lines(entries: tuple[Attendance, ...], *, roles: bool = False) -> tuple[AttendanceLine, ...]:
        return tuple(
            AttendanceLine(full_name(group.organisation), people)
            for group in delegations(repository, meeting, entries)
            if (people := tuple(filter(None, (_person(repository, one, roles=roles) for one in group.attendees)))) or group.organisation
        )

    return AttendanceList(
        meeting.date,
        meeting.title or "",
        meeting.short_title or "",
        lines(meeting.participants),
        lines(meeting.interlocutors, roles=True),
        lines(meeting.excused),
        lines(meeting.represented),
    )


def is_empty(attendance: AttendanceList) -> bool:
    """Whether nobody is on any of the lists."""
    return not (attendance.participants or attendance.interlocutors or attendance.excused or attendance.represented)


def full_name(organisation: Organisation | None) -> str:
    """An organisation's name with its acronym: « Comité Contre l’Esclavage Moderne - CCEM »."""
    if organisation is None:
        return ""
    acronym = organisation.acronym
    return f"{organisation.label} - {acronym}" if acronym and acronym != organisation.label else organisation.label


def _person(repository: Repository, attendee: Attendee, *, roles: bool) -> str:
    entry = attendee.entry
    name = attendee.person.label if attendee.person else ""
    role = attendee.role if roles or not name else ""
    proxy = repository.get(Person, entry.by) if isinstance(entry, Represented) else None
    said = ", ".join(part for part in (name, role) if part)
    return " ".join(part for part in (said, entry.note or "", f"({proxy.label})" if proxy else "") if part)
