"""A name shows only where something that is shown names it: people, organisations and topics are public for that reason alone."""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.kinds import Organisation, Record, Ref
from traite_cli.repository.references import references_alone, shown_references
from traite_cli.repository.repository import Repository


def only_named(seen: Repository, whole: Repository) -> Repository:
    """What a circle sees of all records, without those that nothing it sees names, though something else does.

    A record that says for whom it is, one that nothing names at all, and the collective's own stand by themselves; whom a person or an
    organisation that is seen names is seen too.
    """
    named = {found.ref for record in whole.all() for found in _named_by(whole, record)}
    there = {record.ref: record for record in seen.all() if _stands_alone(seen, record) or record.ref not in named}
    waiting = list(there.values())
    for record in waiting:
        for found in _named_by(seen, record):
            if found.ref not in there:
                there[found.ref] = found
                waiting.append(found)
    return seen.seen(lambda record: record if record.ref in there else None)


def _stands_alone(repository: Repository, record: Record) -> bool:
    return not record.PUBLIC or bool(record.audience) or record.ref == f"{Organisation.KIND}/{repository.configuration.organisation}"


def _named_by(repository: Repository, record: Record) -> Iterator[Record]:
    named: list[Ref | None] = [*references_alone(record), *(one.ref for one in shown_references(record))]
    for found in map(repository.resolve, named):
        if found is not None and found is not record:
            yield found
