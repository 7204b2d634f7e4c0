"""``traite undo``: what stood in the files before the last command that wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.cli.call import Call
from traite_cli.cli.changing import keep_others_out
from traite_cli.cli.fixing import show
from traite_cli.cli.records import workspace_of
from traite_cli.cli.rendering import DryRun
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.writing import WayBack

HELP = N_("Put back what the last command changed in the records.")
DETAILS = N_(
    "Refused when one of the files was touched since. Run a second time, it makes the change again. "
    "Where a command was interrupted while it was writing, that one is taken back."
)
EXAMPLES = (
    ("traite undo", N_("After traite validate --fix")),
    ("traite undo --dry-run", N_("Show what would be put back")),
)


def command(call: Call, *, dry_run: DryRun = False) -> int:
    from traite_cli.files.own_folder import FOLDER
    from traite_cli.writing import go_back, way_back

    workspace = workspace_of(call)
    # Where nothing was ever written there is nothing to keep others from, and no folder to make for it.
    if not dry_run and (workspace.root / FOLDER).is_dir():
        keep_others_out(call, workspace.root)
    way = way_back(workspace.root)
    if dry_run:
        for change in way.changes:
            show(call, change)
        call.console.say(call.t(N_("Only tried: nothing was put back.")))
        return 0
    go_back(workspace.root, way)
    for change in way.changes:
        call.console.data(change.path)
    if way.stopped is None:
        # What was taken back may have been the repository itself.
        if workspace.holds("traite.toml"):
            _tell(call, way)
        else:
            call.console.say(call.t(N_("Put back as it was before there was a repository.")))
        return 0
    call.console.say(call.t(N_("A command was interrupted while it was writing: what it had changed by then was put back.")))
    for kept in way.stopped.touched:
        call.console.say(call.t(N_("{path} was changed since, and is left as it is."), path=kept.path))
    return 0


def _tell(call: Call, way: WayBack) -> None:
    """Say where one stands: before the change or after it, and which files came or went."""
    for change in way.changes:
        if change.after is None:
            call.console.say(call.t(N_("{path} is no longer there."), path=change.path))
        elif change.before is None:
            call.console.say(call.t(N_("{path} is there again."), path=change.path))
    undone = N_("Put back as it was. To change it again: traite undo")
    again = N_("Made again: what had been undone is in the files again. To undo it once more: traite undo")
    call.console.say(call.t(again if way.again else undone))
