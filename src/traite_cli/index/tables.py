"""The tables of a repository in an SQLite database: made, filled, brought up to date record by record, and turned to a day.

What is kept holds for every day: ``look_at`` says which one is asked about, and the views follow. A repository that was cut to a circle
makes tables of that circle, which must be kept apart.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial

from traite_cli.index import naming
from traite_cli.index.layout import KEPT, OWNERS, WHOLE, WORDS, as_text, inserted, is_text, kept, seen
from traite_cli.index.numbers import number_all, number_among, number_of
from traite_cli.index.pressing import WELL, common_words, pressed, unpressed
from traite_cli.index.rows import rows_of
from traite_cli.index.schema import FIELDS, MENTIONS, MOMENT, tables
from traite_cli.index.times import Membership
from traite_cli.kinds import Commitment, Record
from traite_cli.repository import Repository, prose_of

FOR_EVER = date.max


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, their views and the one row that says which day is asked about: for the present, every day."""
    for statement in statements():
        connection.execute(statement)
    show(connection)


def statements() -> Iterator[str]:
    """What makes all that is kept."""
    yield from (OWNERS, FIELDS, WORDS, naming.NAMES)
    yield from map(kept, tables().values())


def show(connection: sqlite3.Connection) -> None:
    """Make what belongs to a connection: the moment, the views that look at it, and what takes long texts out for them."""
    # Whoever says so later loses what is there by then.
    connection.execute("PRAGMA temp_store = memory")
    connection.execute(f"CREATE TEMP TABLE {KEPT}moment (day TEXT NOT NULL, horizon TEXT NOT NULL, known INTEGER NOT NULL)")
    connection.execute(f"INSERT INTO {KEPT}moment VALUES ('', '', 0)")  # noqa: S608  # names of our own
    connection.execute(f"CREATE TEMP VIEW {MOMENT.name} AS SELECT day, horizon FROM {KEPT}moment")  # noqa: S608  # names of our own
    look_at(connection, FOR_EVER)
    connection.create_function(WHOLE, 1, partial(_whole, _words(connection)), deterministic=True)
    for table in tables().values():
        connection.execute(seen(table))


def look_at(connection: sqlite3.Connection, day: date, *, nothing_later: bool = False) -> None:
    """Turn the views to a day; ``nothing_later`` when what is dated later is not there at all (``--as-of``)."""
    horizon = day if nothing_later else FOR_EVER
    moment = (day.isoformat(), horizon.isoformat(), horizon.toordinal())
    connection.execute(f"UPDATE {KEPT}moment SET day = ?, horizon = ?, known = ?", moment)  # noqa: S608  # names of our own


def fill(connection: sqlite3.Connection, repository: Repository) -> None:
    """Put all records in."""
    number_all(connection, (record.ref for record in repository.all()))
    add(connection, repository, repository.all())


def add(connection: sqlite3.Connection, repository: Repository, records: Iterable[Record]) -> None:
    """Put the rows of some records in."""
    found: _Rows = {name: [] for name in tables()}
    membership = Membership(repository)
    number, field = cache(partial(number_of, connection)), cache(partial(_field, connection))
    for count, record in enumerate(records, 1):
        places: Counter[str] = Counter()
        named = is_text(record.slug)
        for row in rows_of(repository, record, membership):
            places[row.table] += 1
            cells = (field(row.cells[0]), number(str(row.cells[1]))) if row.table == MENTIONS else row.cells
            if not named:
                cells = [as_text(cell) if isinstance(cell, str) else cell for cell in cells]
            found[row.table].append((number(record.ref), places[row.table], row.known, *cells))
        if count % _SOME == 0:
            _put(connection, found)
    _put(connection, found)


_Rows = dict[str, list[tuple[object, ...]]]
_SOME = 1000
"""Records whose rows are put in at once: those of all would take as much memory as the records."""


def _put(connection: sqlite3.Connection, found: _Rows) -> None:
    words = _words(connection)
    for name, rows in found.items():
        long = [place for place, column in enumerate(tables()[name].kept, 3) if column.may_be_long]
        connection.executemany(inserted(tables()[name]), (_shortened(row, long, words) for row in rows) if words and long else rows)
        rows.clear()


