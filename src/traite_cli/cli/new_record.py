"""What the commands that make a record do: options, a file, the editor or questions give it, then it is looked at and written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from traite_cli.cli.call import Call
from traite_cli.cli.new_options import Given, signature

if TYPE_CHECKING:
    from traite_cli.workspace import Workspace


def making(kind: str) -> Callable[..., int]:
    """The command that makes records of a kind."""

    def command(call: Call, **given: Any) -> int:
        return _made(call, kind, given)

    command.__signature__ = signature(kind)  # type: ignore[attr-defined]  # what Typer reads the options from
    command.__annotations__ = {name: one.annotation for name, one in signature(kind).parameters.items()}
    return command


def _made(call: Call, kind: str, given: Given) -> int:
    from traite_cli.cli.records import workspace_of

    workspace = workspace_of(call)
    if given["from_"]:
        from traite_cli.cli.new_from import made_from

        return made_from(call, workspace, kind, given)
    if given["edit"]:
        from traite_cli.cli.new_edited import made_in_editor

        return made_in_editor(call, workspace, kind, given)
    from traite_cli.cli.new_filled import asks

    if asks(given):
        from traite_cli.cli.new_asked import made_by_asking

        return made_by_asking(call, workspace, kind, given)
    return _of_options(call, workspace, kind, given)


def _of_options(call: Call, workspace: Workspace, kind: str, given: Given) -> int:
    """Nobody is asked: what is missing is an error that names its option."""
    from traite_cli.cli.new_filled import filled_by, require, sitting_of
    from traite_cli.cli.new_written import deliver
    from traite_cli.writing.interview.filling import made

    sitting = sitting_of(call, workspace, None)
    filled = filled_by(sitting, kind, given)
    require(kind, filled)
    made(sitting, kind, filled, given["slug"])
    return deliver(call, workspace, sitting.made, dry_run=given["dry_run"])
