"""A file as the manuscript that drafts are made from: what it is, its text as Markdown, and what it says besides its text.

What a file is, its content tells, not its name.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal, NamedTuple

from traite_cli.errors import Refused
from traite_cli.language import N_, words
from traite_cli.writing.importing.decoding import Decoded, decoded, decoded_page, tidy
from traite_cli.writing.importing.foreign_header import without_header
from traite_cli.writing.importing.page_words import page_words
from traite_cli.writing.importing.plain_text import as_markdown

MOST_BYTES = 64 * 1024 * 1024
"""Of an office file or a pdf, which may hold pictures."""
_MOST_TEXT = 2 * 1024 * 1024
"""Of a text: twice what a record may hold."""

Sort = Literal["docx", "odt", "html", "pdf", "md", "txt"]
_ENDINGS: dict[str, Sort] = {
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".txt": "txt",
    ".text": "txt",
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".md", ".markdown", ".mkd"), "md"),
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|h[1-6]|table|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOTE = re.compile(r"\[\d{1,3}\]")
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


class Aside(NamedTuple):
    """Something that a file says beside its text: at the edges of pages, in the margin, struck out, before the text."""

    where: str
    text: str


class Manuscript(NamedTuple):
    """What a file holds. ``stated`` are the title, the date and the rest that its own front matter states."""

    name: str
    sort: Sort
    markdown: str
    asides: tuple[Aside, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    guessed: str = ""
    """The encoding that had to be guessed."""
    silent: tuple[int, ...] = ()
    """The pages on which there is nothing to read."""
    otherwise: bool = False
    """Whether the file is something else than its name says."""


def manuscript(name: str, data: bytes) -> Manuscript:
    """What a file holds. ``Refused`` when it is nothing that can be read, ``MachineError`` when reading it fails."""
    ending = PurePath(name).suffix.lower()
    sort = _sort(data, ending)
    stem = PurePath(name).stem
    match sort:
        case "docx" | "odt":
            found = _office(stem, data, sort)
        case "pdf":
            found = _pdf(stem, data)
        case "html":
            found = _page(stem, decoded_page(data))
        case _:
            found = _text(stem, decoded(data), sort)
    asides = tuple(Aside(aside.where, tidy(aside.text)) for aside in found.asides)
    found = found._replace(markdown=tidy(found.markdown), asides=asides, stated=tuple((key, tidy(value)) for key, value in found.stated))
    if not words(found.markdown):
        raise Refused(N_("{name} holds no words"), name=name)
    said = _ENDINGS.get(ending, sort)
    return found._replace(otherwise=said != sort)


def _sort(data: bytes, ending: str) -> Sort:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLD_WORD):
        raise Refused(
            N_("this is a document of the old Word, or one with a password, which cannot be read"),
            hint=N_("open it in Word or LibreOffice and save it as docx, without password"),
        )
    if data.startswith(b"{\\rtf"):
        raise Refused(N_("this is a document in rtf, which cannot be read"), hint=N_("open it in Word or LibreOffice and save it as docx"))
    if data.startswith(b"PK"):
        return _of_zip(data)
    if len(data) > _MOST_TEXT:
        raise Refused(N_("the file is larger than any minutes"), hint=N_("cut out what reports on the meeting"))
    beginning = data[:4096]
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or beginning.count(0) > len(beginning) // 4
    if not wide and sum(byte in _CONTROLS for byte in beginning) > len(beginning) // 50:
        raise Refused(
            N_("this is no text, and no document that can be read"), hint=N_("docx, odt, html, pdf, txt and md files can be imported")
        )
    if beginning.lower().startswith(b"mime-version:"):
        raise Refused(N_("this is a page of the web in one file (mhtml), which cannot be read"), hint=N_("save it as html or as docx"))
    if not wide and ending not in {".md", ".markdown", ".mkd", ".txt", ".text"} and _PAGE.match(beginning.decode("latin-1").lstrip("ï»¿")):
        return "html"
    if not wide and re.match(rb"\s*<(?:!doctype html|html)\b", beginning, re.IGNORECASE):
        return "html"
    return "md" if _ENDINGS.get(ending) == "md" else "html" if _ENDINGS.get(ending) == "html" else "txt"


def _of_zip(data: bytes) -> Sort:
    from traite_cli.converters.office_parts import kind_of

    match kind_of(data):
        case "docx":
            return "docx"
        case "odt":
            return "odt"
        case "office":
            raise Refused(
                N_("this is an office file, and no document with text"), hint=N_("save what reports on the meeting as docx or odt")
            )
        case "damaged":
            raise Refused(N_("the office file is damaged"), hint=N_("open it in Word or LibreOffice and save it again"))
    raise Refused(N_("this is an archive (zip), which may hold anything"), hint=N_("take the document out of it, and import that"))


def _office(stem: str, data: bytes, sort: Literal["docx", "odt"]) -> Manuscript:
    from traite_cli.converters.office_parts import parts
    from traite_cli.converters.office_reading import read

    found = parts(data, sort)  # before pandoc, since it refuses what is no honest file
    markdown = read(data, sort)
    return Manuscript(stem, sort, markdown, tuple(_left_out(markdown, [Aside(part.where, part.text) for part in found])))


def _pdf(stem: str, data: bytes) -> Manuscript:
    from traite_cli.converters.pdf_reading import read

    found = read(data)
    return Manuscript(stem, "pdf", found.markdown, tuple(Aside("edge", text) for text in found.edges), silent=found.silent)


def _page(stem: str, page: Decoded) -> Manuscript:
    from traite_cli.converters.office_reading import read

    text = re.sub(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", "", page.text, count=1, flags=re.IGNORECASE | re.DOTALL)
    said = page_words(text)  # before pandoc, since it refuses what nests without end
    markdown = read(text.encode(), "html")
    return Manuscript(stem, "html", markdown, tuple(_left_out(markdown, [Aside("text", one) for one in said])), guessed=page.guessed)


def _text(stem: str, text: Decoded, sort: Sort) -> Manuscript:
    if sort == "txt":
        return Manuscript(stem, sort, as_markdown(text.text), guessed=text.guessed)
    stated, rest, body = without_header(text.text.replace("\r\n", "\n").replace("\r", "\n"))
    asides = (Aside("header", rest),) if rest else ()
    return Manuscript(stem, sort, body, asides, stated, guessed=text.guessed)


def _left_out(markdown: str, paragraphs: list[Aside]) -> list[Aside]:
    """Those paragraphs of a file that its Markdown does not say: a converter leaves out what it has no place for."""
    said = f" {' '.join(words(_NOTE.sub('', markdown)))} "
    left: dict[Aside, None] = {}
    at = 0
    for one in paragraphs:
        spoken = f" {' '.join(words(one.text))} "
        found = said.find(spoken, at)
        found = found if found >= 0 else said.find(spoken)
        if found < 0:
            left[one] = None
        else:
            at = found
    return list(left)
