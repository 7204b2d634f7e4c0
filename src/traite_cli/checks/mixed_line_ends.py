"""All lines of a file end in the same way.

Windows ends a line with two characters (CRLF), other systems with one (LF). In a file that has both, every tool shows other lines as
changed, and a lone CR, which old Macs wrote, is a new line for some of them only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.language import N_
from traite_cli.repository import Repository
from traite_cli.syntax import Document

CHECK = Check(
    code="TR121",
    severity=Severity.WARNING,
    messages={
        "": N_("this line ends in another way ({found}) than most lines of the file ({usual})"),
        "lone": N_("a lone CR stands here, which is the end of a line for some programs only"),
    },
    hints={"": N_("save the file with one sort of line ends, or let the machine do it: traite validate --fix {path}")},
    faulty=Example({"records/topics/sejour.md": "---\ntitle: Le titre de séjour⟦⟧\r\n---\n"}),
    healthy=Example({"records/topics/sejour.md": "---\r\ntitle: Le titre de séjour\r\n---\r\n"}),
    mends=True,
)

_END = re.compile(r"\r\n|\n|\r")
_NAMES = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}


def find(repository: Repository) -> Iterator[Fault]:
    """The files whose lines end in several ways, each once."""
    for record in repository.all_examined():
        text = record.document.text
        if "\r" in text and text.count("\r\n") != max(text.count("\r"), text.count("\n")):
            yield _fault(record.document)


def _fault(document: Document) -> Fault:
    ends = list(_END.finditer(document.text))
    counted = Counter(found[0] for found in ends)
    usual = "\r\n" if counted["\r\n"] > counted["\n"] else "\n"
    others = [found for found in ends if found[0] != usual]
    edits = tuple(document.edit(*found.span(), usual) for found in others)
    first = others[0]
    facts: dict[str, Fact] = {"found": _NAMES[first[0]], "usual": _NAMES[usual], "path": document.path}
    return document.fault("mixed-line-ends", first.start(), first.start(), "lone" if first[0] == "\r" else "", facts, edits)
