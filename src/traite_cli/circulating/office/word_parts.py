"""The parts of a docx that are written anew: properties, settings, the foot, and what ties them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.circulating.characters import line
from traite_cli.circulating.office.package import escaped, quoted
from traite_cli.circulating.office.word_body import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traite_cli.circulating.manuscript import Properties

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "footer1": f"{_WORD}.footer+xml",
    "theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}

PACKAGE_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
).encode()


def content_types(parts: Iterable[str]) -> bytes:
    """What each part is."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **_PICTURES}
    said = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items())
    for name in parts:
        if kind := _TYPES.get(name.rpartition("/")[2].removesuffix(".xml")):
            said += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{said}</Types>'.encode()


def relations(targets: Iterable[tuple[str, str, str]]) -> bytes:
    """What the text names: kind, id and target of each."""
    said = ""
    for kind, name, target in targets:
        outside = ' TargetMode="External"' if kind == "hyperlink" else ""
        said += f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target={quoted(target)}{outside}/>'
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'.encode()


def core(properties: Properties) -> bytes:
    """Title, authors and dates, as Dublin Core."""
    said = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": "; ".join(properties.authors) or properties.organisation,
        "cp:keywords": ", ".join(properties.keywords),
        "dc:language": properties.locale,
    }
    inside = "".join(f"<{name}>{escaped(line(value))}</{name}>" for name, value in said.items() if value)
    for name in ("created", "modified"):
        inside += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{properties.stamp}</dcterms:{name}>'
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inside}</cp:coreProperties>"
    ).encode()


def app(properties: Properties) -> bytes:
    """The program and the collective."""
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>traite</Application>'
        f"<Company>{escaped(line(properties.organisation))}</Company></Properties>"
    ).encode()


def settings(properties: Properties) -> bytes:
    """How Word treats the document: hyphenated, in its language, as Word 2013 and later lay out."""
    return (
        f'{_DECLARATION}<w:settings xmlns:w="{NAMESPACES["w"]}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{properties.locale}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    ).encode()


def footer(properties: Properties, width: int) -> bytes:
    """The running foot, with the page's number and how many there are at its right end."""
    numbers = f"{_run('tab/')}{_field('PAGE')}{_text(' / ')}{_field('NUMPAGES')}"
    tabs = f'<w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="clear" w:pos="9072"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return (
        f'{_DECLARATION}<w:ftr xmlns:w="{NAMESPACES["w"]}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{tabs}</w:pPr>'
        f"{_text(properties.foot)}{numbers}</w:p></w:ftr>"
    ).encode()


def _run(inside: str) -> str:
    return f"<w:r><w:{inside}></w:r>"


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'


def _field(code: str) -> str:
    marks = {"begin": "", "separate": f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>', "end": _text("1")}
    return "".join(before + _run(f'fldChar w:fldCharType="{kind}"/') for kind, before in marks.items())
