"""``traite undo``: what stood in the files before the last command that wrote."""

from __future__ import annotations

from traite_cli.cli.call import Call
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
    from traite_cli.writing import taken_back, write_together

    workspace = workspace_of(call)
    changes = taken_back(workspace.root)
    if dry_run:
        for change in changes:
            show(call, change)
        call.console.say(call.t(N_("Only tried: nothing was put back.")))
        return 0
    write_together(workspace.root, changes)
    for change in changes:
        call.console.data(change.path)
    if workspace.holds("traite.toml"):
        call.console.say(call.t(N_("Put back as it was. To change it again: traite undo")))
    else:  # what was taken back was the repository itself
        call.console.say(call.t(N_("Put back as it was before there was a repository.")))
    return 0
