"""The docx of pandoc made fit to circulate (ECMA-376): headers of tables, a foot, a language.

Of what pandoc wrote only the text, the styles, the lists, the theme and the pictures in use are kept. Properties, settings and the foot
are written anew, so that no author, company, comment, header or picture of the reference file goes out with a document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import register_namespace

from traite_cli.circulating.office import package, word_body, word_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from traite_cli.circulating.manuscript import Properties

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_KEPT = ("word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml")
_INDENT = re.compile(rb'w:left="(\d{3,5})" w:hanging="(?:360|480)"')
_PANDOCS_LEVEL, _LEVEL, _HANGING = 720, 510, 397
_LANGUAGE = re.compile(rb'(<w:lang\b[^>]*?w:val=")[^"]*(")')
_PICTURE_BULLETS = re.compile(rb"<w:numPicBullet\b.*?</w:numPicBullet>|<w:lvlPicBulletId\b[^>]*/>", re.DOTALL)


def finished(made: bytes, properties: Properties) -> bytes:
    """The document that pandoc made, ready to be sent."""
    for prefix, name in word_body.NAMESPACES.items():
        register_namespace(prefix, name)  # each time: Python keeps one table for all, and another file may have taken a prefix
    found = package.read(made)
    body = package.xml(found["word/document.xml"])
    width = word_body.mend(body)
    text = package.written(body)
    relations = list(_relations(found, text))
    kept = {name: _cleaned(found[name], properties) for name in _KEPT if name in found}
    kept = {name: part for name, part in kept.items() if not _leads_outside(part)}
    media = {f"word/{target}": found[f"word/{target}"] for kind, _, target in relations if kind == "image" and f"word/{target}" in found}
    parts = {
        "word/document.xml": text,
        **kept,
        "word/settings.xml": word_parts.settings(properties),
        "word/footer1.xml": word_parts.footer(properties, width),
        "docProps/core.xml": word_parts.core(properties),
        "docProps/app.xml": word_parts.app(properties),
        **media,
    }
    links = word_parts.relations([*relations, *_internal(kept)])
    first = {"[Content_Types].xml": word_parts.content_types(parts), "_rels/.rels": word_parts.PACKAGE_RELATIONS}
    return package.write({**first, "word/_rels/document.xml.rels": links, **parts}, epoch=properties.epoch)


def _cleaned(part: bytes, properties: Properties) -> bytes:
    locale = properties.locale.encode()
    part = _INDENT.sub(_indented, part)
    return _PICTURE_BULLETS.sub(b"", _LANGUAGE.sub(lambda found: found[1] + locale + found[2], part))


def _indented(found: re.Match[bytes]) -> bytes:
    """The lists of pandoc stand half an inch in, and as much again at each level."""
    return b'w:left="%d" w:hanging="%d"' % (int(found[1]) * _LEVEL // _PANDOCS_LEVEL, _HANGING)


def _leads_outside(part: bytes) -> bool:
    """Whether a part names others: a theme may have pictures of its own, which do not go out."""
    mark = f"{{{word_body.NAMESPACES['r']}}}"
    return any(key.startswith(mark) for element in package.xml(part).iter() for key in element.attrib)


def _relations(found: dict[str, bytes], text: bytes) -> Iterator[tuple[str, str, str]]:
    """The pictures and links that the text names: kind, id, target."""
    for relation in package.xml(found["word/_rels/document.xml.rels"]).iter(_RELATION):
        kind, name = relation.get("Type", "").removeprefix(_OFFICE), relation.get("Id", "")
        if kind in {"image", "hyperlink"} and f'"{name}"'.encode() in text:
            yield kind, name, relation.get("Target", "")


def _internal(kept: dict[str, bytes]) -> Iterator[tuple[str, str, str]]:
    for name in (*kept, "word/settings.xml", "word/footer1.xml"):
        kind = re.sub(r"\d", "", name.rpartition("/")[2].removesuffix(".xml"))
        yield kind, word_body.FOOTER if kind == "footer" else f"part-{kind}", name.removeprefix("word/")
