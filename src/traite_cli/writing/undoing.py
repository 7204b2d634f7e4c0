"""The way back: what the last writing command changed, or what a command was stopped at, as it stood before."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files import WorkTree, journal, private
from traite_cli.language import N_
from traite_cli.writing.changes import Change, write_together
from traite_cli.writing.unfinished import Unfinished, content, let_go, unfinished


class WayBack(NamedTuple):
    """What puts the files back, and the change that a command was stopped at, if it is that which is taken back."""

    changes: tuple[Change, ...]
    stopped: Unfinished | None = None
    again: bool = False
    """Whether what is taken back was itself a taking back: the change is made again."""


def way_back(root: Path) -> WayBack:
    """What there is to take back. Raises ``Refused`` when there is nothing, or when a file of the last change was touched since."""
    stopped = unfinished(root)
    if stopped is None:
        return WayBack(taken_back(root), again=journal.last_undoes(root))
    return WayBack(tuple(_back(WorkTree(root), one) for one in stopped.written), stopped)


def go_back(root: Path, way: WayBack) -> None:
    """Put the files back, the last first, all of them or none. Raises ``MachineError``."""
    if way.stopped is None:
        write_together(root, way.changes[::-1], undoes=not way.again)
    else:
        let_go(root, way.stopped)


def taken_back(root: Path) -> tuple[Change, ...]:
    """What puts back the last change. Raises ``Refused`` when there is none, or when one of its files was touched since."""
    source = WorkTree(root)
    changes: list[Change] = []
    for kept in journal.last(root):
        back = _back(source, kept)
        if back.before == kept.before:
            continue
        if journal.digest(back.before) != kept.after:
            raise _touched_since(root, kept)
        changes.append(back)
    if not changes:
        raise Refused(N_("there is no change to take back"))
    return tuple(changes)


def _touched_since(root: Path, kept: journal.Kept) -> Refused:
    """Why a file is not put back, with the place where what stood in it can be read."""
    message = N_("{path} was changed since; nothing was put back")
    if kept.before is None:
        return Refused(message, hint=N_("there was no such file before"), path=kept.path)
    place = private.keep(root, f"before-{kept.path.replace('/', '-')}", kept.before).relative_to(root).as_posix()
    return Refused(message, hint=N_("what stood there before can be read in {place}"), path=kept.path, place=place)


def _back(source: WorkTree, kept: journal.Kept) -> Change:
    return Change(kept.path, content(source, kept.path), kept.before, mode=kept.mode)
