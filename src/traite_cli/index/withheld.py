"""What may be withheld of the records, kept as the sums of its runs of words: a document can be looked through for all of it at once.

It is kept for the circle that is kept from least: what that may not read is little. Whoever finds a sum in a document looks at the
records themselves; what has none of the sums holds nothing of what is withheld.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from traite_cli.index.database import Database, Overtaken, Unusable
from traite_cli.index.known import taken_out
from traite_cli.index.stored import record_from
from traite_cli.index.tree import path_of, state_in
from traite_cli.kinds import AUDIENCES
from traite_cli.language import words
from traite_cli.language.runs import runs, sum_of
from traite_cli.repository import Configuration, may_withhold

if TYPE_CHECKING:
    from traite_cli.files import Source
    from traite_cli.index.cache import Cache

CIRCLE = AUDIENCES[-2]
_WIDTH = "I"
_KEY = "withheld"
_NEW = (
    "SELECT f.path, f.hash, f.kind, f.slug, r.said, r.sum FROM files AS f"
    " LEFT JOIN withheld AS w ON w.path = f.path AND w.hash = f.hash LEFT JOIN records AS r ON r.path = f.path AND r.hash = f.hash"
    " WHERE f.kind <> '' AND w.path IS NULL"
)
_GONE = "DELETE FROM withheld WHERE NOT EXISTS (SELECT 1 FROM files AS f WHERE f.path = withheld.path AND f.hash = withheld.hash)"


def withheld_sums(cache: Cache, source: Source, configuration: Configuration) -> set[int] | None:
    """The sums of all runs that may be withheld from the circle; None where the database cannot tell of each record."""
    try:
        content = cache.content(source)
        database = cache.settled
        if database is None:
            return None
        kept = database.about(_KEY)
        if kept is None or kept[:2] != [content, configuration.audience]:
            kept = _brought_up_to_date(database, content, configuration, kept)
        return _sums(database, *kept[2:])
    except Unusable:
        return None


def _sums(database: Database, number: int, summed: int) -> set[int]:
    """What is kept of all records. Raises ``Unusable`` where some of it is missing or damaged."""
    rows = database.rows("SELECT sums FROM withheld WHERE sums <> x''")
    if [len(rows), _total(rows)] != [number, summed]:
        raise Unusable
    found = array(_WIDTH)
    for (data,) in rows:
        found.frombytes(data)
    return set(found)


def _total(rows: list[tuple[bytes]]) -> int:
    return sum(crc32(data) for (data,) in rows)


def _brought_up_to_date(database: Database, content: str, configuration: Configuration, before: list[object] | None) -> list[object]:
    """Look at the records that are not known yet. Raises ``Unusable`` where one of them is not in the database."""
    with database.writing():
        if state_in(database).content != content:
            raise Overtaken
        if before is None or before[1] != configuration.audience:
            database.do("DELETE FROM withheld")
        database.do(_GONE)
        database.do_each("INSERT INTO withheld VALUES (?, ?, ?)", list(_new(database, configuration)))
        rows = database.rows("SELECT sums FROM withheld WHERE sums <> x''")
        told = [content, configuration.audience, len(rows), _total(rows)]
        database.put_down(_KEY, told)
    return told


def _new(database: Database, configuration: Configuration) -> Iterator[tuple[bytes, bytes, bytes]]:
    for path, content, kind, slug, said, summed in database.rows(_NEW):
        record = record_from(kind, slug, path_of(path), *taken_out(database, path, content, said, summed))
        found = {sum_of(run) for said in may_withhold(record, CIRCLE, configuration) for run in runs(words(said))}
        yield path, content, array(_WIDTH, sorted(found)).tobytes()
