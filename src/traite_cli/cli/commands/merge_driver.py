"""``traite merge-driver``: what git calls to merge two versions of a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from traite_cli.cli.call import Call
from traite_cli.language import N_, N_n

HELP = N_("Merge two versions of a record; git calls it.")
DETAILS = N_(
    "The front matter is merged field by field and lists entry by entry, the text as git merges texts. What both changed in different ways "
    "is left with both values between git’s marks, and traite validate points at it. traite setup-git has git call it."
)
EXAMPLES = (
    ("traite merge-driver ancestor ours theirs records/people/alice-tallon.md", N_("As git calls it; the result goes to the second file")),
)

_LEFT = N_n("{path}: one conflict is left, between git’s marks", "{path}: {n} conflicts are left, between git’s marks")


def command(
    call: Call,
    ancestor: Annotated[str, Argument(metavar=N_("ANCESTOR"), help=N_("The version that both come from."))],
    ours: Annotated[str, Argument(metavar=N_("OURS"), help=N_("The version here; the merged one takes its place."))],
    theirs: Annotated[str, Argument(metavar=N_("THEIRS"), help=N_("The version that comes in."))],
    path: Annotated[str, Argument(metavar=N_("PATH"), help=N_("The record’s path in the repository."))],
) -> int:
    from traite_cli.errors import MachineError
    from traite_cli.files.git import Git
    from traite_cli.together.merging.merge_files import merge_files

    try:
        conflicts = merge_files(Git(Path.cwd()), (Path(ancestor), Path(ours), Path(theirs)), path)
    except OSError as error:
        raise MachineError(
            N_("{path} cannot be read or written: {reason}"), path=str(error.filename), reason=str(error.strerror)
        ) from error
    if conflicts:
        call.console.complain(call.t.plural(*_LEFT, conflicts, path=path))
    return 1 if conflicts else 0
