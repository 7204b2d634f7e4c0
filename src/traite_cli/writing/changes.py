"""Files that a command rewrites: what stood there is kept first, so that ``traite undo`` can put it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import MachineError, Refused
from traite_cli.files import Unreadable, WorkTree, create, journal, remove, replace
from traite_cli.language import N_
from traite_cli.syntax import MOST_BYTES


class Change(NamedTuple):
    """A file's bytes as they were read (None: it is not there), and as they will be (None: it goes)."""

    path: str
    before: bytes | None
    after: bytes | None


class Written(NamedTuple):
    """What was written, and why the rest was not: one file that cannot be written keeps no other from it."""

    changes: tuple[Change, ...]
    failures: tuple[MachineError, ...]


def write_changes(root: Path, changes: Sequence[Change]) -> Written:
    """Write files whose bytes are still those that were read. Raises ``MachineError`` when what stands there cannot be kept before."""
    journal.keep(root, [journal.Kept(one.path, one.before, journal.digest(one.after)) for one in changes])
    written: list[Change] = []
    failures: list[MachineError] = []
    for one in changes:
        try:
            _make(root, one)
        except MachineError as error:
            failures.append(error)
        else:
            written.append(one)
    return Written(tuple(written), tuple(failures))


def write_together(root: Path, changes: Sequence[Change]) -> None:
    """Write all of some changes, or none. Raises ``MachineError``, with what was written put back."""
    journal.keep(root, [journal.Kept(one.path, one.before, journal.digest(one.after)) for one in changes])
    done: list[Change] = []
    try:
        for one in changes:
            _make(root, one)
            done.append(one)
    except BaseException:
        for one in reversed(done):
            _make(root, Change(one.path, one.after, one.before))
        raise


def _make(root: Path, change: Change) -> None:
    if change.before is None:
        create(root, change.path, change.after or b"")
    elif change.after is None:
        remove(root, change.path, change.before)
    else:
        replace(root, change.path, change.before, change.after)


def taken_back(root: Path) -> tuple[Change, ...]:
    """What puts back the last change. Raises ``Refused`` when there is none, or when one of its files was touched since."""
    source = WorkTree(root)
    changes: list[Change] = []
    for kept in journal.last(root):
        current = _content(source, kept.path)
        if current == kept.before:
            continue
        if journal.digest(current) != kept.after:
            raise Refused(
                N_("{path} was changed since; nothing was put back"),
                hint=N_("what stood there before is kept in {journal}, as base64"),
                path=kept.path,
                journal=journal.PLACE,
            )
        changes.append(Change(kept.path, current, kept.before))
    if not changes:
        raise Refused(N_("there is no change to take back"))
    return tuple(changes)


def _content(source: WorkTree, path: str) -> bytes | None:
    try:
        return source.read(path, MOST_BYTES)
    except Unreadable:
        return None
