"""A record that is called by its name where the name of its file was expected: « Raphaël Sodini » for ``raphael-sodini``.

Reading a file cannot know whom the name belongs to; with all records at hand it is certain, where one alone bears it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from traite_cli.diagnostics import Edit, Fault
from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language import fold
from traite_cli.repository import Repository, slug_of


class Called:
    """Who is called what in a repository."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def mended(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """The faults, of which those have an edit that only want the name of the one record they call by its own."""
        return tuple(self._mended(fault) if fault.check == _CHECK and fault.variant == _REFERENCE else fault for fault in faults)

    def _mended(self, fault: Fault) -> Fault:
        value, kinds = str(fault.facts["value"]), fault.facts["kinds"]
        slug = self._repository_slug(value, kinds if isinstance(kinds, tuple) else ())
        written = fault.source[fault.span.column - 1 : fault.span.end_column - 1]
        is_whole = written.strip("\"'") == value
        return fault._replace(edits=(Edit(fault.span, slug),)) if slug and is_whole else fault

    def _repository_slug(self, value: str, kinds: Iterable[object]) -> str:
        """The slug of the one record of these kinds that bears a name, or whose slug it is but for capitals and accents."""
        bearers = {record.ref: record for kind in kinds for record in self._bearers.get((str(kind), fold(value)), ())}
        for kind in kinds:
            record = self._repository.of_kind(str(kind)).get(slug_of(value))
            if record is not None:
                bearers[record.ref] = record
        return next(iter(bearers.values())).slug if len(bearers) == 1 else ""

    @cached_property
    def _bearers(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        found: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self._repository.all():
            for name in {fold(name) for name in _names(record)}:
                found[record.KIND, name].append(record)
        return {key: tuple(records) for key, records in found.items()}


def _names(record: Record) -> Iterable[str]:
    yield record.label
    if isinstance(record, Person | Organisation):
        yield from record.other_names
    if isinstance(record, Organisation) and record.acronym:
        yield record.acronym


_CHECK, _REFERENCE = "not-a-slug", "reference"
