"""What commands that add an entry to a record share: what they are told, and writing it or showing what would be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Option

from traite_cli.cli.changing import refuse, write_all
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace
    from traite_cli.writing import Entered

DryRun = Annotated[bool, Option("--dry-run", help=N_("Show what would be written, and write nothing."))]
Ask = Annotated[
    bool | None, Option("--ask/--no-ask", help=N_("Ask for what the options do not give (default: at a terminal)."), show_default=False)
]
Date = Annotated[str, Option(metavar=N_("DATE"), help=N_("The day (default: today)."))]


def entry_of(**values: object) -> dict[str, str]:
    """What was given, under the keys of the record, in the order of its format."""
    return {name: str(value) for name, value in values.items() if value not in {None, ""}}


def deliver(call: Call, workspace: Workspace, entered: Entered, *, dry_run: bool) -> int:
    """Write an entry, unless it would make the record faulty, and say how to go back."""
    refuse(call, entered.faults, N_("nothing was written: with this entry the record would have the errors above"))
    return write_all(call, workspace, [entered.change], N_("Added. To go back: traite undo"), dry_run=dry_run)
