"""Where everything is made and how it is run: generated repositories, the environment, the number of turns."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generate import generate
from states import commit, git

HOME = Path(__file__).resolve().parent.parent
MANY = 100_000
_TURNS_OF_MANY = 3


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder for all that is made, the environment of all that is run, and how many turns count."""

    folder: Path
    environment: dict[str, str]
    rounds: int

    def repository(self, size: int) -> Path:
        """A generated repository, committed to git as a collective's own is, and packed as a clone of it is."""
        folder = self.folder / str(size)
        if not folder.exists():
            generate(size, folder)
            git(folder, "init", "--quiet")
            git(folder, "config", "gc.auto", "0")  # git packs nothing by itself while others are measured
            commit(folder)
            git(folder, "repack", "-a", "-d", "-q", "--window=0")  # no deltas: to look for them takes a minute
        return folder

    def turns(self, size: int) -> int:
        """How many turns count with so many records: a hundred thousand take a minute each."""
        return min(self.rounds, _TURNS_OF_MANY) if size >= MANY else self.rounds


def environment(folder: Path) -> dict[str, str]:
    """The caller's, in French, with modules compiled once and kept: as traite is when it is installed."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped and not name.startswith("TRAITE_")}
    ours = {"PYTHONPATH": str(HOME / "src"), "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "TRAITE_LANG": "fr", "NO_COLOR": "1"}
    return {**kept, **ours, "GIT_CONFIG_GLOBAL": os.devnull}
