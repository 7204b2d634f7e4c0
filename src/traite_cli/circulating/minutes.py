"""A meeting to its minutes as a document."""

from __future__ import annotations

from datetime import date

from traite_cli.circulating.attendance_lists import attendance_of
from traite_cli.circulating.drawing import Drawing
from traite_cli.circulating.edition import agenda
from traite_cli.circulating.tables import commitment_row, decision_rows, question_rows
from traite_cli.circulating.working_document import Minutes
from traite_cli.dates import Period
from traite_cli.kinds import Commitment, Meeting, Organisation, Request, WrittenDocument
from traite_cli.repository import Repository, short_name, state_on

_LEVEL = 2


def compose(meeting: Meeting, whole: Repository, shown: Repository, day: date, parts: tuple[str, ...], *, gaps: bool) -> Minutes:
    """The minutes of a meeting for one circle; ``meeting`` and ``shown`` are cut to it."""
    # No period: the minutes are what was said there, not what became of it.
    never = Period(date.max, date.min)
    drawing = Drawing(shown, whole, never, own=frozenset({meeting.slug}), reported=(), gaps=gaps, level=_LEVEL)
    raised = shown.referring(Request, "raised_at", meeting)
    made = shown.referring(Commitment, "made_at", meeting)
    return Minutes(
        title=meeting.label,
        date=meeting.date,
        time=meeting.time,
        place=meeting.place or "",
        room=meeting.room or "",
        cancelled=bool(meeting.cancelled),
        organisers=tuple(short_name(one) for ref in meeting.organisers if (one := shown.get(Organisation, ref))),
        attendance=attendance_of(shown, meeting),
        agenda=agenda(meeting),
        pieces=tuple(drawing.meeting(meeting)),
        decisions=decision_rows((meeting,)) if "decisions" in parts else None,
        commitments=tuple(commitment_row(shown, one, state_on(shown, one, day)) for one in made) if "commitments" in parts else None,
        questions=question_rows(shown, raised) if "questions" in parts else None,
        documents=tuple(found.label for ref in meeting.documents if (found := shown.get(WrittenDocument, ref))),
    )
