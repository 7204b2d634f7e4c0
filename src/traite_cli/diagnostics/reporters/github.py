"""The report as GitHub's workflow commands: in the log of an action, each becomes a remark beside the line it is about.

``::error file=…,line=…,endLine=…,col=…,endColumn=…,title=TR210::message``, escaped as ``@actions/core`` escapes: %, CR and LF
everywhere, and in properties : and , too. GitHub takes columns only where a remark stays on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.fault import Severity
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(diagnostics: Iterable[Diagnostic], _translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Give a command for each diagnostic, a line each."""
    for one in diagnostics:
        properties = ",".join(f"{name}={visible(str(value).translate(_IN_PROPERTY))}" for name, value in _properties(one))
        yield f"::{_COMMANDS[one.severity]} {properties}::{'%0A'.join(line.translate(_IN_DATA) for line in one.lines)}\n"


def _properties(one: Diagnostic) -> Iterator[tuple[str, str | int]]:
    yield "file", one.path
    yield "line", one.span.line
    yield "endLine", one.span.end_line
    if one.span.end_line == one.span.line:
        yield "col", one.span.column
        yield "endColumn", one.span.end_column
    yield "title", one.code
