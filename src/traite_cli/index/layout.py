"""What a table is: its columns, what they mean, and how its view says what follows from the day asked about.

A table is kept as ``kept_NAME``, each row with its ``owner`` (the record that it comes from, by its number in ``kept_owners``) and the day
from which it is ``known`` ('' for always). What people ask is the view ``NAME``, which looks at ``moment``: nothing that is known later
than its ``horizon`` is there. Views and moment are each connection's own, so that many may ask one file about different days.
"""

from __future__ import annotations

from typing import NamedTuple

DAY = "(SELECT day FROM moment)"
HORIZON = "(SELECT horizon FROM moment)"
KEPT = "kept_"


class Column(NamedTuple):
    """A column; ``meaning`` and ``holds`` are message ids."""

    name: str
    holds: str
    meaning: str
    to: str = ""
    """The column that it leads to, as ``table.column``: a foreign key."""
    derived: str = ""
    """How the view says it of the row ``t``, when it is not kept."""
    shown: str = ""
    """How the view says what is kept, when not just as it is."""
    is_number: bool = False


class Table(NamedTuple):
    """A table as people ask it."""

    name: str
    meaning: str
    """A message id."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    joined: str = ""
    """What the view joins to the row ``t``."""

    @property
    def kept(self) -> tuple[Column, ...]:
        return tuple(one for one in self.columns if not one.derived)


OWNERS = f"CREATE TABLE {KEPT}owners (id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, hash BLOB)"
"""The records that rows come from, each with what tells its content."""


def is_text(name: str) -> bool:
    """Whether a name is text that SQLite takes: that of a file may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def as_text(name: str) -> str:
    """A name as text, what is none in it told by its number."""
    return name.encode("utf-8", "backslashreplace").decode()


def kept(table: Table) -> str:
    """The statement that makes a table: the rows of a record lie beside each other, so that no index is needed to find them."""
    columns = ", ".join(one.name for one in table.kept)
    return (
        f"CREATE TABLE {KEPT}{table.name} (owner INTEGER NOT NULL, nth INTEGER NOT NULL, known TEXT NOT NULL, {columns}, "
        "PRIMARY KEY (owner, nth)) WITHOUT ROWID"
    )


def seen(table: Table) -> str:
    """The statement that makes the view of a table."""
    said = ", ".join(f"{one.derived or one.shown or f't.{one.name}'} AS {one.name}" for one in table.columns)
    return f"CREATE TEMP VIEW {table.name} AS SELECT {said} FROM {KEPT}{table.name} AS t {table.joined} WHERE t.known <= {HORIZON}"  # noqa: S608  # names of our own


def inserted(table: Table) -> str:
    """The statement that puts a row in."""
    places = ", ".join("?" * (len(table.kept) + 3))
    return f"INSERT INTO {KEPT}{table.name} VALUES ({places})"  # noqa: S608  # names of our own
