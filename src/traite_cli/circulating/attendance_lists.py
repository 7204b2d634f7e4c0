"""Attendance as it is printed: a line an organisation, people with what is said after their names."""

from __future__ import annotations

import re

from traite_cli.circulating.working_document import AttendanceLine, AttendanceList, OfficeLine
from traite_cli.kinds import Attendance, Meeting, Organisation, Person, Represented
from traite_cli.language import fold
from traite_cli.repository import Attendee, Delegation, Repository, delegations

_OF_THE_MEETING = r" (?:de (?:la )?(?:seance|reunion)|of the (?:meeting|session))"
_OFFICE = re.compile(
    rf"president(?:e|·e|\(e\))?{_OF_THE_MEETING}|chair(?:man|woman|person)?(?:{_OF_THE_MEETING})?"
    r"|(?:secretaire|secretary|animat(?:eur|rice)|moderat(?:eur|rice|or)|rapporteu(?:r|re|se)|facilitator|note[- ]taker|minute[- ]taker)"
    rf"(?:{_OF_THE_MEETING})?"
    r"|presidence|animation|prise de notes|compte[- ]rendu|minutes"
)
"""Offices at a meeting, folded. A president who is not said to be that of the meeting may be that of an association."""


def attendance_of(repository: Repository, meeting: Meeting) -> AttendanceList:
    """Who was at a meeting; functions are said of interlocutors only."""

    def lines(entries: tuple[Attendance, ...], *, roles: bool = False) -> tuple[AttendanceLine, ...]:
        return tuple(
            AttendanceLine(full_name(group.organisation), people)
            for group in delegations(repository, meeting, entries)
            if (people := tuple(filter(None, (_person(one, roles=roles) for one in group.attendees)))) or group.organisation
        )

    def absent(entries: tuple[Attendance, ...]) -> tuple[AttendanceLine, ...]:
        return tuple(line for group in delegations(repository, meeting, entries) if (line := _absent(repository, group)) is not None)

    return AttendanceList(
        meeting.date,
        meeting.title or "",
        meeting.short_title or "",
        lines(meeting.participants),
        lines(meeting.interlocutors, roles=True),
        absent(meeting.excused),
        # Each has a proxy of its own.
        tuple(line for entry in meeting.represented for line in absent((entry,))),
        _offices(repository, meeting),
    )


def _offices(repository: Repository, meeting: Meeting) -> tuple[OfficeLine, ...]:
    """Who was in the chair, and who took the minutes: what somebody did at a meeting is no function of theirs."""
    held: dict[str, list[str]] = {}
    for entry in meeting.participants:
        person = repository.get(Person, entry.person)
        if person is not None and entry.role and _OFFICE.fullmatch(fold(entry.role)):
            held.setdefault(entry.role, []).append(person.label)
    return tuple(OfficeLine(office, tuple(people)) for office, people in held.items())


def is_empty(attendance: AttendanceList) -> bool:
    """Whether nobody is on any of the lists."""
    return not (attendance.participants or attendance.interlocutors or attendance.excused or attendance.represented)


def full_name(organisation: Organisation | None) -> str:
    """An organisation's name with its acronym: « Comité Contre l’Esclavage Moderne - CCEM »."""
    if organisation is None:
        return ""
    acronym = organisation.acronym
    return f"{organisation.label} - {acronym}" if acronym and acronym != organisation.label else organisation.label


def _absent(repository: Repository, group: Delegation) -> AttendanceLine | None:
    """Those of one organisation who were not there; a note that names nobody is the organisation's."""
    named = [one for one in group.attendees if one.person or one.role]
    people = tuple(_person(one, roles=False) for one in named)
    if not people and group.organisation is None:
        return None
    first = group.attendees[0].entry
    proxy = repository.get(Person, first.by) if isinstance(first, Represented) else None
    return AttendanceLine(
        full_name(group.organisation), people, note="" if people else first.note or "", proxy=proxy.label if proxy else ""
    )


def _person(attendee: Attendee, *, roles: bool) -> str:
    name = attendee.person.label if attendee.person else ""
    role = attendee.role if roles or not name else ""
    said = ", ".join(part for part in (name, role) if part)
    return " ".join(part for part in (said, attendee.entry.note or "") if part)
