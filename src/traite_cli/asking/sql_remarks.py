"""What an answer does not say: where a query compares a column with what it never holds, and so finds nothing, or too much.

Records and tables have words of their own (``open``), people others (« ouvert »); they write dates in one way, people in several. Such a
query is right as SQL, and of no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from traite_cli.asking.sql_text import Token, tokens
from traite_cli.asking.sql_words import words_held
from traite_cli.errors import Choices, type_of_fact
from traite_cli.index.layout import Column, Table
from traite_cli.index.schema import tables
from traite_cli.kinds import meant_among
from traite_cli.language import N_
from traite_cli.saying.vocabulary import Words


class Remark(NamedTuple):
    """A message id and its facts."""

    message: str
    facts: Mapping[str, type_of_fact]


_MEANT = N_("The column {column} never holds “{value}”, but in its own words: {words}.")
_STRANGE = N_("The column {column} never holds “{value}”; it holds: {words}.")
_LIST = N_("The column {column} is a list: LIKE '%{value}%' looks inside it, and the table mentions has each record in a row of its own.")
_NUMBER = N_("The column {column} holds numbers, which stand without quotation marks, 1 for yes and 0 for no.")
_NO_DATE = N_("The column {column} holds dates as 2015-01-22: “{value}” is none of them.")
_WHOLE = N_("The column {column} holds records with their kind: '{kind}/{value}'.")
_SHORT = N_("The column {column} holds records without their kind: '{slug}'.")
_EMPTY = N_("A field that was left empty has no value: IS NULL finds it, = '' and = NULL do not.")
_LETTERS = N_("Capitals and accents count where texts are compared: fold(…) = fold('{value}') sets them aside.")


def remarks(sql: str, values: Mapping[str, object], *, found: bool) -> Iterator[Remark]:
    """What is to be said of a query; ``values`` are those put in by their names, ``found`` says whether it found anything."""
    told: list[Remark] = []
    for compared in _compared(sql, values):
        remark = _of(compared, found=found)
        if remark and remark not in told:
            told.append(remark)
    yield from [one for one in told if one.message != _LETTERS] or told[:1]
    if not found and _NOTHING.search(sql):
        yield Remark(_EMPTY, {})


_NOTHING = re.compile(r"(?:=|<>|!=)\s*(?:NULL\b|''(?!'))", re.IGNORECASE)
_DATE = re.compile(r"-?[0-9]{4}")


class _Compared(NamedTuple):
    """A column that may be of several tables, and the text that it is compared with."""

    of: Sequence[tuple[Table, Column]]
    value: str

    @property
    def name(self) -> str:
        return self.of[0][1].name

    @property
    def words(self) -> Words:
        held = [words_held(table.name).get(column.name, {}) for table, column in self.of]
        return {word: label for one in held for word, label in one.items()} if all(held) else {}

    def is_date(self) -> bool:
        return all(column.holds == N_("a day") or f"{column.name}_last" in _names(table) for table, column in self.of)

    def holds(self, holds: str) -> bool:
        return all(column.holds == holds for _, column in self.of)


def _of(one: _Compared, *, found: bool) -> Remark | None:
    """What is to be said of a comparison, if anything is."""
    facts: dict[str, type_of_fact] = {"column": one.name, "value": one.value}
    if labels := one.words:
        meant = meant_among(labels, one.value)
        strange = Remark(_MEANT if meant else _STRANGE, {**facts, "words": Choices({meant: labels[meant]} if meant else labels)})
        return None if one.value in labels else strange
    if all(column.is_number for _, column in one.of):
        return Remark(_NUMBER, facts)
    if one.holds(N_("a JSON array")):
        return Remark(_LIST, facts)
    if one.is_date():
        return None if _DATE.match(one.value) else Remark(_NO_DATE, facts)
    return None if found else _not_found(one, facts)


def _not_found(one: _Compared, facts: Mapping[str, type_of_fact]) -> Remark | None:
    kind, slash, slug = one.value.rpartition("/")
    to = {column.to for _, column in one.of}
    if to == {"records.ref"} and not slash:
        return Remark(_WHOLE, {**facts, "kind": "meetings"})
    if kind in tables() and to != {"records.ref"} and not one.holds(N_("a record, as kind/slug")):
        return Remark(_SHORT, {**facts, "slug": slug})
    return Remark(_LETTERS, {"value": one.value}) if any(map(str.isalpha, one.value)) else None


_COMPARING = frozenset({"=", "<", ">", "!", "is", "not", "like", "glob", ")", "("})


def _compared(sql: str, values: Mapping[str, object]) -> Iterator[_Compared]:
    """Each column of the tables named, with a text that it is compared with: ``status IN ('open', 'ouvert')``; patterns are none."""
    pieces = list(tokens(sql))
    for name, value in _pairs(pieces, _columns(pieces), values):
        if value and "%" not in value and "*" not in value:
            yield _Compared(_columns(pieces)[name], value)


def _columns(pieces: Sequence[Token]) -> Mapping[str, list[tuple[Table, Column]]]:
    """The columns of the tables that a query names."""
    named = {one.said.lower() for one in pieces if one.kind != "text"}
    found: dict[str, list[tuple[Table, Column]]] = {}
    for table in (tables()[name] for name in tables() if name in named):
        for column in table.columns:
            found.setdefault(column.name, []).append((table, column))
    return found


def _pairs(pieces: Sequence[Token], columns: Mapping[str, object], values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Columns, each with a text that stands behind it as what it is compared with."""
    column, in_list, before = "", False, ""
    for kind, text, _ in pieces:
        said = text if kind == "text" else text.lower()
        # SQLite takes what is in double quotation marks for a text where no column is called so.
        if column and (kind == "text" or (kind == "quoted" and said not in columns)):
            if before != column:  # else it is what the column is called in the answer
                yield column, text
            column = column if in_list else ""
        elif before == ":" and column and isinstance(values.get(text), str):
            yield column, str(values[text])
        elif said in columns:
            column, in_list = said, False
        elif said == "in":
            in_list = True
        elif not (said in _COMPARING or said == ":" or (in_list and said == ",")):
            column = ""
        before = said


def _names(table: Table) -> set[str]:
    return {column.name for column in table.columns}
