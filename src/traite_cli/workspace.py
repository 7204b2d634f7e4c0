"""The one place where the parts are wired: which folder, which day, which records, which templates.

What is below is handed everything it needs; here the clock and the disk are asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.errors import ConfigurationError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.circulating.looks import Looks
    from traite_cli.files import WorkTree
    from traite_cli.repository import Configuration, Reached, Repository

_MARK = "traite.toml"


class Workspace:
    """A collective's repository as a command sees it; nothing is read before it is asked for."""

    def __init__(self, root: Path, as_of: date | None = None) -> None:
        self.root = root
        self.watched: Callable[[], AbstractContextManager[Reached | None]] = nullcontext
        """Opened while the records are read: what it gives is told how far that has come."""
        self.as_of = as_of
        """The day asked about, None for today."""

    @classmethod
    def nearest(cls, directory: Path | None, as_of: date | None) -> Workspace:
        """The repository in a folder, or else in the nearest folder upward. Raises ``ConfigurationError`` where there is none."""
        start = Path(os.path.abspath(directory or Path.cwd()))  # noqa: PTH100  # without « .. », and no link followed
        candidates = (start,) if directory is not None else (start, *start.parents)
        for folder in candidates:
            if (folder / _MARK).is_file():
                return cls(folder, as_of)
        raise ConfigurationError(
            N_("{folder} is no collective's repository: there is no traite.toml in it or above it"),
            hint=N_("go to the repository's folder, or name it: traite -C FOLDER …"),
            folder=str(start),
        )

    # What reads records is imported when records are read: completion and help begin without it.

    @cached_property
    def source(self) -> WorkTree:
        from traite_cli.files import WorkTree

        return WorkTree(self.root)

    @cached_property
    def configuration(self) -> Configuration:
        from traite_cli.repository import read_configuration

        found = read_configuration(self.source)
        if found.ignored:
            from traite_cli.checks.ignored_codes import known_codes

            known_codes(found.ignored)
        return found

    @cached_property
    def repository(self) -> Repository:
        from traite_cli.repository import load

        with self.watched() as reached:
            return load(self.source, self.configuration, reached)

    @cached_property
    def day(self) -> date:
        """The day asked about; by default today, where the collective is."""
        return self.as_of or self._today()

    def _today(self) -> date:
        from zoneinfo import ZoneInfo

        try:
            zone = ZoneInfo(self.configuration.timezone)
        except (OSError, ValueError, KeyError):
            # No time zone data on this machine: its own clock is near enough for a day.
            return datetime.now().astimezone().date()
        return datetime.now(zone).date()

    @cached_property
    def looks(self) -> Looks:
        from traite_cli.circulating.looks import Looks

        return Looks(self.source)

    @cached_property
    def revision(self) -> str:
        """The git revision of the records, in short; with a ``+`` when files changed since; '' without git."""
        return revision_of(self.root)

    def relative(self, path: str) -> str:
        """A path that someone typed, from the current folder, as one from the root."""
        full = Path(os.path.abspath(path))  # noqa: PTH100  # a link is not followed: its own path is meant
        try:
            return full.relative_to(self.root).as_posix()
        except ValueError:
            return Path(path).as_posix()


def revision_of(root: Path) -> str:
    """What git says of the work tree at ``root``; '' when there is no git or no commit."""
    found = next(_git(root, "rev-parse", "--short=10", "--verify", "--quiet", "HEAD"), "")
    if not found:
        return ""
    changed = any(_git(root, "status", "--porcelain", "--", "records", "templates", "attachments", _MARK))
    return f"{found}+" if changed else found


def _git(root: Path, *arguments: str) -> Iterator[str]:
    import subprocess

    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(  # noqa: S603  # git, with arguments of our own
            ["git", "-C", str(root), *arguments],  # noqa: S607  # git is looked for where the system looks
            capture_output=True,
            timeout=20,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return
    if done.returncode == 0:
        yield from done.stdout.decode("utf-8", "replace").splitlines()
