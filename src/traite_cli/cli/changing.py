"""What commands that change records share: nobody else writes while they read and write, and what was left half made is seen to first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.fixing import show
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.records import workspace_of
from traite_cli.cli.telling import report, worded
from traite_cli.errors import Refused
from traite_cli.language import N_
from traite_cli.saying.facts import facts_in_words

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Fault
    from traite_cli.workspace import Workspace
    from traite_cli.writing import Change, Told

_MADE = N_("A command was interrupted when its change was made; the change stays. To take it back: traite undo")
_TAKEN_BACK = N_("A command was interrupted while it was writing: what it had changed by then was put back.")


def workspace_to_change(call: Call, *, dry_run: bool = False) -> Workspace:
    """The repository that a call changes; until the call ends nobody else writes there. A trial keeps nobody from anything."""
    workspace = workspace_of(call)
    if not dry_run:
        ready_to_write(call, workspace.root)
    return workspace


def ready_to_write(call: Call, root: Path) -> None:
    """Keep other writers out until the call ends, and bring to its end what one of them left half made."""
    from traite_cli.writing import bring_to_an_end

    keep_others_out(call, root)
    ended = bring_to_an_end(root)
    if ended is not None:
        call.console.say(Painted(call.t(_MADE if ended.is_whole else _TAKEN_BACK), Role.WARNING))


def keep_others_out(call: Call, root: Path) -> None:
    """Have no other command write in a repository until this call ends, and say so when it has to be waited for."""
    from traite_cli.files.lock import held

    def waiting() -> None:
        call.console.say(call.t(N_("Another traite command is writing here; waiting until it has ended.")))

    call.with_resource(held(root, waiting))


def refuse(call: Call, faults: Sequence[Fault], why: str) -> None:
    """Tell the errors that records would have by a change, which is then not made. Raises ``Refused`` where there are any."""
    if faults:
        call.console.complain(report(call, worded(call, faults), "text").rstrip("\n"))
        raise Refused(why)


def tell(call: Call, told: Sequence[Told]) -> None:
    """Say what a person should look at once a change is made."""
    for one in told:
        call.console.say(Painted(call.t(N_("to look at:")), Role.WARNING), " ", call.t(one.message, **facts_in_words(one.facts, call.t)))


def write_all(call: Call, workspace: Workspace, changes: Sequence[Change], done: str, *, dry_run: bool) -> int:
    """Write all of some changes, or none, and say how to go back; a trial shows them instead."""
    from traite_cli.writing import write_together

    if dry_run:
        for change in changes:
            show(call, change)
        call.console.say(call.t(N_("Only tried: nothing was written.")))
        return 0
    write_together(workspace.root, changes)
    for change in changes:
        if change.after is not None:
            call.console.data(change.path)
    call.console.say(call.t(done))
    return 0
