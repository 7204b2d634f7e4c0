"""The tables as they stand on a day, in a file of their own: documented, with keys, the same bytes for the same records.

What the views say is written as plain tables, since a file is of one day. What each column means stands beside it in the schema, where
programs that open the file show it, and in the table ``about`` what the file is of.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from traite_cli.index.layout import Column, Table
from traite_cli.index.opening import opened
from traite_cli.index.schema import tables
from traite_cli.repository import Repository

Say = Callable[[str], str]


class Rows(NamedTuple):
    """A table with its rows, in the order of its key."""

    table: Table
    rows: tuple[tuple[str | int | float | None, ...], ...]


def rows_of(repository: Repository, day: date) -> Iterator[Rows]:
    """Every table of a repository on a day."""
    with closing(opened(repository, day)) as connection:
        for table in tables().values():
            columns = ", ".join(column.name for column in table.columns)
            # A key is a name, or a name and a place in a list.
            query = f"SELECT {columns} FROM {table.name} ORDER BY {', '.join(table.key)}"  # noqa: S608  # names of our own
            yield Rows(table, tuple(connection.execute(query)))


def snapshot(repository: Repository, day: date, about: Mapping[str, str], say: Say) -> bytes:
    """An SQLite database of a repository on a day; ``say`` puts what is written beside the columns into words."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        connection.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
        for one in rows_of(repository, day):
            _put(connection, one, say)
        connection.execute("COMMIT")
        return _bytes(connection)


def _put(connection: sqlite3.Connection, one: Rows, say: Say) -> None:
    """Make a table, with its rows and what finds them by what they lead to."""
    table = one.table
    connection.execute(_created(table, say))
    places = ", ".join("?" * len(table.columns))
    connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", one.rows)  # noqa: S608  # names of our own
    for column in table.columns:
        if column.to and table.key != (column.name,):
            connection.execute(f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})")


def _bytes(connection: sqlite3.Connection) -> bytes:
    """A database as it stands in a file: written to one for a moment, since not every SQLite can hand it over otherwise."""
    with TemporaryDirectory(prefix="traite-") as folder:
        path = Path(folder) / "records"
        connection.execute("VACUUM INTO ?", (str(path),))
        return path.read_bytes()


def _created(table: Table, say: Say) -> str:
    """The statement that makes a table, with its meaning and that of each column in comments."""
    lines = [f"  {_declared(column)}, -- {_one_line(say(column.meaning))}" for column in table.columns]
    return "\n".join(
        (f"CREATE TABLE {table.name} ( -- {_one_line(say(table.meaning))}", *lines, f"  PRIMARY KEY ({', '.join(table.key)})", ")")
    )


def _declared(column: Column) -> str:
    """A column with its type and the column that it leads to."""
    declared = f"{column.name} {'INTEGER' if column.is_number else 'TEXT'}"
    if not column.to:
        return declared
    table, _, name = column.to.partition(".")
    return f"{declared} REFERENCES {table} ({name})"


def _one_line(text: str) -> str:
    return " ".join(text.split())
