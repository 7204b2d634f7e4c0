"""The vocabularies of the tables: which words a column holds, and where a query compares it with one that it never does.

Records and tables have words of their own (``open``), people others (« ouvert »): a query that asks for the latter finds nothing, or too
much, without being wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from traite_cli.asking.sql_names import fields_of
from traite_cli.asking.sql_text import Token, tokens
from traite_cli.index.names import column_name
from traite_cli.index.schema import ATTENDANCE, tables
from traite_cli.kinds import AUDIENCE_WORDS, SEVERAL, Answer, Choice, Meeting, meant_among
from traite_cli.language import N_
from traite_cli.saying.vocabulary import MEETING_STATES, STATES, Words, labels_of

_FOLLOWING: Mapping[tuple[str, str], Words] = {
    ("records", "kind"): SEVERAL,
    ("meetings", "state"): MEETING_STATES,
    ("organisations", "standing"): STATES["organisations"],
    ("commitments", "status"): STATES["commitments"],
    ("states", "status"): STATES["commitments"],
    ("questions", "status"): {"unanswered": N_("without an answer"), **labels_of(Answer, "status")},
    ("attendance", "capacity"): {name: Meeting.FIELDS[name].label for name in ATTENDANCE},
}
"""The words of columns that are no field."""


class Stranger(NamedTuple):
    """A value that a column is compared with and never holds."""

    column: str
    value: str
    meant: str
    """The word of the column that it was probably meant for; '' for none."""
    words: Words
    """All that the column holds."""


@cache
def words_held(table: str) -> Mapping[str, Words]:
    """The columns of a table that hold words of a vocabulary, with these."""
    found = {column_name(one.name): one.type.labels for one in fields_of(table) if isinstance(one.type, Choice)}
    followed = {column: words for (name, column), words in _FOLLOWING.items() if name == table}
    names = {column.name for column in tables()[table].columns}
    audience = {"audience": AUDIENCE_WORDS} if "audience" in names else {}
    return {**found, **audience, **followed}


def strangers(sql: str, values: Mapping[str, object]) -> Iterator[Stranger]:
    """The values that a query compares with a column, and that it never holds; ``values`` are those put in by their names."""
    pieces = list(tokens(sql))
    held = _held_by({one.said.lower() for one in pieces if one.kind != "text"})
    seen = set()
    for column, value in _compared(pieces, held, values):
        labels = held[column]
        if value and value not in labels and not _is_pattern(value) and (column, value) not in seen:
            seen.add((column, value))
            yield Stranger(column, value, meant_among(labels, value), labels)


def _held_by(named: set[str]) -> Mapping[str, Words]:
    """The words of each column of the tables that a query names; where two have one of a name, those of both."""
    found: dict[str, Words] = {}
    for table in named.intersection(tables()):
        for column, labels in words_held(table).items():
            found[column] = {**found.get(column, {}), **labels}
    return found


def _is_pattern(value: str) -> bool:
    return "%" in value or "*" in value


_COMPARING = frozenset({"=", "<", ">", "!", "is", "not", "like", "glob", ")", "("})


def _compared(pieces: list[Token], held: Mapping[str, Words], values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Each column of a vocabulary with a text that stands behind it as what it is compared with: ``status IN ('open', 'ouvert')``."""
    column, in_list, before = "", False, ""
    for kind, text, _ in pieces:
        said = text if kind == "text" else text.lower()
        if column and (kind == "text" or (kind == "quoted" and said not in _names())):
            if before != column:  # else it is what the column is called in the answer
                yield column, text
            column = column if in_list else ""
        elif before == ":" and column and text in values:
            yield column, str(values[text])
        elif said in held:
            column, in_list = said, False
        elif said == "in":
            in_list = True
        elif not (said in _COMPARING or said == ":" or (in_list and said == ",")):
            column = ""
        before = said


@cache
def _names() -> frozenset[str]:
    return frozenset(column.name for table in tables().values() for column in table.columns)
