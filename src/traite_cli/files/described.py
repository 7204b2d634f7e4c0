"""What git calls a work tree: the commit that it stands on, in short, with a ``+`` when files changed since."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Self

from traite_cli.errors import MachineError
from traite_cli.files.begun import begun
from traite_cli.files.git import Git

SHORT = 10
_PLACES = ("records", "templates", "attachments", "traite.toml")
"""What of a repository documents are made of."""
_COMMIT = "# branch.oid "
_PATIENCE = 20.0


class Described:
    """git, asked about the work tree at ``root``: it looks for its answer until somebody wants to know it."""

    def __init__(self, root: Path) -> None:
        self._asked = None
        with suppress(OSError, MachineError):
            git = Git(root)
            asked = git.command("status", "--porcelain=v2", "--branch", "--ignore-submodules=all", "--", *_PLACES)
            self._asked = begun(asked, git.unfiltered)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._asked is not None:
            self._asked.stop()

    @cached_property
    def revision(self) -> str:
        """What git calls the work tree; '' when there is no git or no commit."""
        said = self._asked.answer(_PATIENCE) if self._asked is not None else None
        lines = (said or b"").decode("utf-8", "replace").splitlines()
        commit = next((line.removeprefix(_COMMIT) for line in lines if line.startswith(_COMMIT)), "(initial)")
        if commit == "(initial)":
            return ""
        changed = any(not line.startswith("# ") for line in lines)
        return commit[:SHORT] + "+" * changed
