"""A work tree brought from one commit to a newer one with what is not committed yet: all of it, or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import LostRace, MachineError, Refused
from traite_cli.files.committing import Entries, Sort, changes_between, entries, index_lines, scratch_index, taken_from_real
from traite_cli.files.doing import their_environment
from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered, name_of
from traite_cli.language import N_, system_reason


class Move(NamedTuple):
    """From a commit of a branch to another, and from the files as they lie there to those of a tree."""

    branch: str
    old: str
    new: str
    files: str
    """The tree of the files as they lie there."""
    target: str
    """The tree of the files as they will."""


def top_of(git: Git) -> Git:
    """The git repository whole, though the records may be below its top."""
    return Git(Path(name_of(git.ask("rev-parse", "--show-toplevel")).removesuffix("\n")))


def at_hand(git: Git, commit: str, paths: Collection[str]) -> Entries:
    """Which of some files lie there other than a commit has them; their contents are kept in git from here on."""
    with scratch_index() as surroundings:
        taken_from_real(git, surroundings)
        try:
            git.ask("read-tree", "-m", "-i", commit, surroundings=surroundings)
            kept_away = left_out(git)
            looked_at = (path for path in paths if path not in kept_away and _is_told(git.root, path))
            told = "".join(f"{path}\0" for path in looked_at).encode("utf-8", "surrogateescape")
            git.ask("update-index", "--add", "--remove", "--replace", "-z", "--stdin", surroundings=surroundings, told=told)
        except Unanswered as answer:
            raise failure(answer.reason) from answer
        return entries(git, commit, "", surroundings, everywhere=True)


def left_out(git: Git) -> frozenset[str]:
    """The files that git leaves out of the work tree (``git sparse-checkout``): that they are not there is no change."""
    lines = name_of(git.ask("ls-files", "-t", "-z")).split("\0")
    skipped = (line.removeprefix("S ") for line in lines if line.startswith("S "))
    return frozenset(path for path in skipped if not os.path.lexists(git.root / path))


def _is_told(root: Path, path: str) -> bool:
    """Whether git can say what lies at a path: no folder, and nothing behind a link (``clear`` looks at those)."""
    return not _led_away(root, path) and not ((root / path).is_dir() and not (root / path).is_symlink())


def _led_away(root: Path, path: str) -> str:
    """The first part of the way to a file that is no folder; '' where there is none."""
    parts = path.split("/")
    folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return next((one for one in folders if os.path.lexists(root / one) and ((root / one).is_symlink() or not (root / one).is_dir())), "")


def move(git: Git, way: Move) -> None:
    """Go the way: files, branch and index, or nothing. Raises ``TraiteError``; then all is as it was."""
    with _locked(git) as lock, tempfile.TemporaryDirectory(prefix="traite-") as folder:
        index = Path(folder, "index")
        _write_index(git, way, index)
        _look_once_more(git, way)
        _go(git, way)
        shutil.copyfile(index, lock)


def _go(git: Git, way: Move) -> None:
    kept_away = left_out(git)
    changes = {path: sort for path, sort in changes_between(git, way.files, way.target).items() if path not in kept_away}
    try:
        _put(git, way.target, changes)
        git.ask("update-ref", "-m", "traite sync", f"refs/heads/{way.branch}", way.new, way.old)
    except (OSError, Unanswered, MachineError, KeyboardInterrupt) as error:
        with suppress(OSError, Unanswered):
            _put(git, way.files, _backwards(changes))
        if isinstance(error, Unanswered):
            raise failure(error.reason) from error
        raise


def _look_once_more(git: Git, way: Move) -> None:
    """See that no file that will be written was changed since it was looked at."""
    brought = changes_between(git, way.old, way.new)
    looked_at = entries(git, way.old, way.files, everywhere=True)
    if at_hand(git, way.old, brought) != {path: entry for path, entry in looked_at.items() if path in brought}:
        raise LostRace(N_("a file was changed meanwhile; nothing was touched"), hint=N_("run the command again"))


def clear(git: Git, way: Move) -> None:
    """See that nothing lies in the way of a file that will be written. Raises ``Refused``."""
    changes = changes_between(git, way.files, way.target)
    going = {path for path, sort in changes.items() if sort == "removed"}
    found = sorted({one for path in changes for one in _in_the_way(git.root, path, going)})
    if found:
        raise Refused(
            N_("where others wrote a file, something of yours lies that git does not know: {paths}"),
            hint=N_("give it another name or put it elsewhere, then run the command again"),
            paths=", ".join(found[:_MOST_NAMED]),
        )


def _in_the_way(root: Path, path: str, going: Collection[str]) -> Iterator[str]:
    """What git would take away to write a file, and nobody has a copy of."""
    led_away = _led_away(root, path)
    if led_away and led_away not in going:
        yield led_away
        return
    if path not in going and (root / path).is_dir() and not (root / path).is_symlink():
        files = (one.relative_to(root).as_posix() for one in (root / path).rglob("*") if not one.is_dir() or one.is_symlink())
        yield from (one for one in files if one not in going)


_MOST_NAMED = 5


def _write_index(git: Git, way: Move, place: Path) -> None:
    """Write the index as it will be: what is staged elsewhere stays staged."""
    touched = changes_between(git, way.old, way.new)
    lying = entries(git, way.old, way.files, everywhere=True)
    staged = {path: entry for path, entry in entries(git, way.old, "", everywhere=True).items() if path in touched}
    if lost := [path for path, entry in staged.items() if lying.get(path) != entry]:
        raise Refused(
            N_("git add was given another state of these files than they are in now, and others changed them too: {paths}"),
            hint=N_("git add them once more as they are, then run the command again"),
            paths=", ".join(lost),
        )
    surroundings = {**their_environment(), "GIT_INDEX_FILE": str(place)}
    back = {path: entry for path, entry in entries(git, way.new, way.old, everywhere=True).items() if path in staged}
    try:
        taken_from_real(git, surroundings)
        git.ask("update-index", "-z", "--index-info", surroundings=surroundings, told=index_lines(git, back, way.old))
        git.ask("read-tree", "-m", "-i", way.old, way.new, surroundings=surroundings)
    except Unanswered as answer:
        raise failure(answer.reason) from answer


@contextmanager
def _locked(git: Git) -> Iterator[Path]:
    """Git's index, locked as git locks it; gives the place to put the new one."""
    index = git.root / name_of(git.ask("rev-parse", "--git-path", "index")).removesuffix("\n")
    lock = index.with_name(f"{index.name}.lock")
    try:
        os.close(os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    except FileExistsError as error:
        raise LostRace(
            N_("another git is at work here"),
            hint=N_("when it has ended, run the command again; if none is: delete {lock}"),
            lock=str(lock),
        ) from error
    except OSError as error:
        raise MachineError(
            N_("{path} could not be written: {reason}"),
            hint=N_("check the free space and your permissions on that folder"),
            path=str(lock),
            reason=system_reason(error),
        ) from error
    try:
        yield lock
        lock.replace(index)
    finally:
        lock.unlink(missing_ok=True)


def _put(git: Git, tree: str, changes: Mapping[str, Sort]) -> None:
    """Write the files of a tree that are changed in it, as git checks them out; those that are gone go."""
    for path, sort in changes.items():
        if sort == "removed":
            (git.root / path).unlink(missing_ok=True)
            with suppress(OSError):  # as long as something else is in it
                os.removedirs((git.root / path).parent)
    told = "".join(f"{path}\0" for path, sort in changes.items() if sort != "removed").encode("utf-8", "surrogateescape")
    with scratch_index() as surroundings:
        git.ask("read-tree", tree, surroundings=surroundings)
        git.ask("checkout-index", "--force", "-z", "--stdin", surroundings=surroundings, told=told)


def _backwards(changes: Mapping[str, Sort]) -> Mapping[str, Sort]:
    turned: Mapping[Sort, Sort] = {"added": "removed", "removed": "added", "changed": "changed"}
    return {path: turned[sort] for path, sort in changes.items()}
