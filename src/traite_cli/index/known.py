"""What is known of each file, one row of the database for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from traite_cli.index.database import Database, Unusable
from traite_cli.index.pressing import common_words, joined, parted
from traite_cli.index.tree import key_of, path_of

try:
    # As Python's ``random`` does: ``hashlib`` loads OpenSSL, which takes as long as to open the database.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from traite_cli.index.stored import Stored


class Row(NamedTuple):
    """A file: its stamp, the hash of its content, the kind and slug of the record that it is ('' for none), its own faults as JSON."""

    stamp: str
    hash: bytes
    kind: str
    slug: str
    told: str


_WIDTH = 32


def content_with(content: str, before: Mapping[str, Row | None], after: Mapping[str, Row | None]) -> str:
    """What sums up the content of all files, whichever order they are read in, once some are other than they were.

    Those that changed are taken out of the sum and put in.
    """
    total = int(content or "0", 16)
    for path, row in after.items():
        total += _share(path, row) - _share(path, before.get(path))
    return f"{total % (1 << 8 * _WIDTH):x}"


def _share(path: str, row: Row | None) -> int:
    if row is None:
        return 0
    said = b"\0".join((key_of(path), row.hash, row.told.encode()))
    return int.from_bytes(blake2b(said, digest_size=_WIDTH).digest())


def _sum(key: bytes, row: Row) -> int:
    words = f"{row.stamp}\0{row.kind}\0{row.slug}\0{row.told}".encode("utf-8", "surrogatepass")
    return crc32(words, crc32(row.hash, crc32(key)))


def all_rows(database: Database) -> dict[str, Row]:
    """What is known of every file, in the order of their paths. Raises ``Unusable`` where some of it is damaged."""
    return rows_of(database.rows("SELECT * FROM files ORDER BY path"))


def some_rows(database: Database, paths: Collection[str]) -> dict[str, Row]:
    """What is known of some files, or of more than those where they are many. Raises ``Unusable`` as above."""
    if len(paths) > _FEW:
        return all_rows(database)
    return rows_of(row for path in paths for row in database.rows("SELECT * FROM files WHERE path = ?", [key_of(path)]))


_FEW = 100


def rows_of(kept: Iterable[Any]) -> dict[str, Row]:
    """Rows as the database has them. Raises ``Unusable`` as above."""
    found: dict[str, Row] = {}
    for key, stamp, content, kind, slug, told, summed in kept:
        row = Row(stamp, content, kind, slug, told)
        try:
            if _sum(key, row) != summed:
                raise Unusable
            found[path_of(key)] = row
        except (TypeError, AttributeError, ValueError) as error:
            raise Unusable from error
    return found


def put_rows(database: Database, rows: Mapping[str, Row | None]) -> None:
    """Write what is known of some files, and take those away of which nothing is."""
    database.do_each("DELETE FROM files WHERE path = ?", [(key_of(path),) for path, row in rows.items() if row is None])
    known = ((key_of(path), row) for path, row in rows.items() if row is not None)
    database.do_each("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", [(key, *row, _sum(key, row)) for key, row in known])


def put_records(database: Database, kept: Iterable[tuple[str, bytes, Stored]]) -> None:
    """Write what is kept of some records."""
    rows = ((key_of(path), content, database.pressed(joined(*one))) for path, content, one in kept)
    database.do_each("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", ((*row, record_sum(*row)) for row in rows))


def learn(database: Database, kept: Iterable[Stored | None]) -> None:
    """Learn the words with which records are pressed from some of them, where there are none yet. Raises ``Unusable``."""
    if not database.words and (words := common_words([joined(*one) for one in kept if one is not None], LEARNT)):
        with database.writing():
            database.learn(words)


LEARNT = 16
"""From so many records words are learnt: of twice as many, half would not be remembered."""


def kept_record(database: Database, path: str, content: bytes) -> tuple[bytes, bytes] | None:
    """What is kept of the record that a file of some content holds; None where nothing is. Raises ``Unusable`` where it is damaged."""
    for said, summed in database.rows("SELECT said, sum FROM records WHERE path = ? AND hash = ?", [key_of(path), content]):
        return taken_out(database, key_of(path), content, said, summed)
    return None


def taken_out(database: Database, key: bytes, content: bytes, said: bytes, summed: int) -> tuple[bytes, bytes]:
    """What is kept of a record, of its row. Raises ``Unusable`` where it is damaged."""
    try:
        if record_sum(key, content, said) != summed:
            raise Unusable
        return parted(database.unpressed(said))
    except (TypeError, ValueError) as error:
        raise Unusable from error


def record_sum(key: bytes, content: bytes, said: bytes) -> int:
    """What tells whether a record is as it was kept."""
    return crc32(said, crc32(content, crc32(key)))


_SPARE = 1000


def prune(database: Database) -> None:
    """Take records away that no file holds any more, once they are many: a branch that is left is often come back to."""
    ((records, files),) = database.rows("SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM files)")
    if records > 2 * files + _SPARE:
        database.do("DELETE FROM records WHERE NOT EXISTS (SELECT 1 FROM files f WHERE f.path = records.path AND f.hash = records.hash)")
