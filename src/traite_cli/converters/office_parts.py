"""The paragraphs that an office file holds anywhere: pandoc reads the text, and leaves out heads, feet, frames and what is in the margin.

ECMA-376 names the parts of a docx, ODF 1.3 those of an odt. No document type is obeyed: neither has one, and it could expand without end.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from traite_cli.errors import Refused
from traite_cli.language import N_

Where = Literal["text", "edge", "note", "comment", "deleted"]

_LARGEST_PART = 48 * 1024 * 1024
_MOST_PARTS = 5000
_WORD_PARTS = re.compile(r"word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_WORD_WHERE: dict[str, Where] = {"document": "text", "header": "edge", "footer": "edge", "comments": "comment"}
_ODT_WHERE: dict[str, Where] = {
    "annotation": "comment",
    "tracked-changes": "deleted",
    "note": "note",
    **dict.fromkeys(("header", "footer", "header-left", "footer-left", "header-first", "footer-first"), "edge"),
}
_INNER = frozenset(["p", "h", "txbxContent", "annotation", "note", "text-box", "Fallback"])
_BREAKS = frozenset(["tab", "br", "cr", "s", "line-break", "noBreakHyphen"])


class Part(NamedTuple):
    """A paragraph of an office file, and what it is one of."""

    where: Where
    text: str


def kind_of(document: bytes) -> str:
    """What a zip is by its parts: « docx », « odt », or the name of what else; '' for none."""
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            names = set(archive.namelist()[:_MOST_PARTS])
            mimetype = _part(archive, "mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError):
        return "damaged"
    if "word/document.xml" in names:
        return "docx"
    if mimetype.startswith("application/vnd.oasis.opendocument.text"):
        return "odt"
    return "office" if mimetype or "[Content_Types].xml" in names else ""


def parts(document: bytes, kind: Literal["docx", "odt"]) -> list[Part]:
    """Every paragraph of an office file, in the order of its parts. ``Refused`` where it is damaged or no honest file."""
    try:
        with zipfile.ZipFile(BytesIO(document)) as archive:
            found = list(_word(archive) if kind == "docx" else _opendocument(archive))
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ParseError,
        KeyError,
        RecursionError,
    ) as error:
        raise _damaged() from error
    return [part for part in found if part.text]


def _damaged() -> Refused:
    return Refused(N_("the office file is damaged"), hint=N_("open it in Word or LibreOffice and save it again"))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    # What a zip says of its sizes is not believed: it is read to the limit and no further.
    with archive.open(name) as opened:
        data = opened.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise Refused(N_("the office file unpacks to more than any document holds"))
    return data


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    data = _part(archive, name)
    letters = data.replace(b"\0", b"") if b"\0" in data[:4] or b"\0" in data else data
    if b"<!DOCTYPE" in letters or b"<!ENTITY" in letters:
        raise Refused(N_("the office file holds a document type, which office files never do: it is not opened"))
    return fromstring(data)  # noqa: S314 - without a document type there is nothing left to expand


def _word(archive: zipfile.ZipFile) -> Iterator[Part]:
    names = [(found[1], name) for name in archive.namelist()[:_MOST_PARTS] if (found := _WORD_PARTS.fullmatch(name))]
    for part, name in sorted(names, key=lambda one: (one[0] != "document", one[1])):
        for where, text in _paragraphs(_xml(archive, name), _WORD_WHERE.get(part, "note")):
            yield Part(where, text)


def _opendocument(archive: zipfile.ZipFile) -> Iterator[Part]:
    yield from (Part(*found) for found in _paragraphs(_xml(archive, "content.xml"), "text"))
    if "styles.xml" in archive.namelist()[:_MOST_PARTS]:
        for where, text in _paragraphs(_xml(archive, "styles.xml"), "text"):
            if where == "edge":
                yield Part(where, text)


def _paragraphs(tree: Element, where: Where) -> Iterator[tuple[Where, str]]:
    """The paragraphs of a part, one within another (in a frame, in a note) for itself."""
    waiting: list[tuple[Element, Where]] = [(tree, where)]
    while waiting:
        element, here = waiting.pop()
        name = _name(element)
        if name == "Fallback":  # the same once more, for programs that cannot show the other
            continue
        here = _ODT_WHERE.get(name, here)
        if name in {"p", "h"}:
            said = _Said()
            inner = said.take(element)
            if said.deleted:
                yield "deleted", _clean(said.deleted)
            yield here, _clean(said.words)
            waiting += [(one, here) for one in reversed(inner)]
        else:
            waiting += [(child, here) for child in reversed(element)]


class _Said:
    """What a paragraph says, apart from the paragraphs within it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.deleted: list[str] = []

    def take(self, paragraph: Element) -> list[Element]:
        """Gather the words of a paragraph; the elements given back hold paragraphs of their own."""
        inner: list[Element] = []
        stack: list[Element | str] = [paragraph]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                self.words.append(one)
            elif one is not paragraph and (name := _name(one)) in _INNER:
                inner += [one] if name != "Fallback" else []
            else:
                self._word(one)
                for child in reversed(one):
                    # OpenDocument has words behind elements, Word only in those of their own.
                    stack += [child.tail, child] if "opendocument" in one.tag and child.tail else [child]
        return inner

    def _word(self, element: Element) -> None:
        name = _name(element)
        if name in _BREAKS:
            self.words.append(" ")
        if name == "delText":
            self.deleted.append(element.text or "")
        elif ("wordprocessingml" in element.tag and name == "t") or "opendocument" in element.tag:
            self.words.append(element.text or "")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _clean(words: list[str]) -> str:
    return " ".join("".join(words).split())
