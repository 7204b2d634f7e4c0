"""Records written with marks around what is faulty in them: read, and every fault compared with its mark."""

from __future__ import annotations

import re

from traite_cli.diagnostics import Fault, Span
from traite_cli.kinds import Record, read_record

_MARKED = re.compile("⟦([^⟧]*)⟧")


def read(text: str | bytes, kind: str = "meetings") -> Record:
    """A record of a kind, read from the text of its file."""
    return read_record(kind, "x", f"records/{kind}/x.md", text if isinstance(text, bytes) else text.encode())


def faults_of(text: str | bytes, kind: str = "meetings") -> list[Fault]:
    """The faults met while reading, as they stand in the file."""
    return sorted(read(text, kind).document.faults, key=lambda fault: fault.order)


def checks_of(text: str | bytes, kind: str = "meetings") -> list[str]:
    """What is wrong, in the order of the file: the names of the checks."""
    return [fault.check for fault in faults_of(text, kind)]


def at_marks(text: str, kind: str = "meetings") -> list[Fault]:
    """The faults of a text, of which each stands at its mark ``⟦…⟧`` and no mark is without one."""
    faults = faults_of(_MARKED.sub(r"\1", text), kind)
    assert [fault.span for fault in faults] == [_span(text, found) for found in _MARKED.finditer(text)], faults
    return faults


def _span(text: str, found: re.Match[str]) -> Span:
    before = _MARKED.sub(r"\1", text[: found.start()])
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(line, column, line, column + len(found[1]))
