"""Two records of one person made one: what the second says goes into the first, and all that names the second names the first.

All of it is worked out before anything is written, as for a new name (``naming``). The name of the second is kept as a former one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from traite_cli.checks.codes import of_severity
from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault, Severity
from traite_cli.errors import Refused
from traite_cli.files import Source
from traite_cli.kinds import SINGULAR, Person, Record, read_record
from traite_cli.language import N_
from traite_cli.repository import Repository, references
from traite_cli.syntax import Mapping, Node, Scalar, Sequence, Stretch, removed
from traite_cli.writing.changes import Change, Told
from traite_cli.writing.configured import configured
from traite_cli.writing.file_text import FileText, with_stretches
from traite_cli.writing.joining import cannot, joined
from traite_cli.writing.naming import new_faults, read_as_it_was, renaming_stretches

_SAYS_LITTLE = {"person", "role", "note"}
"""An entry of an attendance list with no more than these says of whom it is no more than the bare name does."""


class Merged(NamedTuple):
    """What is to be written, all or nothing; what is to be told; the errors there would be by it, and what would be noticed besides."""

    changes: tuple[Change, ...]
    told: tuple[Told, ...]
    faults: tuple[Fault, ...]
    noticed: tuple[Fault, ...]


def merged(repository: Repository, source: Source, kept: Person, gone: Person, day: date) -> Merged:
    """A person's record with another's in it, and all that names the other. Raises ``Refused`` where that cannot be."""
    _look_over(repository, kept, gone, day)
    named = renaming_stretches(repository, gone, kept.slug)
    changes: list[Change] = []
    after: list[Record] = []
    told: tuple[Told, ...] = ()
    for one in repository.all():
        if (one.ref not in named and one is not kept) or one is gone:
            continue
        before, file = read_as_it_was(source, one)
        text = with_stretches(file.text, _once_only(repository, one, kept, gone, named.get(one.ref, ())))
        if one is kept:
            text, told = joined(kept, text, gone, _body(source, gone, named.get(gone.ref, ())))
        data = FileText(file.mark, text).data
        after.append(read_record(one.KIND, one.slug, one.path, data))
        changes.append(Change(one.path, before, data))
    changes.append(Change(gone.path, read_as_it_was(source, gone)[0], None))
    toml = configured(repository, source, gone, kept.slug)
    then = _without(repository, gone).replacing(after)
    paths = {*(one.path for one in after), *(mention.record.path for mention in repository.referrers(kept))}
    errors = new_faults(repository, then, paths, day)
    return Merged(
        (*changes, *toml.changes), (*told, *toml.told), errors, () if errors else new_faults(repository, then, paths, day, Severity.WARNING)
    )


def _look_over(repository: Repository, kept: Person, gone: Person, day: date) -> None:
    if kept is gone:
        raise Refused(
            N_("{ref} is one record already: nothing is to be merged"),
            hint=N_("name the two records of the same person: the one that stays, then the one that goes into it"),
            ref=kept.ref,
        )
    for one in (kept, gone):
        if one.doubtful or any(faults_of(repository.focused({one.path}), day, of_severity(Severity.ERROR))):
            raise cannot(one.path)


def _without(repository: Repository, gone: Person) -> Repository:
    kinds = {kind: dict(repository.of_kind(kind)) for kind in SINGULAR}
    del kinds[gone.KIND][gone.slug]
    return repository.with_records(kinds)


def _body(source: Source, gone: Person, stretches: Iterable[Stretch]) -> str:
    """The body of the record that goes, with its own name in it as all others have it."""
    _, file = read_as_it_was(source, gone)
    start = gone.document.body_start
    return with_stretches(file.text[start:], sorted((begin - start, end - start, new) for begin, end, new in stretches if begin >= start))


def _once_only(repository: Repository, one: Record, kept: Person, gone: Person, stretches: Iterable[Stretch]) -> list[Stretch]:
    """The new names, and the bare values taken out that would stand in a list a second time."""
    doubles = tuple(_doubles(repository, one, kept, gone))
    left = [stretch for stretch in stretches if not any(begin <= stretch[0] and stretch[1] <= end for begin, end, _ in doubles)]
    return sorted([*left, *doubles])


def _doubles(repository: Repository, one: Record, kept: Person, gone: Person) -> Iterator[Stretch]:
    places: dict[str, set[int]] = {kept.ref: set(), gone.ref: set()}
    for _, ref in references(one):
        found = repository.resolve(ref)
        if found is kept or found is gone:
            places[found.ref].add(ref.place[0])
    if not all(places.values()) or one.document.header is None:
        return
    for items in _lists(one.document.header):
        ours, theirs = ([index for index, item in enumerate(items.items) if _names(item, places[ref])] for ref in (kept.ref, gone.ref))
        if len(ours) == len(theirs) == 1:
            yield from removed(one.document, items, theirs[0]) or removed(one.document, items, ours[0])


def _names(item: Node, places: set[int]) -> bool:
    """Whether an entry names a person and says no more of whom it stands for."""
    if isinstance(item, Scalar):
        return item.start in places
    if not isinstance(item, Mapping) or not {entry.key.text for entry in item.entries} <= _SAYS_LITTLE:
        return False
    return any(entry.value.start in places for entry in item.entries if entry.key.text == "person")


def _lists(header: Mapping) -> Iterator[Sequence]:
    waiting: list[Node] = [header]
    while waiting:
        match waiting.pop():
            case Sequence() as found:
                yield found
                waiting += found.items
            case Mapping() as found:
                waiting += (entry.value for entry in found.entries)
