"""New records, written all or none, or told why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from traite_cli.cli.fixing import show
from traite_cli.cli.telling import report, worded
from traite_cli.errors import Refused
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Fault
    from traite_cli.workspace import Workspace
    from traite_cli.writing.creating import Created, New


def deliver(call: Call, workspace: Workspace, records: Sequence[New], *, dry_run: bool) -> int:
    """Look at new records, and write them unless one has an error."""
    found = looked_at(call, workspace, records)
    if found.faults:
        return refuse(call)
    return write(call, workspace, found, dry_run=dry_run)


def looked_at(call: Call, workspace: Workspace, records: Sequence[New]) -> Created:
    """What the records would be, with all that is to be said about them said."""
    from traite_cli.writing.creating import created

    found = created(workspace.repository, records, workspace.day)
    tell(call, (*found.faults, *found.remarks))
    return found


def tell(call: Call, faults: Iterable[Fault]) -> None:
    """Tell faults as ``validate`` does, on standard error."""
    from traite_cli.cli.telling import shown

    diagnostics = worded(call, faults)
    if call.console.room_to_talk is None:
        if diagnostics:
            call.console.complain(report(call, diagnostics, "text").rstrip("\n"))
        return
    for line in shown(call.t, diagnostics, call.console.room_to_talk):
        call.console.complain(*line)


def refuse(call: Call, faults: Iterable[Fault] = ()) -> int:
    """Tell that nothing was written, and why."""
    tell(call, faults)
    raise Refused(N_("nothing was written: the errors above have to be mended first"))


def write(call: Call, workspace: Workspace, found: Created, *, dry_run: bool) -> int:
    """Write records together, print their paths and say how to go back; or show them."""
    from traite_cli.cli.changing import ready_to_write
    from traite_cli.writing import write_together

    if dry_run:
        for change in found.changes:
            show(call, change)
        call.console.say(call.t(N_("Only tried: nothing was written.")))
        return 0
    ready_to_write(call, workspace.root)
    write_together(workspace.root, found.changes)
    for change in found.changes:
        call.console.data(change.path)
    call.console.say(call.t(N_("Written. To go back: traite undo")))
    return 0
