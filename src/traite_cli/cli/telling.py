"""Faults on the screen: the reporter asked for, and a line below that counts.

To a person at a terminal the report for people is told in its colours, and in lines that fit; its words are those that a file would get.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.cli.paragraphs import folded
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Diagnostic, Fault
    from traite_cli.language import Translator

_ERRORS = N_n("{n} error", "{n} errors")
_WARNINGS = N_n("{n} warning", "{n} warnings")
_KNOWN = N_n("{n} known", "{n} known")
_MORE = N_n("and {n} more", "and {n} more")
_MOST = 20
"""So many files with errors are listed: one mends these first."""
_RECORDS = N_n("{n} record checked", "{n} records checked")


def worded(call: Call, faults: Iterable[Fault]) -> tuple[Diagnostic, ...]:
    """Faults in the language of a call."""
    from traite_cli.checks.running import told

    return told(faults, call.t)


def report(call: Call, diagnostics: Sequence[Diagnostic], form: str, paths: Sequence[str] = ()) -> str:
    """The diagnostics in one of the reporters' forms; ``paths`` are the files that were looked at."""
    from traite_cli.diagnostics import Inspection, reporters

    rules = {}
    if form in reporters.OF_MORE_THAN_FAULTS:
        from traite_cli.checks.describing import rules_of

        rules = dict(rules_of(diagnostics, call.t))
    return "".join(reporters.load(form)(diagnostics, call.t, Inspection(paths, rules, call.t.language)))


def is_for_a_screen(call: Call, form: str) -> bool:
    """Whether the report is told to a person at a terminal, as wide as that is."""
    return form == "text" and call.console.room is not None


def tell(call: Call, diagnostics: Sequence[Diagnostic], form: str, paths: Sequence[str]) -> None:
    """Write the report to standard output."""
    if is_for_a_screen(call, form):
        for line in shown(call.t, diagnostics, call.console.room):
            call.console.data(*line)
    else:
        write(call, report(call, diagnostics, form, paths), form)


def write(call: Call, text: str, form: str) -> None:
    """Write the text of a report to standard output; what programs read is UTF-8, whatever the screen."""
    from traite_cli.diagnostics import reporters

    if form not in reporters.FOR_PEOPLE:
        call.console.raw(text.encode())
    elif text:
        call.console.data(text, end="")


def shown(t: Translator, diagnostics: Iterable[Diagnostic], room: int | None) -> Iterator[list[Piece]]:
    """The report for people, line by line, as a screen of some width shows it (none: as wide as it is)."""
    from traite_cli.diagnostics.reporters import text

    for one in diagnostics:
        yield from folded(_painted(text.first_line(one, t), one), room)
        for number, line in enumerate(text.excerpt(one, room)):
            yield [Painted(line, _ROLES[one.severity]) if number else line]
        for number, line in enumerate(text.hint(one)):
            # What follows the first line is there to be copied as it is.
            yield from folded([line], None if number else room)


def _painted(line: str, one: Diagnostic) -> list[Piece]:
    """« path:line:column: CODE error: message », the place and what sort of fault it is in their colours."""
    place, message = f"{visible(one.path)}:{one.span.line}:{one.span.column}", visible(one.message)
    if not (line.startswith(place) and line.endswith(message)):
        return [line]
    return [Painted(place, Role.PLACE), Painted(line[len(place) : len(line) - len(message)], _ROLES[one.severity]), message]


_ROLES: Mapping[str, Role] = {"error": Role.ERROR, "warning": Role.WARNING, "info": Role.HEADING}


class Tally(NamedTuple):
    """How many faults of each weight are told, and how many of them a machine can mend."""

    errors: int
    warnings: int
    mendable: int

    @classmethod
    def of(cls, diagnostics: Sequence[Diagnostic]) -> Tally:
        errors, warnings = (sum(one.severity == severity for one in diagnostics) for severity in ("error", "warning"))
        return cls(errors, warnings, sum(bool(one.edits) for one in diagnostics))


def tell_mends(call: Call, tally: Tally) -> None:
    """Tell a person at a terminal that a machine can mend some of this."""
    if call.console.room_to_talk is not None and tally.mendable:
        call.console.say(call.t(N_("What is certain is mended by: traite validate --fix (to see it first: --dry-run)")))


def errors_by_file(diagnostics: Iterable[Diagnostic]) -> Mapping[str, int]:
    """The files that have errors, in the order in which they are told, and how many each has."""
    return Counter(one.path for one in diagnostics if one.severity == "error")


def tell_errors(call: Call, errors: Mapping[str, int]) -> None:
    """List the files that have errors, below a long report in which they stand among warnings."""
    if errors:
        call.console.say(Painted(call.t(N_("Records with errors, to be mended first:")), Role.ERROR))
    for path, number in list(errors.items())[:_MOST]:
        call.console.say("  ", Painted(visible(path), Role.PLACE), f" – {call.t.plural(*_ERRORS, number, n=number)}")
    if (more := len(errors) - _MOST) > 0:
        call.console.say("  … ", call.t.plural(*_MORE, more, n=more))


def summary(call: Call, tally: Tally, records: int, known: int = 0) -> str:
    """« 193 fiches vérifiées : 2 erreurs, 1 avertissement, 12 déjà connues »."""
    counted = ((_ERRORS, tally.errors), (_WARNINGS, tally.warnings), (_KNOWN, known))
    counts = [call.t.plural(*words, number, n=number) for words, number in counted if number]
    checked = call.t.plural(*_RECORDS, records, n=records)
    if not counts:
        return call.t(N_("{checked}: no fault"), checked=checked)
    return call.t(N_("{checked}: {counts}"), checked=checked, counts=", ".join(counts))
