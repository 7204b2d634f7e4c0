"""The tree of a front matter: nodes that keep their place, as offsets in code points from the start of the file's text.

Nobody changes a node. They are not frozen because a frozen one takes three times as long to make, and there is one for each value read.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Scalar:
    """A text as YAML reads it. ``plain`` is true when it stood without quotes; an empty plain scalar is no value."""

    text: str
    plain: bool
    start: int
    end: int

    @property
    def absent(self) -> bool:
        """Whether this is no value: nothing, ``~`` or ``null`` (YAML 1.2 core schema, 10.3.2)."""
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(slots=True)
class Mapping:
    """Entries in the order of the file; of a key given twice, the first stays."""

    entries: tuple[Entry, ...]
    start: int
    end: int

    def get(self, key: str) -> Entry | None:
        for entry in self.entries:
            if entry.key.text == key:
                return entry
        return None


@dataclass(slots=True)
class Unreadable:
    """A value that YAML cannot read; its fault is told already."""

    start: int
    end: int


Node = Scalar | Sequence | Mapping | Unreadable
