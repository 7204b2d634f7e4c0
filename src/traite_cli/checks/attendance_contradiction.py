"""An attendance list says one thing of each person.

Nobody is present and excused at once, nor counted twice, and a proxy is held by somebody who is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Attendance, Meeting, Organisation, Person, Record, Represented
from traite_cli.language import N_
from traite_cli.repository import Repository, subject_of

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\nparticipants:\n  - alice-tallon\n{}---\n"
_PERSON = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}

CHECK = Check(
    code="TR422",
    severity=Severity.WARNING,
    messages={
        "twice": N_("{name} stands in the attendance already, on line {line}"),
        "excused": N_("{name} is excused here, and present on line {line}"),
        "represented": N_("{name} is represented here, and present on line {line}"),
        "own-proxy": N_("{name} cannot hold a proxy given by {name}"),
        "absent": N_("{name} cannot hold a proxy, being among the absent (line {line})"),
    },
    hints={
        "twice": N_("delete one of the two; somebody who sat for two organisations has one entry for each, with organisation:"),
        "excused": N_("delete whichever of the two is wrong"),
        "represented": N_("delete whichever of the two is wrong"),
        "own-proxy": N_("write who held it after by:"),
        "absent": N_("write after by: who held it, or take {name} off the absent"),
    },
    faulty=Example({"records/meetings/pleniere.md": _MEETING.format("excused:\n  - ⟦alice-tallon⟧\n"), **_PERSON}),
    healthy=Example({"records/meetings/pleniere.md": _MEETING.format(""), **_PERSON}),
)

_PRESENT = ("participants", "interlocutors")
_MOST_COMPARED = 50
"""One person may stand in a list for several organisations, not for thousands."""
_Seen = dict[Record, list[tuple[str, Attendance]]]


def find(repository: Repository) -> Iterator[Fault]:
    """The entries that contradict one another."""
    for meeting in repository.examined(Meeting):
        seen: _Seen = {}
        for name in (*_PRESENT, "excused", "represented"):
            for entry in meeting.values.get(name, ()):
                yield from _of_entry(repository, meeting, seen, name, entry)
        for entry in meeting.represented:
            yield from _of_proxy(repository, meeting, seen, entry)


def _of_entry(repository: Repository, meeting: Meeting, seen: _Seen, name: str, entry: Attendance) -> Iterator[Fault]:
    who = _who(repository, entry)
    if who is None:
        return
    for other_name, other in seen.setdefault(who, []):
        variant = _contradiction(other_name, name)
        if variant and not _are_two(who, entry, other):
            yield _fault(meeting, who, entry.extent, variant, other.extent[0])
            break
    if len(seen[who]) < _MOST_COMPARED:
        seen[who].append((name, entry))


def _contradiction(before: str, after: str) -> str:
    """What is wrong with one of these lists naming whom the other names; '' where it may: who is excused may give a proxy."""
    if before == after or (before in _PRESENT and after in _PRESENT):
        return "twice"
    return after if before in _PRESENT else ""


def _who(repository: Repository, entry: Attendance) -> Record | None:
    """The person an entry is about, or the organisation where it names nobody."""
    return repository.resolve(subject_of(entry) or entry.person or entry.organisation)


def _are_two(who: Record, entry: Attendance, other: Attendance) -> bool:
    """Whether two entries may say two things: for two organisations, or of two people of one who are not named."""
    if isinstance(who, Organisation):
        return bool(entry.role or entry.note or other.role or other.note)
    return entry.organisation is not None and other.organisation is not None and entry.organisation.slug != other.organisation.slug


def _of_proxy(repository: Repository, meeting: Meeting, seen: _Seen, entry: Represented) -> Iterator[Fault]:
    holder, giver = repository.get(Person, entry.by), _who(repository, entry)
    if holder is None:
        return
    places = seen.get(holder, [])
    if holder is giver:
        yield _fault(meeting, holder, entry.place_of("by"), "own-proxy", entry.extent[0])
    elif places and not any(name in _PRESENT for name, _ in places):
        yield _fault(meeting, holder, entry.place_of("by"), "absent", places[0][1].extent[0])


def _fault(meeting: Meeting, who: Record, place: tuple[int, int], variant: str, other: int) -> Fault:
    facts: dict[str, Fact] = {"name": who.label, "line": meeting.document.line_of(other)}
    return meeting.document.fault("attendance-contradiction", *place, variant, facts)
