"""Two versions of a record merged into one: the front matter by its fields, the body by git's own merge of texts.

A file that cannot be read as a record, or that would be less of one afterwards, is merged as git merges any text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from traite_cli.kinds import KINDS, Record, read_record
from traite_cli.together.merging.fields import NOTHING, Merger, Names, Side
from traite_cli.together.merging.parts import cut

_PARTS = 3


class Merged(NamedTuple):
    """A merged text, and how many conflicts are left in it."""

    text: str
    conflicts: int


MergeText = Callable[[str, str, str], Merged]
"""Merges three texts: the common ancestor, ours and theirs."""


def merged_record(path: str, versions: tuple[bytes, bytes, bytes], names: Names, merge_text: MergeText) -> tuple[bytes, int]:
    """Merge three versions of the file at a path from the root: the ancestor (empty: none), ours and theirs; and count the conflicts."""
    try:
        base, ours, theirs = (data.decode("utf-8") for data in versions)
    except UnicodeDecodeError:
        base, ours, theirs = (data.decode("utf-8", "surrogateescape") for data in versions)
        merged = merge_text(base, ours, theirs)
        return merged.text.encode("utf-8", "surrogateescape"), merged.conflicts
    windows = "\r\n" in (base or ours)
    plain = (base.replace("\r\n", "\n"), ours.replace("\r\n", "\n"), theirs.replace("\r\n", "\n"))
    merged = _by_fields(path, plain, names, merge_text) or merge_text(*plain)
    text = merged.text.replace("\n", "\r\n") if windows else merged.text
    return text.encode("utf-8"), merged.conflicts


def _by_fields(path: str, texts: tuple[str, str, str], names: Names, merge_text: MergeText) -> Merged | None:
    """The merge by fields; None where one version is no record that can be relied on, or the merged one would not be."""
    parts = path.split("/")
    kind = parts[-2] if len(parts) >= _PARTS else ""
    if kind not in KINDS:
        return None
    records: list[Record | None] = [
        read_record(kind, parts[-1].removesuffix(".md"), path, text.encode()) if text else None for text in texts
    ]
    if any(one is not None and _is_worse(one, *filter(None, records[:1])) for one in records[1:]):
        return None
    sides = [NOTHING if one is None else _side(one) for one in records]
    if None in sides or sides[1] is NOTHING or sides[2] is NOTHING:
        return None
    merger = Merger(names)
    base, ours, theirs = sides
    assert base is not None and ours is not None and theirs is not None  # noqa: PT018, S101  # looked at above
    header = merger.mapping((base, ours, theirs))
    body = merge_text(*("" if one is None else _body(one) for one in records))
    _, mine, others = records
    assert mine is not None and others is not None  # noqa: PT018, S101  # they are no NOTHING
    opening = mine.document.text[: mine.document.header_start]
    text = opening + header + _closing_line(records) + body.text
    conflicts = merger.conflicts + body.conflicts
    if not conflicts and _is_worse(read_record(kind, mine.slug, path, text.encode()), mine, others):
        return None
    return Merged(text, conflicts)


def _side(record: Record) -> Side | None:
    """A version's fields; None where its front matter cannot be taken apart by lines."""
    document = record.document
    header = document.header
    if header is None or not header.entries or any(fault.check in _IN_THE_WAY for fault in document.faults):
        return None
    if document.text[header.start : header.start + 1] == "{":
        return None
    return Side(document.text, cut(document.text, header, document.header_start, _closing(record)), record)


_IN_THE_WAY = frozenset(
    {"not-yaml", "key-given-twice", "key-not-text", "line-without-colon", "front-matter-unclosed", "conflict-marker", "not-a-mapping"}
)


def _closing(record: Record) -> int:
    """Where the line begins that closes the front matter."""
    document = record.document
    behind = document.body_start - (document.text[document.body_start - 1 : document.body_start] == "\n")
    return document.text.rfind("\n", 0, behind) + 1


def _closing_line(records: Sequence[Record | None]) -> str:
    """The line that closes the front matter: its end may be missing where nothing follows."""
    was, ours, theirs = ("" if one is None else one.document.text[_closing(one) : one.document.body_start] for one in records)
    return theirs if ours == was else ours if theirs == was else max(ours, theirs)


def _body(record: Record) -> str:
    return record.document.text[record.document.body_start :]


def _is_worse(record: Record, *than: Record) -> bool:
    """Whether a record has faults that none of some others has: what it says cannot be relied on then."""
    known = {(fault.check, fault.variant) for one in than for fault in one.document.faults}
    return any((fault.check, fault.variant) not in known for fault in record.document.faults)
