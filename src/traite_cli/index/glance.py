"""What git says of a work tree at a glance: which files are not as its index has them, and which it does not know.

Git compares the times, sizes and numbers that its index holds with those of each file, in C and on all processors, and reads only what
was written in the very moment in which the index was. It is asked for just that, and told to mind all of it, whatever its configuration
says. The index itself is known again by the sum at its end: as long as it is the same, and git says the same, no file has changed.

What git looks past must not be asked of it: an index with files that it was told to take for unchanged, a repository in the
repository. ``misses`` says whether there is any. Where the repository's own configuration names a program that filters files, git is
not asked at all.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from traite_cli.errors import MachineError
from traite_cli.files.begun import CAN_BEGIN, Begun
from traite_cli.files.git import Git, Unanswered, environment, name_of
from traite_cli.files.plain import content_of
from traite_cli.index.place import Place, place_of

PARTS = ("records", "attachments", "templates", "traite.toml")
"""What of a repository is looked at."""
_MIND_ALL = ("-c", "core.trustctime=true", "-c", "core.checkStat=default", "-c", "core.preloadIndex=true")
_CHANGED = ("diff-files", "--name-only", "-z", "--relative", "--ignore-submodules=all", "--no-renames", "--no-ext-diff", "--")
_NEW = ("ls-files", "--others", "-z", "--")
_PATIENCE = 20.0
_SUM = 32
"""As long as the longest sum that git puts at the end of an index."""
_NO_SUM = bytes(20)
_MOST_SETTINGS, _MOST_INDEX = 1 << 20, 1 << 30


class Seen(NamedTuple):
    """What git saw: the index by its sum, and the paths that are not in it, or not as it has them."""

    sum: str
    others: frozenset[str]


class Glance:
    """Git, begun to be asked as soon as this is made."""

    def __init__(self, root: Path, place: Place) -> None:
        self._root = root
        self._git = place.git
        self._index = _sum_of(place.git)
        self._asked: list[Begun] = []
        if self._index and CAN_BEGIN and place.git is not None and not _runs_programs(place.git):
            self._begin()

    def _begin(self) -> None:
        try:
            for words in (_CHANGED, _NEW):
                self._asked.append(Begun(Git(self._root).command(*_MIND_ALL, *words, *PARTS), environment()))
        except (OSError, MachineError):
            self._asked = []

    @cached_property
    def seen(self) -> Seen | None:
        """What git says; None where it says nothing, or the index was written meanwhile."""
        answers = [one.answer(_PATIENCE) for one in self._asked]
        if not answers or None in answers or _sum_of(self._git) != self._index:
            return None
        return Seen(self._index, frozenset(name_of(path) for answer in answers if answer for path in answer.split(b"\0") if path))

    def keep(self) -> None:
        """Have the next ``glance_at`` this work tree give what this one saw."""
        _BEGUN[self._root] = self


_BEGUN: dict[Path, Glance] = {}


def begin(root: Path) -> None:
    """Ask git about a work tree now: ``glance_at`` gives the answer later."""
    _BEGUN[root] = Glance(root, place_of(root))


def glance_at(root: Path, place: Place) -> Glance:
    """What was begun for a work tree, or is now."""
    return _BEGUN.pop(root, None) or Glance(root, place)


def misses(root: Path, seen: Seen, paths: frozenset[str]) -> bool:
    """Whether git would not notice that one of these files changes."""
    try:
        said = name_of(Git(root).ask("ls-files", "-v", "-z", "--", *PARTS))
    except (Unanswered, MachineError):
        return True
    known = [line for line in said.split("\0") if line]
    # A small letter says that git takes the file for unchanged, an S that it leaves it out of the work tree.
    return any(not line.startswith("H ") for line in known) or not paths <= seen.others.union(line[2:] for line in known)


def _sum_of(git: Path | None) -> str:
    """What the index is known again by; '' where there is none to read."""
    if git is None:
        return ""
    try:
        end = content_of(git / "index", _SUM, last=_SUM)
        if not end.endswith(_NO_SUM):
            return end.hex()
        from hashlib import sha256

        return sha256(content_of(git / "index", _MOST_INDEX)).hexdigest()
    except OSError:
        return ""


def _runs_programs(git: Path) -> bool:
    """Whether the repository's own configuration may name a program that filters files, or lead to another that does."""
    try:
        common = git / os.fsdecode(_read(git / "commondir", b".").strip())
        said = _read(common / "config", b"") + _read(git / "config.worktree", b"")
    except OSError:
        return True
    return b"[filter" in said.lower() or b"[include" in said.lower()


def _read(path: Path, default: bytes) -> bytes:
    try:
        return content_of(path, _MOST_SETTINGS)
    except FileNotFoundError:
        return default
