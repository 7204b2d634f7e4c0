"""The text that a record is written from in an editor: what is given stands in it, the rest behind number signs, with what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.kinds import KINDS, AnyField, Record
from traite_cli.language import N_, Translator
from traite_cli.syntax import put_at_the_end
from traite_cli.writing.composing import field_lines
from traite_cli.writing.file_text import with_stretches
from traite_cli.writing.interview.form import BODY, FORMS, is_required
from traite_cli.writing.interview.sitting import Filled

_REMARK = "# "
_HOW = N_("Take away the number sign before what you fill in. What stands behind one is not kept.")


def template(kind: str, filled: Filled, t: Translator) -> str:
    """The text to begin with."""
    lines = ["---", _REMARK + t(_HOW)]
    for name in dict.fromkeys(item.field.partition(".")[0] for item in FORMS[kind] if item.field != BODY):
        lines += _field(kind, KINDS[kind].FIELDS[name], filled, t)
    return "\n".join([*lines, "---", "", str(filled.get(BODY, "")), ""])


def completing_template(meeting: Record, t: Translator) -> str:
    """The record of a meeting that was held, with what it lacks behind number signs at the end of its fields."""
    header = meeting.document.header
    keys = {entry.key.text for entry in header.entries} if header is not None else set()
    lacking = [one.field for one in FORMS[meeting.KIND] if one.when == "held" and one.field in meeting.FIELDS and one.field not in keys]
    empty: Filled = {}
    lines = [line for name in lacking for line in _field(meeting.KIND, meeting.FIELDS[name], empty, t)]
    document = meeting.document
    remarks = put_at_the_end(document, [_REMARK + t(_HOW), *lines]) if lines else ()
    return with_stretches(document.text, remarks)


def without_its_remarks(text: str, begun: str, before: str) -> str:
    """What was made of such a template, without its remarks; every other line as it stands."""
    known = {line.rstrip() for line in before.split("\n")}
    remarks = {line.rstrip() for line in begun.split("\n") if line.startswith(_REMARK)} - known
    lines = [f"{line}\n" for line in text.split("\n")]
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), len(lines))
    return "".join([*(line for line in lines[:end] if line.rstrip() not in remarks), *lines[end:]])[:-1]


def _field(kind: str, field: AnyField, filled: Filled, t: Translator) -> Iterator[str]:
    yield _REMARK + t(N_("{label}: {value}"), label=t(field.label), value=t(field.meaning))
    if given := field_lines(field, filled.get(field.name)):
        yield from given
    elif is_required(kind, field.name):
        yield f"{field.name}:"
    else:
        yield f"{_REMARK}{field.name}: {field.example}"


def without_remarks(text: str, begun: str) -> str:
    """What was made of a template, without those of its remarks that stand in it still."""
    remarks = {line for line in begun.split("\n") if line.startswith(_REMARK)}
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), len(lines))
    kept = [line for line in lines[: end + 1] if line.rstrip() not in remarks]
    body = "\n".join(lines[end + 1 :]).strip("\n").rstrip()
    return "\n".join([*kept, "", body, ""] if body else [*kept, ""])
