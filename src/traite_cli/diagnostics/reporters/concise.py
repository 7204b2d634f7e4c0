"""The report on one line a fault, without excerpt or hint: ``path:line:column: CODE severity: message``.

For logs, for counting and searching, and for editors that read the lines of a program as places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.reporters.text import first_line


def report(diagnostics: Iterable[Diagnostic], translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Tell each diagnostic on its line."""
    for one in diagnostics:
        yield f"{first_line(one, translate)}\n"
