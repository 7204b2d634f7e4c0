"""The one place where the parts are wired: which folder, which day, which records, which templates.

What is below is handed everything it needs; here the clock and the disk are asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from traite_cli.errors import ConfigurationError
from traite_cli.index.place import MARK, root_above
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.checks.since import Change
    from traite_cli.circulating.looks import Looks
    from traite_cli.circulating.templating import Template
    from traite_cli.diagnostics import Changed, Fault, Outcome
    from traite_cli.files import Source
    from traite_cli.files.at import At
    from traite_cli.files.described import Described
    from traite_cli.files.git import Git
    from traite_cli.files.history import Commit, Version
    from traite_cli.files.revision import Revision
    from traite_cli.index.cache import Cache
    from traite_cli.index.findings import Findings, Terms
    from traite_cli.index.kept_tables import KeptTables
    from traite_cli.index.outcomes import Outcomes
    from traite_cli.index.since import Earlier
    from traite_cli.kinds import Record
    from traite_cli.repository import Configuration, Reached, Repository

AsOf = date | Callable[[date], date] | None
"""The day asked about, also as it is told from today; None for today."""
_LAST = date.max - timedelta(days=366)
"""Of the last year that there is, no time zone has the end."""


class Workspace:
    """A collective's repository as a command sees it; nothing is read before it is asked for."""

    def __init__(self, root: Path, as_of: AsOf = None, at: str = "", proposed: str = "") -> None:
        self.root = root
        self.at = at
        """The revision or the day whose files are read, as it was written; '' for the files as they are now."""
        self.proposed = proposed
        """The number of the commit or tree whose records and attachments are read in the place of those there; '' for these."""
        self.watched: Callable[[], AbstractContextManager[Reached | None]] = nullcontext
        """Opened while the records are read: what it gives is told how far that has come."""
        self._as_of = as_of

    @classmethod
    def nearest(cls, directory: Path | None, as_of: AsOf, at: str = "") -> Workspace:
        """The repository in a folder, or else in the nearest folder upward. Raises ``ConfigurationError`` where there is none."""
        root = root_above(None if directory is None else str(directory))
        if root is not None:
            return cls(root, as_of, at)
        raise ConfigurationError(
            N_("{folder} is no collective’s repository: there is no traite.toml in it or above it"),
            hint=N_("go to the repository’s folder, or name it: traite -C FOLDER …"),
            folder=os.path.abspath(directory or Path.cwd()),  # noqa: PTH100  # without « .. », and no link followed
        )

    @cached_property
    def as_of(self) -> date | None:
        """The day asked about, None for today."""
        return self._as_of(_today(self._zone_here())) if callable(self._as_of) else self._as_of

    # What reads records is imported when records are read: completion and help begin without it.

    @cached_property
    def source(self) -> Source:
        """Where the files are read from: the folder, or git, as they were committed."""
        from traite_cli.files import WorkTree

        return self._revision or WorkTree(self.root)

    @cached_property
    def _revision(self) -> Revision | None:
        if self.commit is None:
            return None
        from traite_cli.files.proposed import Proposed
        from traite_cli.files.revision import Revision

        git = self._git
        return Proposed(git, self.commit.commit, self.proposed) if self.proposed else Revision(git, self.commit.commit)

    @cached_property
    def _git(self) -> Git:
        from traite_cli.files.git import Git

        return Git(self.root)

    @cached_property
    def commit(self) -> At | None:
        """The commit whose files are read; None for the files as they are now. Raises ``NotFound``."""
        if not self.at:
            return None
        from traite_cli.files.at import commit_at

        return commit_at(self._git, self.at, self._end_of, self._day_here)

    def close(self) -> None:
        """End what was read from: git's objects, the index; whoever reads on begins it again."""
        for name in ("kept_tables", "_revision", "cache"):
            if (opened := self.__dict__.get(name)) is not None:
                opened.close()

    @cached_property
    def configuration(self) -> Configuration:
        from traite_cli.repository import read_configuration

        self._look_for_mark()
        return read_configuration(self.source)

    def _look_for_mark(self) -> None:
        """Raises ``ConfigurationError`` for a revision at which this was no collective's repository."""
        if self.commit is None or self.holds(MARK):
            return
        from traite_cli.files.at import began

        since = began(self._git, MARK)
        raise ConfigurationError(
            N_("there is no traite.toml at {at}: this was no collective’s repository yet"),
            hint=N_("it is one since {since}") if since else N_("traite.toml was never committed on this branch"),
            at=self.at,
            since=since,
        )

    @cached_property
    def repository(self) -> Repository:
        from traite_cli.repository import load

        with self.watched() as reached:
            return load(self.source, self.configuration, reached, self.cache)

    @cached_property
    def related(self) -> Repository:
        """The records, of which the kept tables know who names whom: for those who ask of a few."""
        return self.repository.related_by(self.kept_tables)

    @cached_property
    def kept_tables(self) -> KeptTables:
        """The tables of the records, as they are in the folder or were at a revision."""
        from traite_cli.index.kept_tables import KeptTables
        from traite_cli.index.tables_at import TablesAt

        return (KeptTables if self._revision is None else TablesAt)(self.cache, self.source, lambda: self.repository)

    @cached_property
    def cache(self) -> Cache:
        """What is known of the records from the last time."""
        from traite_cli.index.cache import Cache

        return Cache(self.root, time_ns, self.watched)

    def go_on_with(self, cache: Cache, described: Described | None) -> None:
        """Take what was already looked at of these files, and what git was asked of them."""
        cache.watched = self.watched
        self.__dict__.update({"cache": cache} if described is None else {"cache": cache, "_described": described})

    @property
    def outcomes(self) -> Outcomes:
        """All that the checks find on the day asked about: what they found the last time, as long as no file has changed."""
        from traite_cli.index.outcomes import Outcomes

        return Outcomes(self.cache, self.source, str(self.as_of or ""), self._found, self._again)

    def _found(self, other: Outcome | None) -> tuple[Outcome, Terms]:
        """What the checks find, or find on this day once it is known of another, and on which terms: the day that nobody asked for ends."""
        from traite_cli.checks.running import outcome_of, outcome_on
        from traite_cli.index.findings import Terms

        found = outcome_of(self.repository, self.day) if other is None else outcome_on(self.day, self.repository, other)
        return found, Terms(self.day, self.end_of_day, self.configuration)

    @cached_property
    def end_of_day(self) -> float:
        """Until when today is the day that it is where the collective is, in seconds from 1970 on."""
        zone = self.configuration.zone
        end = datetime.combine(min(_today(zone), _LAST) + timedelta(days=1), time.min, zone)
        return (end if end.tzinfo else end.astimezone()).timestamp()

    def _again(self, before: Findings, earlier: Earlier) -> Changed | None:
        """What they find where little has changed since, if that tells it."""
        from traite_cli.checks.again import found_again
        from traite_cli.files import WorkTree

        day, until, configuration = before.terms
        if self.as_of is None:
            # They were those of today: nothing has to be read to know when it ends.
            self.__dict__["end_of_day"] = until
        return found_again(before, self.cache.sought(WorkTree(self.root), configuration), day, earlier, self.cache)

    def errors(self, record: Record, day: date, find: Callable[[], tuple[Fault, ...]]) -> tuple[Fault, ...]:
        """The errors in the way of a record's document on a day: what was found the last time, as long as no file has changed."""
        from traite_cli.index.outcomes import faults_kept

        return faults_kept(self.cache, self.source, f"errors {record.ref} {day}", find)

    def withheld_sums(self, circle: str) -> Container[int] | None:
        """The sums of all runs of words that may be withheld from a circle; None where that is not kept."""
        from traite_cli.index.withheld import CIRCLE, withheld_sums

        return withheld_sums(self.cache, self.source, self.configuration) if circle == CIRCLE else None

    @cached_property
    def day(self) -> date:
        """The day asked about; by default today, where the collective is."""
        return self.as_of or _today(self.configuration.zone)

    def _day_here(self) -> date:
        """The day asked about; by default today, where the collective is now."""
        return self.as_of or _today(self._zone_here())

    def _zone_here(self) -> tzinfo | None:
        """The time zone of the collective now, whatever revision is read."""
        from traite_cli.files import WorkTree
        from traite_cli.repository import Configuration, read_configuration

        try:
            return read_configuration(WorkTree(self.root)).zone
        except ConfigurationError:
            return Configuration("").zone

    def _end_of(self, day: date) -> int:
        """The last second of a day where the collective is now: what was committed until then counts."""
        zone = self._zone_here()
        # A day has its last second all over the world, but for the last that there is.
        end = datetime.combine(min(day, _LAST), time.max, zone)
        return int((end if zone else end.astimezone()).timestamp())

    @cached_property
    def looks(self) -> Looks:
        from traite_cli.circulating.looks import Looks

        return Looks(self.source)

    def moments(
        self, before: str, after: str, *, parted: bool = False, staged: bool = False, since: bool = False
    ) -> tuple[Repository, Repository]:
        """The records at two moments, each a revision or a day, '' for the files as they are now (``staged``: as git's index has them).

        Before the first commit there was nothing. ``parted`` takes the commit where the two parted for the first; ``since`` takes what
        was there before a month or a year, and not by its end. Raises ``TraiteError``.
        """
        from traite_cli.files.changes import parted_at

        git = self._git
        here = Workspace(self.root, self.as_of, after) if after else self
        later = self._staged if staged else here.completed
        commit = self._number_of(before, eve=since)
        if parted and commit != git.nothing:
            commit = parted_at(git, commit, before, here.commit.commit if here.commit else git.commit("HEAD"))
        return self.records_at(commit), later()

    def completed(self) -> Repository:
        """The records, and those that git was told to leave out of the folder: nothing became of them."""
        from traite_cli.repository import load

        with self._with_left_out() as source:
            return self.repository if source is self.source else load(source, self.configuration)

    @contextmanager
    def _with_left_out(self) -> Iterator[Source]:
        from traite_cli.files.left_out import Completed, left_out

        without = {} if self.commit else left_out(self._git)
        with Completed(self._git, without) if without else nullcontext(self.source) as source:
            yield source

    def records_at(self, commit: str) -> Repository:
        """The records of a commit, or of a tree, by its number."""
        from traite_cli.files.revision import Revision

        return self._read(Revision(self._git, commit))

    def _staged(self) -> Repository:
        from traite_cli.files.staged import Staged

        return self._read(Staged(self._git, ""))

    def _read(self, revision: Revision) -> Repository:
        """The records of a source of git's; where it had no configuration that can be used, under today's."""
        from traite_cli.repository import load, read_configuration

        with revision as source:
            try:
                configuration = read_configuration(source)
            except ConfigurationError:
                configuration = self.configuration
            return load(source, configuration, None, self.cache)

    def versions(self, path: str, others: Sequence[str] = ()) -> Iterator[Version]:
        """A file before and after each commit that changed it, what is not committed first; ``others`` are paths that it had before.

        ``traite.toml`` goes along, since it says for whom records are. Raises ``TraiteError``.
        """
        from traite_cli.files.history import Commit, Version, commits, other_names, versions
        from traite_cli.syntax import MOST_BYTES

        git = self._git
        start = self.commit.commit if self.commit else git.commit("HEAD")
        paths = list(dict.fromkeys([path, *others, *other_names(git, start, path)]))
        found = commits(git, start, paths)
        if self.commit is None:
            before = next(iter(versions(git, [Commit(start, "", "", "", "")], [*paths, MARK], MOST_BYTES))).after
            yield Version(None, before, self._as_they_are([*paths, MARK]))
        yield from versions(git, found, [*paths, MARK], MOST_BYTES)

    def _as_they_are(self, paths: Sequence[str]) -> dict[str, bytes]:
        from traite_cli.files import Unreadable
        from traite_cli.syntax import MOST_BYTES

        found: dict[str, bytes] = {}
        with self._with_left_out() as source:
            for path in paths:
                with suppress(Unreadable):
                    found[path] = source.read(path, MOST_BYTES)
        return found

    def commits_since(self, name: str) -> list[Commit]:
        """The commits since a revision or a day that changed records, the newest first. Raises ``TraiteError``."""
        from traite_cli.files.history import commits

        git = self._git
        since = self._number_of(name, eve=True)
        here = self.commit.commit if self.commit else git.commit("HEAD")
        return commits(git, here, ["records", MARK], since="" if since == git.nothing else since)

    def change_since(self, name: str) -> Change:
        """What changed since a revision or a day and this one parted, with the records as they were there. Raises ``TraiteError``."""
        from traite_cli.checks.since import Change
        from traite_cli.files.changes import changes_since

        base, paths = changes_since(self.root, name, self.commit.commit if self.commit else "", self._number_of(name, eve=True))
        return Change(paths, lambda: self.records_at(base))

    def _number_of(self, name: str, *, eve: bool) -> str:
        """The number of the commit that a revision or a day means (``eve``: before a month); before the first commit, that of nothing."""
        from traite_cli.files.at import commit_at, is_before_all

        git = self._git
        if is_before_all(git, name, self._end_of, self._day_here, eve=eve):
            return git.nothing
        return commit_at(git, name, self._end_of, self._day_here, eve=eve).commit

    @contextmanager
    def beginning(self, template: str | None, *, as_page: bool = True) -> Iterator[Template]:
        """A document's template (None: the configuration's), begun before the records are read; for pages, with all that these need.

        These are made by a process of their own, and git is asked for the revision at their foot.
        """
        from traite_cli.circulating import page_making
        from traite_cli.circulating.templating import Template

        pages = page_making.beginning() if as_page else nullcontext()
        with Template() as begun, pages, self._described if as_page and self.commit is None else nullcontext():
            name = template or self.configuration.render.template
            yield begun.read(self.looks.job(name, self.configuration.language))

    @property
    def revision(self) -> str:
        """The git revision of the records, in short; with a ``+`` when files changed since; '' without git."""
        from traite_cli.files.described import SHORT

        return self.commit.commit[:SHORT] + "+" * bool(self.proposed) if self.commit else self._described.revision

    @cached_property
    def _described(self) -> Described:
        from traite_cli.files.described import Described

        return Described(self.root)

    def relative(self, path: str) -> str:
        """A path that someone typed, from the current folder, as one from the root."""
        full = Path(os.path.abspath(path))  # noqa: PTH100  # a link is not followed: its own path is meant
        try:
            return full.relative_to(self.root).as_posix()
        except ValueError:
            return Path(path).as_posix()

    def holds(self, path: str) -> bool:
        """Whether there is a file at a path from the root, whatever it is."""
        if self.commit is not None:
            return any(found.path == path for found in self.source.files(path))
        full = Path(os.path.abspath(self.root / path))  # noqa: PTH100  # as above
        return full.is_relative_to(self.root) and os.path.isfile(full)  # noqa: PTH113  # a name too long is no file


def _today(zone: tzinfo | None) -> date:
    return (datetime.now(zone) if zone else datetime.now().astimezone()).date()
