"""The files as they would be if a request were merged: its records and attachments, and all else as it is where they go.

Nothing of a request is put on the disk: git merges what it holds (``merge-tree``), and the files are read from it. What a request says
of templates, configuration or jobs is named, and counts for nothing before somebody has merged it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from traite_cli.files.changes import parted_at
from traite_cli.files.git import Git, Unanswered, name_of
from traite_cli.files.revision import Entry, Revision, entries

FOLDERS = ("records", "attachments")
"""What a request may change at once; the rest of a repository says how these are read."""
_CONFLICT = 1


class Ends(NamedTuple):
    """Between which states of the files a request leads; each is the number of a commit or of a tree."""

    into: str
    """Where it goes."""
    before: str
    after: str
    request: str
    """The request itself."""
    conflicts: tuple[str, ...] = ()
    """The files that git cannot merge: then it leads from where the two parted to what it has itself."""


def ends(git: Git, into: str, request: str, name: str) -> Ends:
    """Where a request leads, once merged; ``name`` is what it was called. Raises ``TraiteError``."""
    parted = parted_at(git, into, name, request)
    if parted == into:
        return Ends(into, into, request, request)
    try:
        said = git.ask("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", into, request, surroundings=git.unmerged)
    except Unanswered as answer:
        # A git before 2.38 knows no such merge, and says so with another code: the request is read as it is.
        names = answer.said.split(b"\0")[1:] if answer.code == _CONFLICT else []
        return Ends(into, parted, request, request, tuple(sorted({_from(git.prefix, name_of(one)) for one in names if one})))
    return Ends(into, into, name_of(said.split(b"\0", 1)[0]), request)


class Proposed(Revision):
    """A source of the files of one commit, with the records and attachments of another commit or tree."""

    def __init__(self, git: Git, commit: str, tree: str) -> None:
        super().__init__(git, commit)
        self._tree = tree

    @property
    def name(self) -> str:
        return f"{super().name} {self._tree}"

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        ours, theirs = entries(self._git, self._commit), entries(self._git, self._tree)
        return {path: entry for path, entry in ours.items() if not is_proposed(path)} | {
            path: entry for path, entry in theirs.items() if is_proposed(path)
        }


def is_proposed(path: str) -> bool:
    """Whether a path is one that a request may change at once."""
    return path.partition("/")[0] in FOLDERS


def is_read(path: str) -> bool:
    """Whether a path that a request changes is looked at: what git keeps to itself among the records (``.gitattributes``) is not."""
    return is_proposed(path) and "/." not in path


def changed(git: Git, one: str, other: str) -> frozenset[str]:
    """The paths that are not the same in two commits or trees, from the folder of ``git``: those outside it too (``../…``)."""
    before, after = (entries(git, number, "") for number in (one, other))
    paths = (path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    return frozenset(_from(git.prefix, path) for path in paths)


def _from(prefix: str, path: str) -> str:
    return path.removeprefix(prefix) if path.startswith(prefix) else f"{'../' * prefix.count('/')}{path}"
