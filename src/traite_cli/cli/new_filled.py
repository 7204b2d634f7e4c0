"""What options say of a new record, and what it needs besides."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from traite_cli.cli.new_options import Given, option_name
from traite_cli.cli.prompts.presence import is_somebody_there
from traite_cli.cli.task import command_name
from traite_cli.errors import Refused, TraiteError, UsageError
from traite_cli.language import N_, system_reason

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.repository import Repository
    from traite_cli.workspace import Workspace
    from traite_cli.writing.composing import Values
    from traite_cli.writing.interview import Asker, Sitting
    from traite_cli.writing.interview.holding import Held
    from traite_cli.writing.interview.sitting import Filled

_STANDARD_INPUT = "-"
_MOST_BYTES = 1 << 22


def asks(given: Given) -> bool:
    """Whether a person is there to be asked."""
    asked: bool | None = given["ask"]
    return is_somebody_there() if asked is None else asked


def sitting_of(call: Call, workspace: Workspace, asker: Asker | None) -> Sitting:
    """What an interview works with, in this repository and on this day."""
    from traite_cli.writing.interview import Sitting
    from traite_cli.writing.interview.newcomers import newcomer

    return Sitting(workspace.repository, workspace.day, call.t, asker, newcomer)


def filled_by(sitting: Sitting, kind: str, given: Given, standing: Mapping[str, Any] = MappingProxyType({})) -> Filled:
    """The values that options give, beside those that stand there already. Raises what is wrong with one, with its name."""
    from traite_cli.writing.interview.filling import put
    from traite_cli.writing.interview.form import BODY, FORMS, field_of
    from traite_cli.writing.interview.items import understood

    filled: Filled = {}
    sitting.learn(dict(standing))
    for item in FORMS[kind]:
        field = field_of(kind, item)
        for text in _texts(given[option_name(item)]):
            with told_of(item.option):
                values = [_legible(text)] if field is None else understood(sitting, field, _legible(text))
                if "." in item.field and item.field.partition(".")[0] not in filled:
                    raise UsageError(N_("this belongs to an entry that is not given"))
                put(kind, item, filled, values)
                sitting.learn({**standing, **filled})
    if given["body_from"]:
        filled[BODY] = bytes_of("--body-from", str(given["body_from"])).decode("utf-8", "replace")
    return filled


def filled_for(sitting: Sitting, planned: Held, given: Given) -> Filled:
    """The values that options give for a meeting that is there, and those who were noted and did not come."""
    from traite_cli.writing.interview.absences import ABSENT, absent_among

    filled = filled_by(sitting, planned.meeting.KIND, given, planned.meeting.values)
    with told_of("--absent"):
        absent = absent_among(sitting, planned.meeting, given["absent"] or ())
    return {**filled, ABSENT: absent} if absent else filled


def on_any_day(sitting: Sitting, kind: str, given: Given) -> dict[str, Any]:
    """What options give, so that it means the same when it is taken up on another day."""
    from traite_cli.writing.interview.form import FORMS, field_of
    from traite_cli.writing.interview.items import lasting

    found = dict(given)
    for item in FORMS[kind]:
        name, field = option_name(item), field_of(kind, item)
        value = found.get(name)
        if field is not None and isinstance(value, str):
            found[name] = lasting(sitting, field, value)
        elif field is not None and isinstance(value, list):
            found[name] = [lasting(sitting, field, one) for one in value]
    return found


def _texts(value: Any) -> list[str]:
    """What an option was given: nothing, one text or several; a flag says yes."""
    if isinstance(value, bool):
        return ["true"] if value else []
    values = value if isinstance(value, list) else [value]
    return [one for one in values if one and one.strip()]


def _legible(text: str) -> str:
    """What an option was given, if it is text. Raises ``UsageError`` for bytes that are none."""
    if not text.isprintable() and any("\ud800" <= character <= "\udfff" for character in text):
        raise UsageError(N_("what is given is not UTF-8"))
    return text


def refuse_double(repository: Repository, kind: str, values: Filled | Values) -> None:
    """Raises ``Refused`` for a meeting that is planned on that day already: it is completed, unless another name is chosen for it."""
    from traite_cli.dates import EdtfDate
    from traite_cli.repository import DAYS_AROUND, planned_like
    from traite_cli.writing.composing import told_meeting

    day = values.get("date")
    if kind != "meetings" or not isinstance(day, EdtfDate):
        return
    told = told_meeting(values)
    near = DAYS_AROUND if told.participants else 0
    if alike := planned_like(repository, day, str(values.get("title") or ""), told, near=near):
        raise Refused(
            N_("this meeting seems to have a record already: {title} ({path})"),
            hint=N_("to complete it: traite hold {slug}; if it is another meeting, choose another name for it: --slug NAME"),
            title=alike[0].label,
            path=alike[0].path,
            slug=alike[0].slug,
        )


@contextmanager
def told_of(option: str) -> Iterator[None]:
    """Tells an error with the option that it is about."""
    try:
        yield
    except TraiteError as error:
        error.option = option
        raise


def require(kind: str, filled: Filled) -> None:
    """Raises ``UsageError`` for what a record cannot do without and nobody gave."""
    from traite_cli.writing.interview.form import FORMS, is_missing, options_for

    missing = [options_for(kind, item) for item in FORMS[kind] if is_missing(kind, item, filled)]
    if missing:
        options = ", ".join(missing)
        hint = N_("at a terminal it is asked; all options: traite {command} --help")
        raise UsageError(N_("this is missing: {options}"), hint=hint, options=options, command=command_name(kind))


def bytes_of(option: str, path: str) -> bytes:
    """What a file holds, or standard input. Raises ``UsageError``."""
    try:
        if path == _STANDARD_INPUT:
            return sys.stdin.buffer.read(_MOST_BYTES)
        with Path(path).open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise UsageError(N_("{option}: {path} cannot be read: {reason}"), option=option, path=path, reason=system_reason(error)) from error
