"""Who changed a record, when and how, in the records' own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from traite_cli.errors import ConfigurationError
from traite_cli.files.history import Commit, Version
from traite_cli.files.memory import Memory
from traite_cli.kinds import AUDIENCES, KINDS, Block, Record
from traite_cli.repository import NARROWEST, Repository, body_references, load, read_configuration, references
from traite_cli.together.differences import Change, Difference, difference
from traite_cli.together.edits import Edit, edits


class Event(NamedTuple):
    """What one commit did to a record; ``commit`` is None for what is not committed yet."""

    commit: Commit | None
    difference: Difference


def events(
    found: Iterable[Version],
    now: Repository,
    kind: str,
    seen: Repository,
    circle: str = NARROWEST,
    field: str = "",
    day: date | None = None,
) -> Iterator[Event]:
    """What each commit did to a record; ``now`` names the records that it refers to.

    For a ``circle``, as that may learn it: ``seen`` are the records of now that it sees. Which names it sees is known from all records,
    not from the few that stand beside one: each says here for whom it is.

    With a ``field`` (``due``, ``follow_ups.status``) only what became of it, and on a ``day`` nothing that happened later.
    """
    for version in found:
        moments = [_moment(files, now, kind) for files in (version.before, version.after)]
        # What either names is there at both: it neither came nor went.
        named = {record.ref: record for moment in moments for one in moment.of_kind(kind).values() for record in _named(one, now)}
        others = list(named.values())
        if circle != NARROWEST:
            others = [record.replaced(audience=circle if record.slug in seen.of_kind(record.KIND) else NARROWEST) for record in others]
            moments = [moment.seen(_standing) for moment in moments]
        before, after = (_among(moment, others) for moment in moments)
        event = of_field(difference(before, after, circle, day), field)
        if event:
            yield Event(version.commit if circle == NARROWEST else _without_subject(version.commit), event)


def _standing(record: Record) -> Record:
    """The record itself, which whoever asks for it sees: it is for everybody where it says for whom it is by its kind alone."""
    return record.replaced(audience=AUDIENCES[0]) if record.PUBLIC and not record.audience else record


def _without_subject(commit: Commit | None) -> Commit | None:
    """A commit without its message: that is for nobody in particular, and may quote what is not for everybody."""
    return None if commit is None else commit._replace(subject="")


def of_field(found: Difference, field: str) -> Difference:
    """A difference without what is not about a field; the whole for none."""
    if not field:
        return found
    ways = [name.split(".") for name in (field, _AGREED_ANEW.get(field)) if name]
    kept = (change._replace(edits=tuple(_about(change, ways)), passages=(), narrowed=()) for change in found.changes)
    return found._replace(changes=tuple(change for change in kept if change.edits), widened=(), withheld=0, widened_unseen=0, field=field)


_AGREED_ANEW = {"due": "follow_ups.due"}
"""Where a field's value gives way to a later one: the deadline of a promise is the last one agreed."""


def _about(change: Change, ways: Sequence[Sequence[str]]) -> Iterator[Edit]:
    """What became of a field, also where the entry that has it came or went, or the record itself."""
    made: Iterable[Edit] = change.edits
    if change.before is None or change.after is None:
        empty = change.record.replaced(**dict.fromkeys(change.record.values))
        made = edits(change.before or empty, change.after or empty)
    return (edit for edit in made if any(_is_about(edit, names) for names in ways))


def _is_about(edit: Edit, names: Sequence[str]) -> bool:
    path = edit.path.split(".")
    inner = names[len(path) :]
    return path[: len(names)] == names or (path == names[: len(path)] and _in(edit.before, inner) != _in(edit.after, inner))


def _in(value: Any, names: Sequence[str]) -> list[Any]:
    """What a value holds below some names, in the entries of a list or in keys of one's own."""
    if isinstance(value, tuple):
        return [one for entry in value for one in _in(entry, names)]
    if not names:
        return [] if value is None else [value]
    found = value.values if isinstance(value, Block) else value
    return _in(found.get(names[0]), names[1:]) if isinstance(found, Mapping) else []


def _moment(files: Mapping[str, bytes], now: Repository, kind: str) -> Repository:
    """The record at one moment, under the configuration of that moment."""
    source = Memory(files)
    try:
        configuration = read_configuration(source)
    except ConfigurationError:
        configuration = now.configuration
    return Repository(configuration, {kind: load(source, configuration).of_kind(kind)})


def _among(moment: Repository, others: Iterable[Record]) -> Repository:
    """The record at one moment among those that it names, as they are now."""
    records = {kind: dict(moment.of_kind(kind)) for kind in KINDS}
    for record in others:
        records[record.KIND].setdefault(record.slug, record)
    return moment.with_records(records)


def _named(record: Record, now: Repository) -> Iterator[Record]:
    refs = chain((ref for _, ref in references(record)), (found.ref for found in body_references(record)))
    for ref in refs:
        named = now.resolve(ref)
        if named is not None and named.ref != record.ref:
            yield named
