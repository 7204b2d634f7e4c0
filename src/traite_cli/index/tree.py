"""Whether the files are still those that were read, and which are not.

A file that has the times, the size and the number on the disk that it had is taken for unchanged. What was written in the moment in
which it was looked at may be written once more in that moment, and nothing would show it: such a file is read again until the moment
is over. Clocks are compared for equality alone, so that one which is set back deceives nobody.

Git compares quicker than we do (``glance``): where its index and its answer are the same as before, only what it names is looked at.
Nothing of what it says is believed about a file's content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from traite_cli.files.source import Found, WorkTree
from traite_cli.index.database import Database, Overtaken, Unusable
from traite_cli.index.glance import PARTS, Glance, Seen, misses

MOMENT = 3_000_000_000
"""Nanoseconds. The coarsest clock of a file system in use counts two seconds (FAT)."""
UNSURE = "?"
"""The stamp of a folder in which a file may come or go once more without another."""
_MOST_SUSPECTS = 200
"""Where git names more, looking at all files is as quick."""


class State(NamedTuple):
    """What was known of the work tree when it was last looked at."""

    turn: str = ""
    """Tells this state from every other: whoever finds another one there begins again."""
    index_sum: str = ""
    """Git's index, where its word may be taken; else ''."""
    others: tuple[str, ...] = ()
    """The paths that are not as the index has them."""
    folders: Mapping[str, str] = {}
    """The stamp of each folder: it changes when a file comes or goes."""
    again: tuple[str, ...] = ()
    """The files that must be read again, whatever their stamp."""
    content: str = ""
    """Sums up what is in all files."""


class Moment(NamedTuple):
    """When the files were looked at, by the clock and by that of their disk, in nanoseconds."""

    clock: int
    disk: int

    def holds(self, stamp: str) -> bool:
        """Whether what has a stamp may change once more without another."""
        first, last = min(self) - MOMENT, max(self) + MOMENT
        return any(first <= int(one) <= last for one in stamp.split(" ")[3:])


class Looked(NamedTuple):
    """What a look at the files found: those that may have changed, with their stamps, those that are gone, what was known and what is."""

    changed: Mapping[str, tuple[Found, str]]
    gone: tuple[str, ...]
    before: State
    state: State

    @property
    def is_as_before(self) -> bool:
        """Whether there is nothing to read and nothing to write down."""
        return not self.changed and not self.gone and self.state == self.before

    def sure_at(self, moment: Moment) -> Looked:
        """The same, without the stamps of folders that may change once more and keep them."""
        folders = {path: UNSURE if stamp and moment.holds(stamp) else stamp for path, stamp in self.state.folders.items()}
        return self._replace(state=self.state._replace(folders=folders))


class Tree:
    """The work tree below a root, as a database knows it."""

    def __init__(self, source: WorkTree, database: Database, glance: Glance) -> None:
        self._source = source
        self._database = database
        self._glance = glance

    def look(self) -> Looked:
        """Look for files that changed since the last time. Raises ``Unusable``, ``Overtaken`` where another process knows more by now."""
        looked = self._looked_at(state_in(self._database))
        still_at(self._database, looked.before.turn)
        return looked

    def _looked_at(self, state: State) -> Looked:
        """What a look finds, on the word of a database in some state."""
        seen = self._glance.seen
        if seen is not None and seen.sum == state.index_sum and self._has_same_folders(state):
            changed = self._suspected(state, seen)
            if changed is not None:
                return Looked(changed, (), state, state._replace(others=tuple(sorted(seen.others))))
        return self._all(state, seen)

    def _has_same_folders(self, state: State) -> bool:
        return all(self._source.stamp(folder) == stamp for folder, stamp in state.folders.items())

    def _suspected(self, state: State, seen: Seen) -> dict[str, tuple[Found, str]] | None:
        """The files that may have changed while the index has not; None where all must be looked at."""
        suspects = seen.others.union(state.others, state.again)
        if len(suspects) > _MOST_SUSPECTS:
            return None
        changed: dict[str, tuple[Found, str]] = {}
        for path in suspects:
            rows = self._database.rows("SELECT stamp FROM files WHERE path = ?", [key_of(path)])
            if not rows:
                if path in state.others:
                    continue  # what no work tree lists: something in a hidden folder
                return None
            stamp = self._source.stamp(path)
            if path in state.again or stamp != rows[0][0]:
                if not is_plain(stamp):
                    return None
                changed[path] = Found(path), stamp
        return changed

    def _all(self, state: State, seen: Seen | None) -> Looked:
        """Look at each file."""
        folders = {one: self._source.stamp(one) for part in PARTS[:-1] for one in self._source.folders(part)}
        found = {one.path: (one, self._source.stamp(one.path)) for part in PARTS for one in self._files(part)}
        known = {path_of(path): stamp for path, stamp in self._database.rows("SELECT path, stamp FROM files")}
        changed = {path: one for path, one in found.items() if known.get(path) != one[1] or path in state.again}
        gone = tuple(path for path in known if path not in found)
        trusted = seen is not None and not misses(self._source.root, seen, frozenset(found))
        index_sum, others = (seen.sum, tuple(sorted(seen.others))) if trusted and seen is not None else ("", ())
        return Looked(changed, gone, state, state._replace(index_sum=index_sum, others=others, folders=folders))

    def _files(self, part: str) -> Iterable[Found]:
        if part == PARTS[-1]:
            stamp = self._source.stamp(part)
            return (Found(part),) if stamp else ()
        return self._source.files(part)


def is_plain(stamp: str) -> bool:
    """Whether a stamp is that of an ordinary file."""
    return stamp.startswith("100")


def key_of(path: str) -> bytes:
    """A path as the database has it: the names of files may hold bytes that are no text."""
    return path.encode("utf-8", "surrogatepass")


def path_of(key: bytes) -> str:
    """The path that the database has so. Raises ``Unusable`` where it is none."""
    try:
        return key.decode("utf-8", "surrogatepass")
    except (ValueError, AttributeError) as error:
        raise Unusable from error


def state_in(database: Database) -> State:
    """What a database knows of the whole. Raises ``Unusable``."""
    kept = database.about("tree")
    try:
        return State() if kept is None else State(**{**kept, "others": tuple(kept["others"]), "again": tuple(kept["again"])})
    except (TypeError, KeyError) as error:
        raise Unusable from error


def still_at(database: Database, *turns: str) -> None:
    """Raises ``Overtaken`` where a database is at none of some turns: what was read of it is not of one moment."""
    if state_in(database).turn not in turns:
        raise Overtaken


def tell(database: Database, state: State) -> None:
    """Keep what is known of the whole now."""
    database.put_down("tree", state._asdict())
