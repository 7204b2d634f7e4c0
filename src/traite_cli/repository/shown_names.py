"""A name shows only where something that is shown names it: people, organisations and topics are public for that reason alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traite_cli.kinds import Organisation, Record, Ref
from traite_cli.repository.references import references_alone, shown_references
from traite_cli.repository.repository import Repository


def only_named(seen: Repository, whole: Repository) -> Repository:
    """What a circle sees of all records, without those that only what it does not see names.

    A record that says for whom it is, and the collective's own, stand by themselves; whom a person or an organisation that is seen names
    is seen too, and whom one names that is not seen, is not.
    """
    doubtful = _reached(seen, (found for record in whole.all() for found in _named_in_secret(seen, whole, record)))
    clear = (record for record in seen.all() if record.ref not in doubtful or _stands_alone(seen, record))
    there = _reached(seen, clear)
    return seen.seen(lambda record: record if record.ref in there else None)


def _named_in_secret(seen: Repository, whole: Repository, record: Record) -> Iterator[Record]:
    """Whom a record names where a circle does not see it."""
    shown = seen.of_kind(record.KIND).get(record.slug)
    if shown is not record:
        named = {found.ref for found in _named_by(seen, shown)} if shown is not None else set[str]()
        yield from (found for found in _named_by(whole, record) if found.ref not in named)


def _reached(seen: Repository, begun: Iterable[Record]) -> set[str]:
    """Some records that are seen, and whom they name, and whom these do."""
    waiting = [record for one in begun if (record := seen.of_kind(one.KIND).get(one.slug)) is not None]
    found = {record.ref for record in waiting}
    for record in waiting:
        new = [one for one in _named_by(seen, record) if one.ref not in found]
        found.update(one.ref for one in new)
        waiting += new
    return found


def _stands_alone(repository: Repository, record: Record) -> bool:
    return not record.PUBLIC or bool(record.audience) or record.ref == f"{Organisation.KIND}/{repository.configuration.organisation}"


def _named_by(repository: Repository, record: Record) -> Iterator[Record]:
    named: list[Ref | None] = [*references_alone(record), *(one.ref for one in shown_references(record))]
    for found in map(repository.resolve, named):
        if found is not None and found is not record:
            yield found
