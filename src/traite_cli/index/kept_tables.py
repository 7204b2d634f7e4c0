"""The tables and the full text of a work tree's records, kept in a file beside the database.

Who names whom, the rows and the full text are each filled at the first need, then brought up to date where a file changed. The file is
believed as long as it is, to the last stamp of its disk, the one that was left here: the database says which that is. Whatever is wrong
with it, it is made anew from the records.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.index.database import Database, Unusable, opened
from traite_cli.index.layout import is_text
from traite_cli.index.numbers import NoRoom
from traite_cli.index.place import MARK

if TYPE_CHECKING:
    from traite_cli.files.source import Source
    from traite_cli.index.cache import Cache
    from traite_cli.index.finders import FullText
    from traite_cli.kinds import Record
    from traite_cli.repository import Repository

_ABOUT = "CREATE TABLE kept_about (content TEXT NOT NULL, settings BLOB NOT NULL, has_text INTEGER NOT NULL, has_rows INTEGER NOT NULL)"
"""No query may hold the name of what is not to be asked: all of that is called ``kept_…``."""
_FEW = 4
"""Where more than one record of so many changed, filling anew is as quick."""
_PAGE = 1 << 11
"""Rows are short, and there are many tables."""


class KeptTables:
    """The kept tables of a work tree; ``repository`` gives its records, and is asked only where some changed.

    All that is asked of them raises ``Unusable`` where there can be none: then whoever asks makes tables of their own.
    """

    def __init__(self, cache: Cache, source: Source, repository: Callable[[], Repository]) -> None:
        self._cache, self._source, self._repository = cache, source, repository
        self._left_open: list[sqlite3.Connection] = []

    def close(self) -> None:
        """Let go of the file: as long as somebody reads it nobody can write it. Whoever asks on opens it again."""
        self.__dict__.pop("_connection", None)
        while self._left_open:
            self._left_open.pop().close()

    def turned_to(self, day: date, *, nothing_later: bool) -> sqlite3.Connection:
        """A connection of the caller's own whose views look at a day."""
        from traite_cli.index import tables

        with self._usable():
            connection = self._with("has_rows", self._add_rows)
            tables.show(connection)
            tables.look_at(connection, day, nothing_later=nothing_later)
        return connection

    def finder(self) -> FullText:
        """Who finds records by their words."""
        from traite_cli.index.finders import FullText

        with self._usable():
            return FullText(self._with("has_text", self._add_text))

    def naming(self, ref: str, kind: str) -> list[str] | None:
        """The records of a kind that may name one, by their names with their kinds; None where that is not known."""
        from traite_cli.index import naming

        with suppress(Unusable), self._usable():
            return naming.naming(self._connection, ref, kind)
        return None

    def may_name(self, ref: str, name: str) -> bool | None:
        """Whether a record, by its name with its kind, may have a name in it; None where there is no such record."""
        from traite_cli.index import naming

        with suppress(Unusable), self._usable():
            return naming.may_name(self._connection, ref, name)
        return True

    @contextmanager
    def _usable(self) -> Iterator[None]:
        """Whatever is wrong with the file raises ``Unusable``; a damaged one is taken away, and made anew by whoever comes next."""
        try:
            yield
        except (sqlite3.Error, OSError, _Useless) as error:
            if type(error) is sqlite3.DatabaseError:  # what is only locked, or lacks a table, is a case of its own
                with suppress(OSError):
                    self._path.unlink()
            raise Unusable from error

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        return self._opened()

    @cached_property
    def _content(self) -> str:
        return self._cache.content(self._source)

    @property
    def _database(self) -> Database:
        if self._cache.database is None:
            raise Unusable
        return self._cache.database

    @property
    def _path(self) -> Path:
        return self._database.path.with_suffix(".tables")

    # --- reading ------------------------------------------------------------------------------------------------------------

    def _opened(self) -> sqlite3.Connection:
        """The tables as they are to be; nobody writes them before the connection is closed."""
        for attempt in (self._update, self._make, None):
            if self._is_as_left:
                connection = connected(self._path, "ro")
                with or_closed(connection):
                    connection.execute("BEGIN")
                    if about(connection).content == self._content:
                        self._left_open.append(connection)
                        return connection
                connection.close()
            if attempt is not None:
                with suppress(_Useless):
                    attempt()
        raise Unusable

    def _with(self, part: str, add: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
        """The same with a part of them, which is added where nobody has asked for it yet, or another process has made all anew since."""
        for change in (add, add, None):
            connection = self._opened()
            if getattr(about(connection), part):
                return connection
            self._let_go(connection)
            if change is not None:
                self._write(change)
        raise Unusable

    def _let_go(self, connection: sqlite3.Connection) -> None:
        connection.close()

    @property
    def _is_as_left(self) -> bool:
        """Whether the file is the one that was left here."""
        stamp = _stamp(self._path)
        return stamp is not None and self._database.about("tables") == stamp

    # --- writing ------------------------------------------------------------------------------------------------------------

    def _update(self) -> None:
        """Bring the file up to date. Raises ``_Useless`` where there is none, or one that is too far behind."""
        if not self._is_as_left:
            raise _Useless
        self._write(self._bring_up_to_date)

    def _write(self, change: Callable[[sqlite3.Connection], None]) -> None:
        """Change the file as a whole, or leave it as it is."""
        connection = connected(self._path, "rw")
        try:
            connection.execute("BEGIN IMMEDIATE")
            before = about(connection)
            change(connection)
            filled = about(connection).has_rows > before.has_rows
            connection.execute("COMMIT")
            if filled:
                # Rows that come one after the other leave a tenth of their pages empty.
                connection.execute("VACUUM")
                with suppress(Unusable):
                    self._database.fill_pages()
        finally:
            connection.close()
        self._database.put_down("tables", _stamp(self._path))

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        from traite_cli.index import full_text, tables

        settings, now = self._known()
        _, before, has_text, has_rows = about(connection)
        kept = tables.hashes(connection)
        changed = sorted(ref for ref in {*kept, *now} if kept.get(ref) != now.get(ref))
        if settings != before or len(changed) > len(now) // _FEW:
            raise _Useless
        if has_text:
            has_text = self._forget_text(connection, [(ref, kept[ref]) for ref in changed if ref in kept])
        retold = {ref for ref in changed if ref in kept and ref in now and self._is_retold(ref, kept[ref], now[ref])}
        repository = self._repository().related_by(_Among(connection))
        try:
            due = tables.bring_up_to_date(connection, repository, changed, now, retold, has_rows=bool(has_rows))
        except NoRoom as error:
            raise _Useless from error
        if has_text:
            full_text.add(connection, repository, tables.records(repository, changed))
            full_text.date_anew(connection, repository, tables.records(repository, due))
        connection.execute("UPDATE kept_about SET content = ?, has_text = ?", (self._content, has_text))

    def _is_retold(self, ref: str, *contents: bytes) -> bool:
        """Whether two contents of a record say the same but for its text."""
        from traite_cli.index.known import kept_record

        before, after = (kept_record(self._database, f"records/{ref}.md", content) for content in contents)
        return before is not None and after is not None and before[0] == after[0]

    def _forget_text(self, connection: sqlite3.Connection, gone: list[tuple[str, bytes]]) -> bool:
        """Take records out of the full text; where one is not known any more as it was, all: whoever searches makes it anew."""
        from traite_cli.index import full_text
        from traite_cli.index.recalling import record_kept

        before = [record_kept(self._database, ref, content) for ref, content in gone]
        there: list[Record] = [record for record in before if record is not None]
        if len(there) == len(before):
            full_text.forget(connection, there)
            return True
        full_text.forget_all(connection)
        return False

    def _add_text(self, connection: sqlite3.Connection) -> None:
        from traite_cli.index import full_text

        repository = self._still(connection)
        full_text.forget_all(connection)
        full_text.add(connection, repository, repository.all())
        connection.execute("UPDATE kept_about SET has_text = 1")

    def _add_rows(self, connection: sqlite3.Connection) -> None:
        from traite_cli.index import tables

        repository = self._still(connection)
        if not about(connection).has_rows:
            tables.learn(connection, repository)
            tables.add(connection, repository, repository.all())
            connection.execute("UPDATE kept_about SET has_rows = 1")

    def _still(self, connection: sqlite3.Connection) -> Repository:
        """The records, where the tables are still those of their content. Raises ``Unusable``."""
        if about(connection).content != self._content:
            raise Unusable
        return self._repository()

    def _make(self) -> None:
        """Make the file anew, beside the old one, which it takes the place of."""
        from traite_cli.index import full_text, tables

        settings, now = self._known()
        path = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        path.unlink(missing_ok=True)
        try:
            connection = connected(path, "rwc")
            try:
                connection.execute(f"PRAGMA page_size = {_PAGE}")
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("BEGIN")
                for statement in (_ABOUT, *tables.statements(), *(full_text.STATEMENTS if full_text.is_available() else ())):
                    connection.execute(statement)
                tables.keep(connection, self._repository(), now)
                connection.execute("INSERT INTO kept_about VALUES (?, ?, 0, 0)", (self._content, settings))
                connection.execute("COMMIT")
            finally:
                connection.close()
            path.replace(self._path)
        finally:
            path.unlink(missing_ok=True)
        self._database.put_down("tables", _stamp(self._path))

    def _known(self) -> tuple[bytes, dict[str, bytes]]:
        """What tells the content of ``traite.toml``, and that of each record. Raises ``Unusable`` where one's name is no text."""
        files = self._cache.files(self._source)
        settings = files[MARK].hash if MARK in files else b""
        now = {f"{row.kind}/{row.slug}": row.hash for row in files.values() if row.kind}
        if not is_text("".join(now)):
            raise Unusable
        return settings, now


class _Useless(Exception):  # told to nobody: the file is made anew
    """The file of tables is not to be brought up to date."""


class _Among:
    """Who may name whom, as the tables of a connection know it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def naming(self, ref: str, kind: str) -> list[str]:
        from traite_cli.index import naming

        return naming.naming(self._connection, ref, kind)

    def may_name(self, ref: str, name: str) -> bool | None:
        from traite_cli.index import naming

        return naming.may_name(self._connection, ref, name)


class About(NamedTuple):
    """Of which content the tables are, under which configuration, and what they have."""

    content: str
    settings: bytes
    has_text: int
    has_rows: int


def about(connection: sqlite3.Connection) -> About:
    """What a file of tables says of itself."""
    return About(*connection.execute("SELECT * FROM kept_about").fetchone())


def connected(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to the file, which can be made again at any time."""
    connection = opened(path, mode)
    with or_closed(connection):
        connection.execute("PRAGMA synchronous = OFF")
    return connection


@contextmanager
def or_closed(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection where what is done with it fails: left open it would keep others from writing."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _stamp(path: Path) -> list[int] | None:
    """What a file is told by on its disk; None where there is no plain one."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return [found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]
