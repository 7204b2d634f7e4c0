"""The tables of a repository in an SQLite database: made, filled, brought up to date record by record, and turned to a day.

What is kept holds for every day: ``look_at`` says which one is asked about, and the views follow. A repository that was cut to a circle
makes tables of that circle, which must be kept apart.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from traite_cli.index.layout import KEPT, created, inserted
from traite_cli.index.rows import rows_of
from traite_cli.index.schema import tables
from traite_cli.index.times import Membership
from traite_cli.kinds import Commitment, Organisation, Record
from traite_cli.repository import Repository

FOR_EVER = date.max.isoformat()


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, their views and the one row that says which day is asked about: for the present, every day."""
    connection.execute("CREATE TABLE moment (day TEXT NOT NULL, horizon TEXT NOT NULL)")
    connection.execute("INSERT INTO moment VALUES (?, ?)", (FOR_EVER, FOR_EVER))
    for table in tables().values():
        for statement in created(table):
            connection.execute(statement)


def look_at(connection: sqlite3.Connection, day: date, *, nothing_later: bool = False) -> None:
    """Turn the views to a day; ``nothing_later`` when what is dated later is not there at all (``--as-of``)."""
    connection.execute("UPDATE moment SET day = ?, horizon = ?", (day.isoformat(), day.isoformat() if nothing_later else FOR_EVER))


def fill(connection: sqlite3.Connection, repository: Repository) -> None:
    """Put all records in."""
    add(connection, repository, repository.all())


def add(connection: sqlite3.Connection, repository: Repository, records: Iterable[Record]) -> None:
    """Put the rows of some records in."""
    found: dict[str, list[tuple[object, ...]]] = {name: [] for name in tables()}
    membership = Membership(repository)
    for record in records:
        for row in rows_of(repository, record, membership):
            found[row.table].append((record.ref, row.known, *row.cells))
    for name, rows in found.items():
        connection.executemany(inserted(tables()[name]), rows)


def forget(connection: sqlite3.Connection, refs: Iterable[str]) -> None:
    """Take the rows of some records out."""
    owners = [(ref,) for ref in refs]
    for name in tables():
        connection.executemany(f"DELETE FROM {KEPT}{name} WHERE owner = ?", owners)  # noqa: S608  # names of our own


def touched(repository: Repository, changed: Iterable[Record]) -> dict[str, Record]:
    """The records whose rows depend on some that changed, these included.

    Those that name them; of the commitments among all these the whole, the parts, and who names them, since the day from which a commitment
    is known is that of its meeting; where an organisation changed, what each member owes. What is gone or came is asked of the
    repository before the change and of the one after it.
    """
    found = {record.ref: record for record in changed}
    if any(isinstance(record, Organisation) for record in found.values()):
        found |= {one.ref: one for one in repository.of(Commitment).values() if one.each_member}
    found |= _naming(repository, found.values())
    waiting = [one for one in found.values() if isinstance(one, Commitment)]
    families: dict[str, Record] = {}
    while waiting:
        one = waiting.pop()
        if one.ref not in families:
            families[one.ref] = one
            whole = repository.get(Commitment, one.part_of)
            waiting += [*repository.parts(one), *([whole] if whole else [])]
    return found | families | _naming(repository, families.values())


def _naming(repository: Repository, records: Iterable[Record]) -> dict[str, Record]:
    return {mention.record.ref: mention.record for one in records for mention in repository.referrers(one)}
