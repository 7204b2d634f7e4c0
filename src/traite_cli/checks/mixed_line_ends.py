"""All lines of a file end in the same way.

Windows ends a line with two characters (CRLF), other systems with one (LF). In a file that has both, every tool shows other lines as
changed, and a lone CR, which old Macs wrote, is a new line for some of them only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Edit, Fact, Fault, Severity
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
    of_text=True,
)

_END = re.compile(r"\r\n|\n|\r")
_MOST_EDITS = 1000
_NAMES = {"\r\n": "CRLF", "\n": "LF", "\r": "CR"}


def find(repository: Repository) -> Iterator[Fault]:
    """The files whose lines end in several ways, each once; where a line may be a fence, that is to be settled first, by people."""
    for record in repository.all_examined():
        text = record.document.text
        if "\r" in text and text.count("\r\n") != max(text.count("\r"), text.count("\n")) and not record.document.body.doubts:
            yield _fault(record.document)


def _fault(document: Document) -> Fault:
    ends = list(_END.finditer(document.text))
    counted = Counter(found[0] for found in ends)
    usual = "\r\n" if counted["\r\n"] > counted["\n"] else "\n"
    others = [found for found in ends if found[0] != usual]
    edits = _edits(document, others, usual)
    first = others[0]
    facts: dict[str, Fact] = {"found": _NAMES[first[0]], "usual": _NAMES[usual], "path": document.path}
    return document.fault("mixed-line-ends", first.start(), first.start(), "lone" if first[0] == "\r" else "", facts, edits)


def _edits(document: Document, others: Sequence[re.Match[str]], usual: str) -> tuple[Edit, ...]:
    """The edit of each line end that is not the usual one; where they are without number, one of the whole stretch."""
    if len(others) <= _MOST_EDITS:
        return tuple(document.edit(*found.span(), usual) for found in others)
    start, end = others[0].start(), others[-1].end()
    return (document.edit(start, end, _END.sub(usual, document.text[start:end])),)
