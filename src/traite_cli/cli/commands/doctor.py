"""``traite doctor``: what traite runs on, what is missing, and how the configuration was read."""

from __future__ import annotations

from traite_cli.cli.call import Call
from traite_cli.cli.pieces import Painted, Role
from traite_cli.errors import ConfigurationError
from traite_cli.language import N_

HELP = N_("Tell what traite runs on, what is missing, and how traite.toml was read.")
EXAMPLES = (("traite doctor", N_("Before asking for help")),)


def command(call: Call) -> int:
    from traite_cli.cli.records import workspace_of
    from traite_cli.doctor import configuration, machine

    well = True
    for finding in machine():
        role = Role.GOOD if finding.well else Role.ERROR
        call.console.data(Painted(f"{finding.name}: ", Role.HEADING), Painted(call.t(finding.said, **finding.facts), role))
        if finding.hint:
            call.console.data("    ", call.t(finding.hint, **finding.facts))
        well = well and (finding.well or not finding.needed)
    try:
        workspace = workspace_of(call)
        found = configuration(workspace.configuration)
    except ConfigurationError as error:
        place = Painted(f"{error.place or 'traite.toml'}: ", Role.HEADING)
        call.console.data(place, Painted(call.t(error.message, **error.facts), Role.ERROR))
        if error.hint:
            call.console.data("    ", call.t(error.hint, **error.facts))
        return error.exit_code
    call.console.data(Painted("traite.toml: ", Role.HEADING), str(workspace.root / "traite.toml"))
    for name, value in found:
        call.console.data(f"    {name}: {value}")
    return 0 if well else 3
