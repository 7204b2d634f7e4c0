"""What git calls the work tree: the last commit's number, and whether a file is another since."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from traite_cli.errors import MachineError
from traite_cli.files.git import Git

SHORT = 10
"""So many characters of a commit's number are told."""
_COMMIT = "# branch.oid "


class TreeRevision:
    """git, asked about the files at some places below ``root``: it looks for its answer until somebody wants to know it."""

    def __init__(self, root: Path, places: Sequence[str]) -> None:
        git = Git(root)
        try:
            self._asked: subprocess.Popen[bytes] | None = subprocess.Popen(  # noqa: S603  # git, with arguments of our own
                git.command("status", "--porcelain=v2", "--branch", "--ignore-submodules=all", "--", *places),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=git.unfiltered,
            )
        except (OSError, MachineError):
            self._asked = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._asked is not None:
            with self._asked:
                self._asked.kill()

    @cached_property
    def name(self) -> str:
        """The number in short, with a ``+`` when files changed since; '' when there is no git or no commit."""
        try:
            said, _ = self._asked.communicate(timeout=20) if self._asked else (b"", b"")
        except subprocess.TimeoutExpired:
            return ""
        lines = said.decode("utf-8", "replace").splitlines()
        commit = next((line.removeprefix(_COMMIT) for line in lines if line.startswith(_COMMIT)), "(initial)")
        if commit == "(initial)":
            return ""
        changed = any(not line.startswith("# ") for line in lines)
        return commit[:SHORT] + "+" * changed
