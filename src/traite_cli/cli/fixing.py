"""What ``--fix`` and ``--dry-run`` of ``traite validate`` do and say: mends written and told, or their difference shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from typer import Option

from traite_cli.cli.ending import said
from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.telling import Tally, worded
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from traite_cli.cli.call import Call
    from traite_cli.diagnostics import Diagnostic, Fault
    from traite_cli.errors import TraiteError
    from traite_cli.repository import Repository
    from traite_cli.workspace import Workspace
    from traite_cli.writing import Change
    from traite_cli.writing.fixing import Fix

FixOption = Annotated[bool, Option("--fix", help=N_("Mend what is certain, and tell what remains."))]
DryRunOption = Annotated[bool, Option("--dry-run", help=N_("Show what --fix would change, and write nothing."))]

_MENDED = N_n("{n} fault mended in {files}", "{n} faults mended in {files}")
_WOULD_BE = N_n("{n} fault would be mended in {files}; nothing was written", "{n} faults would be mended in {files}; nothing was written")
_MENDABLE = N_n(
    "{n} fault can be mended by machine; to see how: traite validate --fix --dry-run",
    "{n} faults can be mended by machine; to see how: traite validate --fix --dry-run",
)
_FILES = N_n("{n} file", "{n} files")


class Outcome(NamedTuple):
    """The records after mending, and the exit code of a machine that failed at it, or 0."""

    repository: Repository
    code: int


def mend(call: Call, workspace: Workspace, faults: Sequence[Fault], wanted: Collection[str] | None, *, dry_run: bool) -> Outcome:
    """Mend what is certain among the faults told; with ``dry_run`` show the difference instead, as if it were done.

    What a mend brings to light in a file is mended with it, when it is among the checks ``wanted`` (None: all are).
    """
    from traite_cli.writing import fixes, with_changes, write_changes

    def choose(some: Iterable[Fault]) -> tuple[Fault, ...]:
        return tuple(fault for fault in some if (wanted is None or fault.check in wanted) and fault.path in paths)

    paths = {fault.path for fault in faults}
    made, left = fixes(workspace.repository, workspace.source, faults, workspace.day, choose)
    failures: tuple[TraiteError, ...] = left
    changes = tuple(fix.change for fix in made)
    if dry_run:
        for change in changes:
            show(call, change)
    elif changes:
        changes, failed = write_changes(workspace.root, changes)
        failures = (*left, *failed)
    _tell(call, [fix for fix in made if fix.change in changes], dry_run=dry_run)
    for error in failures:
        for line in said(error, call.t):
            call.console.complain(*line)
    return Outcome(with_changes(workspace.repository, changes), max((error.exit_code for error in failures), default=0))


def tell_mendable(call: Call, tally: Tally) -> None:
    """Say how many of the faults told have a sure mend, and how to look at it."""
    if tally.mendable:
        call.console.say(call.t.plural(*_MENDABLE, tally.mendable, n=tally.mendable))


def _tell(call: Call, made: list[Fix], *, dry_run: bool) -> None:
    """Say what was mended, where, and how to go back."""
    for one in worded(call, [fault for fix in made for fault in fix.mended]):
        place = f"{visible(one.path)}:{one.span.line}"
        call.console.say(
            call.t(N_("{place}: {code} mended: {message}"), place=place, code=one.code, message=visible(one.message) + _now(one))
        )
    if not made:
        call.console.say(call.t(N_("Nothing here can be mended by machine for certain.")))
        return
    mended = sum(len(fix.mended) for fix in made)
    files = call.t.plural(*_FILES, len(made))
    words = _WOULD_BE if dry_run else _MENDED
    call.console.say(call.t.plural(*words, mended, files=files))
    if not dry_run:
        call.console.say(call.t(N_("To go back: traite undo")))


def _now(one: Diagnostic) -> str:
    """What stands there now, where it is one word or text."""
    text = one.edits[0].text if len(one.edits) == 1 else ""
    return f" → {visible(text)}" if text.strip() else ""


def show(call: Call, change: Change) -> None:
    """Print the difference that a change makes: characters that a screen would obey are shown as their numbers."""
    from traite_cli.writing import difference

    for line in difference(change):
        role = _ROLES.get(line[:1])
        text = visible(line)
        call.console.data(Painted(text, Role.HEADING if line.startswith(("--- ", "+++ ")) else role) if role else text)


_ROLES = {"-": Role.ERROR, "+": Role.GOOD, "@": Role.PLACE}
