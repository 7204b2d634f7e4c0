"""The files as they are, with those that git was told to leave out of the folder (``git sparse-checkout``) as its index has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from traite_cli.files.failures import failure
from traite_cli.files.git import Git, Unanswered
from traite_cli.files.revision import Entry, Revision
from traite_cli.files.source import Found, WorkTree
from traite_cli.files.staged import entry_of

_LEFT_OUT = b"S "


def left_out(git: Git) -> dict[str, Entry]:
    """The files that git does not miss where they are not, by their paths from the folder of ``git``."""
    try:
        lines = git.ask("ls-files", "-t", "--stage", "-z").split(b"\0")
    except Unanswered as answer:
        raise failure(answer.reason) from answer
    found = (entry_of(line.removeprefix(_LEFT_OUT)) for line in lines if line.startswith(_LEFT_OUT))
    return {path: entry for path, entry in found if entry is not None}


class Completed(Revision):
    """A source of the files of a folder, and of those that were left out of it: a file that is there counts as it is."""

    def __init__(self, git: Git, left_out: Mapping[str, Entry]) -> None:
        super().__init__(git, "")
        self._tree = WorkTree(git.root)
        self._left_out = left_out

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return self._left_out

    def files(self, folder: str) -> Iterator[Found]:
        found = {one.path: one for one in super().files(folder)} | {one.path: one for one in self._tree.files(folder)}
        yield from (found[path] for path in sorted(found))

    def read(self, path: str, most: int) -> bytes:
        return self._tree.read(path, most) if self._tree.stamp(path) else super().read(path, most)
