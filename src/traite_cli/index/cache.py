"""The index as a command uses it: what the files of the work tree hold, read again only where they changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeGuard

from traite_cli.files.source import Source, WorkTree
from traite_cli.index.database import Database, Overtaken, Unusable, sealed, unsealed
from traite_cli.index.glance import glance_at
from traite_cli.index.place import Place, place_of
from traite_cli.index.tree import Looked, Moment, State, Tree, state_in, tell

if TYPE_CHECKING:
    from pathlib import Path

    from traite_cli.files.revision import Revision
    from traite_cli.index.committed import Committed
    from traite_cli.index.known import Row
    from traite_cli.index.reading import Read
    from traite_cli.index.since import Earlier
    from traite_cli.repository import Configuration, Contents, Reached, Repository

Watched = Callable[[], "AbstractContextManager[Reached | None]"]
"""Opened while files are read by nobody's asking: what it gives is told how far that has come."""


class Cache:
    """What was read before, of the repository at a root. Where there can be no database, everything is read anew."""

    def __init__(self, root: Path, clock: Callable[[], int], watched: Watched = nullcontext) -> None:
        self.root = root
        self.watched = watched
        self.clock = clock
        """What time it is, in nanoseconds."""
        self._before = State()
        self._state: State | None = None
        self._rows: dict[str, Row | None] = {}
        self._read: dict[str, Read] = {}
        self._revision: tuple[Revision, Committed] | None = None
        """The last one that was looked at, with what is known of its files."""

    @cached_property
    def place(self) -> Place:
        return place_of(self.root)

    @cached_property
    def database(self) -> Database | None:
        """The database; None where it cannot be used."""
        try:
            return Database.at(self.place)
        except Unusable:
            return None

    def close(self) -> None:
        """Let the database go; what was taken from it stays, and what was not is read from the files."""
        opened = self.__dict__.get("database")
        if opened is not None:
            opened.close()

    def contents(self, source: Source, reached: Reached | None) -> Contents:
        """What the files hold, from the database where it is known."""
        from traite_cli.repository import read_contents

        try:
            if isinstance(source, WorkTree) and self.database is not None:
                self.refresh(source, reached)
                return self._recalled(self.database, source)
            if is_revision(source) and self.database is not None:
                from traite_cli.index.recalling import contents_of

                now = self._committed(source, self.database, reached)
                return contents_of(now.rows, source, self.database, now.read)
        except Unusable as error:
            self.do_without(error)
        return read_contents(source, reached)

    def content(self, source: Source) -> str:
        """What sums up all files of a source. Raises ``Unusable`` where that cannot be told."""
        if isinstance(source, WorkTree):
            return self.refresh(source)
        if self.database is None or not is_revision(source) or not source.name:
            raise Unusable
        return source.name

    def unchanged(self) -> str:
        """What sums up the content of all files, where none has changed since they were read. Raises ``Unusable``."""
        if self.database is None:
            raise Unusable
        glance = glance_at(self.root, self.place)
        looked = Tree(WorkTree(self.root), self.database, glance).look()
        if not looked.is_as_before:
            # Whoever reads what changed need not ask git once more.
            glance.keep()
            raise Unusable
        self._before, self._state = looked.before, looked.state
        return looked.state.content

    def refresh(self, source: WorkTree, reached: Reached | None = None) -> str:
        """Read what changed, and give what sums up the content of all files. Raises ``Unusable``."""
        if self._state is None:
            if self.database is None:
                raise Unusable
            try:
                self._state = self._refreshed(self.database, source, reached)
            except Unusable as error:
                self.do_without(error)
                raise
        return self._state.content

    def _refreshed(self, database: Database, source: WorkTree, reached: Reached | None) -> State:
        for _ in range(_TRIES):
            with suppress(Overtaken):
                return self._looked_at(database, source, reached)
        raise Overtaken

    def _looked_at(self, database: Database, source: WorkTree, reached: Reached | None) -> State:
        begun = self.clock()
        looked = Tree(source, database, glance_at(self.root, self.place)).look()
        self._before = looked.before
        if looked.is_as_before:
            return looked.state
        # What is written meanwhile is not in what was looked at: the moment is that in which it began.
        moment = Moment(begun, database.moment() - (self.clock() - begun))
        looked = looked.sure_at(moment)
        if looked.changed or looked.gone:
            return self._renewed(database, source, looked, moment, reached)
        with suppress(Unusable), database.writing():
            if state_in(database) == looked.before:
                tell(database, looked.state)
        return looked.state

    def _renewed(self, database: Database, source: WorkTree, looked: Looked, moment: Moment, reached: Reached | None) -> State:
        from traite_cli.index.renewing import renewed, write

        with nullcontext(reached) if reached is not None else self.watched() as told:
            now = renewed(source, database, looked, moment, told)
        self._rows, self._read = dict(now.rows), dict(now.read)
        with suppress(Unusable):
            write(database, looked.before, now)
            # What is written down need not be had twice.
            self._read = {path: one._replace(kept=None) for path, one in now.read.items() if one.record is not None}
        return now.state

    def _recalled(self, database: Database, source: WorkTree) -> Contents:
        from traite_cli.index.recalling import recalled

        return recalled(source, database, self._turns, self._rows, self._read)

    def sought(self, source: WorkTree, configuration: Configuration) -> Repository:
        """The records, each looked up when somebody asks for it, and names by their words. Raises ``Unusable``.

        So does a name that cannot be had. It holds as long as the database is ``settled``.
        """
        from traite_cli.index.called import refs_like
        from traite_cli.index.recalling import recalled
        from traite_cli.repository import Repository

        content, database = self.content(source), self.settled
        if database is None:
            raise Unusable
        # The database knows what changed too by now.
        repository = Repository(configuration, *recalled(source, database, (self._turn, self._turn), {}, self._read))
        repository.names = lambda said: refs_like(database, content, said)
        return repository

    @property
    def _turns(self) -> tuple[str, str]:
        return self._before.turn, self._turn

    @property
    def _turn(self) -> str:
        return self._state.turn if self._state is not None else ""

    def files(self, source: Source) -> Mapping[str, Row]:
        """What is known of each file. Raises ``Unusable``."""
        from traite_cli.index.recalling import known_files

        if isinstance(source, WorkTree):
            self.refresh(source)
        if self.database is None:
            raise Unusable
        if is_revision(source):
            return self._committed(source, self.database, None).rows
        return known_files(self.database, self._turns, self._rows)

    def _committed(self, source: Revision, database: Database, reached: Reached | None) -> Committed:
        """What is known of the files of a revision, once all that nobody had read was read."""
        from traite_cli.index.committed import committed

        if self._revision is None or self._revision[0] is not source:
            self._revision = source, committed(source, database, reached)
        return self._revision[1]

    def do_without(self, why: Unusable) -> None:
        """Do without the database from now on; a damaged one is made anew by whoever comes next."""
        database, self.database = self.database, None
        if database is not None:
            if isinstance(why, Overtaken):
                database.close()
            else:
                database.forget()

    def checked(self, content: str) -> None:
        """The checks have looked at all files while they summed up to this: from here on it is told what changes."""
        from traite_cli.index.since import begin

        if self.database is not None and self._state is not None and self._state.content == content:
            with suppress(Unusable), self.database.writing():
                if state_in(self.database).content == content:
                    begin(self.database, content)

    def since_checked(self) -> Earlier | None:
        """What changed since then, where nothing but records did; None where that is not known."""
        from traite_cli.index.since import earlier, since_checked

        if self.database is None or self._state is None:
            return None
        try:
            since = since_checked(self.database)
            return earlier(self.database, since, self._state.content) if since is not None else None
        except Unusable:
            return None

    def naming(self, kind: str, slugs: Collection[str]) -> Mapping[str, Collection[str]] | None:
        """By each of some slugs the records of a kind, by theirs, that may name a record of it; None where that is not known."""
        from traite_cli.index.since import naming

        try:
            return naming(self.database, kind, slugs) if self.database is not None else None
        except Unusable:
            return None

    def is_said(self, says: Callable[[str, bytes], bool]) -> bool:
        """Whether a record says something (see ``since.is_said``). Raises ``Unusable``."""
        from traite_cli.index.since import is_said

        if self.database is None:
            raise Unusable
        return is_said(self.database, says)

    @property
    def settled(self) -> Database | None:
        """The database, where it knows all files as they were looked at. Raises ``Unusable``."""
        known = self.database is not None and self._state is not None and state_in(self.database) == self._state
        return self.database if known else None

    def outcome(self, key: str) -> Any:
        """What was kept under a key; None where nothing was."""
        if self.database is None:
            return None
        try:
            found = self.database.rows("SELECT value, sum FROM outcomes WHERE key = ?", [key])
            return unsealed(key, *found[0]) if found else None
        except Unusable:
            return None

    def keep_outcome(self, key: str, value: Any) -> None:
        """Keep something that follows from the content of the files alone, if that can be."""
        if self.database is None:
            return
        with suppress(Unusable), self.database.writing():
            self.database.do("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", [key, *sealed(key, value)])
            self.database.do(_PRUNE)


_TRIES = 3
"""So often all is looked at anew because another process was quicker: whoever is always late reads the files."""
_PRUNE = "DELETE FROM outcomes WHERE rowid NOT IN (SELECT rowid FROM outcomes ORDER BY rowid DESC LIMIT 8)"


def is_revision(source: Source) -> TypeGuard[Revision]:
    """Whether a source is git's: who reads the folder need not import what asks git."""
    from traite_cli.files.revision import Revision

    return isinstance(source, Revision)
