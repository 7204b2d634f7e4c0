"""What ``traite init --update`` and ``--remove-examples`` do and say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.fixing import show
from traite_cli.cli.founding import origin
from traite_cli.cli.records import workspace_of
from traite_cli.diagnostics.visible import visible
from traite_cli.errors import Refused
from traite_cli.language import N_, N_n
from traite_cli.workspace import Workspace

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.writing import Change
    from traite_cli.writing.starting import Update

_TAKEN_AWAY = N_n("{n} example taken away. To go back: traite undo", "{n} examples taken away. To go back: traite undo")
_TOLD = {
    "added": N_("{path}: new"),
    "replaced": N_("{path}: as traite has it now"),
    "merged": N_("{path}: traite’s changes and yours brought together"),
    "marked": N_("{path}: both changes between marks, one of them to be chosen by hand"),
    "conflict": N_("{path}: changed by you and by traite in one place, left as it is"),
    "kept": N_("{path}: changed by you and by traite, and yours stays; without it, traite’s own is used"),
    "taken": N_("{path}: yours, left as it is, though traite has a file of this name"),
}
"""What is said of each file, by what becomes of it."""


def there(call: Call, folder: Path | None) -> Workspace:
    """The repository that is meant: the one in a folder, or the nearest one upward."""
    return workspace_of(call) if folder is None else Workspace.nearest(folder, call.settings.as_of)


def update(call: Call, workspace: Workspace, *, mark: bool, dry_run: bool) -> int:
    """Bring a repository up to this version."""
    from traite_cli import __version__
    from traite_cli.writing import write_together
    from traite_cli.writing.starting import PLACE, Outcome, read_pristine, update_of

    found = update_of(workspace.root, read_pristine(workspace.source), origin(), __version__, mark=mark)
    if dry_run:
        _show(call, (change for change in found.changes if change.path != PLACE))
    elif found.changes:
        write_together(workspace.root, found.changes)
        for change in found.changes:
            call.console.data(change.path)
    for path, outcome in found.outcomes.items():
        call.console.say(call.t(_TOLD[outcome.value], path=visible(path)))
    _say_the_end(call, found, dry_run=dry_run)
    return int(Outcome.CONFLICT in found.outcomes.values())


def _show(call: Call, changes: Iterable[Change]) -> None:
    """Print what would change; of what is no text, the path only."""
    for change in changes:
        if b"\0" in (change.after or b""):
            call.console.data(change.path)
        else:
            show(call, change)


def _say_the_end(call: Call, found: Update, *, dry_run: bool) -> None:
    from traite_cli.writing.starting import Outcome

    if Outcome.CONFLICT in found.outcomes.values():
        call.console.say(call.t(N_("To have both changes written where they meet: traite init --update --mark-conflicts")))
    if dry_run:
        call.console.say(call.t(N_("Only tried: nothing was written.")))
    elif not found.changes:
        call.console.say(call.t(N_("There is nothing to bring: this is traite {version} already."), version=found.after))
    else:
        facts = {"before": found.before, "after": found.after}
        call.console.say(call.t(N_("Brought from traite {before} to {after}. To go back: traite undo"), **facts))


def remove_examples(call: Call, workspace: Workspace, *, dry_run: bool) -> int:
    """Take the example records away, but those that somebody wrote into."""
    from traite_cli.writing import write_together
    from traite_cli.writing.starting import examples_of, read_pristine

    found = examples_of(workspace.root, read_pristine(workspace.source))
    for path in found.changed:
        call.console.say(call.t(N_("{path}: somebody wrote into this one, and it stays"), path=visible(path)))
    if not found.changes:
        raise Refused(N_("there is no example here that nobody wrote into"))
    _say_who_is_left(call, workspace, {change.path for change in found.changes})
    if not dry_run:
        write_together(workspace.root, found.changes)
    for change in found.changes:
        call.console.data(change.path)
    if dry_run:
        call.console.say(call.t(N_("Only tried: nothing was written.")))
    else:
        call.console.say(call.t.plural(*_TAKEN_AWAY, len(found.changes)))
    return 0


def _say_who_is_left(call: Call, workspace: Workspace, going: set[str]) -> None:
    """Name the records that refer to one that goes, and have to be put right."""
    repository = workspace.repository
    mentions = (one.record.path for record in repository.all() if record.path in going for one in repository.referrers(record))
    for path in sorted({*mentions} - going):
        call.console.say(call.t(N_("{path}: refers to an example that goes"), path=visible(path)))
