"""Full text in SQLite (FTS5): which records hold the words asked for, those first that hold them in their names.

What is indexed is folded by ``language.words`` before FTS5 sees it, so that accents, case, ligatures, apostrophes and hyphens count as
little here as everywhere; words that must not be there, and what is for another day or circle, are for whoever looks at the records.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from traite_cli.index.layout import OWNERS
from traite_cli.index.numbers import number_of
from traite_cli.index.pieces import Weight, pieces_of
from traite_cli.index.search_terms import Term
from traite_cli.kinds import Record
from traite_cli.language import words
from traite_cli.repository import Repository, dated

_AT_ONCE = 1 << 24
"""Bytes of the index that are held until they are written."""
_COLUMNS = ("body", "fields", "names")
"""The first is said with each place at no cost: most words stand in texts."""
_ALL = ", ".join(_COLUMNS)


class Ranked(NamedTuple):
    """A record that holds the words, and how well: the smaller the better; with its days ('' for none), by which equals are told apart."""

    ref: str
    weight: Weight
    score: float
    first: str = ""
    last: str = ""


def is_available() -> bool:
    """Whether the SQLite of this Python has FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE kept_found USING fts5 (body)")
        except sqlite3.OperationalError:
            return False
    return True


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of the full text, and that of the numbers of records."""
    for statement in (OWNERS, *STATEMENTS):
        connection.execute(statement)


STATEMENTS = (
    "CREATE TABLE kept_searched (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL UNIQUE, first_day TEXT NOT NULL, last_day TEXT)",
    # What is indexed stands in the records: it is not kept a second time.
    f"CREATE VIRTUAL TABLE kept_found USING fts5 ({_ALL}, content = '', tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE kept_vocabulary USING fts5vocab (kept_found, 'row')",
)


def add(connection: sqlite3.Connection, repository: Repository, records: Iterable[Record]) -> None:
    """Index some records."""
    # Many are written in one piece, which need not be made one of several afterwards.
    connection.execute("INSERT INTO kept_found (kept_found, rank) VALUES ('hashsize', ?)", (_AT_ONCE,))
    for record in records:
        told = (number_of(connection, record.ref), *_days(repository, record))
        row = connection.execute("INSERT INTO kept_searched (owner, first_day, last_day) VALUES (?, ?, ?)", told).lastrowid
        connection.execute(f"INSERT INTO kept_found (rowid, {_ALL}) VALUES (?, ?, ?, ?)", (row, *_texts(record)))  # noqa: S608  # names of our own


def forget(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Take records out of the index; each must be as it was when it was put in."""
    for record in records:
        owner = number_of(connection, record.ref)
        for (row,) in connection.execute("SELECT id FROM kept_searched WHERE owner = ?", (owner,)).fetchall():
            connection.execute(
                f"INSERT INTO kept_found (kept_found, rowid, {_ALL}) VALUES ('delete', ?, ?, ?, ?)",  # noqa: S608  # names of our own
                (row, *_texts(record)),
            )
            connection.execute("DELETE FROM kept_searched WHERE id = ?", (row,))


def forget_all(connection: sqlite3.Connection) -> None:
    """Take all records out of the index."""
    connection.execute("INSERT INTO kept_found (kept_found) VALUES ('delete-all')")
    connection.execute("DELETE FROM kept_searched")


def date_anew(connection: sqlite3.Connection, repository: Repository, records: Iterable[Record]) -> None:
    """Say of some records of which days they are, since that may be those of others."""
    told = [(*_days(repository, record), number_of(connection, record.ref)) for record in records]
    connection.executemany("UPDATE kept_searched SET first_day = ?, last_day = ? WHERE owner = ?", told)


def _days(repository: Repository, record: Record) -> tuple[str, str | None]:
    """The first day of a record's date ('' for none), and the last where it is another."""
    when = dated(repository, record)
    if when is None:
        return "", None
    return when.first.isoformat(), when.last.isoformat() if when.last != when.first else None


def _texts(record: Record) -> list[str]:
    said: tuple[list[str], ...] = ([], [], [])
    for piece in pieces_of(record):
        said[piece.weight].append(piece.text)
    return [" ".join(words("\n".join(one))) for one in reversed(said)]


def ranked(connection: sqlite3.Connection, wanted: Iterable[Term]) -> Iterator[Ranked]:
    """The records that hold all terms, in no order."""
    asked = " AND ".join(map(_phrase, wanted))
    names = {row for (row,) in connection.execute("SELECT rowid FROM kept_found WHERE kept_found MATCH ?", (f"{{names}} : ({asked})",))}
    fields = {
        row for (row,) in connection.execute("SELECT rowid FROM kept_found WHERE kept_found MATCH ?", (f"{{names fields}} : ({asked})",))
    }
    rows = connection.execute(
        "SELECT s.id, o.ref, s.first_day, coalesce(s.last_day, s.first_day), bm25(kept_found, 1.0, 2.0, 4.0) FROM kept_found "
        "JOIN kept_searched AS s ON s.id = kept_found.rowid JOIN kept_owners AS o ON o.id = s.owner WHERE kept_found MATCH ?",
        (asked,),
    )
    for row, ref, first, last, score in rows:
        yield Ranked(ref, Weight.NAME if row in names else Weight.FIELD if row in fields else Weight.BODY, score, first, last)


def vocabulary(connection: sqlite3.Connection) -> dict[str, int]:
    """Every word there is, folded, and how many records hold it."""
    return dict(connection.execute("SELECT term, doc FROM kept_vocabulary"))


def _phrase(term: Term) -> str:
    # Folded words are letters and digits: there is nothing in them that FTS5 could take for its own.
    return f'"{" ".join(term.words)}"{" *" if term.begins else ""}'
