"""``traite undo``: what stood in the files before the last command that wrote."""

from __future__ import annotations

from traite_cli.cli.call import Call
from traite_cli.cli.ending import said
from traite_cli.cli.fixing import show
from traite_cli.cli.records import workspace_of
from traite_cli.cli.rendering import DryRun
from traite_cli.language import N_

HELP = N_("Put back what the last command changed in the records.")
DETAILS = N_("Refused when one of the files was touched since. Run a second time, it makes the change again.")
EXAMPLES = (
    ("traite undo", N_("After traite validate --fix")),
    ("traite undo --dry-run", N_("Show what would be put back")),
)


def command(call: Call, *, dry_run: DryRun = False) -> int:
    from traite_cli.writing import taken_back, write_changes

    workspace = workspace_of(call)
    changes = taken_back(workspace.root)
    if dry_run:
        for change in changes:
            show(call, change)
        call.console.say(call.t(N_("Only tried: nothing was put back.")))
        return 0
    written = write_changes(workspace.root, changes)
    for change in written.changes:
        call.console.data(change.path)
    for error in written.failures:
        for line in said(error, call.t):
            call.console.complain(*line)
    if written.changes:
        call.console.say(call.t(N_("Put back as it was. To change it again: traite undo")))
    return max((error.exit_code for error in written.failures), default=0)
