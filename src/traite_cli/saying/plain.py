"""Records as plain values, for JSON and other programs: the fields as written, with what is derived beside them."""

from __future__ import annotations

from datetime import date
from math import isfinite, isnan
from typing import Any

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.kinds import Block, Commitment, Meeting, Organisation, Record, Ref, Request, Topic
from traite_cli.repository import Repository, audience_of, held_by, standing_on, state_on


def plain_record(repository: Repository, record: Record, day: date) -> dict[str, Any]:
    """A record: its name, path, audience and fields, and under ``derived`` what follows from them on a day."""
    return {
        "ref": record.ref,
        "slug": record.slug,
        "path": record.path,
        "label": record.label,
        **plain_block(record),
        "audience": audience_of(record, repository.configuration),
        "derived": derived(repository, record, day),
    }


def plain_block(block: Block) -> dict[str, Any]:
    """The fields of a block that have a value, in the order of their declaration."""
    names = [name for name in block.FIELDS if block.values.get(name) not in (None, ()) and not _is_withheld(block.values[name])]
    values = {name: plain_value(block.values[name]) for name in names}
    if "*" in block.values:
        # A bare slug of an attendance list, which may be a person's or an organisation's.
        values["ref"] = plain_value(block.values["*"])
    return values


def _is_withheld(value: Any) -> bool:  # a value of any field
    """Whether it is what stands for a reference that the circle may not know of."""
    return isinstance(value, Ref) and not value.slug


def plain_value(value: Any) -> Any:  # a value of any field
    """A value of a field as plain values."""
    match value:
        case tuple() | list():
            return [plain_value(one) for one in value if not _is_withheld(one)]
        case Block():
            return plain_block(value)
        case Ref() | EdtfDate() | TimeSpan():
            return value.slug if isinstance(value, Ref) else str(value)
        case dict():
            return {key: plain_value(one) for key, one in value.items()}
        case float():
            return _number(value)
        case _:
            return value


def _number(value: float) -> float | str:
    """A number, or YAML's own word for one that JSON has no word for (core schema, 10.3.2)."""
    if isfinite(value):
        return value
    return ".nan" if isnan(value) else ".inf" if value > 0 else "-.inf"


def derived(repository: Repository, record: Record, day: date) -> dict[str, Any]:
    """What is never stored: state, deadline, overdue, held, standing, answers counted."""
    match record:
        case Commitment():
            state = state_on(repository, record, day)
            counted = {"kept": state.kept, "of": state.of} if state.of else {}
            return {"status": state.status, "due": str(state.due) if state.due else None, "overdue": state.overdue, **counted}
        case Meeting():
            return {"state": meeting_state(record, day)}
        case Organisation():
            return {"standing": state_of(repository, record, day)}
        case Topic():
            return {"state": state_of(repository, record, day)}
        case Request():
            answered = {answer.item for answer in record.answers}
            questions = record.questions()
            return {"questions": len(questions), "answered": sum(one.number in answered for one in questions)}
        case _:
            return {}


def state_of(repository: Repository, record: Record, day: date) -> str | None:
    """The state of a record of a kind that has some, in the records' own words; None where it has none."""
    match record:
        case Commitment():
            return state_on(repository, record, day).status
        case Meeting():
            return meeting_state(record, day)
        case Organisation():
            standing = standing_on(record, day)
            return standing.status if standing else None
        case Topic():
            return "closed" if record.closed is not None and record.closed.first <= day else "open"
    return None


def meeting_state(meeting: Meeting, day: date) -> str:
    """``cancelled``, ``held`` or ``planned`` on a day."""
    if meeting.cancelled:
        return "cancelled"
    return "held" if held_by(meeting, day) else "planned"
