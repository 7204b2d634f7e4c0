"""A list: the records of a kind that filters leave, sorted, in columns, in groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import NamedTuple

from traite_cli.asking.column_table import COLUMNS, column_named
from traite_cli.asking.columns import Cell, Cells, Column, Key, key_of
from traite_cli.asking.filtering import Given, Named, asked_with, chosen
from traite_cli.kinds import Commitment, Record
from traite_cli.language import LANGUAGES, Language, Sense, Translator, translator
from traite_cli.repository import Repository, record_taken

_COUNT = "count"


class Order(NamedTuple):
    """How a list is to be laid out: the columns that sort it (``-due``: backwards), those it shows, and those that group it."""

    sort: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    group_by: tuple[str, ...] = ()


class Listing(NamedTuple):
    """The records found, and the columns they are shown in."""

    kind: str
    columns: tuple[Column, ...]
    records: tuple[Record, ...]
    asked: tuple[str, ...] = ()
    """The filters that left them, as they are written: ``--by miprof``."""
    grouped: tuple[Column, ...] = ()
    """The columns by which they are in groups, where they are."""
    by_number: str = ""
    """``count`` or ``-count`` where the groups are sorted by how many they hold."""
    language: Language = LANGUAGES[0]
    """In which words are sorted as they are read."""

    @property
    def parts(self) -> int:
        """How many of them are a part of another of them: ``status`` tells those with the whole."""
        slugs = {record.slug for record in self.records}
        return sum(
            isinstance(record, Commitment) and record.part_of is not None and record.part_of.slug in slugs for record in self.records
        )

    def cut(self, most: int | None) -> Listing:
        """No more of its records than that, the first; all where nothing is said."""
        return self._replace(records=self.records[:most])

    def rows(self, repository: Repository, day: date) -> Iterator[tuple[Cells, ...]]:
        for record in self.records:
            yield tuple(column.value(record, repository, day) for column in self.columns)


class Group(NamedTuple):
    """The records of a list that each of some columns says the same thing of; None where it says nothing."""

    cells: tuple[Cell | None, ...]
    listing: Listing


def listing(
    repository: Repository,
    kind: str,
    given: Given,
    day: date,
    order: Order = Order(),  # noqa: B008  # it does not change
    language: Language = LANGUAGES[0],
    named: Named | None = None,
) -> Listing:
    """The records of a kind that filters leave, in an order. Raises ``UsageError`` for a filter or a column that the kind has not.

    ``named`` finds the record that a filter is given the name of, where somebody is to be told whom it is taken for.
    """
    sense = Sense(day, language)
    find = named or (lambda text, *kinds: record_taken(repository, text, *kinds, sense=sense).record)
    columns = tuple(column_named(kind, name) for name in order.columns) or COLUMNS[kind]
    grouped = tuple(column_named(kind, name) for name in order.group_by)
    by_number = next((name for name in order.sort if grouped and name.removeprefix("-") == _COUNT), "")
    names = [name for name in order.sort if not by_number or name != by_number]
    sort = [(column_named(kind, name.removeprefix("-")), name.startswith("-")) for name in names] or [(COLUMNS[kind][0], False)]
    found = sorted(chosen(repository, kind, given, find, sense), key=lambda record: record.slug)
    t = translator(language)
    for column, backwards in reversed(sort):
        keys = {record.slug: _key(column, record, repository, day, t) for record in found}
        _sort(found, keys, backwards=backwards)
    return Listing(kind, columns, tuple(found), asked_with(given), grouped, by_number, language)


def _key(column: Column, record: Record, repository: Repository, day: date, t: Translator) -> Key:
    cells = (column.order(record),) if column.order is not None else column.value(record, repository, day)
    return key_of(cells, t, by_end=column.by_end)


def _sort(records: list[Record], keys: Mapping[str, Key], *, backwards: bool) -> None:
    records.sort(key=lambda record: keys[record.slug], reverse=backwards)
    # What has no value comes last either way.
    records.sort(key=lambda record: keys[record.slug][0])


def groups(found: Listing, repository: Repository, day: date) -> tuple[Group, ...]:
    """A list in its groups, in the order of what the columns say; a record of which one says several things is in several."""
    if not found.grouped:
        return (Group((), found),)
    members: dict[tuple[Cell | None, ...], list[Record]] = {}
    for record in found.records:
        for cells in product(*(column.value(record, repository, day) or (None,) for column in found.grouped)):
            members.setdefault(cells, []).append(record)
    grouping, t = {column.name for column in found.grouped}, translator(found.language)
    shown = tuple(column for column in found.columns if column.name not in grouping)

    def order(cells: tuple[Cell | None, ...]) -> list[Key]:
        pairs = zip(cells, found.grouped, strict=True)
        return [key_of(() if cell is None else (cell,), t, by_end=column.by_end) for cell, column in pairs]

    ordered = sorted(members.items(), key=lambda pair: order(pair[0]))
    if found.by_number:
        ordered.sort(key=lambda pair: len(pair[1]), reverse=found.by_number.startswith("-"))
    return tuple(Group(cells, found._replace(columns=shown, records=tuple(records))) for cells, records in ordered)
