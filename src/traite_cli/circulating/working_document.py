"""What a template is given: the working document as plain values, already cut to its audience."""

from __future__ import annotations

from typing import Any, Self, dataclass_transform

from traite_cli.circulating.field_text import Markdown
from traite_cli.dates import EdtfDate, TimeSpan

_NO_PROSE = Markdown("")


@dataclass_transform(frozen_default=True)
class Value:
    """A value of a document: its fields are what its class names, in that order.

    Data classes would take half a millisecond each to define, in two processes; and a template could go through a named tuple, or ask
    for its ``count``, where it is mistaken and must be told so.
    """

    _fields: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)

    def __init__(self, *given: Any, **named: Any) -> None:  # of any type: each class names its own
        self.__dict__.update(zip(self._fields, given, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._fields))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"

    def _replace(self, **changed: Any) -> Self:
        """The same with other values in some fields."""
        return type(self)(**{**self.__dict__, **changed})


class Piece(Value):
    """A stretch of a section.

    ``sort`` is ``text`` (of the edition itself), ``prose`` (a body), ``event`` (one line, then its body), ``news`` (of a promise),
    ``line`` (a record that is named), ``asked`` (what follows are questions: ``text`` is the sort of their request), or ``gap`` (a
    passage left out, for ``audience``).
    """

    sort: str
    text: str = ""
    prose: Markdown = _NO_PROSE
    title: str = ""
    date: EdtfDate | None = None
    place: str = ""
    organisers: tuple[str, ...] = ()
    audience: str = ""


class SectionText(Value):
    """A section under its number. One that is withheld whole has a ``gap``: whom it is for; its title is empty."""

    number: int
    title: str
    subject: str
    pieces: tuple[Piece, ...]
    gap: str = ""
    mark: str = ""
    """The number as a Markdown list writes it; the sign changes after a number that is left out, so that the list counts on from there."""


class AgendaPart(Value):
    """Points of an agenda under one heading ('' for none)."""

    title: str
    items: tuple[str, ...]


class MeetingNotice(Value):
    """A meeting announced."""

    title: str
    date: EdtfDate | None
    time: TimeSpan | None
    place: str
    room: str
    agenda: tuple[AgendaPart, ...]


class AttendanceLine(Value):
    """Those who sat for one organisation ('' for none): each a name with what is printed after it.

    Of those who were not there, ``note`` is said of an organisation without people, and ``proxy`` is who had their vote.
    """

    organisation: str
    people: tuple[str, ...]
    note: str = ""
    proxy: str = ""


class OfficeLine(Value):
    """Who had an office at a meeting, in the words of the record: « présidente de séance »."""

    office: str
    people: tuple[str, ...]


class AttendanceList(Value):
    """Who was at one meeting."""

    date: EdtfDate | None
    title: str
    short_title: str
    participants: tuple[AttendanceLine, ...]
    interlocutors: tuple[AttendanceLine, ...]
    excused: tuple[AttendanceLine, ...]
    represented: tuple[AttendanceLine, ...]
    offices: tuple[OfficeLine, ...] = ()


class EnclosureLine(Value):
    """A document sent along, and what is asked about it."""

    title: str
    note: str


class CommitmentRow(Value):
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


class QuestionRow(Value):
    """A question that nobody has answered."""

    number: int
    text: str
    to: tuple[str, ...]
    sent: EdtfDate | None
    request: str


class DecisionRow(Value):
    """What was decided, when and where."""

    text: str
    date: EdtfDate | None
    meeting: str


class Letterhead(Value):
    """What every document of the collective begins with."""

    name: str
    lines: tuple[str, ...]


class WorkingDocument(Value):
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


class Minutes(Value):
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
