"""``traite setup-git``: has git merge records field by field, in this clone."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import workspace_of
from traite_cli.language import N_

HELP = N_("Have git merge records field by field, in this clone.")
DETAILS = N_("Two people who each add a follow-up to one commitment then merge without a conflict. It is once for each clone.")
EXAMPLES = (("traite setup-git", N_("Once, after git clone")),)


def command(
    call: Call,
    *,
    dry_run: Annotated[bool, Option("--dry-run", help=N_("Show what would be written, and write nothing."))] = False,
) -> int:
    from traite_cli.errors import MachineError
    from traite_cli.files.driver import install, settings
    from traite_cli.files.git import Git

    git = Git(workspace_of(call).root)
    _ = git.prefix  # a folder without git is told first
    if dry_run:
        for key, value in settings():
            call.console.data(f"git config {key} {value!r}")
        call.console.say(call.t(N_("Only tried: nothing was written.")))
        return 0
    try:
        written = install(git)
    except OSError as error:
        raise MachineError(
            N_("{path} cannot be read or written: {reason}"), path=str(error.filename), reason=str(error.strerror)
        ) from error
    if written is not None:
        call.console.data(str(written))
    call.console.say(call.t(N_("From now on git merges records field by field here. To go back: git config --remove-section merge.traite")))
    return 0
