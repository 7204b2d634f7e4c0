"""Whether a field is given at all: one that is there and cannot be read has its fault already, and is not missing as well."""

from __future__ import annotations

from bisect import bisect_right

from traite_cli.kinds import Block, Place, Record
from traite_cli.syntax import Mapping, Node, Scalar, Sequence


def given(record: Record, block: Block, *names: str) -> bool:
    """Whether one of these fields of a block has a value, or something in its place that could not be read."""
    return any(_has_value(block, name) or (name in block.keys and not _is_empty(record, block.keys[name])) for name in names)


def first_key(record: Record) -> Place:
    """Where a record that lacks a field is pointed at: its first key."""
    header = record.document.header
    return (header.entries[0].key.start, header.entries[0].key.end) if header is not None and header.entries else record.extent


def _has_value(block: Block, name: str) -> bool:
    return block.get(name) not in {None, ()}


def _is_empty(record: Record, key: Place) -> bool:
    """Whether nothing but an empty value stands behind a key."""
    value = _behind(record.document.header, key[0])
    return (isinstance(value, Scalar) and value.absent) or (isinstance(value, Sequence) and not value.items)


def _behind(node: Node | None, key: int) -> Node | None:
    """The value behind the key that begins at an offset, below a node."""
    while True:
        if isinstance(node, Sequence):
            index = bisect_right(node.items, key, key=lambda item: item.start)
            node = node.items[index - 1] if index else None
        elif isinstance(node, Mapping):
            index = bisect_right(node.entries, key, key=lambda entry: entry.key.start)
            entry = node.entries[index - 1] if index else None
            if entry is None or entry.key.start == key:
                return entry.value if entry else None
            node = entry.value
        else:
            return None
