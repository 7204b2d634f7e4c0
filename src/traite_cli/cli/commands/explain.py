"""``traite explain``: what a fault means, why it is one, and how it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument

from traite_cli.cli.call import Call
from traite_cli.cli.codes import completes_checks
from traite_cli.cli.pieces import Painted, Role
from traite_cli.language import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traite_cli.checks.catalogue import Listed
    from traite_cli.checks.explaining import Explanation, Shown

HELP = N_("Explain a fault: what must hold and why, an example of it, and its repair.")
DETAILS = N_("Without a code it lists them all, with what must hold.")
EXAMPLES = (
    ("traite explain TR410", N_("What the code in a message means")),
    ("traite explain TR3", N_("The codes that begin so")),
    ("traite explain", N_("All codes")),
)


def command(
    call: Call,
    code: Annotated[str, Argument(metavar=N_("CODE"), help=N_("A code, or the name of its check."), autocompletion=completes_checks)] = "",
) -> int:
    from traite_cli.checks.catalogue import catalogue
    from traite_cli.checks.explaining import explanation, find_checks

    found = find_checks(code) if code else list(catalogue().values())
    if len(found) == 1:
        _tell(call, explanation(found[0], call.t))
    else:
        _list(call, found)
    return 0


def _list(call: Call, checks: Iterable[Listed]) -> None:
    from traite_cli.checks.explaining import families, rule

    for number, (title, family) in enumerate(families(checks)):
        call.console.data("\n" * bool(number), Painted(call.t(title), Role.HEADING))
        for one in family:
            call.console.paragraph(Painted(one.code, Role.PLACE), rule(one, call.t), indent=2)


def _tell(call: Call, one: Explanation) -> None:
    from traite_cli.checks.explaining import HEADINGS

    console, t = call.console, call.t
    console.data(Painted(f"{one.code} {one.name}", Role.HEADING), f" ({one.severity})")
    for paragraph in one.why:
        console.data()
        console.paragraph(paragraph)
    for heading, sentences in (("told", one.messages), ("to-do", one.hints)):
        _headed(call, t(HEADINGS[heading]))
        for sentence in sentences:
            console.paragraph("-", sentence, indent=2)
    _headed(call, t(HEADINGS["faulty"]))
    _files(call, one.faulty)
    _headed(call, t(HEADINGS["said"]))
    for line in one.said.splitlines():
        console.data("  ", line)
    _headed(call, t(HEADINGS["healthy"]))
    _files(call, one.healthy)


def _headed(call: Call, heading: str) -> None:
    call.console.data()
    call.console.data(Painted(heading, Role.HEADING))


def _files(call: Call, files: Iterable[Shown]) -> None:
    for file in files:
        call.console.data("  ", Painted(call.t(file.about, path=file.path, target=file.target) if file.about else file.path, Role.PLACE))
        for line in file.lines:
            call.console.data("    ", line)
