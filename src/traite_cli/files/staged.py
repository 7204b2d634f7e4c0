"""The files as they are in git's index: what the next commit would hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from traite_cli.files.failures import failure
from traite_cli.files.git import Unanswered, name_of
from traite_cli.files.revision import REFUSALS, Entry, Revision


class Staged(Revision):
    """A source of the files that are in git's index, below the folder of ``git``."""

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        try:
            lines = self._git.ask("ls-files", "--stage", "-z")
        except Unanswered as answer:
            raise failure(answer.reason) from answer
        found = (entry_of(line) for line in lines.split(b"\0") if line)
        return {path: entry for path, entry in found if entry is not None}


def entry_of(line: bytes) -> tuple[str, Entry | None]:
    """A line of what git's index holds (``ls-files --stage``).

    None for what the other branch of a conflict has, or what both came from.
    """
    # « mode number stage<tab>path »; of a path that is in conflict, what this branch has (stage 2).
    facts, _, path = line.partition(b"\t")
    mode, number, stage = facts.decode("ascii").split()
    return name_of(path), Entry(number, REFUSALS.get(mode, "")) if stage in {"0", "2"} else None
