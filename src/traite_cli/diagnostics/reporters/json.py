"""The report for other programs: one JSON object, the same whatever the screen and the verbosity.

Its form is promised (``version`` tells when it changes): keys and order as below, UTF-8, lines and columns from 1 in code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate

VERSION = 1


def report(diagnostics: Iterable[Diagnostic], translate: Translate) -> Iterator[str]:  # noqa: ARG001  # the words are in the diagnostics
    """Give the object, a line for each diagnostic, so that two reports can be compared line by line."""
    yield f'{{"version": {VERSION}, "diagnostics": ['
    separator = "\n"
    for one in diagnostics:
        yield separator + _encoded(_entry(one))
        separator = ",\n"
    yield "\n]}\n" if separator != "\n" else "]}\n"


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


def _encoded(entry: dict[str, str | int]) -> str:
    # Half a character, as a file's undecodable name has it, is no UTF-8: it is written as JSON's escape for it.
    return json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
