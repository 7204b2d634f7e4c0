"""The numbers by which the tables know records: in the order of kinds and of names, so that rows come in that order.

A record that is new gets one between those of its neighbours: what is asked without an order is answered in the same one, however the
tables came to be what they are. What is named and is no record has a number below zero, as long as it is none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from traite_cli.index.layout import KEPT, as_text
from traite_cli.kinds import KINDS

_PLACES = {kind: place for place, kind in enumerate(KINDS)}
_STEP, _BETWEEN_KINDS = 1 << 12, 1 << 27
"""What is left free between two records and between two kinds: numbers of a hundred thousand records still take four bytes."""


class NoRoom(Exception):  # told to nobody: all are numbered anew
    """There is no number left between two."""


def number_all(connection: sqlite3.Connection, refs: Iterable[str]) -> None:
    """Number records where none has a number yet."""
    number, last_kind = 0, ""
    told: list[tuple[int, str]] = []
    for kind, slug in sorted((ref.partition("/")[::2] for ref in map(as_text, refs)), key=lambda one: (_PLACES[one[0]], one[1])):
        number += _STEP if kind == last_kind else _BETWEEN_KINDS
        last_kind = kind
        told.append((number, f"{kind}/{slug}"))
    connection.executemany(f"INSERT INTO {KEPT}owners (id, ref) VALUES (?, ?)", told)  # noqa: S608  # names of our own


def number_of(connection: sqlite3.Connection, ref: str) -> int:
    """The number of what is named so, which it keeps as long as it is a record, or is none."""
    found = _found(connection, ref)
    return found if found is not None else _put_in(connection, min(_one(connection, "SELECT min(id) FROM {owners}") or 0, 0) - 1, ref)


def number_among(connection: sqlite3.Connection, ref: str) -> int:
    """The number of a record, in the order of all. Raises ``NoRoom``."""
    found = _found(connection, ref)
    if found is not None and found > 0:
        return found
    number = _between(connection, as_text(ref))
    if found is None:
        return _put_in(connection, number, ref)
    connection.execute(f"UPDATE {KEPT}owners SET id = ? WHERE id = ?", (number, found))  # noqa: S608  # names of our own
    return number


def _between(connection: sqlite3.Connection, ref: str) -> int:
    """A free number behind all records that come before one. Raises ``NoRoom``."""
    kind = ref.partition("/")[0]
    of_its_kind = _last(connection, kind, ref)
    earlier = (_last(connection, one, f"{one}0") for one in list(KINDS)[: _PLACES[kind]][::-1])  # 0 comes next after the stroke
    before = of_its_kind or next((one for one in earlier if one), 0)
    after = _one(connection, "SELECT min(id) FROM {owners} WHERE id > ?", before) or before + 2 * _BETWEEN_KINDS
    room = (after - before) // 2
    if not room:
        raise NoRoom
    return before + (min(room, _STEP) if of_its_kind else room)


def _last(connection: sqlite3.Connection, kind: str, end: str) -> int:
    """The number of the last record of a kind whose name comes before another; 0 for none."""
    query = "SELECT id FROM {owners} WHERE ref > ? AND ref < ? AND id > 0 ORDER BY ref DESC LIMIT 1"
    return _one(connection, query, f"{kind}/", end) or 0


def _found(connection: sqlite3.Connection, ref: str) -> int | None:
    return _one(connection, "SELECT id FROM {owners} WHERE ref = ?", as_text(ref))


def _put_in(connection: sqlite3.Connection, number: int, ref: str) -> int:
    connection.execute(f"INSERT INTO {KEPT}owners (id, ref) VALUES (?, ?)", (number, as_text(ref)))  # noqa: S608  # names of our own
    return number


def _one(connection: sqlite3.Connection, query: str, *values: object) -> int | None:
    row = connection.execute(query.format(owners=f"{KEPT}owners"), values).fetchone()
    return None if row is None or row[0] is None else int(row[0])
