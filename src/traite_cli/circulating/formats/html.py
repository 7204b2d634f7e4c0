"""One page of HTML that needs nothing beside itself: styles and pictures are in it, scripts are not, and a policy forbids them.

It follows WCAG 2.2 AA: landmarks, a link past the contents, headings in order, headers of rows and columns.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from traite_cli.circulating.characters import line
from traite_cli.circulating.columns import with_widths
from traite_cli.circulating.outline import contents
from traite_cli.circulating.pictures import with_pictures
from traite_cli.circulating.tree import Element, parse, rebuilt, serialise
from traite_cli.language import N_, translator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traite_cli.circulating.manuscript import Manuscript, Properties

_CONTENTS = N_("Contents")
_SKIP = N_("Skip to the text")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_LISTED = range(2, 4)
_HEAD_BLOCKS = {"letterhead", "date-line"}


def write(manuscript: Manuscript) -> bytes:
    """The document as one page, in UTF-8."""
    properties = manuscript.properties
    body = with_pictures(parse(manuscript.html), manuscript.pictures, lambda picture: picture.data)
    body = rebuilt(body, lambda element: (_scrolling(element),))
    head, main = _parted(body)
    pieces = [
        "<!doctype html>",
        f'<html lang="{escape(properties.language)}">',
        "<head>",
        *_head(properties, manuscript.styles.css),
        "</head>",
        "<body>",
        f'<a class="skip" href="#page-body">{_said(_SKIP, properties)}</a>',
        *([f"<header>{serialise(head)}</header>"] if head.children else []),
        *_contents(body, properties),
        f'<main id="page-body">{serialise(main)}</main>',
        f"<footer><p>{escape(properties.foot)}</p></footer>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(pieces) + "\n").encode()


def _said(message: str, properties: Properties) -> str:
    return escape(translator(properties.language)(message))


def _head(properties: Properties, css: str) -> Iterable[str]:
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{escape(line(properties.title))}</title>"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    authors = ", ".join(filter(None, (*properties.authors, properties.organisation)))
    said = {
        "author": authors,
        "description": properties.subject,
        "keywords": ", ".join(properties.keywords),
        "date": properties.date.isoformat(),
        "generator": "traite",
    }
    for name, value in said.items():
        if value:
            yield f'<meta name="{name}" content="{escape(line(value))}">'
    yield f"<style>\n{_foot_in_print(properties)}\n{_enclosed(css)}\n</style>"


def _enclosed(css: str) -> str:
    """A style sheet that cannot end the element it stands in."""
    return css.replace("</", "<\\/").replace("<!--", "").strip()


def _foot_in_print(properties: Properties) -> str:
    """The running foot, for browsers that print one; each odd character as CSS escapes it."""
    foot = re.sub(r"[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):06x}", properties.foot)
    return f'@page {{ @bottom-left {{ content: "{foot}"; }} }}'


def _parted(body: Element) -> tuple[Element, Element]:
    """The blocks that stand before everything else in a letter, and the rest."""
    nodes = list(body.children)
    last = 0
    while last < len(nodes) and isinstance(node := nodes[last], Element) and node.get("class") in _HEAD_BLOCKS:
        last += 1
    return body.having(nodes[:last]), body.having(nodes[last:])


def _contents(body: Element, properties: Properties) -> Iterable[str]:
    entries = [entry for entry in contents(body) if entry.level in _LISTED]
    if len(entries) > 1:
        title = _said(_CONTENTS, properties)
        yield f'<nav id="page-contents" aria-label="{title}"><details><summary>{title}</summary><ul>'
        for entry in entries:
            yield f'<li class="level-{entry.level}"><a href="#{escape(entry.name)}">{escape(entry.title)}</a></li>'
        yield "</ul></details></nav>"


def _scrolling(element: Element) -> Element:
    """A table may be wider than a phone: it scrolls by itself, from the keyboard too."""
    return Element("div", {"class": "table", "tabindex": "0"}, (with_widths(element),)) if element.tag == "table" else element
