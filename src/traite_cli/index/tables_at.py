"""The tables and the full text of a revision: those that are kept, changed where its records are others.

What is changed is never committed: it is there for one connection, and the file stays as it is. Meanwhile nobody else can write it, and
who wants to makes tables of their own.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from traite_cli.index.database import Unusable
from traite_cli.index.kept_tables import KeptTables, about, connected, or_closed

if TYPE_CHECKING:
    from traite_cli.repository import Repository


class TablesAt(KeptTables):
    """The tables of a revision; where there are none to be changed, its own are what is kept."""

    def naming(self, ref: str, kind: str) -> list[str] | None:
        # To make tables that nobody has needed yet takes longer than to look at all records.
        with suppress(Unusable):
            return super().naming(ref, kind) if self._is_as_left else None
        return None

    def may_name(self, ref: str, name: str) -> bool | None:
        with suppress(Unusable):
            return super().may_name(ref, name) if self._is_as_left else True
        return True

    def _opened(self) -> sqlite3.Connection:
        return self._connection

    def _let_go(self, connection: sqlite3.Connection) -> None:
        self.__dict__.pop("_connection")
        connection.close()

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        """The one connection: a second one could not change what this one has changed."""
        if not self._is_as_left:
            self._make()
        connection = connected(self._path, "rw")
        with or_closed(connection):
            # Nothing may come to the disk, be it for a moment: the file would not be as it was left.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA cache_spill = OFF")
            connection.execute("BEGIN")
            self._turn(connection)
        self._left_open.append(connection)
        return connection

    def _still(self, connection: sqlite3.Connection) -> Repository:
        self._turn(connection)
        return self._repository()

    def _turn(self, connection: sqlite3.Connection) -> None:
        """Have a connection show the tables of the revision."""
        if about(connection).content != self._content:
            self._bring_up_to_date(connection)
