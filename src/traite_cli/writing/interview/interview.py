"""The interview for a record of each kind: what is not given is asked, then the record is made in our hands, with those made in passing."""

from __future__ import annotations

from collections.abc import Mapping

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Edition, Meeting, Record
from traite_cli.language import N_, say_date
from traite_cli.repository import DAYS_AROUND, planned_like
from traite_cli.writing.composing import told_meeting
from traite_cli.writing.interview.agenda import agenda_proposed
from traite_cli.writing.interview.asker import Question
from traite_cli.writing.interview.filling import Default, Hints, fill, is_past, made
from traite_cli.writing.interview.minutes import decisions_marked, marked_at
from traite_cli.writing.interview.next_title import next_title
from traite_cli.writing.interview.promises import PROMISE, promises_at
from traite_cli.writing.interview.sitting import Filled, Sitting


def interview(sitting: Sitting, kind: str, filled: Filled, slug: str = "") -> Record:
    """Ask for a record of a kind."""
    hints = _HINTS.get(kind, Hints())
    if kind == Meeting.KIND:
        fill(sitting, kind, filled, hints, only=("date", "title"))
        _look_for_planned(sitting, filled, slug)
    fill(sitting, kind, filled, hints._replace(defaults=_defaults(sitting, kind)))
    record = made(sitting, kind, filled, slug)
    if kind == Meeting.KIND and is_past(sitting, filled):
        marked_at(sitting, record)
        promises_at(sitting, record)
    return record


class PlannedAlready(Exception):
    """The meeting that somebody records is planned already, and its record is to be completed instead."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting


def _look_for_planned(sitting: Sitting, filled: Filled, slug: str) -> None:
    """Say what has a record on that day already. Raises ``PlannedAlready`` where the person completes that one."""
    asker, t, day = sitting.asker, sitting.t, filled.get("date")
    if asker is None or slug or not isinstance(day, EdtfDate):
        return
    near = DAYS_AROUND if is_past(sitting, filled) else 0
    for one in planned_like(sitting.repository, day, str(filled.get("title", "")), told_meeting(filled), near=near):
        date = say_date(one.date, t.language, weekday=True) if one.date is not None else ""
        message = N_("This meeting seems to have a record already: {title}, {date} ({path}).")
        asker.say(t(message, title=one.label, date=date, path=one.path))
        if asker.agrees(Question(t(N_("Complete that one, instead of making another?"))), default=True):
            raise PlannedAlready(one)


def _title_of_issue(sitting: Sitting, filled: Filled) -> str:
    day = filled.get("date")
    return next_title(sitting.repository, day.last) if isinstance(day, EdtfDate) else ""


def _defaults(sitting: Sitting, kind: str) -> Mapping[str, Default]:
    """What stands when nothing is typed: news is of today, an issue is called after the one before."""
    today = sitting.t(N_("today"))
    if kind == Edition.KIND:
        last = max(sitting.repository.of(Edition).values(), key=lambda one: one.slug, default=None)
        return {"date": today, "title": _title_of_issue, "place": str(last.values.get("place") or "") if last else ""}
    return {"date": today} if kind in {"updates", "requests"} else {}


_HINTS: Mapping[str, Hints] = {"commitments": PROMISE, "meetings": Hints(before={"agenda": agenda_proposed, "decisions": decisions_marked})}
