"""The file that a document points to is there.

A document whose file was never added, or was renamed since, can be neither sent along nor found again, and whoever wrote its name
still has it on one computer only.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.near import MOST_LOOKED_FOR
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import WrittenDocument
from traite_cli.language import N_, nearest
from traite_cli.repository import Repository

_DOCUMENT = "---\ntitle: Rapport de la France\nfile: {}\n---\n"
_FILE = {"attachments/2014-rapport-france.pdf": b"%PDF-1.7"}
_MESSAGE = N_("there is no file “{value}” under attachments/")

CHECK = Check(
    code="TR314",
    severity=Severity.ERROR,
    messages={"": _MESSAGE, "near": _MESSAGE},
    hints={
        "": N_("put the file into attachments/, or correct its name"),
        "near": N_("write {near}, which is the nearest, or put the file into attachments/"),
    },
    faulty=Example({"records/documents/rapport.md": _DOCUMENT.format("⟦2014-raport-france.pdf⟧")}, raw=_FILE),
    healthy=Example({"records/documents/rapport.md": _DOCUMENT.format("2014-rapport-france.pdf")}, raw=_FILE),
)

_FOLDER = "attachments/"


def find(repository: Repository) -> Iterator[Fault]:
    """The documents whose file is not there."""
    told = {fault.path for fault in repository.faults}
    looked_for = 0
    for document in repository.examined(WrittenDocument):
        path = f"{_FOLDER}{document.file}"
        if document.file and path not in repository.attachments and path not in told:
            near = _near(repository, document.file) if looked_for < MOST_LOOKED_FOR else ""
            looked_for += 1
            facts: dict[str, Fact] = {"value": document.file, "near": near}
            yield document.document.fault("attachment-missing", *document.place_of("file"), "near" if near else "", facts)


def _near(repository: Repository, file: str) -> str:
    """The file that was probably meant: of the same name in another folder, or of one truly near."""
    names = [path.removeprefix(_FOLDER) for path in sorted(repository.attachments)]
    moved = (name for name in names if name.rpartition("/")[2] == file.rpartition("/")[2])
    return next(moved, None) or "".join(nearest(file, names, most=1))
