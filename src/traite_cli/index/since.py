"""What changed since the checks last looked at all files: where it is little, what they find elsewhere is what they found.

The list of what changed goes through every process that reads what changed. Whether it is whole is reckoned, not believed: the content
of all files then, with what is on the list changed, must be the content now.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from traite_cli.index.database import Database, Unusable
from traite_cli.index.known import Row, content_with, some_rows, taken_out
from traite_cli.index.recalling import kept_below, record_kept
from traite_cli.index.tree import path_of
from traite_cli.kinds import Record

_KEY = "since"
_MOST = 50
"""Where more files changed, it is as quick to look at all."""


class Since(NamedTuple):
    """What sums up the content of all files when they were last checked, and the files that are other than they were then, as they were."""

    content: str
    files: Mapping[str, Row | None]


def since_checked(database: Database) -> Since | None:
    """What is told of it; None where nothing is. Raises ``Unusable``."""
    kept = database.about(_KEY)
    try:
        return None if kept is None else Since(kept["content"], {path: _row(row) for path, row in kept["files"].items()})
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise Unusable from error


def _row(form: list[str] | None) -> Row | None:
    return None if form is None else Row(form[0], bytes.fromhex(form[1]), *form[2:])


def begin(database: Database, content: str) -> None:
    """From here on it is told what changes. Raises ``Unusable``."""
    _put_down(database, Since(content, {}))


def note(database: Database, before: Mapping[str, Row], after: Mapping[str, Row | None]) -> None:
    """Put what changed on the list, unless that is too long to be of use. Raises ``Unusable``."""
    since = since_checked(database)
    if since is not None and len(since.files) <= _MOST:
        # What a file was when it was checked counts, not what it was in between.
        _put_down(database, since._replace(files={**{path: before.get(path) for path in after}, **since.files}))


def _put_down(database: Database, since: Since) -> None:
    files = {path: row and [row.stamp, row.hash.hex(), *row[2:]] for path, row in since.files.items()} if len(since.files) <= _MOST else {}
    database.put_down(_KEY, {"content": since.content, "files": files})


class Earlier(NamedTuple):
    """What summed up all files at an earlier moment; the records that have changed since, as they were then; the paths of new ones."""

    content: str
    records: tuple[Record, ...]
    new: tuple[str, ...]


def earlier(database: Database, since: Since, content: str) -> Earlier | None:
    """What changed until the content became this; None where other files than records did, or some are gone. Raises ``Unusable``."""
    now = some_rows(database, since.files)
    if content_with(since.content, since.files, {path: now.get(path) for path in since.files}) != content:
        return None
    pairs = {path: (row, now.get(path)) for path, row in since.files.items()}
    changed = {path: pair for path, pair in pairs.items() if _content(pair[0]) != _content(pair[1])}
    if not all(_is_of_a_record(*pair) for pair in changed.values()):
        return None
    records = tuple(_kept(database, row) for row, _ in changed.values() if row is not None)
    return Earlier(since.content, records, tuple(path for path, (row, _) in changed.items() if row is None))


def _content(row: Row | None) -> tuple[object, ...] | None:
    return row and row[1:]


def _is_of_a_record(before: Row | None, now: Row | None) -> bool:
    """Whether a file holds a record, as it did before if it was there, and has no faults of its own that it had not."""
    if now is None or not now.kind:
        return False
    return not now.told if before is None else before[2:] == now[2:]


def _kept(database: Database, row: Row) -> Record:
    """The record that a file held. Raises ``Unusable`` where it is not kept, or damaged."""
    record = record_kept(database, f"{row.kind}/{row.slug}", row.hash)
    if record is None:
        raise Unusable
    return record


def naming(database: Database, kind: str, slugs: Collection[str]) -> Mapping[str, Collection[str]]:
    """By each of some slugs the records of a kind, by theirs, that may name a record of it, now or at some time. Raises ``Unusable``."""
    found: dict[str, dict[str, None]] = {slug: {} for slug in slugs}
    wanted = [(json.dumps(slug, ensure_ascii=False).encode("utf-8", "surrogatepass"), of_slug) for slug, of_slug in found.items()]
    for path, *row in kept_below(database, f"records/{kind}/") if wanted else ():
        form, _ = taken_out(database, path, *row)
        for name, of_slug in wanted:
            if name in form:
                of_slug[path_of(path).rpartition("/")[2].removesuffix(".md")] = None
    return found


def is_said(database: Database, says: Callable[[str, bytes], bool]) -> bool:
    """Whether a record says something, now or at some time. Raises ``Unusable``.

    ``says`` looks at its path, and at its text or its values as they are kept.
    """
    kept = database.each("SELECT path, hash, said, sum FROM records")
    return any(says(path_of(path), part) for path, *row in kept for part in taken_out(database, path, *row))
