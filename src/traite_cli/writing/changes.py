"""Files that a command rewrites: what stood there is kept first, so that ``traite undo`` can put it back.

One command writes at a time. All new files are made beside the old ones before the first is put in its place, so that a full disk is met
while nothing is changed; a command that is stopped between two leaves a journal by which the next one takes it back (``unfinished``).
"""

from __future__ import annotations

import contextlib
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import MachineError, type_of_fact
from traite_cli.files import Prepared, journal, prepared, replace
from traite_cli.files.lock import held
from traite_cli.files.renaming import to_the_disk
from traite_cli.language import N_
from traite_cli.writing.unfinished import bring_to_an_end, put_back


class Change(NamedTuple):
    """A file's bytes as they were read (None: it is not there), and as they will be (None: it goes).

    ``like`` is the path of the file whose permissions a new one has, ``mode`` are those permissions themselves.
    """

    path: str
    before: bytes | None
    after: bytes | None
    like: str = ""
    mode: int | None = None


class Told(NamedTuple):
    """What a person should know of a change: a message id and its facts."""

    message: str
    facts: Mapping[str, type_of_fact]


class Written(NamedTuple):
    """What was written, and why the rest was not: one file that cannot be written keeps no other from it."""

    changes: tuple[Change, ...]
    failures: tuple[MachineError, ...]


def write_changes(root: Path, changes: Sequence[Change]) -> Written:
    """Write files whose bytes are still those that were read. Raises ``MachineError`` when what stands there cannot be kept before."""
    written: list[Change] = []
    failures: dict[str, MachineError] = {}
    with _alone(root, changes) as kept:
        try:
            for one in changes:
                try:
                    replace(root, one.path, one.before, one.after, _mode(root, one))
                except MachineError as error:
                    failures[one.path] = error
                else:
                    written.append(one)
        finally:
            # Whoever presses Ctrl-C half way can take back what is written by then.
            _settle(root, kept, failures)
    return Written(tuple(written), tuple(failures.values()))


def write_together(root: Path, changes: Sequence[Change], *, undoes: bool = False) -> None:
    """Write all of some changes, or none; ``undoes`` where they take others back.

    Raises ``MachineError``, with what was written put back.
    """
    ready: list[Prepared] = []
    with _alone(root, changes, undoes=undoes) as kept:
        try:
            ready += (prepared(root, one.path, one.before, one.after, _mode(root, one)) for one in changes)
            for one in ready:
                one.make()
            _settle(root, kept, ())
        except BaseException as error:
            for one in ready:
                one.drop()
            _take_back(root, kept, error)
            raise


@contextlib.contextmanager
def _alone(root: Path, changes: Sequence[Change], *, undoes: bool = False) -> Iterator[tuple[journal.Kept, ...]]:
    """While nobody else writes, with what stood in the files kept."""
    with held(root):
        bring_to_an_end(root)
        kept = tuple(_kept(root, one) for one in changes)
        journal.keep(root, kept, undoes=undoes)
        yield kept


def _kept(root: Path, change: Change) -> journal.Kept:
    mode = _permissions(root / change.path) if change.after is None else None
    return journal.Kept(change.path, change.before, journal.digest(change.after), mode)


def _permissions(path: Path) -> int | None:
    try:
        return path.lstat().st_mode & 0o777
    except OSError:
        return None


def _settle(root: Path, kept: Sequence[journal.Kept], failed: Container[str]) -> None:
    """The change is made: what of it was made is the last one now."""
    for folder in {(root / one.path).parent for one in kept}:
        to_the_disk(folder)
    made = [one for one in kept if one.path not in failed]
    if not made:
        journal.drop(root)
    else:
        journal.settle(root, None if len(made) == len(kept) else made)


def _take_back(root: Path, kept: Sequence[journal.Kept], why: BaseException) -> None:
    """Put back what was written. Raises ``MachineError`` where that fails as well: the journal stays, and the next command does it."""
    try:
        put_back(root, kept)
    except MachineError as error:
        raise MachineError(
            N_("the change was left half made: {reason}"),
            hint=N_("nothing is lost: make room, or give yourself the right to write there, then run traite undo"),
            reason=str(why),
        ) from error
    # A journal of files that are as they were is as good as none.
    with contextlib.suppress(MachineError):
        journal.drop(root)


def _mode(root: Path, change: Change) -> int | None:
    """The permissions of a new file; None for the usual ones."""
    return _permissions(root / change.like) if change.like else change.mode
