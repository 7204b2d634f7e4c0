"""Files to what is kept of them: read, told apart by their content, and taken apart.

From some hundreds of files on a second process reads a part of them, and gives what is kept of its records.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha1
from typing import Any, NamedTuple

from traite_cli.diagnostics import Fault
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.files import Source, Unreadable
from traite_cli.files.halves import CAN_SHARE, shared
from traite_cli.index.stored import Stored, record_from, stored, with_new_text
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


def hash_of(data: bytes) -> bytes:
    """What git calls a file of this content (gitformat-pack(5), « blob »): what is read of a revision is then known too."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).digest()


def read_each(source: Source, wanted: Sequence[Wanted], kept: Kept = lambda *_: None) -> Iterator[Read]:
    """Read files one after the other."""
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


def read_files(source: Source, wanted: Sequence[Wanted], kept: Kept, reached: Reached | None = None) -> Iterator[Read]:
    """Read files, many of them in two processes, and tell now and then how far that has come."""
    with no_collection():
        if len(wanted) < _MANY or not CAN_SHARE:
            for number, one in enumerate(read_each(source, wanted, kept)):
                if reached is not None and number % _NOW_AND_THEN == 0:
                    reached(number, len(wanted))
                yield one
        else:
            yield from _read_in_two(source, wanted, reached)


_NOW_AND_THEN = 64
_MANY = 500


def _read_in_two(source: Source, wanted: Sequence[Wanted], reached: Reached | None) -> Iterator[Read]:
    """Read files in some dozens at once, whichever process is free."""
    here: list[Read] = []
    first = os.getpid()

    def read(numbers: Iterator[int]) -> list[Any]:
        elsewhere: list[Any] = []
        for number in numbers:
            dozens = list(read_each(source, wanted[number * _NOW_AND_THEN : (number + 1) * _NOW_AND_THEN]))
            if os.getpid() != first:
                elsewhere += [(one.path, one.hash, one.kept and tuple(one.kept), one.fault and forms_of([one.fault])) for one in dozens]
            else:
                here.extend(dozens)
                if reached is not None:
                    reached(number * _NOW_AND_THEN, len(wanted))
        return elsewhere

    *_, given = shared(-(-len(wanted) // _NOW_AND_THEN), read)
    yield from {one.path: one for one in here}.values()
    for path, content, kept, fault in given:
        yield Read(path, content, None, kept and Stored(*kept), fault and faults_from(fault)[0])
