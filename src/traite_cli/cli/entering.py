"""What commands that add an entry to a record share: what they are told, and writing it or showing what would be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Option

from traite_cli.cli.fixing import show
from traite_cli.cli.telling import report, worded
from traite_cli.errors import Refused
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace
    from traite_cli.writing import Entered

DryRun = Annotated[bool, Option("--dry-run", help=N_("Show what would be written, and write nothing."))]
Status = Annotated[str, Option(metavar=N_("STATUS"), help=N_("How it stands since."))]
Date = Annotated[str, Option(metavar=N_("DATE"), help=N_("The day (default: today)."))]


def entry_of(**values: object) -> dict[str, str]:
    """What was given, under the keys of the record, in the order of its format."""
    return {name: str(value) for name, value in values.items() if value not in {None, ""}}


def deliver(call: Call, workspace: Workspace, entered: Entered, *, dry_run: bool) -> int:
    """Write an entry, unless it would make the record faulty, and say how to go back."""
    from traite_cli.writing import write_together

    if entered.faults:
        call.console.complain(report(call, worded(call, entered.faults), "text").rstrip("\n"))
        raise Refused(N_("nothing was written: with this entry the record would have the errors above"))
    if dry_run:
        show(call, entered.change)
        call.console.say(call.t(N_("Only tried: nothing was written.")))
        return 0
    write_together(workspace.root, [entered.change])
    call.console.data(entered.change.path)
    call.console.say(call.t(N_("Added. To go back: traite undo")))
    return 0
