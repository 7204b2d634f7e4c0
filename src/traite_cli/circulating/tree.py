"""A document between Markdown and its formats: elements of HTML, and text.

The tree knows no more than it needs to be walked, changed and written as HTML. Whoever makes one keeps it shallow
(``MAX_DEPTH``), so that whoever walks it may recurse.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

MAX_DEPTH = 48
VOID = frozenset({"br", "hr", "img", "col"})


class Element(NamedTuple):
    """One element; its children are elements and plain text."""

    tag: str
    attributes: Mapping[str, str] = MappingProxyType({})
    children: tuple[Node, ...] = ()

    def get(self, name: str) -> str:
        """The attribute's value, or nothing."""
        return self.attributes.get(name, "")

    def having(self, children: Sequence[Node]) -> Element:
        """The same element with other children."""
        return self._replace(children=tuple(children))

    def marked(self, **attributes: str) -> Element:
        """The same element with these attributes added or changed."""
        return self._replace(attributes={**self.attributes, **attributes})

    def elements(self, *tags: str) -> tuple[Element, ...]:
        """The children that are elements, of these tags if any are named."""
        return tuple(child for child in self.children if isinstance(child, Element) and (not tags or child.tag in tags))


Node = Element | str


class Builder:
    """Makes a tree from openings, texts and closings as they come; what is nested too deep lends its text to what holds it."""

    def __init__(self) -> None:
        self._open: list[tuple[str, dict[str, str], list[Node]]] = [("body", {}, [])]
        self._too_deep = 0

    def open(self, tag: str, attributes: Mapping[str, str] | None = None) -> None:
        """Begin an element."""
        if len(self._open) > MAX_DEPTH:
            self._too_deep += 1
        else:
            self._open.append((tag, dict(attributes or {}), []))

    def close(self) -> None:
        """End the element begun last; one closing too many is nothing."""
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._open) > 1:
            tag, attributes, children = self._open.pop()
            self.add(Element(tag, attributes, tuple(children)))

    def add(self, node: Node) -> None:
        """Put a finished node at the end."""
        self._open[-1][2].append(node)

    def done(self) -> Element:
        """The whole, all that is open being closed."""
        self._too_deep = 0
        while len(self._open) > 1:
            self.close()
        return Element("body", {}, tuple(self._open[0][2]))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = Builder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in VOID:
            self.builder.add(Element(tag, attributes))
        else:
            self.builder.open(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.builder.close()

    def handle_data(self, data: str) -> None:
        self.builder.add(data)


def parse(html: str) -> Element:
    """The tree of a sanitised piece of HTML, under one ``body``."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.builder.done()


def serialise(node: Node) -> str:
    """The node as HTML; of a ``body``, what it holds."""
    return "".join(_pieces(node))


def _pieces(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield escape(node, quote=False)
        return
    inside = (piece for child in node.children for piece in _pieces(child))
    if node.tag == "body":
        yield from inside
        return
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    yield f"<{node.tag}{attributes}>"
    if node.tag not in VOID:
        yield from inside
        yield f"</{node.tag}>"


def text_of(node: Node) -> str:
    """The words of a node, its line breaks as spaces."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return " "
    return "".join(text_of(child) for child in node.children)


def only_child(element: Element) -> Element | None:
    """The one element that an element holds, if it holds nothing else but white space."""
    children = [child for child in element.children if not isinstance(child, str) or child.strip()]
    return children[0] if len(children) == 1 and isinstance(children[0], Element) else None


def walk(node: Node) -> Iterator[Element]:
    """The node and all elements in it, in the order of the document."""
    if isinstance(node, Element):
        yield node
        for child in node.children:
            yield from walk(child)


def rebuilt(node: Element, change: Callable[[Element], Sequence[Node]]) -> Element:
    """The tree in which each element, innermost first, is replaced by what ``change`` gives for it."""
    children: list[Node] = []
    for child in node.children:
        children += [child] if isinstance(child, str) else change(rebuilt(child, change))
    return node.having(children)
