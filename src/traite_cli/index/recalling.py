"""What the files hold, made of what is known of them: each record is taken from the database when somebody asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any

from traite_cli.diagnostics.forms import faults_from
from traite_cli.files import Source, Unreadable
from traite_cli.index.database import Database, Unusable
from traite_cli.index.known import Row, all_rows, taken_out
from traite_cli.index.looked_up import LookedUp
from traite_cli.index.reading import Read, hash_of
from traite_cli.index.recalled import Recalled
from traite_cli.index.stored import record_from
from traite_cli.index.tree import key_of, path_of, still_at
from traite_cli.kinds import KINDS, Record, read_record
from traite_cli.repository import Contents, no_collection, told_of_names
from traite_cli.syntax import MOST_BYTES


def recalled(
    source: Source, database: Database, turns: tuple[str, str], changed: Mapping[str, Row | None], read: Mapping[str, Read]
) -> Contents:
    """The contents of a work tree; ``changed`` and ``read`` are known besides what the database knows at one of two turns.

    Raises ``Overtaken`` where the database knows of another turn by now.
    """
    if changed or not turns[0]:
        return contents_of(known_files(database, turns, changed), source, database, read)
    files = LookedUp(source, database, turns)
    attachments = (path for path, row in files.below(_ATTACHMENTS).items() if not row.told)
    shelf = _Shelf(source, database, read)
    return _contents({kind: shelf.records(kind, files.of_kind(kind)) for kind in KINDS}, files.told(), attachments)


def known_files(database: Database, turns: tuple[str, str], changed: Mapping[str, Row | None]) -> dict[str, Row]:
    """What is known of every file, as ``recalled`` takes it. Raises ``Overtaken`` where the database knows of another turn by now."""
    return {path: row for path, row in changed.items() if row is not None} if not turns[0] else _known(database, turns, changed)


def contents_of(known: Mapping[str, Row], source: Source, database: Database, read: Mapping[str, Read]) -> Contents:
    """What files hold of which all is known but what is in their records."""
    slugs: dict[str, dict[str, Row]] = {kind: {} for kind in KINDS}
    told: dict[str, Row] = {}
    attachments: list[str] = []
    for path in sorted(known):
        row = known[path]
        if row.kind:
            slugs[row.kind][row.slug] = row
        elif path.startswith(_ATTACHMENTS) and not row.told:
            attachments.append(path)
        if row.told:
            told[path] = row
    shelf = _Shelf(source, database, read)
    return _contents({kind: shelf.records(kind, rows) for kind, rows in slugs.items()}, told, attachments)


def _contents(records: Mapping[str, Mapping[str, Record]], told: Mapping[str, Row], attachments: Iterable[str]) -> Contents:
    # A source lists folder by folder: records, then attachments, then templates.
    paths = sorted(told, key=lambda path: (_ORDER.get(path.split("/")[0], ""), path.split("/")))
    faults = [fault for path in paths for fault in faults_from(json.loads(told[path].told))]
    return Contents(records, tuple(told_of_names(faults, records)), frozenset(attachments))


_ATTACHMENTS = "attachments/"
_ORDER = {"attachments": "1", "templates": "2"}


def _known(database: Database, turns: tuple[str, str], changed: Mapping[str, Row | None]) -> dict[str, Row]:
    rows = all_rows(database)
    still_at(database, *turns)
    rows.update({path: row for path, row in changed.items() if row is not None})
    for path, row in changed.items():
        if row is None:
            rows.pop(path, None)
    return rows


class _Shelf:
    """Where records are taken from: what was read just now, else the database, else the files."""

    def __init__(self, source: Source, database: Database, read: Mapping[str, Read]) -> None:
        self._source = source
        self._database = database
        self._read = read

    def records(self, kind: str, rows: Mapping[str, Row]) -> Recalled:
        """The records of a kind by slug."""
        fresh = self._fresh.get(kind, {})
        return Recalled(rows, fresh, lambda slug: self._one(kind, slug, rows[slug]), lambda: self._all(kind, rows))

    @cached_property
    def _fresh(self) -> Mapping[str, Mapping[str, Record]]:
        """The records that were read just now, by kind and slug."""
        fresh: dict[str, dict[str, Record]] = {}
        for one in self._read.values():
            if one.record is not None:
                fresh.setdefault(one.record.KIND, {})[one.record.slug] = one.record
        return fresh

    def _one(self, kind: str, slug: str, row: Row) -> Record:
        path = _path(kind, slug)
        one = self._read.get(path)
        if one is not None and one.kept is not None:
            return record_from(kind, slug, path, *one.kept)
        with suppress(Unusable):
            for kept in self._database.rows(f"{_KEPT} WHERE path = ? AND hash = ?", [key_of(path), row.hash]):
                return self._made(kind, slug, kept)
        return self._from_file(kind, slug, path, row)

    def _all(self, kind: str, rows: Mapping[str, Row]) -> dict[str, Record]:
        found: dict[str, Record] = {}
        rows = dict(rows)
        with suppress(Unusable), no_collection():
            for kept in kept_below(self._database, f"records/{kind}/"):
                path, content = kept[:2]
                slug = path_of(path).rpartition("/")[2].removesuffix(".md")
                if slug in rows and rows[slug].hash == content and _path(kind, slug) not in self._read:
                    found[slug] = self._made(kind, slug, kept)
        return found

    def _made(self, kind: str, slug: str, kept: _Kept) -> Record:
        """The record that was kept. Raises ``Unusable`` where it is damaged: then the database is made anew by whoever comes next."""
        try:
            return _made(self._database, kind, slug, kept)
        except Unusable:
            self._database.forget()
            raise

    def _from_file(self, kind: str, slug: str, path: str, row: Row) -> Record:
        try:
            data = self._source.read(path, MOST_BYTES)
        except Unreadable:
            data = b""
        if hash_of(data) != row.hash:
            # What is made of it is not of the content that all is known by, and must not be kept under it.
            self._database.close()
        return read_record(kind, slug, path, data)


_Kept = tuple[bytes, bytes, bytes, int]
_KEPT = "SELECT path, hash, said, sum FROM records"


def kept_below(database: Database, folder: str) -> Iterator[Any]:
    """What is kept of the records of a folder: of what stands in their files now, and of what stood there."""
    return database.each(f"{_KEPT} WHERE path BETWEEN ? AND ?", [key_of(folder), key_of(folder) + b"\xff"])


def record_kept(database: Database, ref: str, content: bytes) -> Record | None:
    """The record of a content that is kept, be it that of the file or not; None where it is kept no more. Raises ``Unusable``."""
    kind, _, slug = ref.partition("/")
    for kept in database.rows(f"{_KEPT} WHERE path = ? AND hash = ?", [key_of(_path(kind, slug)), content]):
        return _made(database, kind, slug, kept)
    return None


def _path(kind: str, slug: str) -> str:
    return f"records/{kind}/{slug}.md"


def _made(database: Database, kind: str, slug: str, kept: _Kept) -> Record:
    """The record that was kept. Raises ``Unusable`` where it is damaged."""
    try:
        return record_from(kind, slug, path_of(kept[0]), *taken_out(database, *kept))
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as error:
        raise Unusable from error
