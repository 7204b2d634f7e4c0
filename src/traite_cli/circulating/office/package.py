"""Office files as the packages they are: named parts in a zip, read within limits, written always the same.

ECMA-376 part 2 and ODF 1.3 part 2 name the parts. Both are content with any order, save that OpenDocument's ``mimetype`` comes first,
not compressed.
"""

from __future__ import annotations

import time
import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring, tostring

from traite_cli.errors import ConfigurationError
from traite_cli.language import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

_LARGEST = 128 * 1024 * 1024
_MOST_PARTS = 2000
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o644 << 16
_UNIX = 3


def read(package: bytes) -> dict[str, bytes]:
    """The parts of a package, by their names."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST:
            raise ConfigurationError(N_("the office file made from the reference in templates/ is larger than any document should be"))
        return {entry.filename: archive.read(entry) for entry in entries}


def write(parts: Mapping[str, bytes], *, epoch: int) -> bytes:
    """The package of these parts, in their order, all of one moment."""
    moment = max(time.gmtime(epoch)[:6], _EARLIEST)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return made.getvalue()


def xml(part: bytes) -> Element:
    """The tree of a part; one with a document type, which could define entities without end, is refused."""
    # A part may be in UTF-16, where every other byte of these letters is none.
    letters = part.replace(b"\0", b"") if b"\0" in part else part
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
        raise ConfigurationError(N_("the reference in templates/ holds a document type, which office files never do"))
    return fromstring(part)  # noqa: S314 - without a document type there is nothing left to expand


def written(tree: Element) -> bytes:
    """A part's bytes."""
    made: bytes = tostring(tree, encoding="utf-8", xml_declaration=True)
    return made


# As ``xml.sax.saxutils`` has them, which imports all of the web.


def escaped(text: str) -> str:
    """A text as it stands between two tags."""
    return escape(text, quote=False)


def quoted(text: str) -> str:
    """A text as the value of an attribute, with its quotation marks."""
    return '"' + escaped(text).replace('"', "&quot;") + '"'
