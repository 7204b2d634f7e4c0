"""``traite sync``: what others wrote, brought into one's own files."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import workspace_of
from traite_cli.language import N_

HELP = N_("Bring in what the others wrote.")
DETAILS = N_(
    "Says in the records’ own terms what is new, and who wrote it. What you changed and have not sent yet stays; where others changed the "
    "same lines nothing is touched, and it says which records and who. Nothing is ever thrown away or rewritten."
)
EXAMPLES = (
    ("traite sync", N_("Bring in what the others wrote")),
    ("traite sync --dry-run", N_("Only show what is new")),
)


def command(
    call: Call,
    *,
    dry_run: Annotated[bool, Option("--dry-run", help=N_("Show what would be brought in, and change no file."))] = False,
) -> int:
    from traite_cli.cli.syncing import found_new, tell
    from traite_cli.files.moving import move

    workspace = workspace_of(call)
    found = found_new(call, workspace)
    if found is None:
        call.console.say(call.t(N_("There is nothing new: what the others sent is here already.")))
        return 0
    tell(call, workspace, found)
    if dry_run:
        call.console.say(call.t(N_("Only tried: no file was changed.")))
        return 0
    move(found.git, found.brought.way)
    call.console.say(call.t(N_("Brought in. To see it as it was before: traite --at {before} …"), before=found.brought.way.old[:10]))
    return 0
