"""The file that holds what was read: made when it is missing, made anew when it cannot be relied on, done without when it cannot be used.

Whatever is in it can be read again from the records, so that nobody waits for it: a transaction is short, and where another process
holds the file longer than a moment the work goes on without. What leads the program to believe something is summed, since SQLite
minds only what keeps it from finding its way. The file is its owner's, on the machine and in the folder in which it was made: one that
came with somebody's archive is not believed.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar
from zlib import crc32

from traite_cli.index.edition import this_edition
from traite_cli.index.place import Place
from traite_cli.index.pressing import pressed, unpressed

T = TypeVar("T")
_MOMENT = 0.5
"""Seconds that another process may keep us waiting."""
_SCHEMA = (
    "CREATE TABLE about (key TEXT PRIMARY KEY, value BLOB, sum INTEGER) WITHOUT ROWID",
    "CREATE TABLE files (path BLOB PRIMARY KEY, stamp TEXT, hash BLOB, kind TEXT, slug TEXT, told TEXT, sum INTEGER) WITHOUT ROWID",
    "CREATE TABLE withheld (path BLOB, hash BLOB, sums BLOB, PRIMARY KEY (path, hash)) WITHOUT ROWID",
    "CREATE TABLE records (path BLOB, hash BLOB, said BLOB, sum INTEGER, PRIMARY KEY (path, hash)) WITHOUT ROWID",
    "CREATE TABLE outcomes (key TEXT PRIMARY KEY, value BLOB, sum INTEGER)",
    "CREATE TABLE finds (number INTEGER PRIMARY KEY, key TEXT UNIQUE, turn INTEGER, sheets INTEGER, about BLOB, sum INTEGER)",
    "CREATE TABLE sheets (find INTEGER, first BLOB, faults BLOB, sum INTEGER, UNIQUE (find, first))",
    "CREATE TABLE worded (find INTEGER, form TEXT, first BLOB, text TEXT, counts TEXT, sum INTEGER, UNIQUE (find, form, first))",
    "CREATE TABLE named (number INTEGER PRIMARY KEY, path BLOB, hash BLOB, UNIQUE (path, hash))",
    "CREATE TABLE names (word TEXT, number INTEGER, sum INTEGER, PRIMARY KEY (word, number)) WITHOUT ROWID",
    "CREATE TABLE ends (part TEXT, word TEXT, PRIMARY KEY (part, word)) WITHOUT ROWID",
    "CREATE TABLE answers (key TEXT PRIMARY KEY, about BLOB, sum INTEGER, said BLOB)",
)
_CODING = ("utf-8", "surrogatepass")
"""The names of files may hold bytes that are no text."""
_PAGE = 1 << 13
"""A record is half a kilobyte, some are two: of SQLite's usual pages, those would not find room in one."""


_HARD = 4
"""How hard what is kept is pressed: a twelfth smaller than quickly, for 7 µs a record."""


class Unusable(Exception):  # told to nobody: the work is done without
    """The database cannot be used, or what it holds is damaged."""


class Overtaken(Unusable):
    """Another process writes, or has written since this one began to read, which then let the database go: nothing is damaged."""


