"""The file that a document gives is there, under attachments/.

Whoever opens the document's record, or is sent it with an edition, would find nothing behind it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import WrittenDocument
from traite_cli.language import N_
from traite_cli.repository import Repository

_MESSAGE = N_("no file is called “{file}” under attachments/")
_DOCUMENT = "---\ntitle: Le rapport de la France\nfile: {}\n---\n"
_FILE = {"attachments/rapport-france.pdf": b"%PDF-1.7\n"}

CHECK = Check(
    code="TR317",
    severity=Severity.WARNING,
    messages={"": _MESSAGE, "near": _MESSAGE},
    hints={
        "": N_("put the file into attachments/, or correct its name"),
        "near": N_("write its name as it is there, letter by letter: {near}"),
    },
    faulty=Example({"records/documents/rapport.md": _DOCUMENT.format("⟦Rapport-France.pdf⟧")}, raw=_FILE),
    healthy=Example({"records/documents/rapport.md": _DOCUMENT.format("rapport-france.pdf")}, raw=_FILE),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The documents whose file is not there."""
    told = {fault.path for fault in repository.faults}
    known: dict[str, str] = {}
    for document in repository.examined(WrittenDocument):
        path = f"attachments/{document.file}"
        if document.file and path not in repository.attachments and path not in told:
            known = known or {_plain(one): one for one in sorted(repository.attachments)}
            yield _fault(document, known)


def _fault(document: WrittenDocument, known: Mapping[str, str]) -> Fault:
    near = known.get(_plain(f"attachments/{document.file}"), "")
    facts: dict[str, Fact] = {"file": document.file or "", "near": near.removeprefix("attachments/")}
    return document.document.fault("file-absent", *document.place_of("file"), "near" if near else "", facts)


def _plain(path: str) -> str:
    """What names share that are one on some computers, and two on others."""
    return unicodedata.normalize("NFC", path).casefold()
