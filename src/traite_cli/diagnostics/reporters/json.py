"""The report for other programs: one JSON object, the same whatever the screen and the verbosity.

Its form is promised (``version`` tells when it changes): keys and order as below, UTF-8, lines and columns from 1 in code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.json_text import json_entries

VERSION = 1


def report(diagnostics: Iterable[Diagnostic], _translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Give the object, a line for each diagnostic."""
    return json_entries(f'{{"version": {VERSION}, "diagnostics": [', map(_entry, diagnostics), "]}\n")


def _entry(one: Diagnostic) -> dict[str, str | int]:
    return {
        "path": one.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "hint": one.hint,
    }
