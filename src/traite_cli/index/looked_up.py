"""What is known of the files of a work tree, looked up when somebody asks for it: a command pays for the records that it looks at.

All of it is of one moment. Where the database knows of another one by now, or what it holds is damaged, the files tell what there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from traite_cli.files import Source
from traite_cli.index.database import Database, Overtaken, Unusable
from traite_cli.index.known import Row, rows_of
from traite_cli.index.tree import key_of, still_at
from traite_cli.kinds import KINDS
from traite_cli.repository import placed


class LookedUp:
    """The files that a database knows at one of two turns. Raises ``Overtaken`` where it knows of another turn by now."""

    def __init__(self, source: Source, database: Database, turns: tuple[str, str]) -> None:
        self._source, self._database = source, database
        self._mark = database.rows("SELECT sum FROM about WHERE key = 'tree'")
        """What sums up the turn: whatever is found is found together with it."""
        still_at(database, *turns)

    def told(self) -> dict[str, Row]:
        """The files that are faulty by themselves. Raises ``Unusable``."""
        return self._found("f.told <> ''")

    def below(self, folder: str) -> dict[str, Row]:
        """The files of a folder, in the order of their paths. Raises ``Unusable``."""
        return self._found("f.path BETWEEN ? AND ?", *_ends(folder))

    def of_kind(self, kind: str) -> Mapping[str, Row]:
        """The files of a kind's records, by slug."""
        return _OfKind(kind, self)

    def one(self, kind: str, slug: str) -> Row | None:
        """The file of a record."""
        path = f"records/{kind}/{slug}.md"
        try:
            row = self._found("f.path = ?", key_of(path)).get(path)
        except Unusable:
            return self._listed[kind].get(slug)
        return row if row is not None and row.kind == kind else None

    def all_of(self, kind: str) -> dict[str, Row]:
        """The files of a kind's records, by slug, in their order."""
        try:
            return {row.slug: row for row in self.below(f"records/{kind}/").values() if row.kind == kind}
        except Unusable:
            return self._listed[kind]

    def number_of(self, kind: str) -> int:
        """How many there are, more or less."""
        try:
            ((number,),) = self._database.rows("SELECT count(*) FROM files WHERE path BETWEEN ? AND ?", _ends(f"records/{kind}/"))
        except Unusable:
            return 0
        return int(number)

    def _found(self, condition: str, *values: bytes) -> dict[str, Row]:
        found = self._database.rows(
            f"SELECT a.sum, f.* FROM about AS a LEFT JOIN files AS f ON {condition} WHERE a.key = 'tree' ORDER BY f.path",  # noqa: S608  # words of our own
            values,
        )
        if not found or any([(mark,)] != self._mark for mark, *_ in found):
            raise Overtaken
        try:
            return rows_of(row for _, *row in found if row[0] is not None)
        except Unusable:
            # It is made anew by whoever comes next.
            self._database.forget()
            raise

    @cached_property
    def _listed(self) -> Mapping[str, dict[str, Row]]:
        """The files as they lie there now: of their content nothing is known. What is made of them must not be kept in the database."""
        self._database.close()
        listed: dict[str, dict[str, Row]] = {kind: {} for kind in KINDS}
        for place in map(placed, self._source.files("records")):
            if place.kind:
                listed[place.kind][place.slug] = Row("", b"", place.kind, place.slug, "")
        return listed


class _OfKind(Mapping[str, Row]):
    """The files of a kind, one by one as long as these are few."""

    def __init__(self, kind: str, files: LookedUp) -> None:
        self._kind, self._files = kind, files
        self._some: dict[str, Row | None] = {}

    def __getitem__(self, slug: str) -> Row:
        row = self._all.get(slug) if self._is_whole else self._one(slug)
        if row is None:
            raise KeyError(slug)
        return row

    def _one(self, slug: str) -> Row | None:
        if slug not in self._some:
            self._some[slug] = self._files.one(self._kind, slug)
        return self._some[slug]

    @property
    def _is_whole(self) -> bool:
        return "_all" in self.__dict__ or (len(self._some) > _FEW and len(self._some) > self.number // _ONE_OF)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def number(self) -> int:
        """How many there are, more or less."""
        return self._files.number_of(self._kind)

    @cached_property
    def _all(self) -> Mapping[str, Row]:
        return self._files.all_of(self._kind)


def how_many(rows: Mapping[str, Row]) -> int:
    """How many rows there are; more or less, where to know it they would all be looked up."""
    return rows.number if isinstance(rows, _OfKind) else len(rows)


_FEW = 8
_ONE_OF = 6
"""To look one up costs as much as to look up so many in one go."""


def _ends(folder: str) -> tuple[bytes, bytes]:
    """Between what the paths of a folder lie."""
    return key_of(folder), key_of(folder) + b"\xff"
