"""How far what stands on lines of its own goes: where it begins with its hyphen, and where what it holds ends."""

from __future__ import annotations

from traite_cli.syntax.tree import Mapping, Node, Sequence


def end_of(text: str, node: Node) -> int:
    """Where what a node holds ends: a list on lines of its own ends, for YAML, where the next thing begins."""
    while text[node.start : node.start + 1] not in {"[", "{"}:
        match node:
            case Sequence() if node.items:
                node = node.items[-1]
            case Mapping() if node.entries:
                node = node.entries[-1].value
            case _:
                break
    return node.end


def hyphen_of(text: str, item: Node, column: int) -> int:
    """The hyphen of an item, which may stand on a line of its own above it."""
    start = text.rfind("\n", 0, item.start) + 1
    while start > 0 and not text.startswith(" " * column + "-", start):
        start = text.rfind("\n", 0, start - 1) + 1
    return start + column
