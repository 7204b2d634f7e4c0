"""Headings as a reader who cannot see the page needs them: levels that never skip, and a name of its own for each.

Levels follow WCAG's technique H42 and PDF/UA: the first is 1, and each is at most one deeper than the one before. One without words
heads nothing: it is gone, or a paragraph where it holds a picture.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.circulating.characters import line
from traite_cli.circulating.tree import Element, Node, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST = 60


class Entry(NamedTuple):
    """One line of a table of contents."""

    level: int
    name: str
    title: str


def outlined(body: Element, *, taken: Sequence[str] = ()) -> Element:
    """The tree with its headings' levels mended and their names given; none gets a name out of ``taken``."""
    return _Outliner(taken).headed(body)


def contents(body: Element) -> Iterator[Entry]:
    """The headings of an outlined tree."""
    for element in body.elements():
        if element.tag in HEADINGS:
            yield Entry(int(element.tag[1]), element.get("id"), line(text_of(element)))
        elif element.tag == "div":
            yield from contents(element)


class _Outliner:
    """Walks one document: the levels as they were written that are open, and the names given so far."""

    def __init__(self, taken: Sequence[str]) -> None:
        self._open: list[int] = []
        self._names = set(taken)

    def headed(self, element: Element) -> Element:
        return element.having([self._node(child) for child in element.children])

    def _node(self, node: Node) -> Node:
        if isinstance(node, str):
            return node
        if node.tag in HEADINGS:
            return self._heading(node) if text_of(node).strip("\u200b \t\n\xa0") else _wordless(node)
        return self.headed(node) if node.tag == "div" else _without_headings(node)

    def _heading(self, heading: Element) -> Element:
        written = int(heading.tag[1])
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return Element(f"h{len(self._open)}", {"id": self._name(text_of(heading))}, heading.children)

    def _name(self, title: str) -> str:
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-") or "section"
        name, number = base, 1
        while name in self._names:
            number += 1
            name = f"{base}-{number}"
        self._names.add(name)
        return name


def _wordless(heading: Element) -> Node:
    return Element("p", {}, heading.children) if any(one.tag == "img" for one in walk(heading)) else ""


def _without_headings(element: Element) -> Element:
    """Within a quote or a list a heading is no part of the document's own order: its words stay, in bold."""
    if element.tag in HEADINGS:
        return Element("p", {}, (Element("strong", {}, element.children),))
    return element.having([child if isinstance(child, str) else _without_headings(child) for child in element.children])
