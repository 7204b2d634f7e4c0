"""An accented letter is one character.

Unicode writes « é » as one character or as « e » and an accent behind it; both look alike. A Mac writes the names of files in the
second way, and text copied from there is then found by no search and equal to nothing that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.language import N_
from traite_cli.repository import Repository
from traite_cli.syntax import Document

CHECK = Check(
    code="TR120",
    severity=Severity.WARNING,
    messages={
        "": N_("“{text}” is written with its accents apart from their letters, and so are other words of this file"),
        "once": N_("“{text}” is written with its accents apart from their letters"),
    },
    hints={"": N_("type the word again, or let the machine do it: traite validate --fix {path}")},
    faulty=Example({"records/people/raphael-sodini.md": "---\nname: ⟦Raphae\u0308l⟧ Sodini\n---\n"}),
    healthy=Example({"records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n"}),
    mends=True,
    of_text=True,
)

# Nothing composes across a character of ASCII: each stretch of other characters, with the one before it, is on its own.
_STRETCH = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_SPACE = re.compile(r"\s")


def find(repository: Repository) -> Iterator[Fault]:
    """The files with letters apart from their accents, each once."""
    for record in repository.all_examined():
        if not is_normalized("NFC", record.document.text) and (apart := _apart(record.document)):
            yield _fault(record.document, apart)


def _apart(document: Document) -> list[re.Match[str]]:
    """The stretches with letters apart from their accents; what stands under x: is its author's own."""
    own = document.header.get("x") if document.header is not None else None
    start, end = (own.value.start, own.value.end) if own is not None else (0, 0)
    found = _STRETCH.finditer(document.text)
    return [one for one in found if not start <= one.start() < end and not is_normalized("NFC", one[0])]


def _fault(document: Document, apart: list[re.Match[str]]) -> Fault:
    text = document.text
    edits = tuple(document.edit(*found.span(), normalize("NFC", found[0])) for found in apart)
    start = max(text.rfind(space, 0, apart[0].start() + 1) for space in " \n\t") + 1
    end = apart[0].end() + len(_SPACE.split(text[apart[0].end() :], maxsplit=1)[0])
    facts: dict[str, Fact] = {"text": normalize("NFC", text[start:end]), "path": document.path}
    return document.fault("unicode-form", start, end, "once" if len(apart) == 1 else "", facts, edits)
