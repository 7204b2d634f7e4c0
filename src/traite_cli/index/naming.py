"""Who may name whom: for each record the records that its fields, its text or its fences name, be they there or not.

Which fields it has is known in the same way, and for whom it says that it is.

Names are kept as sums of their letters, which takes a tenth of the room: what is found is all that name a record, and now and then one
that does not. Whoever asks looks at the records found.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from zlib import crc32

from traite_cli.index.layout import KEPT, as_text
from traite_cli.kinds import Record
from traite_cli.repository import TOLD, body_references, own_audience, prose_of, references, told, told_audience

NAMES = f"CREATE TABLE {KEPT}names (name INTEGER NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (name, owner)) WITHOUT ROWID"


def add(connection: sqlite3.Connection, number: int, record: Record) -> None:
    """Put in whom a record names; ``number`` is its own."""
    connection.executemany(
        f"INSERT OR IGNORE INTO {KEPT}names VALUES (?, ?)",  # noqa: S608  # names of our own
        [(name, number) for name in {_sum(one) for one in _named(record)}],
    )


def add_all(connection: sqlite3.Connection, records: Iterable[tuple[int, Record]]) -> None:
    """The same for all records, each with its number: in their order, so that each name comes to lie behind the last."""
    named = sorted((name, number) for number, record in records for name in {_sum(one) for one in _named(record)})
    connection.executemany(f"INSERT INTO {KEPT}names VALUES (?, ?)", named)  # noqa: S608  # names of our own


def forget(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take out whom some records name."""
    connection.execute(f"DELETE FROM {KEPT}names WHERE owner IN (SELECT value FROM json_each(?))", (json.dumps([*numbers]),))  # noqa: S608  # names of our own


def naming(connection: sqlite3.Connection, ref: str, kind: str = "") -> list[str]:
    """The records that may name one, those of a kind."""
    found = connection.execute(
        f"SELECT o.ref FROM {KEPT}names AS n JOIN {KEPT}owners AS o ON o.id = n.owner WHERE n.name = ?",  # noqa: S608  # names of our own
        (_sum(ref),),
    )
    return [one for (one,) in found if not kind or one.startswith(f"{kind}/")]


def may_name(connection: sqlite3.Connection, ref: str, name: str) -> bool | None:
    """Whether a record may have a name in it; None where there is no such record."""
    found = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM {KEPT}names WHERE name = ? AND owner = o.id)"  # noqa: S608  # names of our own
        f" FROM {KEPT}owners AS o WHERE o.ref = ? AND o.hash IS NOT NULL",
        (_sum(name), as_text(ref)),
    ).fetchone()
    return None if found is None else bool(found[0])


def _named(record: Record) -> Iterator[str]:
    links = (link.ref for link in body_references(record) if link.ref is not None)
    for ref in (*(ref for _, ref in references(record)), *links):
        yield from (f"{kind}/{ref.slug}" for kind in ref.kinds)
    yield from (f"topics/{prose.topic}" for prose in prose_of(record) if prose.topic)
    yield from (told(kind, field) for kind, field in TOLD if kind == record.KIND and record.get(field))
    yield told_audience(own_audience(record))


def _sum(ref: str) -> int:
    """A number of three bytes, as SQLite counts them: of as many records as a collective has, few names share one."""
    return (crc32(ref.encode("utf-8", "surrogatepass")) & 0xFFFFFF) - 0x800000
