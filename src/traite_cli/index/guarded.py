"""A query of anybody's, run so that it can only read the tables, and not for long.

The connection is told what it may do before the query is compiled: read the documented tables, call functions that only reckon, nothing
else. It is stopped after a time, and where it wants more memory, longer values or more rows than an answer to a person ever has.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from time import monotonic
from typing import NamedTuple

from traite_cli.index.functions import install, those_there
from traite_cli.index.layout import KEPT, WHOLE
from traite_cli.index.schema import MOMENT, tables

Value = str | int | float | bytes | None


class Limits(NamedTuple):
    """How much a query may take."""

    seconds: float = 10.0
    rows: int = 100_000
    characters: int = 50_000_000
    """Of the whole answer."""
    memory: int = 256 << 20
    """Beside the tables, in bytes."""
    value: int = 4_000_000
    """One value, in bytes; a record is shorter."""


def most_memory() -> int:
    """The most memory that this process has had, in bytes; 0 where the system does not tell (Windows), and time alone ends a query.

    SQLite's own limit (``hard_heap_limit``) is for the whole process and can never be raised again.
    """
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return 0
    # Kilobytes but on macOS (getrusage(2)).
    return getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class Answer(NamedTuple):
    """Columns, and rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class Stop(StrEnum):
    """Why a query was stopped: it takes too long, too much memory, makes too long a value, too many rows or too large an answer."""

    TIME = "time"
    MEMORY = "memory"
    VALUE = "value"
    ROWS = "rows"
    ANSWER = "answer"


class Wanted(StrEnum):
    """What a query may not have: a table, a function, another statement than a question, several of them."""

    TABLE = "table"
    FUNCTION = "function"
    STATEMENT = "statement"
    SEVERAL = "several"


class Stopped(Exception):  # a refusal: whoever asked words it
    """A query that was stopped."""

    def __init__(self, reason: Stop) -> None:
        super().__init__(reason)
        self.reason = reason


class Forbidden(Exception):  # a refusal: whoever asked words it
    """A query that wants what none may; ``name`` is that of a table or a function."""

    def __init__(self, what: Wanted, name: str = "") -> None:
        super().__init__(f"{what} {name}")
        self.what = what
        self.name = name


class Mistaken(Exception):  # a refusal: whoever asked words it
    """A query that SQLite does not understand; ``said`` is what it says of it, ``place`` where that is, or -1."""

    def __init__(self, said: str, place: int) -> None:
        super().__init__(said)
        self.said = said
        self.place = place


def asking(connection: sqlite3.Connection, day: date, limits: Limits | None = None) -> Guarded:
    """Guard a connection to filled tables; from then on it can do nothing else."""
    return Guarded(connection, day, limits or Limits())


