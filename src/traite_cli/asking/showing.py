"""One record with what is derived from it and all that refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from traite_cli.asking.plain import derived, plain_record
from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.kinds import Block, Record, Ref
from traite_cli.repository import Repository, prose_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a record shown: how deep it stands, the field's name, and its value ('' where lines follow)."""

    depth: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Referrer:
    """A record that refers to the one shown, and through which field."""

    field: str
    ref: str
    label: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A record, ready to be printed."""

    record: Record
    lines: tuple[Line, ...]
    derived: Mapping[str, Any]
    body: str
    referrers: tuple[Referrer, ...]


def show(repository: Repository, record: Record, day: date) -> Shown:
    """Everything there is to say of a record on a day."""
    referrers = sorted({Referrer(one.field, one.record.ref, one.record.label) for one in repository.referrers(record)}, key=_order)
    body = "\n\n".join(prose.text for prose in prose_of(record)).strip("\n")
    return Shown(record, tuple(_lines(repository, record, 0)), derived(repository, record, day), body, tuple(referrers))


def _order(referrer: Referrer) -> tuple[str, str]:
    return (referrer.ref, referrer.field)


def plain(repository: Repository, shown: Shown, day: date) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "version": 1,
        "record": plain_record(repository, shown.record, day),
        "body": shown.body,
        "referrers": [{"field": one.field, "ref": one.ref, "label": one.label} for one in shown.referrers],
    }


def _lines(repository: Repository, block: Block, depth: int) -> Iterator[Line]:
    for name in ("*", *block.FIELDS):
        value = block.values.get(name)
        if value is None or value == ():
            continue
        if isinstance(value, tuple):
            yield from _many(repository, name, value, depth)
        elif isinstance(value, Block):
            yield Line(depth, name, "")
            yield from _lines(repository, value, depth + 1)
        else:
            yield Line(depth, name, said(repository, value))


def _many(repository: Repository, name: str, values: tuple[Any, ...], depth: int) -> Iterator[Line]:
    if len(values) == 1 and not isinstance(values[0], Block):
        yield Line(depth, name, said(repository, values[0]))
        return
    yield Line(depth, name, "")
    for value in values:
        if not isinstance(value, Block):
            yield Line(depth + 1, "-", said(repository, value))
            continue
        inner = list(_lines(repository, value, depth + 1))
        short = ", ".join(line.value if line.name == "*" else f"{line.name} {line.value}" for line in inner if line.value)
        if len(inner) <= _FEW and len(short) <= _SHORT:
            yield Line(depth + 1, "-", short)
        else:
            yield Line(depth + 1, "-", "")
            yield from (Line(line.depth + 1, line.name, line.value) for line in inner)


_FEW, _SHORT = 3, 100


def said(repository: Repository, value: object) -> str:
    """A value for the eye: a reference with what the record is called, a date as it is written."""
    match value:
        case Ref():
            record = repository.resolve(value)
            return f"{record.label} ({record.ref})" if record is not None else str(value)
        case bool():
            return "true" if value else "false"
        case EdtfDate() | TimeSpan():
            return str(value)
        case dict():
            return ", ".join(f"{key}: {said(repository, one)}" for key, one in value.items())
        case _:
            return str(value)
