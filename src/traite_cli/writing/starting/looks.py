"""Traite's own ``templates/``, as one collective has them: what they say to whoever changes them is in its language."""

from __future__ import annotations

from traite_cli.files.packaged import folder_with
from traite_cli.language import N_, Language, translator

FOLDER = "templates"
_TEXTS = (".j2", ".css", ".typ")
REMARKS = (
    N_("The minutes of one meeting. What it says between the records' words is in words.fr.j2 and words.en.j2."),
    N_("The working document. Each part is a file of parts/; what it says between the records' words is in words.fr.j2 and words.en.j2."),
    N_("The stretches of a section. Events that follow one another make one list."),
    N_("Where the meetings they were made at are withheld, no date of theirs is left to show."),
    N_("Each decision has its date where the document is about several meetings."),
    N_(
        "How a document looks as a web page and on paper. Everything is in this file; "
        "pictures and fonts from elsewhere are refused by the page."
    ),
    N_("On a wide screen the contents stand beside the text."),
    N_("How a document looks as a pdf. Change sizes, faces, colours and margins here; nothing of a document's text is here."),
    N_("traite calls five functions, by these names: manuscript, styled, data-table, picture, rule."),
    N_("The faces are those that Typst brings along; others can be put into templates/fonts."),
    N_("The page, and what the file says of itself."),
    N_("A named block of the templates; one without a look of its own stands as it is."),
    N_("A table: its first row heads the columns and is repeated on each page, its first column heads the rows."),
    N_("A picture, no wider than the text."),
    N_("A line across the text."),
)
"""The remarks in the templates, which are written in English."""


def looks(language: Language) -> dict[str, bytes]:
    """The files by their path in the collective's repository."""
    root = folder_with(FOLDER)
    files = sorted(file for file in (root / FOLDER).rglob("*") if file.is_file())
    return {
        file.relative_to(root).as_posix(): _in_language(file.read_bytes(), language) if file.suffix in _TEXTS else file.read_bytes()
        for file in files
    }


def _in_language(data: bytes, language: Language) -> bytes:
    text, t = data.decode("utf-8"), translator(language)
    for remark in REMARKS:
        text = text.replace(remark, t(remark))
    return text.encode()
