"""The report as Markdown, for a remark on the page of a request or for a message: an entry a fault, and what to do below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.markdown_text import escaped
from traite_cli.diagnostics.reporters.text import FIRST_LINES
from traite_cli.language import N_

_MOST = 50
"""A page of a request with more of them is read by nobody, and a forge has its own limits."""


def report(diagnostics: Iterable[Diagnostic], translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Tell each diagnostic as an entry of a list."""
    left = 0
    for number, one in enumerate(diagnostics):
        if number >= _MOST:
            left += 1
            continue
        place = escaped(f"{one.path}:{one.span.line}:{one.span.column}")
        told = translate(FIRST_LINES[one.severity], place=f"**{place}**", code=one.code, message=escaped(one.message))
        yield f"- {told}\n"
        for line in filter(str.strip, one.hint.splitlines()):
            yield f"  - {escaped(line)}\n"
    if left:
        more = translate(N_("… and {n} more"), n=left)
        yield f"\n{more}\n"
