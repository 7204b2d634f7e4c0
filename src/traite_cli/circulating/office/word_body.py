"""The text of a docx: what pandoc leaves out of its tables, lists, pictures and page."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "o": "urn:schemas-microsoft-com:office:office",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    }
)
FOOTER = "part-footer"

_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {"top": "1247", "right": "1304", "bottom": "1361", "left": "1304", "header": "624", "footer": "624", "gutter": "0"}
_LOOK = {"val": "04A0", "firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "0", "noVBand": "1"}


def mend(document: Element) -> int:
    """Mend the document in place; what is given back is the width of its text, in twentieths of a point."""
    body = document[0]
    width = _page(body)
    for table in body.iter(_w("tbl")):
        _table(table, width)
    for paragraph in body.iter(_w("p")):
        _paragraph(paragraph)
    for picture in body.iter(f"{{{NAMESPACES['pic']}}}cNvPr"):
        picture.set("descr", "")  # pandoc writes the picture's address there, which is the whole picture
    for inline in body.iter(f"{{{NAMESPACES['wp']}}}inline"):
        inline.attrib |= dict.fromkeys(("distT", "distB", "distL", "distR"), "0")  # LibreOffice takes 3 mm where none is said
    return width


def _w(name: str) -> str:
    return f"{{{NAMESPACES['w']}}}{name}"


def _put(parent: Element, name: str, values: Mapping[str, str], *, at: int | None = None) -> Element:
    child = Element(_w(name), {_w(key): value for key, value in values.items()})
    parent.insert(len(parent) if at is None else at, child)
    return child


def _page(body: Element) -> int:
    """Size and margins are the reference's; its headers and footers are not."""
    old = body.find(_w("sectPr"))
    size = _attributes(old, "pgSz", _A4)
    margins = _attributes(old, "pgMar", _MARGINS)
    if old is not None:
        body.remove(old)
    section = SubElement(body, _w("sectPr"))
    footer = _put(section, "footerReference", {"type": "default"})
    footer.set(f"{{{NAMESPACES['r']}}}id", FOOTER)
    _put(section, "pgSz", size)
    _put(section, "pgMar", margins)
    return int(size["w"]) - int(margins["left"]) - int(margins["right"])


def _attributes(section: Element | None, name: str, otherwise: Mapping[str, str]) -> dict[str, str]:
    found = None if section is None else section.find(_w(name))
    given = {} if found is None else {key.rpartition("}")[2]: value for key, value in found.items()}
    return given if all(given.get(key, "").isdecimal() for key in otherwise) else dict(otherwise)


def _table(table: Element, width: int) -> None:
    properties = table.find(_w("tblPr"))
    look = None if properties is None else properties.find(_w("tblLook"))
    if look is not None:
        look.attrib = {_w(key): value for key, value in _LOOK.items()}
    shares = _grid(table, width)
    for row in table.iter(_w("tr")):
        _row(row, shares)


def _grid(table: Element, width: int) -> list[int]:
    """The columns' widths, which pandoc counts on a page of its own, on this one."""
    columns = table.findall(f"{_w('tblGrid')}/{_w('gridCol')}")
    widths = [int(column.get(_w("w"), "0")) for column in columns]
    shares = [have * width // max(sum(widths), 1) for have in widths]
    for column, share in zip(columns, shares, strict=True):
        column.set(_w("w"), str(share))
    return shares


def _row(row: Element, shares: list[int]) -> None:
    properties = row.find(_w("trPr"))
    if properties is None:
        properties = _put(row, "trPr", {}, at=0)
    heads = properties.find(_w("tblHeader")) is not None
    _put(properties, "cantSplit", {}, at=0)
    for index, cell in enumerate(row.findall(_w("tc"))):
        if (own := cell.find(_w("tcPr"))) is not None and index < len(shares) and own.find(_w("tcW")) is None:
            _put(own, "tcW", {"w": str(shares[index]), "type": "dxa"}, at=0)
        for paragraph in cell.iter(_w("p")):
            _style(paragraph, "TableHeading" if heads or not index else "TableContents")


def _paragraph(paragraph: Element) -> None:
    if paragraph.find(f"{_w('pPr')}/{_w('numPr')}") is not None and _styled(paragraph) in {"", "Compact", "BodyText", "FirstParagraph"}:
        _style(paragraph, "ListParagraph")
    line = paragraph.find(f"{_w('r')}/{_w('pict')}")
    if line is not None:
        paragraph[:] = []
        _style(paragraph, "HorizontalLine")


def _styled(paragraph: Element) -> str:
    found = paragraph.find(f"{_w('pPr')}/{_w('pStyle')}")
    return "" if found is None else found.get(_w("val"), "")


def _style(paragraph: Element, name: str) -> None:
    properties = paragraph.find(_w("pPr"))
    if properties is None:
        properties = _put(paragraph, "pPr", {}, at=0)
    found = properties.find(_w("pStyle"))
    if found is None:
        _put(properties, "pStyle", {"val": name}, at=0)
    else:
        found.set(_w("val"), name)
