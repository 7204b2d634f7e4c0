"""The table or column that a name in a query was probably meant for: its own, or what people call what it holds, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from traite_cli.asking.column_table import columns_of
from traite_cli.asking.sql_text import tokens
from traite_cli.index.keywords import column_name
from traite_cli.index.layout import Table
from traite_cli.index.schema import ATTENDANCE, MOMENT, child_of, tables
from traite_cli.kinds import KINDS, SEVERAL, AnyField, Struct, kind_among, meant_among
from traite_cli.language import LANGUAGES, N_, nearest, translator, words

Named = tuple[str, str]
"""What something is called (a message id), and its name in SQL."""

_ATTENDANCE = "attendance"
_ALSO: Sequence[Named] = ((N_("Records"), "records"), (N_("Attendance"), _ATTENDANCE), (N_("States"), "states"))
"""What people call the tables that are no field of a record."""


def table_meant(name: str) -> str:
    """The table that a name was probably meant for: « réunion », « présences », « meetins »; '' for none."""
    return kind_among(name) or _meant(name, _tables()) or meant_among(SEVERAL, name)


def column_meant(name: str, asked: Iterable[Table]) -> str:
    """The column of some tables that a name was probably meant for: « titre », « échéance », « nmae »; '' for none."""
    found: dict[str, str] = {}
    for table in asked:
        for spelling, column in _columns(table.name).items():
            found.setdefault(spelling, column)
    return _meant(name, found)


def called(table: Table) -> Mapping[str, str]:
    """The columns of a table, each with what people call it (a message id): its own name where they have no other."""
    labels = {name: said for said, name in reversed(_called(table.name))}
    return {column.name: labels.get(column.name, _plain(column.name)) for column in table.columns}


def tables_called() -> Mapping[str, str]:
    """The tables, each with what people call what it holds (a message id): its own name where they have no other."""
    labels = {
        **{table: field.label for table, field in _lists() if table != _ATTENDANCE},
        **{name: said for said, name in _ALSO},
        **SEVERAL,
    }
    return {name: labels.get(name, _plain(name)) for name in (*tables(), MOMENT.name)}


def short_names(sql: str, column: str) -> list[str]:
    """What a query calls each of its tables that have a column: by a name of its own, ``meetings AS m``, or by the table's."""
    pieces = list(tokens(sql))
    found: list[str] = []
    for place, piece in enumerate(pieces):
        table = tables().get(piece.said.lower()) if piece.kind in _NAMES and place and pieces[place - 1].said.lower() in _BEFORE else None
        if table and any(one.name == column.lower() for one in table.columns):
            behind = [one for one in pieces[place + 1 : place + 3] if one.said.lower() != "as"][:1]
            found.extend(one.said if one.kind in _NAMES and one.said.lower() not in _BEHIND else piece.said for one in behind or [piece])
    return list(dict.fromkeys(found))


_NAMES = frozenset({"word", "quoted"})
_BEFORE = frozenset({"from", "join", ","})
_BEHIND = frozenset(
    {"on", "using", "join", "inner", "left", "right", "full", "outer", "cross", "natural", "where", "group", "having", "order", "limit",
     "union", "except", "intersect", "window"}
)  # fmt: skip
"""What stands behind a table that has no other name."""


def _plain(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


def _meant(name: str, spellings: Mapping[str, str]) -> str:
    said = " ".join(words(name))
    own = [one for one, meant in spellings.items() if one == " ".join(words(meant))]
    return spellings.get(said) or "".join(spellings[one] for one in (nearest(said, own) or nearest(said, spellings))[:1])


@cache
def _tables() -> Mapping[str, str]:
    own = [*tables(), MOMENT.name]
    return _spelt(own, [*((field.label, table) for table, field in _lists()), *_ALSO])


@cache
def _columns(table: str) -> Mapping[str, str]:
    """Every spelling of the columns of a table: their names, what the fields are called, what a list has at their head."""
    return _spelt([column.name for column in tables()[table].columns], _called(table))


def _called(table: str) -> list[Named]:
    fields = [(field.label, column_name(field.name)) for field in fields_of(table)]
    heads = [(column.heading, column_name(column.name)) for column in columns_of(table).values()] if table in KINDS else []
    own = {column.name for column in tables()[table].columns}
    return [(said, name) for said, name in (*fields, *heads) if name in own]


def _spelt(own: Iterable[str], called: Iterable[Named]) -> Mapping[str, str]:
    """Every spelling, folded, with what it means; a name of their own is never another's."""
    found = {" ".join(words(name)): name for name in own}
    for language in LANGUAGES:
        t = translator(language)
        for said, name in called:
            found.setdefault(" ".join(words(t(said))), name)
    return found


def _lists() -> Iterator[tuple[str, AnyField]]:
    """Each field that is a list of mappings, with the table that it makes."""
    for kind, declared in KINDS.items():
        for name, field in declared.FIELDS.items():
            if child := child_of(kind, name):
                yield child.name, field
            elif name in ATTENDANCE:
                yield _ATTENDANCE, field


def fields_of(table: str) -> Iterable[AnyField]:
    """What the rows of a table are read from; nothing where they follow from several things."""
    if table in KINDS:
        return KINDS[table].FIELDS.values()
    declared = [field.type for name, field in _lists() if name == table]
    return (field for one in declared if isinstance(one, Struct) for field in one.block.FIELDS.values())
