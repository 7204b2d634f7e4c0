"""Markdown → sanitised HTML: the one text that every format is made of.

A short list of elements, attributes and addresses passes; everything else is text, or gone. nh3 has the last word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traite_cli.circulating.addresses import attachment
from traite_cli.circulating.blocks import STYLES
from traite_cli.circulating.characters import harmless
from traite_cli.circulating.outline import HEADINGS, outlined
from traite_cli.circulating.parsing import tree_of
from traite_cli.circulating.tree import Element, Node, rebuilt, serialise, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

RESERVED = ("page-contents", "page-body")

_TEXT = {"p", "blockquote", "ul", "ol", "li", "strong", "em", "code", "pre", "br", "hr", "a", "img", "div"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope"},
    **{heading: {"id"} for heading in HEADINGS},
}
_CLASSES = {"div": set(STYLES), "th": {"right", "center"}, "td": {"right", "center"}}
_SCHEMES = {"http", "https", "mailto"}
_OUTWARD = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)


def sanitise(markdown: str) -> str:
    """The body of a document as HTML of which nothing can act, load or lead astray."""
    body = outlined(tree_of(harmless(markdown)), taken=RESERVED)
    names = {element.get("id") for element in walk(body)} - {""}
    return _passed(serialise(rebuilt(body, lambda element: _mended(element, names))))


def _passed(html: str) -> str:
    import nh3

    return nh3.clean(
        html,
        tags=_TEXT | _TABLE | set(HEADINGS),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def _mended(element: Element, names: set[str]) -> Sequence[Node]:
    if element.tag == "a":
        return (element,) if _leads_somewhere(element.get("href"), names) else element.children
    if element.tag == "img":
        return (element,) if attachment(element.get("src")) else (element.get("alt"),)
    if element.tag == "tr":
        return (_headed(element),)
    return (element,)


def _leads_somewhere(address: str, names: set[str]) -> bool:
    return address[1:] in names if address.startswith("#") else bool(_OUTWARD.match(address))


def _headed(row: Element) -> Element:
    """A row with the scope of its headers said: its first cell heads the row unless it already heads a column."""
    first, *others = row.elements()
    if first.tag == "th":
        return row.having([cell.marked(scope="col") for cell in (first, *others)])
    return row.having([Element("th", {**first.attributes, "scope": "row"}, first.children), *others])
