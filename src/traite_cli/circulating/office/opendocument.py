"""The odt of pandoc made fit to circulate (ODF 1.3): headers of tables, words for pictures, a foot, a language.

Of what pandoc wrote only the text, the styles and the pictures in use are kept; properties are written anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, register_namespace

from traite_cli.circulating.characters import line
from traite_cli.circulating.office import opendocument_body, opendocument_styles, package
from traite_cli.circulating.office.package import escaped, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from traite_cli.circulating.manuscript import Properties

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_DECLARED = re.compile(rb'xmlns:([\w.-]+)="([^"]+)"')
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
_META = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"'
)


def finished(made: bytes, properties: Properties, alternatives: list[str]) -> bytes:
    """The document that pandoc made, ready to be sent; ``alternatives`` are the words for its pictures, in order."""
    found = package.read(made)
    styles = _tree(found["styles.xml"])
    width = opendocument_styles.mend(styles, properties)
    content = _tree(found["content.xml"])
    shown = opendocument_body.mend(content, alternatives, width)
    parts = {
        "content.xml": package.written(content),
        "styles.xml": package.written(styles),
        "meta.xml": _meta(properties),
        **{name: found[name] for name in shown if name in found},
    }
    whole = {"mimetype": _MIMETYPE, **parts, "META-INF/manifest.xml": _manifest(parts)}
    return package.write(whole, epoch=properties.epoch)


def _tree(part: bytes) -> Element:
    """The tree of a part, which will be written with the prefixes that it was read with."""
    for prefix, name in _DECLARED.findall(part):
        if not re.fullmatch(rb"ns\d+", prefix):
            register_namespace(prefix.decode(), name.decode())
    return package.xml(part)


def _meta(properties: Properties) -> bytes:
    author = "; ".join(properties.authors) or properties.organisation
    said = [
        ("meta:generator", "traite"),
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("meta:initial-creator", author),
        ("dc:creator", author),
        *(("meta:keyword", keyword) for keyword in properties.keywords),
        ("meta:creation-date", properties.stamp),
        ("dc:date", properties.stamp),
        ("dc:language", properties.locale),
    ]
    inside = "".join(f"<{name}>{escaped(line(value))}</{name}>" for name, value in said if value)
    return f"{_DECLARATION}<office:document-meta {_META}><office:meta>{inside}</office:meta></office:document-meta>".encode()


def _manifest(parts: Mapping[str, bytes]) -> bytes:
    name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(_entry(path, kind) for path, kind in _kinds(parts))
    return f'{_DECLARATION}<manifest:manifest xmlns:manifest="{name}" manifest:version="1.3">{entries}</manifest:manifest>'.encode()


def _kinds(parts: Iterable[str]) -> Iterable[tuple[str, str]]:
    yield "/", _MIMETYPE.decode()
    for path in parts:
        yield path, _PICTURES.get(path.rpartition(".")[2], "text/xml")


def _entry(path: str, kind: str) -> str:
    version = ' manifest:version="1.3"' if path == "/" else ""
    return f"<manifest:file-entry manifest:full-path={quoted(path)}{version} manifest:media-type={quoted(kind)}/>"
