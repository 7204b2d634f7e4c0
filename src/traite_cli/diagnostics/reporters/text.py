"""The report for people: place, code and sentence on one line, the line of the file with the spot marked, then what to do.

Its first line has the form ``path:line:column: CODE severity: message``, which editors and terminals turn into a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.fault import Severity, Span
from traite_cli.diagnostics.inspection import NOTHING, Inspection
from traite_cli.diagnostics.visible import shown, visible, width
from traite_cli.language import N_

FIRST_LINES = {
    Severity.ERROR: N_("{place}: {code} error: {message}"),
    Severity.WARNING: N_("{place}: {code} warning: {message}"),
    Severity.INFO: N_("{place}: {code} note: {message}"),
}
_INDENT = "    "
_GUTTER = 5
_MARGIN = _GUTTER + len(" | ")
_BEFORE = 0.6
_MOST = 100
"""A body has one paragraph a line: of a long one, only what stands around the spot is shown."""


def report(diagnostics: Iterable[Diagnostic], translate: Translate, _inspection: Inspection = NOTHING, /) -> Iterator[str]:
    """Tell each diagnostic, a line at a time."""
    for one in diagnostics:
        for line in (first_line(one, translate), *excerpt(one), *hint(one)):
            yield f"{line}\n"


def first_line(one: Diagnostic, translate: Translate) -> str:
    """``path:line:column: CODE severity: message``."""
    place = f"{visible(one.path)}:{one.span.line}:{one.span.column}"
    return translate(FIRST_LINES[one.severity], place=place, code=one.code, message=visible(one.message))


def hint(one: Diagnostic) -> Iterator[str]:
    """What to do, indented."""
    for line in one.hint.splitlines():
        yield f"{_INDENT}{visible(line)}"


def excerpt(one: Diagnostic, room: int | None = None) -> Iterator[str]:
    """The line at fault, and carets below the spot; nothing where the whole file is at fault.

    What does not fit into ``room`` columns is left out, so that a screen never breaks the line and moves the carets from their spot.
    """
    if not one.source or one.source.isspace():
        return
    most = _MOST if room is None else min(_MOST, max(room - _MARGIN, _MARGIN))
    before, spot, after = _parts(one.source, one.span, most)
    before = shown(before)
    spot = shown(spot, width(before))
    after = shown(after, width(before + spot)).rstrip()
    yield f"{one.span.line:>{_GUTTER}} | {before}{spot}{after}"
    yield f"{'':>{_GUTTER}} | {' ' * width(before)}{'^' * max(width(spot), 1)}"


def _parts(source: str, span: Span, most: int) -> tuple[str, str, str]:
    """What stands before the spot, in it and after it, each cut to what fits."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(source)
    room = int(most * _BEFORE)
    first = start - room if start > room and len(source) > most else 0
    before = "…" * bool(first) + source[first:start]
    spot = _cut(source, start, end, most - len(before))
    return before, spot, _cut(source, end, len(source), most - len(before) - len(spot))


def _cut(source: str, start: int, end: int, most: int) -> str:
    """What stands there, in at most so many characters."""
    return source[start:end] if end - start <= most else f"{source[start : start + most - 1]}…" * (most > 0)