class Database:
    """An open database. What fails raises ``Unusable``."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        self._connection = connection
        self.path = path
        self.writable = writable
        self._is_open = True

    @classmethod
    def at(cls, place: Place) -> Self:
        """Open the database of a place; make it, or make it anew, where that is needed. Raises ``Unusable``."""
        path = place.database
        try:
            _is_our_own(path)
        except FileNotFoundError:
            _make_folder(place)
            return cls._made(path)
        except OSError as error:
            raise Unusable from error
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        try:
            found = cls(_connected(path, writable=writable), path, writable=writable)
            if found.has_our_tables() and found.about("edition") == _signature(path):
                return found
            found.close()
        except sqlite3.OperationalError as error:
            if _is_busy(error) or not writable:
                raise Unusable from error
        except (sqlite3.Error, Unusable):
            pass
        if not writable:
            raise Unusable
        _take_away(path)
        return cls._made(path)

    @classmethod
    def _made(cls, path: Path) -> Self:
        try:
            connection = _connected(path, writable=True, making=True)
        except (sqlite3.Error, OSError) as error:
            raise Unusable from error
        made = cls(connection, path, writable=True)
        try:
            made._fill()
        except Unusable:
            made.close()
            raise
        return made

    def anew(self) -> Self:
        """The same database for a process that was made of this one: it must not use what this one opened. Raises ``Unusable``."""
        try:
            return type(self)(_connected(self.path, writable=self.writable), self.path, writable=self.writable)
        except sqlite3.Error as error:
            raise Unusable from error

    def _fill(self) -> None:
        """Make the tables. Two processes may begin at once: the second finds them made."""
        with self.writing():
            if not self.rows("SELECT 1 FROM sqlite_master"):
                for statement in _SCHEMA:
                    self.do(statement)
                self.put_down("edition", _signature(self.path))
        if not self.has_our_tables() or self.about("edition") != _signature(self.path):
            raise Unusable

    def has_our_tables(self) -> bool:
        """Whether there are our tables and nothing else: a view or a trigger that somebody planted would do what we ask for in its way."""
        return {sql for (sql,) in self.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")} == set(_SCHEMA)

    def moment(self) -> int:
        """What time it is on the disk that the database lies on, in nanoseconds; 0 where nothing can be written there."""
        try:
            os.utime(self.path)
            return self.path.stat().st_mtime_ns
        except OSError:
            return 0

    def close(self) -> None:
        self._is_open = False
        with suppress(sqlite3.Error):
            self._connection.close()

    def __del__(self) -> None:
        # Python's connection lies in a circle of its own, and would keep its file open to the end.
        # When Python itself ends, nothing may be left to call, not even what suppresses errors.
        try:  # noqa: SIM105  # as said above
            self._connection.close()
        except Exception:  # noqa: BLE001, S110  # as said above
            pass

    def forget(self) -> None:
        """Take the database away: what it holds is damaged."""
        self.close()
        _take_away(self.path)

    def rows(self, statement: str, values: Iterable[Any] = ()) -> list[Any]:
        """What a query finds."""
        return self._tried(lambda: self._connection.execute(statement, tuple(values)).fetchall())

    def each(self, statement: str, values: Iterable[Any] = ()) -> Iterator[Any]:
        """What a query finds, one after the other, where all at once would be much."""
        found = self._tried(lambda: self._connection.execute(statement, tuple(values)))
        while (row := self._tried(found.fetchone)) is not None:
            yield row

    def do(self, statement: str, values: Iterable[Any] = ()) -> None:
        self._tried(lambda: self._connection.execute(statement, tuple(values)))

    def do_each(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._tried(lambda: self._connection.executemany(statement, rows))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All of it is written, or nothing. Raises ``Unusable`` where another process writes."""
        if not self.writable:
            raise Unusable
        self.do("BEGIN IMMEDIATE")
        try:
            yield
            self.do("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def fill_pages(self) -> None:
        """Write all of it anew, once much was put in at a time: what came in no order leaves an eighth of its pages empty."""
        # Nobody waits for it: while it is written nobody can read.
        self.do("PRAGMA cache_spill = ON")
        self.do("VACUUM")
        self.do("PRAGMA cache_spill = OFF")

    def about(self, key: str) -> Any:
        """What was told of the whole, None where nothing was. Raises ``Unusable`` where it is damaged."""
        found = self.rows("SELECT value, sum FROM about WHERE key = ?", [key])
        return unsealed(key, *found[0]) if found else None

    def put_down(self, key: str, value: Any) -> None:
        self.do("INSERT OR REPLACE INTO about VALUES (?, ?, ?)", [key, *sealed(key, value)])

    @cached_property
    def words(self) -> bytes:
        """With which words records are pressed; none before some were learnt."""
        return str(self.about("words") or "").encode()

    def learn(self, words: bytes) -> None:
        """From here on records are pressed with these words, unless others were learnt: in a transaction, since they stay."""
        self.__dict__.pop("words", None)
        if not self.words:
            self.put_down("words", words.decode("utf-8", "replace"))
            del self.words

    def pressed(self, data: bytes) -> bytes:
        return pressed(data, self.words, _HARD)

    def unpressed(self, data: bytes) -> bytes:
        """What was pressed. Raises ``ValueError`` where it was not."""
        try:
            return unpressed(data, self.words)
        except ValueError:
            # Another process may have learnt words since this one looked.
            self.__dict__.pop("words", None)
            return unpressed(data, self.words)

    def _tried(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except (sqlite3.Error, OverflowError, ValueError) as error:
            raise (Unusable if self._is_open and not _is_busy(error) else Overtaken) from error


def sealed(key: str, value: Any) -> tuple[bytes, int]:
    """A value as it is kept under a key, with its sum."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(*_CODING)
    return data, crc32(data, crc32(key.encode(*_CODING)))


def unsealed(key: str, data: object, summed: object) -> Any:
    """The value that was kept. Raises ``Unusable`` where it is not what was sealed."""
    if not isinstance(data, bytes) or crc32(data, crc32(key.encode(*_CODING))) != summed:
        raise Unusable
    try:
        return json.loads(data.decode(*_CODING))
    except ValueError as error:
        raise Unusable from error


def _signature(path: Path) -> list[Any]:
    """What must be as it was when the database was made: the program, the file itself and the folder that it lies in.

    Raises ``Unusable`` where another process has taken the file away meanwhile.
    """
    try:
        number = path.stat().st_ino
    except OSError as error:
        raise Unusable from error
    return [this_edition(), number, str(path), list(os.uname())[1] if hasattr(os, "uname") else sys.platform]


def _is_our_own(path: Path) -> None:
    """Raises ``OSError`` where there is no plain file, or one of somebody else's."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or path.parent.is_symlink() or (hasattr(os, "geteuid") and status.st_uid != os.geteuid()):
        raise PermissionError(path)


def _connected(path: Path, *, writable: bool, making: bool = False) -> sqlite3.Connection:
    mode = "rwc" if making else "rw" if writable else "ro"
    connection = opened(path, mode)
    try:
        if making:
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            # What was found, told and answered makes room for what comes next: its pages are given back.
            connection.execute("PRAGMA auto_vacuum = FULL")
        # What a crash of the machine leaves is noticed, and made anew: there is no need to wait for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        # A large transaction must not lock others out before its end.
        connection.execute("PRAGMA cache_spill = OFF")
        # What the system holds of the file need not be held once more: that is two megabytes to a process, and no quicker.
        connection.execute("PRAGMA cache_size = -256")
    except sqlite3.Error:
        connection.close()
        raise
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged file quotes its bytes.
        connection.close()
        raise sqlite3.DatabaseError from error
    return connection


def opened(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file that is to be read (``ro``), written (``rw``) or made (``rwc``)."""
    # As Path.as_uri() does, which imports for longer than the database is looked at.
    name = path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{'' if name.startswith('/') else '/'}{name}?mode={mode}", timeout=_MOMENT, isolation_level=None, uri=True)


def _is_busy(error: Exception) -> bool:
    # What is said of a damaged file may have no number.
    number = getattr(error, "sqlite_errorcode", 0) if isinstance(error, sqlite3.OperationalError) else 0
    return number & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _make_folder(place: Place) -> None:
    folder = place.database.parent
    try:
        if folder.is_symlink():
            raise Unusable
        folder.mkdir(exist_ok=True)
        if place.git is None:
            with suppress(FileExistsError), (folder / ".gitignore").open("xb") as ignored:
                ignored.write(b"*\n")
    except OSError as error:
        raise Unusable from error


def _take_away(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        try:
            name.unlink(missing_ok=True)
        except OSError as error:
            raise Unusable from error
