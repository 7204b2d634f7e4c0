"""Files made for circulation, read back as somebody curious would read them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from pypdf import PdfReader


def text_of(form: str, data: bytes) -> str:
    """What a reader sees of a file, its title and the other properties included."""
    return "\n".join({"docx": _office_text, "odt": _office_text, "pdf": _pdf_text, "html": _page_text}.get(form, _plain)(data))


def everything_in(form: str, data: bytes) -> str:
    """All that a file holds: its text, its markup, its properties, its raw and its unpacked bytes."""
    more = {"docx": _packed, "odt": _packed, "pdf": _streams, "html": _plain}
    return "\n".join([text_of(form, data), *(more[form](data) if form in more else ())])


def words_of_pages(data: bytes) -> str:
    """The text of a pdf's pages, words that a line's end parted put together again."""
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return re.sub(r"[-\u00ad\u2010]\n", "", text)


def _plain(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8")


def _page_text(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    yield re.sub(r"<[^>]*>", "", re.sub(r"(?s)<style>.*?</style>", "", text))
    yield from re.findall(r'(?:content|alt|href|aria-label)="([^"]*)"', text)


def _office_text(data: bytes) -> Iterator[str]:
    """The text of each part as it reads when its runs are put together."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                yield "".join(ET.fromstring(package.read(name)).itertext())


def _packed(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield package.comment.decode("latin-1")
        for member in package.infolist():
            yield f"{member.filename} {member.comment!r} {member.extra!r}"
            yield package.read(member).decode("utf-8", "replace")


def _pdf_text(data: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(data))
    yield words_of_pages(data)
    yield str(reader.metadata)
    yield from (str(item.title) for item in _flat(reader.outline))


def _streams(data: bytes) -> Iterator[str]:
    """Every object of a pdf, however it is encoded, and every stream unpacked."""
    yield data.decode("latin-1")
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            yield zlib.decompress(found[1]).decode("latin-1")
        except zlib.error:
            yield found[1].decode("latin-1")
    reader = PdfReader(io.BytesIO(data))
    for number in sorted({*reader.xref.get(0, {}), *reader.xref_objStm}):
        yield str(reader.get_object(number))


def _flat(outline: list[object]) -> Iterator[object]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
