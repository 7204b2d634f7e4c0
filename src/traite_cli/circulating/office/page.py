"""The tree as the HTML that pandoc is given: named blocks as paragraph styles, widths of columns, pictures in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.circulating.blocks import STYLES
from traite_cli.circulating.columns import with_widths
from traite_cli.circulating.pictures import with_pictures
from traite_cli.circulating.tree import Element, Node, only_child, parse, rebuilt, serialise, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traite_cli.circulating.manuscript import Manuscript

_ALIGNED = {"right", "center"}
_NAME, _LEAD_IN = "Letterhead name", "Lead-in"


def prepared(manuscript: Manuscript) -> Element:
    """The document's tree, its pictures in it."""
    return with_pictures(parse(manuscript.html), manuscript.pictures, lambda picture: picture.data)


def html(body: Element) -> str:
    """The body of the page."""
    return serialise(rebuilt(body, _for_pandoc))


def alternatives(body: Element) -> list[str]:
    """The words that stand for each picture, in order."""
    return [element.get("alt") for element in walk(body) if element.tag == "img"]


def _for_pandoc(element: Element) -> Sequence[Node]:
    if element.tag == "div":
        return (_styled(element),)
    if element.tag == "table":
        return (with_widths(element),)
    if element.tag == "p" and (alone := only_child(element)) is not None and alone.tag == "strong":
        return (_in_style(_LEAD_IN, [element]),)
    if element.tag == "ol":
        return (element.marked(type="1"),)
    if aligned := _ALIGNED & {element.get("class")}:
        return (Element(element.tag, {"style": f"text-align:{aligned.pop()}"}, element.children),)
    return (element,)


def _styled(block: Element) -> Element:
    name = block.get("class")
    style = STYLES.get(name, "Body Text")
    children = [_item(child, style) for child in block.children]
    if name == "letterhead":
        children = [part for child in children for part in _named(child)]
    return _in_style(style, children)


def _in_style(style: str, children: Sequence[Node]) -> Element:
    return Element("div", {"data-custom-style": style}, tuple(children))


def _named(node: Node) -> Sequence[Node]:
    """The first line of a letterhead's paragraph, when it is all in bold, is the collective's name: it has a style of its own."""
    if isinstance(node, Element) and node.get("data-custom-style") == _LEAD_IN:
        node = node.elements("p")[0]
    if not isinstance(node, Element) or node.tag != "p" or not node.children:
        return (node,)
    first, *rest = node.children
    ends_line = not rest or (isinstance(rest[0], Element) and rest[0].tag == "br")
    if not isinstance(first, Element) or first.tag != "strong" or not ends_line:
        return (node,)
    name = _in_style(_NAME, [Element("p", {}, first.children)])
    return (name, node.having(rest[1:])) if rest[1:] else (name,)


def _item(node: Node, style: str) -> Node:
    """Items of lists as paragraphs in the block's style: pandoc gives that style to none but paragraphs."""
    if not isinstance(node, Element) or node.tag not in {"ul", "ol"}:
        return node
    return node.having([_with_paragraph(item, style) for item in node.elements("li")])


def _with_paragraph(item: Element, style: str) -> Element:
    nested = next((i for i, child in enumerate(item.children) if isinstance(child, Element) and child.tag in _NESTED), len(item.children))
    words, rest = item.children[:nested], item.children[nested:]
    first = [Element("p", {}, words)] if any(not isinstance(word, str) or word.strip() for word in words) else []
    return item.having([_in_style(style, [*first, *(_item(child, style) for child in rest)])])


_NESTED = {"p", "ul", "ol", "div", "blockquote", "pre", "table", "hr"}
