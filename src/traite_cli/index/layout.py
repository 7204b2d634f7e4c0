"""What a table is: its columns, what they mean, and how its view says what follows from the day asked about.

A table is kept as ``kept_NAME``, each row with its ``owner`` (the record that it comes from, by its number in ``kept_owners``) and the day
from which it is ``known``, counted from the first that there is (0 for always). What people ask is the view ``NAME``, which looks at the
moment: nothing that is known later than its horizon is there. Views and moment are each connection's own, so that many may ask one file
about different days. What a row would say twice is kept once, and a long text pressed: the views say it whole.
"""

from __future__ import annotations

from typing import NamedTuple

KEPT = "kept_"
DAY = f"(SELECT day FROM {KEPT}moment)"  # noqa: S608  # names of our own
HORIZON = f"(SELECT horizon FROM {KEPT}moment)"  # noqa: S608  # names of our own
KNOWN = f"(SELECT known FROM {KEPT}moment)"  # noqa: S608  # names of our own
"""The last day of what is known, counted as rows count it."""


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
    may_be_long: bool = False
    """Whether it is a text that is kept pressed where it is long."""


def day_of(name: str, when: str, row: str = "t") -> str:
    """How a view says the first or the last day of a date, which is kept where that is not the date as it is written."""
    return f"coalesce({row}.{name}, {row}.{when})"


WHOLE = f"{KEPT}whole"
"""The function that takes out a text that was pressed."""


def whole(column: str) -> str:
    """How a view says a text that may be kept pressed."""
    return f"CASE typeof({column}) WHEN 'blob' THEN {WHOLE}({column}) ELSE {column} END"


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


WORDS = f"CREATE TABLE {KEPT}words (words BLOB NOT NULL)"
"""With which words long texts are pressed: one row, or none where they stand as they are."""


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
        f"CREATE TABLE {KEPT}{table.name} (owner INTEGER NOT NULL, nth INTEGER NOT NULL, known INTEGER NOT NULL, {columns}, "
        "PRIMARY KEY (owner, nth)) WITHOUT ROWID"
    )


def seen(table: Table) -> str:
    """The statement that makes the view of a table."""
    said = ", ".join(f"{one.derived or said_of(one)} AS {one.name}" for one in table.columns)
    return f"CREATE TEMP VIEW {table.name} AS SELECT {said} FROM {KEPT}{table.name} AS t {table.joined} WHERE t.known <= {KNOWN}"  # noqa: S608  # names of our own


def said_of(column: Column) -> str:
    """How the view of a table says what is kept of a row ``t``."""
    return column.shown or (whole(f"t.{column.name}") if column.may_be_long else f"t.{column.name}")


def inserted(table: Table) -> str:
    """The statement that puts a row in."""
    places = ", ".join("?" * (len(table.kept) + 3))
    return f"INSERT INTO {KEPT}{table.name} VALUES ({places})"  # noqa: S608  # names of our own