def learn(connection: sqlite3.Connection, repository: Repository) -> None:
    """Have long texts kept pressed, with words of some records' prose, where there are many."""
    records = tuple(repository.all())
    prose = [one.text.encode(*_CODING) for record in records[:: len(records) // _LOOKED_AT or 1] for one in prose_of(record)[:1]]
    if words := common_words(prose, _PROSE):
        connection.execute(f"INSERT INTO {KEPT}words VALUES (?)", (words,))  # noqa: S608  # names of our own


def _words(connection: sqlite3.Connection) -> bytes:
    found: tuple[bytes] | None = connection.execute(f"SELECT words FROM {KEPT}words").fetchone()  # noqa: S608  # names of our own
    return found[0] if found else b""


_LOOKED_AT, _PROSE = 64, 16
_LONG = 80
"""Letters of a text that is worth to be pressed."""


def _shortened(row: tuple[object, ...], long: Iterable[int], words: bytes) -> Sequence[object]:
    """A row, its long texts pressed."""
    cells = list(row)
    for place in long:
        if isinstance(text := cells[place], str) and len(text) > _LONG:
            cells[place] = pressed(text.encode(*_CODING), words, WELL)
    return cells


def _whole(words: bytes, text: bytes) -> str:
    """A text that was pressed."""
    return unpressed(text, words).decode(*_CODING)


_CODING = ("utf-8", "surrogatepass")


def _field(connection: sqlite3.Connection, name: str) -> int:
    """The number of a field."""
    connection.execute(f"INSERT OR IGNORE INTO {KEPT}fields (name) VALUES (?)", (name,))  # noqa: S608  # names of our own
    found: tuple[int] = connection.execute(f"SELECT id FROM {KEPT}fields WHERE name = ?", (name,)).fetchone()  # noqa: S608  # names of our own
    return found[0]


def forget(connection: sqlite3.Connection, refs: Iterable[str]) -> None:
    """Take the rows of some records out."""
    owners = [(number_of(connection, ref),) for ref in refs]
    for name in tables():
        connection.executemany(f"DELETE FROM {KEPT}{name} WHERE owner = ?", owners)  # noqa: S608  # names of our own


def touched(connection: sqlite3.Connection, changed: Iterable[str], wholes: Mapping[str, str]) -> set[str]:
    """The records whose rows depend on some that changed, these included; who names whom is known of both moments by now.

    Those that name them, and those that name the people of an organisation; of the commitments among all these the family, and who names
    them, since the day from which a commitment is known is that of its meeting; where an organisation changed, what each member owes.
    ``wholes`` are what the commitments among them are a part of now.
    """
    found = set(changed)
    organisations = _of_kind(found, "organisations")
    if organisations:
        each = connection.execute(f"SELECT slug FROM {KEPT}commitments WHERE each_member")  # noqa: S608  # names of our own
        found |= {f"commitments/{slug}" for (slug,) in each}
        found |= {one for ref in organisations for one in naming.naming(connection, ref, "people")}
    found |= {one for ref in found for one in naming.naming(connection, ref)}
    waiting, families = _of_kind(found, "commitments"), set[str]()
    while waiting:
        one = waiting.pop()
        if one not in families:
            families.add(one)
            waiting += [*naming.naming(connection, one, "commitments"), *_wholes(connection, one, wholes)]
    return found | families | {one for ref in families for one in naming.naming(connection, ref)}


def _of_kind(refs: Iterable[str], kind: str) -> list[str]:
    return [ref for ref in refs if ref.startswith(f"{kind}/")]


def _wholes(connection: sqlite3.Connection, ref: str, wholes: Mapping[str, str]) -> Iterator[str]:
    """What a commitment was a part of, and is."""
    number = number_of(connection, ref)
    for (slug,) in connection.execute(f"SELECT part_of FROM {KEPT}commitments WHERE owner = ?", (number,)):  # noqa: S608  # names of our own
        if slug:
            yield f"commitments/{slug}"
    if ref in wholes:
        yield wholes[ref]


Hashes = Mapping[str, bytes]
"""What tells the content of each record, by its name with its kind."""


def hashes(connection: sqlite3.Connection) -> dict[str, bytes]:
    """Of which content of each record the rows are."""
    return dict(connection.execute(f"SELECT ref, hash FROM {KEPT}owners WHERE hash IS NOT NULL"))  # noqa: S608  # names of our own


def keep(connection: sqlite3.Connection, repository: Repository, now: Hashes) -> None:
    """Begin empty tables so that they can be brought up to date: whom each record names, and of which content that is; no rows yet."""
    number_all(connection, (record.ref for record in repository.all()))
    naming.add_all(connection, ((number_of(connection, record.ref), record) for record in repository.all()))
    _tell(connection, now, now)


def bring_up_to_date(
    connection: sqlite3.Connection,
    repository: Repository,
    changed: Collection[str],
    now: Hashes,
    retold: Collection[str],
    *,
    has_rows: bool,
) -> set[str]:
    """Make what is kept of a repository's records that of what it holds now, of which some ``changed``; give all that depend on those.

    Of those ``retold`` only the text changed: no row of another depends on that.
    Raises ``NoRoom`` where so many came between two that there is no number left for one.
    """
    there = {record.ref: record for record in records(repository, changed)}
    numbers = {ref: (number_among if ref in there else number_of)(connection, ref) for ref in changed}
    for ref, record in there.items():
        naming.add(connection, numbers[ref], record)
    wholes = {ref: f"commitments/{one.part_of.slug}" for ref, one in there.items() if isinstance(one, Commitment) and one.part_of}
    due = touched(connection, set(changed).difference(retold), wholes).union(retold)
    naming.forget(connection, numbers.values())
    for ref, record in there.items():
        naming.add(connection, numbers[ref], record)
    if has_rows:
        forget(connection, due)
        add(connection, repository, records(repository, sorted(due)))
    _tell(connection, now, numbers)
    return due


def _tell(connection: sqlite3.Connection, now: Hashes, refs: Iterable[str]) -> None:
    told = [(now.get(ref), ref) for ref in refs]
    connection.executemany(f"UPDATE {KEPT}owners SET hash = ? WHERE ref = ?", told)  # noqa: S608  # names of our own


def records(repository: Repository, refs: Iterable[str]) -> Iterator[Record]:
    """The records of some names with their kinds, those that are there."""
    for ref in refs:
        kind, _, slug = ref.partition("/")
        record = repository.of_kind(kind).get(slug)
        if record is not None:
            yield record