class Guarded:
    """A connection that answers queries; made of one to filled tables."""

    def __init__(self, connection: sqlite3.Connection, day: date, limits: Limits) -> None:
        self._connection, self._limits = connection, limits
        self._functions = install(connection, day)
        self._there = those_there(connection, self._functions)
        self._refused: Forbidden | None = None
        self._is_full = False
        self._tables = frozenset((*tables(), MOMENT.name))
        there = (name.lower() for (name,) in connection.execute("SELECT name FROM sqlite_master UNION SELECT name FROM sqlite_temp_master"))
        self._hidden = frozenset((*there, WHOLE, *_OF_SQLITE)) - self._tables
        """What is there and is not to be asked: a query that names one of them, be it to give another its name, is refused."""

        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        self._close()

    @property
    def functions(self) -> frozenset[str]:
        """The names of the functions that can be called."""
        return self._there

    def _close(self) -> None:
        connection, limits = self._connection, self._limits
        for warmed in ("json_each", "json_tree"):
            # What makes them on their first use would have to be allowed else.
            connection.execute(f"SELECT 1 FROM {warmed}('[]')").fetchall()  # noqa: S608  # names of our own
        for pragma in ("trusted_schema = off", "query_only = on"):
            connection.execute(f"PRAGMA {pragma}")
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.value)
        if hasattr(connection, "enable_load_extension"):
            connection.enable_load_extension(False)  # noqa: FBT003  # sqlite3's signature
        connection.set_authorizer(self._may)

    def _may(self, action: int, one: str | None, other: str | None, _database: str | None, view: str | None) -> int:
        if action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE}:
            return sqlite3.SQLITE_OK
        of_ours = (view or "").lower() in self._tables  # it comes as the query writes it
        if action == sqlite3.SQLITE_READ and (one in self._tables or one in _JSON or of_ours):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ and not other and ((one or "").lower() not in self._hidden or (one or "").startswith(KEPT)):
            # What is counted without reading a column of it: something that a query names itself, or what a view joins.
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION and ((other or "").lower() in self._functions or (other == WHOLE and of_ours)):
            return sqlite3.SQLITE_OK
        wanted = {sqlite3.SQLITE_READ: (Wanted.TABLE, one), sqlite3.SQLITE_FUNCTION: (Wanted.FUNCTION, other)}
        what, name = wanted.get(action, (Wanted.STATEMENT, ""))
        self._refused = self._refused or Forbidden(what, name or "")
        return sqlite3.SQLITE_DENY

    def ask(self, query: str, values: Mapping[str, Value] | None = None) -> Answer:
        """The answer to a query. Raises ``Stopped``, ``Forbidden`` or ``Mistaken``."""
        self._refused, self._is_full = None, False
        if hidden := next((word for word in _WORD.findall(query) if word.lower().startswith(_PRAGMAS) or word.lower() in self._hidden), ""):
            # SQLite tells by its name what reads a table, and a query may call anything by the name of a view.
            raise Forbidden(Wanted.TABLE, hidden)
        with self._in_time(), self._understood(query):
            cursor = self._connection.execute(query, dict(values or {}))
            if cursor.description is None:
                raise Forbidden(Wanted.STATEMENT)
            columns = tuple(_unlike(column[0] for column in cursor.description))
            return Answer(columns, tuple(self._rows(cursor)))

    def _rows(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Value, ...]]:
        taken = 0
        for number, row in enumerate(cursor):
            taken += sum(len(value) if isinstance(value, str | bytes) else 8 for value in row)
            if number >= self._limits.rows:
                raise Stopped(Stop.ROWS)
            if taken > self._limits.characters:
                raise Stopped(Stop.ANSWER)
            yield row

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        end, most = monotonic() + self._limits.seconds, most_memory() + self._limits.memory

        def is_too_much() -> bool:
            self._is_full = most_memory() > most
            return self._is_full or monotonic() > end

        self._connection.set_progress_handler(is_too_much, _STEPS)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)

    @contextmanager
    def _understood(self, query: str) -> Iterator[None]:
        try:
            yield
        except MemoryError as error:
            raise Stopped(Stop.MEMORY) from error
        except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeError) as error:
            raise self._meant(query, str(error)) from error

    def _meant(self, query: str, said: str) -> Exception:
        """What SQLite's sentence means."""
        if self._refused is not None:
            return self._refused
        if self._is_full:
            return Stopped(Stop.MEMORY)
        if reason := next((reason for begun, reason in _STOPPED.items() if said.startswith(begun)), None):
            return Stopped(reason)
        if said.startswith("You can only execute one statement"):
            return Forbidden(Wanted.SEVERAL)
        if said.startswith("cannot modify"):
            return Forbidden(Wanted.STATEMENT)
        return Mistaken(said, self._place(query, said))

    def _place(self, query: str, said: str) -> int:
        """Where the word stands that SQLite's parser stopped at: the first end of which on it says the same."""
        begun, _, rest = said.partition('near "')
        word = rest.rpartition('": syntax error')[0]
        if begun or not word:
            return -1
        at = query.find(word)
        for _ in range(_MOST_PLACES):
            if at < 0 or self._says(query[: at + len(word)]) == said:
                return at
            at = query.find(word, at + 1)
        return -1

    def _says(self, query: str) -> str:
        try:
            self._connection.execute(f"EXPLAIN {query}")
        except (sqlite3.Error, sqlite3.Warning) as error:
            return str(error)
        return ""


def _unlike(names: Iterator[str]) -> Iterator[str]:
    """Names of columns, each once: the second of a name gets a number."""
    seen: set[str] = set()
    for name in names:
        other, number = name, 1
        while other in seen:
            number += 1
            other = f"{name}_{number}"
        seen.add(other)
        yield other


_STEPS = 200
"""So many steps of SQLite's machine between two looks at the time."""
_MOST_PLACES = 200
_WORD = re.compile(r"\w+")
_OF_SQLITE = ("sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema", "dbstat")
_PRAGMAS = "pragma_"
"""How the tables begin that SQLite makes of its settings."""
_JSON = frozenset({"json_each", "json_tree"})
_LIMITS = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 60,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_STOPPED = {
    "interrupted": Stop.TIME,
    "out of memory": Stop.MEMORY,
    "string or blob too big": Stop.VALUE,
    "string longer than": Stop.VALUE,
    "BLOB longer than": Stop.VALUE,
    "user-defined function raised exception": Stop.VALUE,
    "database or disk is full": Stop.MEMORY,
}
