"""What the commands that make a record do: options, a file, the editor or questions give it, then it is looked at and written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from traite_cli.cli.call import Call
from traite_cli.cli.new_options import Given, signature, taking

if TYPE_CHECKING:
    from traite_cli.workspace import Workspace


def making(kind: str) -> Callable[..., int]:
    """The command that makes records of a kind."""

    def command(call: Call, **given: Any) -> int:
        return _made(call, kind, given)

    return taking(signature(kind), command)


def _made(call: Call, kind: str, given: Given) -> int:
    from traite_cli.cli.changing import workspace_to_change
    from traite_cli.cli.new_filled import asks
    from traite_cli.cli.records import workspace_of
    from traite_cli.cli.task import Task

    if not given["from_"] and given["edit"]:
        from traite_cli.cli.new_edited import made_in_editor

        return made_in_editor(call, workspace_of(call), Task.making(kind), given)
    if not given["from_"] and asks(given):
        return _made_by_asking(call, workspace_of(call), kind, given)
    # Nobody is waited for: of two that begin at once, the second reads what the first has written.
    workspace = workspace_to_change(call, dry_run=given["dry_run"])
    if given["from_"]:
        from traite_cli.cli.new_from import made_from

        return made_from(call, workspace, kind, given)
    return _of_options(call, workspace, kind, given)


def _made_by_asking(call: Call, workspace: Workspace, kind: str, given: Given) -> int:
    """Questions; where it turns out that the meeting is planned already, those that complete its record."""
    from traite_cli.cli.new_asked import made_by_asking
    from traite_cli.cli.task import Task
    from traite_cli.writing.interview.interview import PlannedAlready

    try:
        return made_by_asking(call, workspace, Task.making(kind), given)
    except PlannedAlready as found:
        from traite_cli.cli.held import of_file

        rest = {**given, "date_": "", "title_": "", "slug": ""}
        return made_by_asking(call, workspace, Task.completing(of_file(workspace, found.meeting)), rest)


def _of_options(call: Call, workspace: Workspace, kind: str, given: Given) -> int:
    """Nobody is asked: what is missing is an error that names its option."""
    from traite_cli.cli.dates_said import say_given
    from traite_cli.cli.new_filled import filled_by, refuse_double, require, sitting_of
    from traite_cli.cli.new_written import deliver
    from traite_cli.writing.interview.filling import made

    sitting = sitting_of(call, workspace, None)
    filled = filled_by(sitting, kind, given)
    say_given(call, sitting, kind, given)
    require(kind, filled)
    if not given["slug"]:
        refuse_double(workspace.repository, kind, filled)
    made(sitting, kind, filled, given["slug"])
    return deliver(call, workspace, sitting.made, dry_run=given["dry_run"])
