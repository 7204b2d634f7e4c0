"""What a template is given: the working document as plain values, already cut to its audience."""

from __future__ import annotations

from dataclasses import dataclass

from traite_cli.circulating.field_text import Markdown
from traite_cli.dates import EdtfDate, TimeSpan

_NO_PROSE = Markdown("")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a section.

    ``sort`` is ``text`` (of the edition itself), ``prose`` (a body), ``event`` (one line, then its body), ``news`` (of a promise),
    ``line`` (a record that is named), or ``gap`` (a passage left out, for ``audience``).
    """

    sort: str
    text: str = ""
    prose: Markdown = _NO_PROSE
    title: str = ""
    date: EdtfDate | None = None
    place: str = ""
    organisers: tuple[str, ...] = ()
    audience: str = ""


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section under its number. One that is withheld whole has a ``gap``: whom it is for; its title is empty."""

    number: int
    title: str
    subject: str
    pieces: tuple[Piece, ...]
    gap: str = ""
    mark: str = ""
    """The number as a Markdown list writes it; the sign changes after a number that is left out, so that the list counts on from there."""


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """Points of an agenda under one heading ('' for none)."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingNotice:
    """A meeting announced."""

    title: str
    date: EdtfDate | None
    time: TimeSpan | None
    place: str
    room: str
    agenda: tuple[AgendaPart, ...]


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """Those who sat for one organisation ('' for none): each a name with what is printed after it.

    Of those who were not there, ``note`` is said of an organisation without people, and ``proxy`` is who had their vote.
    """

    organisation: str
    people: tuple[str, ...]
    note: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Who was at one meeting."""

    date: EdtfDate | None
    title: str
    short_title: str
    participants: tuple[AttendanceLine, ...]
    interlocutors: tuple[AttendanceLine, ...]
    excused: tuple[AttendanceLine, ...]
    represented: tuple[AttendanceLine, ...]


@dataclass(frozen=True, slots=True)
class EnclosureLine:
    """A document sent along, and what is asked about it."""

    title: str
    note: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise on the day of the document."""

    title: str
    by: tuple[str, ...]
    ours: bool
    """Whether the collective itself made it."""
    on_behalf_of: str
    made: EdtfDate | None
    due: EdtfDate | None
    status: str
    overdue: bool
    kept: int
    of: int
    last_date: EdtfDate | None
    last_note: str
    quote: str
    each_member: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that nobody has answered."""

    number: int
    text: str
    to: tuple[str, ...]
    sent: EdtfDate | None
    request: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided, when and where."""

    text: str
    date: EdtfDate | None
    meeting: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every document of the collective begins with."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkingDocument:
    """An edition, ready to be set."""

    title: str
    date: EdtfDate | None
    place: str
    meeting_dates: tuple[EdtfDate, ...]
    meeting_place: str
    note: tuple[Piece, ...]
    sections: tuple[SectionText, ...]
    next_meeting: MeetingNotice | None
    authors: tuple[str, ...]
    contributors: tuple[str, ...]
    enclosures: tuple[EnclosureLine, ...]
    attendance: tuple[AttendanceList, ...]
    commitments: tuple[CommitmentRow, ...] | None
    """None where the part is not turned on."""
    questions: tuple[QuestionRow, ...] | None
    decisions: tuple[DecisionRow, ...] | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """One meeting's minutes, ready to be set."""

    title: str
    date: EdtfDate | None
    time: TimeSpan | None
    place: str
    room: str
    cancelled: bool
    organisers: tuple[str, ...]
    attendance: AttendanceList
    agenda: tuple[AgendaPart, ...]
    pieces: tuple[Piece, ...]
    decisions: tuple[DecisionRow, ...] | None
    commitments: tuple[CommitmentRow, ...] | None
    questions: tuple[QuestionRow, ...] | None
    documents: tuple[str, ...]
