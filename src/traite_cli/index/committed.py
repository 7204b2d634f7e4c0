"""What the files of a revision hold: git tells them apart by their content, so that what is known of one is known of it anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

from traite_cli.files.revision import Revision
from traite_cli.files.source import Found
from traite_cli.index.database import Database, Unusable
from traite_cli.index.glance import PARTS
from traite_cli.index.known import Row, learn, put_records
from traite_cli.index.place import MARK
from traite_cli.index.reading import Read, Wanted, read_files, row_of
from traite_cli.index.tree import key_of
from traite_cli.repository import Reached, placed


class Committed(NamedTuple):
    """What is known of each file, and what was read of some just now."""

    rows: Mapping[str, Row]
    read: Mapping[str, Read]


def committed(source: Revision, database: Database, reached: Reached | None) -> Committed:
    """What is known of the files of a revision; what nobody has read yet is read, and kept. Raises ``Unusable``."""
    found = [(one, placed(one)) for folder in PARTS[:-1] for one in source.files(folder)]
    known = set(database.rows("SELECT path, hash FROM records"))
    rows = {one.path: row_of("", place, Read(one.path, bytes.fromhex(source.number(one.path)))) for one, place in found}
    missing = [(one.path, place) for one, place in found if place.kind and (key_of(one.path), rows[one.path].hash) not in known]
    others = dict(known) if missing else {}
    wanted = [Wanted(path, place, others.get(key_of(path), b"")) for path, place in missing]
    read = {one.path: one for one in read_files(source, wanted, database, reached)}
    rows |= {path: row_of("", placed(Found(path)), one) for path, one in read.items() if one.fault is not None}
    with suppress(Unusable):
        learn(database, (one.kept for one in read.values()))
        with database.writing():
            put_records(database, [(path, one.hash, one.kept) for path, one in read.items() if one.kept is not None])
        # What is written down need not be had twice.
        read = {path: one._replace(kept=None) for path, one in read.items() if one.record is not None}
    if settings := source.number(MARK):
        rows[MARK] = Row("", bytes.fromhex(settings), "", "", "")
    return Committed(rows, read)
