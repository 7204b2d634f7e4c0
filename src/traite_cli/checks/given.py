"""Whether a field is given at all: one that is there and cannot be read has its fault already, and is not missing as well."""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.kinds import Block, Place, Record
from traite_cli.syntax import Entry, Mapping, Node, Scalar, Sequence


def given(record: Record, block: Block, *names: str) -> bool:
    """Whether one of these fields of a block has a value, or something in its place that could not be read."""
    return any(_has_value(block, name) or (name in block.keys and not _is_empty(record, block.keys[name])) for name in names)


def first_key(record: Record) -> Place:
    """Where a record that lacks a field is pointed at: its first key."""
    header = record.document.header
    return (header.entries[0].key.start, header.entries[0].key.end) if header is not None and header.entries else record.extent


def _has_value(block: Block, name: str) -> bool:
    return block.values.get(name) not in {None, ()}


def _is_empty(record: Record, key: Place) -> bool:
    """Whether nothing but an empty value stands behind a key."""
    values = (entry.value for entry in _entries(record.document.header) if entry.key.start == key[0])
    return all((isinstance(value, Scalar) and value.absent) or (isinstance(value, Sequence) and not value.items) for value in values)


def _entries(node: Node | None) -> Iterator[Entry]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry
            yield from _entries(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _entries(item)
