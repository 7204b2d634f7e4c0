"""The tree of a front matter: nodes that keep their place, as offsets in code points from the start of the file's text.

Nobody changes a node. They are plain classes because one is made for each value that is read: a frozen one takes three times as long.
"""

from __future__ import annotations

from collections.abc import Iterator


class _Node:
    """What all nodes share: they show what they hold."""

    __slots__: tuple[str, ...] = ()

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({held})"


class Scalar(_Node):
    """A text as YAML reads it. ``plain`` is true when it stood without quotes; an empty plain scalar is no value."""

    __slots__ = ("end", "plain", "start", "text")

    def __init__(self, text: str, plain: bool, start: int, end: int) -> None:  # noqa: FBT001  # the four are always given
        self.text = text
        self.plain = plain
        self.start = start
        self.end = end

    @property
    def absent(self) -> bool:
        """Whether this is no value: nothing, ``~`` or ``null`` (YAML 1.2 core schema, 10.3.2)."""
        return self.plain and self.text in {"", "~", "null", "Null", "NULL"}


class Sequence(_Node):
    """A list."""

    __slots__ = ("end", "items", "start")

    def __init__(self, items: tuple[Node, ...], start: int, end: int) -> None:
        self.items = items
        self.start = start
        self.end = end


class Entry(_Node):
    """A key and its value."""

    __slots__ = ("key", "value")

    def __init__(self, key: Scalar, value: Node) -> None:
        self.key = key
        self.value = value


class Mapping(_Node):
    """Entries in the order of the file; of a key given twice, the first stays."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, entries: tuple[Entry, ...], start: int, end: int) -> None:
        self.entries = entries
        self.start = start
        self.end = end

    def get(self, key: str) -> Entry | None:
        for entry in self.entries:
            if entry.key.text == key:
                return entry
        return None


class Unreadable(_Node):
    """A value that YAML cannot read; its fault is told already."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


Node = Scalar | Sequence | Mapping | Unreadable


def scalars(*nodes: Node) -> Iterator[Scalar]:
    """All scalars in some nodes, keys among them, in no order."""
    waiting = [*nodes]
    while waiting:
        match waiting.pop():
            case Scalar() as scalar:
                yield scalar
            case Sequence(items=items):
                waiting += items
            case Mapping(entries=entries):
                waiting += (node for entry in entries for node in (entry.key, entry.value))
