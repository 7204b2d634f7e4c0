"""A mapping of the front matter cut into its parts: each key with its lines, and the remarks that stand above them."""

from __future__ import annotations

from typing import NamedTuple

from traite_cli.syntax import Mapping, Node, Scalar
from traite_cli.syntax import Sequence as List


class Part(NamedTuple):
    """A key with its value: the remarks and blank lines above, and its own lines (or, between braces, what stands there)."""

    key: str
    above: str
    lines: str
    value: Node
    """The value's node, whose places are those of the whole text."""
    start: int
    """Where its lines begin in the whole text."""


class Cut(NamedTuple):
    """A mapping in parts; what stands above the first and below the last belongs to none."""

    parts: tuple[Part, ...]
    below: str
    column: int
    in_a_row: bool
    """Whether it stands between braces."""
    top: str = ""
    """The remarks at its head, that are about the whole."""


def cut(text: str, mapping: Mapping, start: int, end: int) -> Cut:
    """Cut a mapping whose lines begin at ``start`` and end before ``end``: the place of the line that follows it."""
    if not mapping.entries:
        return Cut((), "", 0, in_a_row=text[mapping.start : mapping.start + 1] == "{")
    if text[mapping.start : mapping.start + 1] == "{":
        parts = (
            Part(one.key.text, "", text[one.key.start : value_end(text, one.value)], one.value, one.key.start) for one in mapping.entries
        )
        return Cut(tuple(parts), "", 0, in_a_row=True)
    column = mapping.entries[0].key.start - line_start(text, mapping.entries[0].key.start)
    starts = [line_start(text, one.key.start) for one in mapping.entries]
    bounds = zip(starts, [*starts[1:], end], strict=True)
    found: list[Part] = []
    above = ""
    for entry, (first, stop) in zip(mapping.entries, bounds, strict=True):
        split = _remarks_begin(text, first, stop, column)
        found.append(Part(entry.key.text, above, text[first:split], entry.value, first))
        above = text[split:stop]
    return Cut(tuple(found), above, column, in_a_row=False, top=text[start : starts[0]])


def _remarks_begin(text: str, start: int, stop: int, column: int) -> int:
    """Where the blank lines and remarks at the foot of an entry's lines begin, that belong to what comes next."""
    lines = text[start:stop].splitlines(keepends=True)
    kept = len(lines)
    while kept > 1 and _is_between(lines[kept - 1], column):
        kept -= 1
    # Blank lines alone at the foot stay with what they stand below: only remarks are about what comes next.
    if not any(line.strip() for line in lines[kept:]):
        kept = len(lines)
    return start + sum(map(len, lines[:kept]))


def _is_between(line: str, column: int) -> bool:
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip(" ")) <= column)


def line_start(text: str, place: int) -> int:
    """Where the line begins that a place stands in."""
    return text.rfind("\n", 0, place) + 1


def value_end(text: str, node: Node) -> int:
    """Where a value ends that stands in a row."""
    return node.start + len(text[node.start : node.end].rstrip())


class Item(NamedTuple):
    """An entry of a list: the remarks above, its lines without the hyphen and moved to the margin, and whether they are a row."""

    above: str
    content: str
    node: Node


class Items(NamedTuple):
    """A list in items: how they are written, and the line of the key with whatever stands behind it."""

    items: tuple[Item, ...]
    form: str
    """``block``, ``row`` (between brackets), ``single`` (one value without a list), ``absent``."""
    head: str
    column: int
    """Where the hyphens of a block stand."""


def items_of(text: str, part: Part) -> Items | None:
    """The list of a key in items; None where its lines cannot be taken apart."""
    node = part.value
    head = part.lines.split("\n", 1)[0]
    if isinstance(node, Scalar) and node.absent:
        return Items((), "absent", head, 0)
    if isinstance(node, List):
        return _row(text, part, node) if text[node.start : node.start + 1] == "[" else _block(text, part, node, head)
    return _single(text, part, node, head)


def _row(text: str, part: Part, node: List) -> Items | None:
    whole = part.lines.rstrip("\n")
    if "\n" in whole or _is_followed(whole, part, node):
        return None
    found = (Item("", text[one.start : value_end(text, one)], one) for one in node.items)
    return Items(tuple(found), "row", whole[: node.start - part.start], 0)


def _single(text: str, part: Part, node: Node, head: str) -> Items | None:
    whole = part.lines.rstrip("\n")
    if "\n" not in whole and not _is_followed(whole, part, node):
        return Items((Item("", text[node.start : value_end(text, node)], node),), "single", whole[: node.start - part.start], 0)
    if isinstance(node, Mapping) and text[node.start] != "{" and "\n" in whole:
        return Items(
            (Item("", dedented(part.lines.split("\n", 1)[1], node.start - line_start(text, node.start)), node),), "block", head, -1
        )
    return None


def _is_followed(whole: str, part: Part, node: Node) -> bool:
    """Whether a remark stands behind a value on its line; a « # » within quotes is none."""
    return "#" in whole[node.end - part.start :]


def _block(text: str, part: Part, node: List, head: str) -> Items | None:
    column = node.start - line_start(text, node.start)
    if not node.items or line_start(text, node.start) == line_start(text, part.start):
        return None
    hyphens = [_hyphen(text, one, column, part.start) for one in node.items]
    if None in hyphens:
        return None
    starts = [line_start(text, one or 0) for one in hyphens]
    end = part.start + len(part.lines)
    found: list[Item] = []
    first = part.start + len(head) + 1
    above = _moved(text[first : starts[0]], column)
    for one, start, stop in zip(node.items, starts, [*starts[1:], end], strict=True):
        split = _remarks_begin(text, start, stop, column) if stop != end else stop
        lines = text[start:split]
        content = dedented(" " * column + " " + lines[column + 1 :], _width(lines, column))
        found.append(Item(above, content, one))
        above = _moved(text[split:stop], column)
    return Items(tuple(found), "block", head, column)


def _width(lines: str, column: int) -> int:
    """At which column the content of an item begins."""
    first = lines.split("\n", 1)[0]
    rest = first[column + 1 :]
    return column + 1 + len(rest) - len(rest.lstrip(" ")) if rest.strip() else column + 2


def _hyphen(text: str, item: Node, column: int, least: int) -> int | None:
    start = line_start(text, item.start)
    while start >= least:
        if text.startswith(" " * column + "-", start):
            return start + column
        start = line_start(text, start - 1) if start else -1
    return None


def dedented(lines: str, column: int) -> str:
    """Lines moved to the margin, from a column."""
    return "".join(line[column:] if not line[:column].strip() else line.lstrip(" ") for line in lines.splitlines(keepends=True))


def _moved(lines: str, column: int) -> str:
    return dedented(lines, column) if lines.strip() else lines


def indented(lines: str, column: int) -> str:
    """Lines moved to a column; blank ones stay blank."""
    return "".join(" " * column + line if line.strip() else line for line in lines.splitlines(keepends=True))


def as_item(item: Item, column: int) -> str:
    """An item on lines of its own, its hyphen at a column."""
    content = item.content if item.content.endswith("\n") else item.content + "\n"
    below = indented(content, column + 2)
    return indented(item.above, column) + " " * column + "- " + below[column + 2 :]
