"""Pictures that a document may hold: PNG, JPEG and GIF, told by their first bytes and not by their names.

SVG is none of them: it is a program's text as much as a picture.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.circulating.addresses import attachment
from traite_cli.circulating.tree import Element, Node, parse, rebuilt, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "gif": b"GIF8"}
_SIZES = {"png": (">II", 16), "gif": ("<HH", 6)}
"""How the size stands in the head of a file, and where."""


class Picture(NamedTuple):
    """One picture: its path under ``attachments/``, its bytes, and what they are (``png``, ``jpeg`` or ``gif``)."""

    path: str
    content: bytes
    kind: str

    @property
    def data(self) -> str:
        """The whole picture as an address."""
        return f"data:image/{self.kind};base64,{b64encode(self.content).decode()}"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in points as its head says them; nothing of a JPEG, which nobody unpacks to write a file."""
        layout, at = _SIZES.get(self.kind, ("", 0))
        return struct.unpack_from(layout, self.content, at) if layout else (0, 0)


def with_pictures(body: Element, pictures: Mapping[str, bytes], address: Callable[[Picture], str]) -> Element:
    """The tree with each picture at the address given for it; one that is not at hand gives way to the words that stand for it."""

    def placed(element: Element) -> tuple[Node, ...]:
        if element.tag != "img":
            return (element,)
        picture = found(element, pictures)
        return (element.marked(src=address(picture)),) if picture else (element.get("alt"),)

    return rebuilt(body, placed)


def wanted(html: str) -> tuple[str, ...]:
    """The paths under ``attachments/`` of the pictures that a sanitised text shows, in order: the keys under which they are looked for."""
    if "<img" not in html:
        return ()
    paths = (attachment(element.get("src")) for element in walk(parse(html)) if element.tag == "img")
    return tuple(dict.fromkeys(path for path in paths if path))


def found(image: Element, pictures: Mapping[str, bytes]) -> Picture | None:
    """The picture that an ``img`` names, if it is at hand and is one."""
    path = attachment(image.get("src"))
    content = pictures.get(path, b"")
    kind = next((kind for kind, signature in _SIGNATURES.items() if content.startswith(signature)), "")
    return Picture(path, content, kind) if kind else None
