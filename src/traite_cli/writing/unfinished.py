"""A change that a command was making when it was stopped: killed, a machine that lost its power, a disk that failed twice.

What stood in the files before is in the journal. The next command that writes takes the change back, or, where its last file was written,
calls it made; where somebody touched one of the files since, a person decides, and ``traite undo`` puts back the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import LostRace, MachineError, Refused
from traite_cli.files import Unreadable, WorkTree, journal, replace, sweep
from traite_cli.files.lock import held
from traite_cli.language import N_
from traite_cli.syntax import MOST_BYTES

_A_MOMENT = 2.0
"""Seconds: whoever finds a change that is being made right now waits so long before reading what is half done."""


class Unfinished(NamedTuple):
    """What was being changed: files that hold what was written, those that somebody touched since, and whether all of it was written."""

    written: tuple[journal.Kept, ...]
    touched: tuple[journal.Kept, ...]
    is_whole: bool


def unfinished(root: Path) -> Unfinished | None:
    """The change that a command was stopped at; None where none was, or where it had changed nothing yet."""
    kept = journal.unfinished(root)
    source = WorkTree(root)
    now = {one.path: content(source, one.path) for one in kept}
    written = tuple(one for one in kept if now[one.path] != one.before and journal.digest(now[one.path]) == one.after)
    touched = tuple(one for one in kept if now[one.path] != one.before and journal.digest(now[one.path]) != one.after)
    return Unfinished(written, touched, len(written) == len(kept)) if written or touched else None


def is_left(root: Path) -> bool:
    """Whether a change was left half made. A command that is making one now has a moment to end."""
    if not (root / journal.UNFINISHED).is_file():
        return False
    try:
        with held(root, patience=_A_MOMENT):
            return unfinished(root) is not None
    except LostRace:
        return False
    except MachineError:
        # Nothing can be written here, so nobody writes.
        return unfinished(root) is not None


def bring_to_an_end(root: Path) -> Unfinished | None:
    """Take back what a command was stopped at, or call it made where all of it was written; gives what there was to do.

    Called while the lock is held. Raises ``Refused`` where somebody touched one of the files since, ``MachineError``.
    """
    found = unfinished(root)
    if found is not None and found.touched:
        raise Refused(
            N_("a command was interrupted while it was writing, and {path} was changed since; nothing was written"),
            hint=N_("look at that file, then run traite undo: it puts back the others, and leaves this one as it is"),
            path=found.touched[0].path,
        )
    if found is not None and found.is_whole:
        journal.settle(root)
    else:
        let_go(root, found)
    return found


def let_go(root: Path, found: Unfinished | None) -> None:
    """Put back what was written of a change, and forget it, but for what was in files touched since. Raises ``MachineError``."""
    kept = journal.unfinished(root)
    for one in kept:
        sweep(root, one.path)
    put_back(root, kept)
    if found is not None and found.touched:
        journal.settle(root, found.touched)
    elif (root / journal.UNFINISHED).exists():
        journal.drop(root)


def put_back(root: Path, kept: Iterable[journal.Kept]) -> None:
    """Put back what stood in those files that still are what was written. Raises ``MachineError``."""
    source = WorkTree(root)
    for one in reversed(tuple(kept)):
        current = content(source, one.path)
        if current != one.before and journal.digest(current) == one.after:
            replace(root, one.path, current, one.before, one.mode)


def content(source: WorkTree, path: str) -> bytes | None:
    """What stands in a file; None where there is none that can be read."""
    try:
        return source.read(path, MOST_BYTES)
    except Unreadable:
        return None
