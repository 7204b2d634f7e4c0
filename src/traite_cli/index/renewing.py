"""Bringing what is known up to date: files that changed are read, and what they hold now is written down."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from traite_cli.files.source import WorkTree
from traite_cli.index.database import Database
from traite_cli.index.known import Row, content_with, prune, put_records, put_rows, some_rows
from traite_cli.index.place import MARK
from traite_cli.index.reading import Read, Wanted, read_files, row_of
from traite_cli.index.since import note
from traite_cli.index.tree import Looked, Moment, State, is_plain, still_at, tell
from traite_cli.repository import Reached, placed


class Renewed(NamedTuple):
    """What is known now: of the whole, and of each file that changed (None: it is gone), with what was read of it."""

    state: State
    rows: Mapping[str, Row | None]
    before: Mapping[str, Row]
    """What was known of them, as far as anything was."""
    read: Mapping[str, Read]


def renewed(source: WorkTree, database: Database, looked: Looked, moment: Moment, reached: Reached | None) -> Renewed:
    """Read the files that changed. Raises ``Unusable``, ``Overtaken`` where another process knows more by now."""
    known = some_rows(database, [*looked.changed, *looked.gone]) if looked.before.turn else {}
    still_at(database, looked.before.turn)
    rows: dict[str, Row | None] = dict.fromkeys(looked.gone)
    read: dict[str, Read] = {}
    again = set(looked.before.again).difference(looked.changed, looked.gone)
    wanted = {one.path: one for one in _wanted(looked, known, rows)}
    for one in read_files(source, list(wanted.values()), database, reached):
        row = row_of(looked.changed[one.path][1], wanted[one.path].place, one)
        rows[one.path] = row
        if one.record is not None or one.kept is not None:
            read[one.path] = one
        if not row.hash or moment.holds(row.stamp):
            again.add(one.path)
    content = content_with(looked.before.content, known, rows)
    # Whoever has seen the same content under another stamp knows all records already.
    turn = os.urandom(8).hex()
    return Renewed(looked.state._replace(turn=turn, again=tuple(sorted(again)), content=content), rows, known, read)


def _wanted(looked: Looked, known: Mapping[str, Row], rows: dict[str, Row | None]) -> Iterator[Wanted]:
    """The files to read; of the others is told what they are."""
    for path, (found, stamp) in looked.changed.items():
        place = placed(found)
        if place.kind or (path == MARK and is_plain(stamp)):
            row = known.get(path)
            yield Wanted(path, place, row.hash if row is not None and row.kind == place.kind else b"")
        else:
            rows[path] = row_of(stamp, place, Read(path, b""))


def write(database: Database, before: State, now: Renewed) -> None:
    """Write down what is known now. Raises ``Unusable``, ``Overtaken`` where another process knows more by now."""
    with database.writing():
        still_at(database, before.turn)
        put_rows(database, now.rows)
        put_records(database, [(path, one.hash, one.kept) for path, one in sorted(now.read.items()) if one.kept is not None])
        note(database, now.before, now.rows)
        tell(database, now.state)
        prune(database)
