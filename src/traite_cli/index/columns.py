"""The columns that fields make, read from the field tables: to add a field is to add a column.

A date is three columns: as written, its first day and its last. A reference is the slug where it can be of one kind only, ``kind/slug``
where of several. A list is a JSON array, the user's own keys a JSON object. A mapping's keys stand behind its own (``reply_date``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.index.keywords import column_name
from traite_cli.index.layout import Column, day_of
from traite_cli.kinds import AnyField, Block, Ref, Reference, Struct
from traite_cli.kinds.types import Date, Number, Own, Text, Truth
from traite_cli.language import N_

Cell = str | int | None
Named = Callable[[Ref], str]
"""Gives a reference as ``kind/slug``."""


class Filled(NamedTuple):
    """A column, and the cell that a block gives it."""

    column: Column
    cell: Callable[[Block, Named], Cell]


def filled_by(fields: Iterable[AnyField], prefix: str = "") -> Iterator[Filled]:
    """The columns of some fields, lists of mappings aside, which have tables of their own."""
    for field in fields:
        name = f"{prefix}{field.name}" if prefix else column_name(field.name)
        match field.type:
            case Struct() if field.many:
                continue
            case Struct():
                yield from (_inside(field.name, one) for one in filled_by(field.type.block.FIELDS.values(), f"{name}_"))
            case Date() if not field.many:
                yield from _dates(name, f"{prefix}{field.name}", field)
            case _:
                yield Filled(_column(name, field), _cell_of(field))


def _inside(name: str, one: Filled) -> Filled:
    def cell(block: Block, named: Named) -> Cell:
        inner = block.get(name)
        return one.cell(inner, named) if inner is not None else None

    return one._replace(cell=cell)


FIRST = N_("its first day")
LAST = N_("its last day")


def _dates(name: str, whole: str, field: AnyField) -> Iterator[Filled]:
    def cell(said: Callable[[EdtfDate], Cell]) -> Callable[[Block, Named], Cell]:
        return lambda block, _named: said(block.values[field.name]) if block.get(field.name) else None

    yield Filled(Column(name, field.type.name, field.meaning), cell(str))
    first, last = f"{whole}_first", f"{whole}_last"
    yield Filled(Column(first, N_("a day"), FIRST, shown=day_of(first, name)), cell(lambda date: date_cells(date)[1]))
    yield Filled(Column(last, N_("a day"), LAST, shown=day_of(last, name)), cell(lambda date: date_cells(date)[2]))


def date_cells(date: EdtfDate) -> tuple[str, str | None, str | None]:
    """A date as it is written, with its first day and its last where they are not that."""
    written = str(date)
    first, last = (day.isoformat() for day in (date.first, date.last))
    return written, first if first != written else None, last if last != written else None


def _column(name: str, field: AnyField) -> Column:
    type_ = field.type
    if field.many:
        return Column(name, N_("a JSON array"), field.meaning)
    if isinstance(type_, Own):
        return Column(name, N_("a JSON object"), field.meaning)
    if isinstance(type_, Truth | Number):
        return Column(name, N_("0 or 1") if isinstance(type_, Truth) else type_.name, field.meaning, is_number=True)
    to = (f"{type_.kinds[0]}.slug" if _of_one_kind(type_) else "records.ref") if isinstance(type_, Reference) else ""
    return Column(name, type_.name, field.meaning, to, may_be_long=isinstance(type_, Text))


def _of_one_kind(type_: object) -> bool:
    return isinstance(type_, Reference) and len(type_.kinds) == 1


def _cell_of(field: AnyField) -> Callable[[Block, Named], Cell]:
    short = _of_one_kind(field.type)

    def cell(block: Block, named: Named) -> Cell:
        value = block.get(field.name)
        if value is None or value == ():
            return None
        if isinstance(value, tuple):
            # A list that lost all it named to a narrower circle has nothing to say.
            found = [one for item in value if (one := plain(item, named, short=short)) is not None]
            return json.dumps(found, ensure_ascii=False) if found else None
        return plain(value, named, short=short)

    return cell


def plain(value: Any, named: Named, *, short: bool) -> Cell:  # a value of any field
    """One value as a cell."""
    match value:
        case Ref():
            return (value.slug if short else named(value)) or None
        case EdtfDate() | TimeSpan():
            return str(value)
        case bool():
            return int(value)
        case Mapping():
            return json.dumps(value, ensure_ascii=False, default=str)
        case int() | str() | None:
            return value
    return str(value)
