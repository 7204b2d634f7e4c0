"""The options by which ``traite validate`` tells less than all faults, and the list of those that are known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from traite_cli.cli.codes import completes_codes
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.records import completes_revisions
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Entry

SelectOption = Annotated[list[str] | None, Option(metavar=N_("CODES"), help=N_("Tell these faults only."), autocompletion=completes_codes)]
IgnoreOption = Annotated[list[str] | None, Option(metavar=N_("CODES"), help=N_("Do not tell these."), autocompletion=completes_codes)]
StrictOption = Annotated[bool, Option("--strict", help=N_("End with 1 for a warning too."))]
BaselineOption = Annotated[
    Path | None, Option(metavar=N_("FILE"), help=N_("Let the faults pass that are in this file, which --format json made."))
]
SinceOption = Annotated[
    str | None,
    Option(
        metavar=N_("DAY|REVISION"),
        help=N_("Tell only the faults of files changed since, and those the change made elsewhere."),
        autocompletion=completes_revisions,
    ),
]
TimingsOption = Annotated[bool, Option("--timings", help=N_("Say how long reading and each check took."))]

_MENDED = N_n("This known fault is mended, and must leave {file}:", "These known faults are mended, and must leave {file}:")


def baseline_of(file: Path | None) -> tuple[Entry, ...]:
    """The known faults that a file lists; none without one. Raises ``ConfigurationError``."""
    if file is None:
        return ()
    from traite_cli.checks.baseline import MOST_BYTES, read_baseline
    from traite_cli.errors import ConfigurationError
    from traite_cli.files import Unreadable, WorkTree

    try:
        # As any file of a repository: no link, pipe or device, and never more than is needed.
        data = WorkTree(file.absolute().parent).read(file.name, MOST_BYTES)
    except Unreadable as error:
        hint = N_("make it anew: traite validate --format json > {name}")
        raise ConfigurationError(N_("the list of known faults {name} cannot be opened"), hint=hint, name=str(file)) from error
    return read_baseline(str(file), data)


def tell_mended(call: Call, mended: Sequence[Entry], file: Path | None) -> None:
    """Say which known faults are there no more: left in the file, they would let the same fault pass when it is made again."""
    if not mended:
        return
    call.console.complain(Painted(call.t.plural(*_MENDED, len(mended), file=str(file)), Role.WARNING))
    for one in mended:
        call.console.complain("    ", Painted(one.path, Role.PLACE), f": {one.code} {one.message}")
    call.console.complain(call.t(N_("Delete their lines, or make the file anew: traite validate --format json > {file}"), file=str(file)))
