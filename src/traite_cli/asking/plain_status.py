"""What waits on a day, as plain values for other programs."""

from __future__ import annotations

from typing import Any

from traite_cli.asking.status import Escalating, Promise, Status, Upcoming, Waiting
from traite_cli.kinds import Record
from traite_cli.saying.plain import plain_block


def plain_status(found: Status) -> dict[str, Any]:
    """The whole: every concern with its number (of what is unanswered, the questions), then what each is about."""
    return {
        "version": 1,
        "as_of": found.day.isoformat(),
        "concerns": dict(found.concerns()),
        "overdue": [_promise(one) for one in found.overdue],
        "due": [_promise(one) for one in found.due],
        "unanswered": [_waiting(one) for one in found.unanswered],
        "escalation": [_escalating(one) for one in found.escalation],
        "silence": [_promise(one) for one in found.silence],
        "next_meeting": _upcoming(found.next_meeting) if found.next_meeting else None,
        "next_event": _upcoming(found.next_event) if found.next_event else None,
        "incomplete": [{**_named(one), "date": str(one.date)} for one in found.incomplete],
        "faulty": [{"path": one.path, "errors": one.errors, "warnings": one.warnings} for one in found.faulty],
    }


def _named(record: Record) -> dict[str, Any]:
    return {"ref": record.ref, "label": record.label, "path": record.path}


def _promise(one: Promise) -> dict[str, Any]:
    state = one.state
    counted = {"kept": state.kept, "of": state.of} if state.of else {}
    return {
        **_named(one.commitment),
        "by": [ref.slug for ref in one.commitment.by if ref.slug],
        "status": state.status,
        "due": str(state.due) if state.due else None,
        "overdue": state.overdue,
        "days": one.days if state.due else None,
        "looked": one.looked.isoformat() if one.looked else None,
        **counted,
        "parts": [part.ref for part in one.parts],
    }


def _waiting(one: Waiting) -> dict[str, Any]:
    date = one.request.date
    return {
        **_named(one.request),
        "to": [ref.slug for ref in one.request.to if ref.slug],
        "date": str(date) if date else None,
        "days": one.days,
        "questions": [{"number": question.number, "text": question.text} for question in one.questions],
    }


def _escalating(one: Escalating) -> dict[str, Any]:
    return {**_named(one.commitment), "status": one.state.status, "overdue": one.state.overdue, **plain_block(one.rule)}


def _upcoming(one: Upcoming) -> dict[str, Any]:
    notice = str(one.noticed) if one.noticed else None
    return {**_named(one.meeting), "date": str(one.meeting.date), "days": one.days, "notice": notice}
