"""What records are called where there is little room: a person's name, an organisation's acronym."""

from __future__ import annotations

from collections.abc import Iterable

from traite_cli.kinds import Meeting, Organisation, Record, Ref
from traite_cli.repository.repository import Repository


def short_name(record: Record | None) -> str:
    """An organisation's acronym, a meeting's short title; else what the record is called; '' for none."""
    if record is None:
        return ""
    if isinstance(record, Organisation):
        return record.acronym or record.label
    if isinstance(record, Meeting):
        return record.short_title or record.label
    return record.label


def names(repository: Repository, refs: Iterable[Ref]) -> tuple[str, ...]:
    """What the records referred to are called, briefly; those that do not exist are left out."""
    return tuple(short_name(found) for ref in refs if (found := repository.resolve(ref)) is not None)
