"""The text of an odt: what pandoc leaves out of its tables and pictures, and names it writes with spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Mapping

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE, _DRAW, _STYLE = (f"{{{_ODF}{name}:1.0}}" for name in ("office", "text", "table", "drawing", "style"))
_FO, _SVG = (f"{{{_ODF}{name}-compatible:1.0}}" for name in ("xsl-fo", "svg"))
_NAME, _PARENT = f"{_STYLE}name", f"{_STYLE}parent-style-name"
_LINK = "{http://www.w3.org/1999/xlink}href"
_INCHES = re.compile(r"([\d.]+)in")
_FIRST, _STEP, _LEVEL = 0.5, 0.25, 0.9
_POINTS = re.compile(r"([\d.]+)pt")
_CELLS: Mapping[str, Mapping[str, str]] = {
    "TableHeaderRowCell": {
        "padding": "0.12cm",
        "background-color": "#f3f5f8",
        "border": "none",
        "border-top": "1pt solid #1f3a5f",
        "border-bottom": "1pt solid #1f3a5f",
    },
    "TableRowCell": {"padding": "0.12cm", "border": "none", "border-bottom": "0.5pt solid #b9bec7"},
}


def mend(content: Element, alternatives: list[str], width: float) -> list[str]:
    """Mend the text in place, which is ``width`` points wide; what is given back are the names of the pictures it shows."""
    for table in list(content.iter(f"{_TABLE}table")):
        _table(table)
    parents = {style.get(_NAME, ""): style.get(_PARENT, "") for style in content.iter(f"{_STYLE}style")}
    for style in content.iter(f"{_STYLE}style"):
        _style(style, parents)
    _unbroken_rows(content)
    for level in content.iter(f"{_STYLE}list-level-label-alignment"):
        _indent(level)
    for element in content.iter():
        if " " in (name := element.get(f"{_TEXT}style-name", "")):
            element.set(f"{_TEXT}style-name", name.replace(" ", "_20_"))
    return _pictures(content, alternatives, width)


def _table(table: Element) -> None:
    """The first column heads the rows: ODF marks columns, and readers such as LibreOffice's export go by it."""
    columns = [(index, child) for index, child in enumerate(table) if child.tag == f"{_TABLE}table-column"]
    if len(columns) > 1:
        index, first = columns[0]
        table.remove(first)
        heading = Element(f"{_TABLE}table-header-columns")
        heading.append(first)
        table.insert(index, heading)
    for row in table.iter(f"{_TABLE}table-row"):
        row.set(f"{_TABLE}style-name", "TableRow")


def _unbroken_rows(content: Element) -> None:
    automatic = content.find(f"{_OFFICE}automatic-styles")
    if automatic is not None:
        style = SubElement(automatic, f"{_STYLE}style", {f"{_STYLE}name": "TableRow", f"{_STYLE}family": "table-row"})
        SubElement(style, f"{_STYLE}table-row-properties", {f"{_FO}keep-together": "always"})


def _style(style: Element, parents: Mapping[str, str]) -> None:
    """Mend an automatic style: its parent must be a named one, and pandoc gives it an automatic one at times."""
    name, parent = style.get(_NAME, ""), style.get(_PARENT, "")
    if parent:
        style.set(_PARENT, parents.get(parent, parent).replace(" ", "_20_"))
    if style.get(f"{_STYLE}list-style-name"):
        style.set(_PARENT, "List_20_Paragraph")
        for margins in style.findall(f"{_STYLE}paragraph-properties"):
            style.remove(margins)
    cell = style.find(f"{_STYLE}table-cell-properties")
    if cell is not None and name in _CELLS:
        cell.attrib = {f"{_FO}{key}": value for key, value in _CELLS[name].items()}


def _indent(level: Element) -> None:
    """The lists of pandoc stand half an inch in, and a quarter more at each level."""
    inches = _INCHES.fullmatch(level.get(f"{_FO}margin-left", ""))
    if inches:
        place = f"{(float(inches[1]) - _FIRST) / _STEP * _LEVEL + _LEVEL:.1f}cm"
        level.set(f"{_FO}margin-left", place)
        level.set(f"{_TEXT}list-tab-stop-position", place)
        level.set(f"{_FO}text-indent", "-0.7cm")


def _pictures(content: Element, alternatives: list[str], width: float) -> list[str]:
    shown = []
    frames = list(content.iter(f"{_DRAW}frame"))
    words = alternatives if len(alternatives) == len(frames) else [""] * len(frames)
    for frame, said in zip(frames, words, strict=True):
        _fit(frame, width)
        if said and frame.find(f"{_SVG}title") is None:
            SubElement(frame, f"{_SVG}title").text = said
        shown += [picture.get(_LINK, "") for picture in frame.iter(f"{_DRAW}image")]
    return list(dict.fromkeys(shown))


def _fit(frame: Element, width: float) -> None:
    """A picture no wider than the text."""
    wide, high = (_POINTS.fullmatch(frame.get(f"{_SVG}{side}", "")) for side in ("width", "height"))
    if wide and high and float(wide[1]) > width:
        scale = width / float(wide[1])
        frame.set(f"{_SVG}width", f"{width:.1f}pt")
        frame.set(f"{_SVG}height", f"{float(high[1]) * scale:.1f}pt")
