"""Files to what is kept of them: read, told apart by their content, and taken apart.

From some hundreds of files on a second process reads a part of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from traite_cli.diagnostics import Fault
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.files import Source, Unreadable
from traite_cli.files.halves import shared
from traite_cli.files.revision import Revision
from traite_cli.index.database import Database, Unusable
from traite_cli.index.known import LEARNT, Row, kept_record, learn, put_records
from traite_cli.index.stored import Stored, let_go, record_from, stored, with_new_text
from traite_cli.kinds import Record, read_record
from traite_cli.repository import Placed, Reached, no_collection, unread
from traite_cli.syntax import MOST_BYTES

Kept = Callable[[str, bytes], "tuple[bytes, bytes] | None"]
"""What is kept of the record that a file of some content holds: its form and its text."""


class Wanted(NamedTuple):
    """A file to be read: its path, what it is by that, and the hash of what is known of it, or none."""

    path: str
    place: Placed
    known: bytes = b""


class Read(NamedTuple):
    """What was read of a file: the hash of its content, the record and what is kept of it, or the fault of one that cannot be read.

    There is no record where the content is what was known.
    """

    path: str
    hash: bytes
    record: Record | None = None
    kept: Stored | None = None
    fault: Fault | None = None


def row_of(stamp: str, place: Placed, read: Read) -> Row:
    """What is known of a file that was read."""
    faults = place.faults if read.fault is None else (*place.faults, read.fault)
    told = json.dumps(forms_of(faults)) if faults else ""
    return Row(stamp, read.hash, place.kind, place.slug, told) if read.fault is None else Row(stamp, b"", "", "", told)


def hash_of(data: bytes) -> bytes:
    """What git calls a file of this content (gitformat-pack(5), « blob »): what is read of a revision is then known too."""
    # Python has a slower one that loads less, but the first look at many records takes it thousands of times.
    from hashlib import sha1

    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).digest()


def read_each(source: Source, wanted: Sequence[Wanted], kept: Kept = lambda *_: None) -> Iterator[Read]:
    """Read files one after the other."""
    if isinstance(source, Revision):
        source.expect(one.path for one in wanted)
    for path, place, known in wanted:
        try:
            data = source.read(path, MOST_BYTES)
        except Unreadable as error:
            yield Read(path, b"", fault=unread(error))
            continue
        found = hash_of(data)
        if found == known or not place.kind:
            yield Read(path, found)
        else:
            yield Read(path, found, *_taken_apart(path, place, data, kept(path, known) if known else None))


def _taken_apart(path: str, place: Placed, data: bytes, before: tuple[bytes, bytes] | None) -> tuple[Record, Stored]:
    """The record that a file holds, and what is kept of it; ``before`` is what was kept of the one that it held."""
    if before is not None:
        known = Stored(*before)
        found = with_new_text(known, record_from(place.kind, place.slug, path, *known), data)
        if found is not None:
            return found
    record = read_record(place.kind, place.slug, path, data)
    return record, stored(record)


def read_files(source: Source, wanted: Sequence[Wanted], database: Database, reached: Reached | None) -> Iterator[Read]:
    """Read files, and tell now and then how far that has come.

    Of many, two processes read some dozens at a time, and each writes down at once what is kept of them: it need not be held until the
    end, nor handed from one to the other.
    """
    with no_collection():
        if len(wanted) >= _MANY:
            yield from _read_many(source, wanted, database, reached)
        else:
            for number, one in enumerate(read_each(source, wanted, partial(kept_record, database))):
                if reached is not None and number % _DOZENS == 0:
                    reached(number, len(wanted))
                yield _lightened(one)


_DOZENS = 64
_MANY = 500


def _read_many(source: Source, wanted: Sequence[Wanted], database: Database, reached: Reached | None) -> Iterator[Read]:
    """Read files in some dozens at once, whichever process is free; the records of the second are in the database alone."""
    here: list[Read] = []
    first = os.getpid()
    with suppress(Unusable):
        learn(database, (one.kept for one in read_each(source, wanted[:: len(wanted) // LEARNT])))

    def read(numbers: Iterator[int]) -> list[Any]:
        elsewhere: list[Any] = []
        is_first = os.getpid() == first
        shelf = _Shelf(database if is_first else database.anew())
        for number in numbers:
            dozens = shelf.put_away(list(read_each(source, wanted[number * _DOZENS : (number + 1) * _DOZENS])))
            if is_first:
                here.extend(map(_lightened, dozens))
                if reached is not None:
                    reached(number * _DOZENS, len(wanted))
            else:
                elsewhere += [(one.path, one.hash, one.kept and tuple(one.kept), one.fault and forms_of([one.fault])) for one in dozens]
        return elsewhere

    *_, given = shared(-(-len(wanted) // _DOZENS), read)
    yield from {one.path: one for one in here}.values()
    for path, content, kept, fault in given:
        yield Read(path, content, None, kept and Stored(*kept), fault and faults_from(fault)[0])


def _lightened(read: Read) -> Read:
    """The same, of whose record no more is held than what it says."""
    if read.record is not None:
        let_go(read.record)
    return read


class _Shelf:
    """Where records are put away while others are read, until that fails once: nobody waits for another process again and again."""

    def __init__(self, database: Database) -> None:
        self._database: Database | None = database

    def put_away(self, read: list[Read]) -> list[Read]:
        """Write down what is kept of records: they are given without it, or with it where it is not written."""
        if self._database is None:
            return read
        try:
            with self._database.writing():
                put_records(self._database, ((one.path, one.hash, one.kept) for one in read if one.kept is not None))
        except Unusable:
            self._database = None
            return read
        return [one._replace(kept=None) for one in read]
