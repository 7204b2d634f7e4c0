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
from traite_cli.language import LANGUAGES, N_, Unclear, understood_date
from traite_cli.saying.vocabulary import Words


class Remark(NamedTuple):
    """A message id and its facts."""

    message: str
    facts: Mapping[str, type_of_fact]


_MEANT = N_("The column {column} never holds “{value}”, but in its own words: {words}.")
_STRANGE = N_("The column {column} never holds “{value}”; it holds: {words}.")
_LIST = N_("The column {column} is a list: LIKE '%{value}%' looks inside it, and the table mentions has each record in a row of its own.")
_NUMBER = N_("The column {column} holds numbers, which stand without quotation marks, 1 for yes and 0 for no.")
_NO_DATE = N_("The column {column} holds dates as 2015-01-22, and “{value}” is none of them: this is not the answer that is sought.")
_OTHER_DATE = N_("The column {column} does not hold dates as “{value}”: this is not the answer that is sought. Write '{date}'.")
_WHOLE = N_("The column {column} holds records with their kind: '{kind}/{value}'.")
_SHORT = N_("The column {column} holds records without their kind: '{slug}'.")
_EMPTY = N_("A field that was left empty has no value: IS NULL finds it, = '' and = NULL do not.")
_VAGUE = N_("The column {column} holds dates as they are written, 2014 or 2014-11 too: what compares them takes {days}.")
_LETTERS = N_("Capitals and accents count where texts are compared: fold(…) = fold('{value}') sets them aside.")
_LIKE = N_("Accents count for LIKE: fold(…) LIKE fold('{value}') sets them aside.")


def remarks(sql: str, values: Mapping[str, object], *, found: bool) -> Iterator[Remark]:
    """What is to be said of a query; ``values`` are those put in by their names, ``found`` says whether it found anything."""
    told = [remark for compared in _compared(sql, values) if (remark := _of(compared, found=found))]
    sure = [one for one in told if one.message not in {_LETTERS, _LIKE}]
    yield from sure[:_MOST] or told[:1]
    if not found and _NOTHING.search(sql):
        yield Remark(_EMPTY, {})


_NOTHING = re.compile(r"(?:=|<>|!=)\s*(?:NULL\b|''(?!'))", re.IGNORECASE)
_MOST = 5
"""A list of words that a column never holds may be long."""
_DATE = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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

    def days(self) -> list[str]:
        """The columns that hold its first day and its last, where it is a date as it is written."""
        names = {column.name for table, _ in self.of for column in table.columns}
        return [day for day in (f"{self.name}_first", f"{self.name}_last") if day in names]

    def holds(self, holds: str) -> bool:
        return all(column.holds == holds for _, column in self.of)


def _of(one: _Compared, *, found: bool) -> Remark | None:
    """What is to be said of a comparison, if anything is."""
    if "%" in one.value or "*" in one.value:
        return None if found or one.holds(_ARRAY) or not _has_letters(one) else Remark(_LIKE, {"value": _quoted(one)})
    facts: dict[str, type_of_fact] = {"column": one.name, "value": one.value}
    if labels := one.words:
        meant = meant_among(labels, one.value)
        strange = Remark(_MEANT if meant else _STRANGE, {**facts, "words": Choices({meant: labels[meant]} if meant else labels)})
        return None if one.value in labels else strange
    if all(column.is_number for _, column in one.of) or one.holds(_ARRAY):
        return Remark(_LIST if one.holds(_ARRAY) else _NUMBER, facts)
    if one.days() or one.holds(N_("a day")):
        return _of_date(one, facts)
    return None if found else _not_found(one, facts)


_ARRAY = N_("a JSON array")


def _of_date(one: _Compared, facts: Mapping[str, type_of_fact]) -> Remark | None:
    if not _DATE.match(one.value):
        date = _date_said(one.value)
        return Remark(_OTHER_DATE, {**facts, "date": date}) if date else Remark(_NO_DATE, facts)
    return Remark(_VAGUE, {**facts, "days": ", ".join(one.days())}) if one.days() and _DAY.fullmatch(one.value) else None


def _date_said(value: str) -> str:
    """The date that a text says in either language, as the tables have it; '' for none."""
    said = (understood_date(value, None, language=language) for language in LANGUAGES)
    return next((str(one) for one in said if not isinstance(one, Unclear)), "")


def _not_found(one: _Compared, facts: Mapping[str, type_of_fact]) -> Remark | None:
    kind, slash, slug = one.value.rpartition("/")
    to = {column.to for _, column in one.of}
    if to == {"records.ref"} and not slash:
        return Remark(_WHOLE, {**facts, "kind": "meetings"})
    if kind in tables() and to != {"records.ref"} and not one.holds(N_("a record, as kind/slug")):
        return Remark(_SHORT, {**facts, "slug": slug})
    return Remark(_LETTERS, {"value": _quoted(one)}) if _has_letters(one) and to != {"records.ref"} else None


def _quoted(one: _Compared) -> str:
    return one.value.replace("'", "''")


def _has_letters(one: _Compared) -> bool:
    return any(map(str.isalpha, one.value))


_COMPARING = frozenset({"=", "<", ">", "!", "is", "not", "like", "glob", "when", ")", "("})


def _compared(sql: str, values: Mapping[str, object]) -> Iterator[_Compared]:
    """Each column of the tables named, with a text that it is compared with: ``status IN ('open', 'ouvert')``."""
    pieces = list(tokens(sql))
    columns = _columns(pieces)
    pairs = dict.fromkeys(_pairs(pieces, columns, values))
    yield from (_Compared(columns[name], value) for name, value in pairs if value)


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
        elif said in {"in", "between"}:
            in_list = True
        elif not (said in _COMPARING or said == ":" or (in_list and said in {",", "and"})):
            column = ""
        before = said
