"""The one place where the parts are wired: which folder, which day, which records, which templates.

What is below is handed everything it needs; here the clock and the disk are asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from traite_cli.errors import ConfigurationError, MachineError
from traite_cli.index.place import MARK, root_above
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.checks.since import Change
    from traite_cli.circulating.looks import Looks
    from traite_cli.circulating.templating import Template
    from traite_cli.diagnostics import Outcome
    from traite_cli.files import WorkTree
    from traite_cli.index.cache import Cache
    from traite_cli.repository import Configuration, Reached, Repository

_COMMIT = "# branch.oid "
_SHORT = 10


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
        root = root_above(None if directory is None else str(directory))
        if root is not None:
            return cls(root, as_of)
        raise ConfigurationError(
            N_("{folder} is no collective’s repository: there is no traite.toml in it or above it"),
            hint=N_("go to the repository’s folder, or name it: traite -C FOLDER …"),
            folder=os.path.abspath(directory or Path.cwd()),  # noqa: PTH100  # without « .. », and no link followed
        )

    # What reads records is imported when records are read: completion and help begin without it.

    @cached_property
    def source(self) -> WorkTree:
        from traite_cli.files import WorkTree

        return WorkTree(self.root)

    @cached_property
    def configuration(self) -> Configuration:
        from traite_cli.repository import read_configuration

        return read_configuration(self.source)

    @cached_property
    def repository(self) -> Repository:
        from traite_cli.repository import load

        with self.watched() as reached:
            return load(self.source, self.configuration, reached, self.cache)

    @cached_property
    def cache(self) -> Cache:
        """What is known of the records from the last time."""
        from traite_cli.index.cache import Cache

        return Cache(self.root, time.time_ns)

    @cached_property
    def outcome(self) -> Outcome:
        """All that the checks find on the day asked about: what they found the last time, as long as no file has changed."""
        from traite_cli.index.database import Unusable
        from traite_cli.index.outcomes import outcome_of

        try:
            key = f"{self.cache.refresh(self.source)} {self.as_of or 'today'}"
        except Unusable:
            return self._found()
        kept = outcome_of(self.cache.outcome(key), time.time())
        return kept or self._kept(key, self._found())

    def _found(self) -> Outcome:
        from traite_cli.checks.running import outcome_of

        return outcome_of(self.repository, self.day)

    def _kept(self, key: str, outcome: Outcome) -> Outcome:
        from traite_cli.index.outcomes import Day, form_of_outcome

        day = None if self.as_of else Day(*map(self._midnight, (self.day, self.day + timedelta(days=1))))
        self.cache.keep_outcome(key, form_of_outcome(outcome, day))
        return outcome

    def _midnight(self, day: date) -> float:
        return datetime.combine(day, datetime.min.time(), self._zone).timestamp()

    @cached_property
    def day(self) -> date:
        """The day asked about; by default today, where the collective is."""
        return self.as_of or self._today()

    def _today(self) -> date:
        return datetime.now(self._zone).date()

    @cached_property
    def _zone(self) -> tzinfo | None:
        """Where the collective is."""
        from zoneinfo import ZoneInfo

        try:
            return ZoneInfo(self.configuration.timezone)
        except (OSError, ValueError, KeyError):
            # No time zone data on this machine: its own clock is near enough for a day.
            return None

    @cached_property
    def looks(self) -> Looks:
        from traite_cli.circulating.looks import Looks

        return Looks(self.source)

    def change_since(self, name: str) -> Change:
        """What changed since a revision and this one parted, with the records as they were there. Raises ``TraiteError``."""
        from traite_cli.checks.since import Change
        from traite_cli.files.changes import changes_since
        from traite_cli.files.git import Git
        from traite_cli.files.revision import Revision
        from traite_cli.repository import load, read_configuration

        base, paths = changes_since(self.root, name)

        def before() -> Repository:
            with Revision(Git(self.root), base) as source:
                try:
                    return load(source, read_configuration(source))
                except ConfigurationError:
                    # It was not there yet, or could not be used: then its records are judged as today's are.
                    return load(source, self.configuration)

        return Change(paths, before)

    @contextmanager
    def beginning(self, template: str | None) -> Iterator[Template]:
        """A document's template (None: the configuration's), begun before the records are read; git is asked then too."""
        from traite_cli.circulating.templating import Template

        with Template() as begun, self._git:
            name = template or self.configuration.render.template
            yield begun.read(self.looks.job(name, self.configuration.language))

    @property
    def revision(self) -> str:
        """The git revision of the records, in short; with a ``+`` when files changed since; '' without git."""
        return self._git.revision

    @cached_property
    def _git(self) -> _Git:
        return _Git(self.root)

    def relative(self, path: str) -> str:
        """A path that someone typed, from the current folder, as one from the root."""
        full = Path(os.path.abspath(path))  # noqa: PTH100  # a link is not followed: its own path is meant
        try:
            return full.relative_to(self.root).as_posix()
        except ValueError:
            return Path(path).as_posix()

    def holds(self, path: str) -> bool:
        """Whether there is a file at a path from the root, whatever it is."""
        full = Path(os.path.abspath(self.root / path))  # noqa: PTH100  # as above
        return full.is_relative_to(self.root) and full.is_file()


class _Git:
    """git, asked about the work tree at ``root``: it looks for its answer until somebody wants to know it."""

    def __init__(self, root: Path) -> None:
        import subprocess

        from traite_cli.files.git import Git

        git = Git(root)
        places = ("records", "templates", "attachments", MARK)
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
    def revision(self) -> str:
        """What git calls the work tree; '' when there is no git or no commit."""
        import subprocess

        try:
            said, _ = self._asked.communicate(timeout=20) if self._asked else (b"", b"")
        except subprocess.TimeoutExpired:
            return ""
        lines = said.decode("utf-8", "replace").splitlines()
        commit = next((line.removeprefix(_COMMIT) for line in lines if line.startswith(_COMMIT)), "(initial)")
        if commit == "(initial)":
            return ""
        changed = any(not line.startswith("# ") for line in lines)
        return commit[:_SHORT] + "+" * changed
