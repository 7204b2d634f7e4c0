"""The saved questions, listed and completed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from traite_cli.cli.call import Call  # Typer looks at the signature of what completes
from traite_cli.cli.paragraphs import flowed
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.records import workspace_of
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.asking.saved_queries import Parameter, SavedQuery
    from traite_cli.files import Source


def completes_queries(call: Call, incomplete: str) -> list[str]:
    """Completes the names of saved questions."""
    from traite_cli.asking.saved_queries import saved_queries

    return [name for name in saved_queries(workspace_of(call).source) if name.startswith(incomplete)]


def tell_saved(call: Call, source: Source) -> int:
    """List the saved questions, each with what it asks for; of a file that cannot be one, why."""
    from traite_cli.asking.saved_queries import all_saved
    from traite_cli.cli.ending import said as error_said
    from traite_cli.errors import ConfigurationError

    found = list(all_saved(source))
    faults = [one for one in found if isinstance(one, ConfigurationError)]
    for query in found:
        if not isinstance(query, ConfigurationError):
            _tell(call, query)
    for fault in faults:
        for line in error_said(fault, call.t):
            call.console.complain(*line)
    if not found:
        call.console.say(call.t(N_("There are no saved questions yet: they are files queries/NAME.sql.")))
    return ConfigurationError.exit_code if faults else 0


def _tell(call: Call, query: SavedQuery) -> None:
    from traite_cli.asking.saved_queries import said

    call.console.data(Painted(query.name, Role.HEADING))
    for text in (said(query.titles, call.t.language), said(query.abouts, call.t.language)):
        if text:
            for line in flowed([text], call.console.room and call.console.room - 2):
                call.console.data("  ", *line)
    for parameter in query.parameters:
        call.console.data("  ", *_parameter(call, parameter))


def _parameter(call: Call, one: Parameter) -> Iterator[str | Painted]:
    from traite_cli.asking.saved_queries import said

    value = one.type if not one.default else one.default
    yield f"--param {one.called(call.t.language)}={value}"
    if meaning := said(one.meanings, call.t.language):
        yield f"  {meaning}"
    if one.default is not None:
        left_out = call.t(N_("(may be left out)"))
        yield Painted(f"  {left_out}", Role.FAINT)
