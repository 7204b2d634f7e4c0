"""``traite doctor``: what traite runs on, what is missing, and how the configuration was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.cli.call import Call
from traite_cli.cli.paragraphs import column_of, marked
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.errors import ConfigurationError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.doctor import Finding

HELP = N_("Tell what traite runs on, what is missing, and how traite.toml was read.")
EXAMPLES = (("traite doctor", N_("Before asking for help")),)


def command(call: Call) -> int:
    from traite_cli.cli.ending import said
    from traite_cli.cli.records import workspace_of
    from traite_cli.doctor import configuration, index, machine

    found = list(machine())
    call.console.data(Painted(call.t(N_("This machine")), Role.HEADING))
    _print(call, [([finding.name], _told(call, finding)) for finding in found])
    call.console.data("\n", Painted("traite.toml", Role.HEADING))
    try:
        workspace = workspace_of(call, reading=True)
        keys = list(configuration(workspace.configuration))
    except ConfigurationError as error:
        for line in said(error, call.t):
            call.console.data("  ", *line)
        return error.exit_code
    at = f" ({workspace.at})" if workspace.at else ""
    call.console.data("  ", Painted(f"{workspace.root / 'traite.toml'}{at}", Role.PLACE))
    usual = Painted(call.t(N_("(by default)")), Role.FAINT)
    _print(call, [([key], [[f"= {value}", usual] if default else [f"= {value}"]]) for key, value, default in keys])
    found.append(index(workspace.cache))
    call.console.data("\n", Painted(call.t(N_("Records")), Role.HEADING))
    _print(call, [([found[-1].name], _told(call, found[-1]))])
    missing = [finding.name for finding in found if not finding.well]
    if missing:
        call.console.say(call.t(N_("All is well, but for what is missing: {names}."), names=", ".join(missing)))
    else:
        call.console.say(call.t(N_("All is well.")))
    return 0


def _told(call: Call, finding: Finding) -> list[list[Piece]]:
    """What was found, what it is for, and what to do."""
    found = Painted(call.t(finding.said, **finding.facts), Role.GOOD if finding.well else Role.WARNING)
    use = Painted(f"– {call.t(finding.use)}", Role.FAINT)
    to_do: list[list[Piece]] = [[call.t(finding.hint, **finding.facts)]] if finding.hint else []
    return [[found, use], *to_do]


def _print(call: Call, lines: list[tuple[list[Piece], list[list[Piece]]]]) -> None:
    column = column_of([mark for mark, _ in lines], call.console.room)
    for mark, texts in lines:
        for pieces in marked(mark, texts, column, call.console.room):
            call.console.data(*pieces)
