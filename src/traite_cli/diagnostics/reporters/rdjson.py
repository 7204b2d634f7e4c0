"""The report as reviewdog's ``rdjson``, for remarks on any forge that reviewdog knows: its ``DiagnosticResult`` as JSON.

Columns there count the bytes of a line in UTF-8, from 1.
https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.fault import Severity, Span
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.json_text import json_entries
from traite_cli.diagnostics.visible import encodable

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def report(diagnostics: Iterable[Diagnostic], _translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Give the object, a line for each diagnostic."""
    return json_entries('{"source": {"name": "traite"}, "diagnostics": [', map(_entry, diagnostics), "]}\n")


def _entry(one: Diagnostic) -> dict[str, object]:
    suggestions = list(_suggestions(one))
    return {
        "message": "\n".join(one.lines),
        "location": {"path": encodable(one.path), "range": _range(one.span, one)},
        "severity": _SEVERITIES[one.severity],
        "code": {"value": one.code},
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _suggestions(one: Diagnostic) -> Iterator[dict[str, object]]:
    """The edit that mends the fault. Two at once cannot be said: each suggestion is one to be taken alone."""
    for edit in one.edits if len(one.edits) == 1 else ():
        if _is_known(edit.span, one) and encodable(edit.text) == edit.text:
            yield {"range": _range(edit.span, one), "text": edit.text}


def _is_known(span: Span, one: Diagnostic) -> bool:
    """Whether the bytes before a place can be counted: only the line of the fault is here, but before a first column stands nothing."""
    return all(line == one.span.line or column == 1 for line, column in ((span.line, span.column), (span.end_line, span.end_column)))


def _range(span: Span, one: Diagnostic) -> dict[str, dict[str, int]]:
    return {"start": _position(span.line, span.column, one), "end": _position(span.end_line, span.end_column, one)}


def _position(line: int, column: int, one: Diagnostic) -> dict[str, int]:
    before = one.source[: column - 1] if line == one.span.line else ""
    return {"line": line, "column": column - len(before) + len(before.encode("utf-8", "surrogatepass"))}
