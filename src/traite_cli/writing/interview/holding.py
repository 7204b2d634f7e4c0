"""A meeting that was planned, and was held: what its record lacks is asked, and added to what stands there."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from traite_cli.kinds import Meeting, Record
from traite_cli.language import N_, N_n, say_date, say_time
from traite_cli.repository import has_minutes
from traite_cli.writing.file_text import FileText
from traite_cli.writing.filing import headings_to_fill
from traite_cli.writing.interview.absences import absences, as_noted, leaving
from traite_cli.writing.interview.agenda import agenda_proposed
from traite_cli.writing.interview.asker import Question
from traite_cli.writing.interview.filling import Hints, Proposal, fill, is_past, put
from traite_cli.writing.interview.form import BODY, FORMS
from traite_cli.writing.interview.items import ask
from traite_cli.writing.interview.minutes import decisions_marked, marked_at
from traite_cli.writing.interview.promises import promises_at
from traite_cli.writing.interview.sitting import Filled, Sitting
from traite_cli.writing.interview.typed_text import in_paragraphs
from traite_cli.writing.interview.understanding import as_said

_POINTS = N_n(
    "The agenda has {n} point without a text. Type the minutes point by point?",
    "The agenda has {n} points without a text. Type the minutes point by point?",
)
_WHEN_AND_WHERE = ("date", "time", "place")


class Held(NamedTuple):
    """The record of a meeting, and its file as it was read."""

    meeting: Meeting
    file: FileText


def held(sitting: Sitting, planned: Held, filled: Filled) -> Record:
    """Add to a meeting what is given, and what a person is asked for. Raises ``Refused`` where no machine can add it."""
    meeting = planned.meeting
    standing = dict(meeting.values)
    if sitting.asker is not None:
        _as_planned(sitting, meeting, filled)
        if is_past(sitting, {**standing, **filled}):
            _others(sitting, meeting, filled)
        before: dict[str, Proposal] = {"agenda": agenda_proposed, BODY: partial(_minutes, meeting), "decisions": decisions_marked}
        fill(sitting, Meeting.KIND, filled, Hints(before=before, standing=standing))
        if meeting.decisions and not filled.get("decisions"):
            decisions_marked(sitting, filled)
    record = completed(sitting, planned, filled)
    if sitting.asker is not None and is_past(sitting, {**standing, **filled}):
        marked_at(sitting, record)
        promises_at(sitting, record)
    return record


def completed(sitting: Sitting, planned: Held, filled: Filled) -> Record:
    """The record with what is given."""
    values = {name: value for name, value in as_noted(planned.meeting, filled).items() if name in Meeting.FIELDS}
    return sitting.complete(planned.meeting, planned.file, values, str(filled.get(BODY, "")), leaving(filled))


def is_bare(meeting: Meeting) -> bool:
    """Whether nothing of a meeting is told yet but what was planned."""
    return not (has_minutes(meeting) or meeting.decisions)


def _others(sitting: Sitting, meeting: Meeting, filled: Filled) -> None:
    """Who of those who were to come did not, and who was there besides."""
    if not is_bare(meeting):
        return
    sitting.learn({**meeting.values, **filled})
    absences(sitting, meeting, filled)
    if not meeting.participants or filled.get("participants"):
        return
    item = next(one for one in FORMS[Meeting.KIND] if one.field == "participants")
    put(Meeting.KIND, item, filled, ask(sitting, Meeting.KIND, item._replace(question=N_("Who else was there?"))))


def _as_planned(sitting: Sitting, meeting: Meeting, filled: Filled) -> None:
    """Whether it was held when and where it was planned; what changed is asked."""
    asker, t = sitting.asker, sitting.t
    if asker is None or meeting.date is None or not is_bare(meeting) or any(filled.get(name) for name in _WHEN_AND_WHERE):
        return
    time = say_time(meeting.time, t.language) if meeting.time else ""
    said = ", ".join(filter(None, (say_date(meeting.date, t.language, weekday=True), time, meeting.place or "")))
    has_come = meeting.date.first <= sitting.sense.day
    question = N_("Was “{title}” held as planned: {said}?") if has_come else N_("“{title}” is to come: {said}. Does that stand?")
    if asker.agrees(Question(t(question, title=meeting.label, said=said)), default=True):
        return
    defaults = {"date": as_said(meeting.date, sitting.sense), "time": str(meeting.time or ""), "place": meeting.place or ""}
    for item in (one for one in FORMS[Meeting.KIND] if one.field in _WHEN_AND_WHERE):
        for value in ask(sitting, Meeting.KIND, item, defaults[item.field]):
            if value != meeting.values.get(item.field):
                filled[item.field] = value


def _minutes(meeting: Meeting, sitting: Sitting, filled: Filled) -> None:
    """The minutes point by point, where the agenda is there; where there is a text already, more only if it is wanted."""
    asker, t = sitting.asker, sitting.t
    if asker is None:
        return
    points = headings_to_fill(meeting)
    if not points and meeting.document.text[meeting.document.body_start :].strip():
        more = Question(t(N_("The record has a text already. Is there something to add to the minutes?")))
        if not asker.agrees(more, default=is_bare(meeting)):
            filled[BODY] = ""
    elif points and asker.agrees(Question(t.plural(*_POINTS, len(points), n=len(points))), default=True):
        asked = ((point, Question(t(N_("What was said about “{point}”?"), point=point))) for point in points)
        texts = {point: in_paragraphs(asker.lines(question)) for point, question in asked}
        if any(texts.values()):
            filled[BODY] = "\n\n".join(f"## {point}\n\n{text}" for point, text in texts.items() if text)
