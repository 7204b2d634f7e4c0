"""The styles of an odt: the reference's, in the document's language, with our foot and without its headers, footers and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from traite_cli.circulating.manuscript import Properties

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _STYLE = (f"{{{_ODF}{name}:1.0}}" for name in ("office", "text", "style"))
_FO = f"{{{_ODF}xsl-fo-compatible:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_RUNNING = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_LENGTH = re.compile(r"([\d.]+)(cm|mm|in|pt)")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0}
_TEXT_WIDTH = 460.0


def mend(styles: Element, properties: Properties) -> float:
    """Mend the styles in place; what is given back is the width of the text, in points."""
    _without_pictures(styles)
    _speak(styles, properties.locale)
    layout = _layout(styles)
    width = _width(layout)
    for page in styles.iter(f"{_STYLE}master-page"):
        for name in _RUNNING:
            for old in page.findall(f"{_STYLE}{name}"):
                page.remove(old)
        _footer(page, properties)
    if layout is not None:
        _room_for_footer(layout)
    _automatic(styles, width)
    return width


def _without_pictures(styles: Element) -> None:
    for parent in list(styles.iter()):
        for child in list(parent):
            if child.get(_LINK) is not None or child.tag == f"{_STYLE}background-image":
                parent.remove(child)


def _speak(styles: Element, locale: str) -> None:
    language, _, country = locale.partition("-")
    for text in styles.iter(f"{_STYLE}text-properties"):
        if text.get(f"{_FO}language"):
            text.set(f"{_FO}language", language)
            text.set(f"{_FO}country", country or "none")


def _layout(styles: Element) -> Element | None:
    """The layout of the page that text stands on."""
    pages = list(styles.iter(f"{_STYLE}master-page"))
    standard = next((page for page in pages if page.get(f"{_STYLE}name") == "Standard"), pages[0] if pages else None)
    wanted = "" if standard is None else standard.get(f"{_STYLE}page-layout-name")
    return next((layout for layout in styles.iter(f"{_STYLE}page-layout") if layout.get(f"{_STYLE}name") == wanted), None)


def _width(layout: Element | None) -> float:
    page = None if layout is None else layout.find(f"{_STYLE}page-layout-properties")
    if page is None:
        return _TEXT_WIDTH
    margin = page.get(f"{_FO}margin", "")
    whole = _points(page.get(f"{_FO}page-width", ""))
    sides = sum(_points(page.get(f"{_FO}margin-{side}", margin)) for side in ("left", "right"))
    return whole - sides if whole > sides > 0 else _TEXT_WIDTH


def _points(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0


def _room_for_footer(layout: Element) -> None:
    for old in layout.findall(f"{_STYLE}footer-style"):
        layout.remove(old)
    footer = SubElement(layout, f"{_STYLE}footer-style")
    SubElement(footer, f"{_STYLE}header-footer-properties", {f"{_FO}min-height": "0.6cm", f"{_FO}margin-top": "0.5cm"})


def _footer(page: Element, properties: Properties) -> None:
    footer = Element(f"{_STYLE}footer")
    page.insert(0, footer)
    words = SubElement(footer, f"{_TEXT}p", {f"{_TEXT}style-name": "RunningFoot"})
    words.text = properties.foot
    SubElement(words, f"{_TEXT}tab")
    number = SubElement(words, f"{_TEXT}page-number", {f"{_TEXT}select-page": "current"})
    number.text, number.tail = "1", " / "
    SubElement(words, f"{_TEXT}page-count").text = "1"


def _automatic(styles: Element, width: float) -> None:
    """The foot's paragraph: the reference's style « Footer » with one stop, at the right edge."""
    automatic = styles.find(f"{_OFFICE}automatic-styles")
    if automatic is None:
        return
    names = {"name": "RunningFoot", "family": "paragraph", "parent-style-name": "Footer"}
    style = SubElement(automatic, f"{_STYLE}style", {f"{_STYLE}{key}": value for key, value in names.items()})
    paragraph = SubElement(style, f"{_STYLE}paragraph-properties")
    stops = SubElement(paragraph, f"{_STYLE}tab-stops")
    SubElement(stops, f"{_STYLE}tab-stop", {f"{_STYLE}position": f"{width:.1f}pt", f"{_STYLE}type": "right"})
