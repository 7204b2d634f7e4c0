"""Faults on the screen: the reporter asked for, and a line below that counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Diagnostic, Fault

_ERRORS = N_n("{n} error", "{n} errors")
_WARNINGS = N_n("{n} warning", "{n} warnings")
_KNOWN = N_n("{n} known", "{n} known")
_RECORDS = N_n("{n} record checked", "{n} records checked")


def worded(call: Call, faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Faults in the language of a call."""
    from traite_cli.checks.running import told

    return told(faults, call.t)


def report(call: Call, diagnostics: Sequence[Diagnostic], form: str, paths: Sequence[str] = ()) -> str:
    """The diagnostics in one of the reporters' forms; ``paths`` are the files that were looked at."""
    from traite_cli.checks.describing import rules_of
    from traite_cli.diagnostics import Inspection, reporters

    return "".join(reporters.load(form)(diagnostics, call.t, Inspection(paths, rules_of(diagnostics, call.t), call.t.language)))


def tell(call: Call, diagnostics: Sequence[Diagnostic], form: str, paths: Sequence[str]) -> None:
    """Write the report to standard output; what programs read is UTF-8, whatever the screen."""
    from traite_cli.diagnostics import reporters

    text = report(call, diagnostics, form, paths)
    if form not in reporters.FOR_PEOPLE:
        call.console.raw(text.encode())
    elif text:
        call.console.data(text, end="")


def summary(call: Call, diagnostics: Sequence[Diagnostic], records: int, known: int = 0) -> str:
    """« 193 fiches vérifiées : 2 erreurs, 1 avertissement, 12 déjà connues »."""
    numbers = {severity: sum(one.severity == severity for one in diagnostics) for severity in ("error", "warning")}
    counted = ((_ERRORS, numbers["error"]), (_WARNINGS, numbers["warning"]), (_KNOWN, known))
    counts = [call.t.plural(*words, number, n=number) for words, number in counted if number]
    checked = call.t.plural(*_RECORDS, records, n=records)
    if not counts:
        return call.t(N_("{checked}: no fault"), checked=checked)
    return call.t(N_("{checked}: {counts}"), checked=checked, counts=", ".join(counts))
