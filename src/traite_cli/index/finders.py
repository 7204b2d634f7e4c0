"""Who finds records by their words: FTS5 where this Python's SQLite has it, else a reading of everything, which takes longer."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from traite_cli.index import full_text
from traite_cli.index.full_text import Ranked
from traite_cli.index.layout import is_text
from traite_cli.index.matching import Token, places, tokens
from traite_cli.index.numbers import number_all
from traite_cli.index.pieces import Weight, pieces_of
from traite_cli.index.search_terms import Term
from traite_cli.repository import Repository, dated


class FullText:
    """Finds by an index, that of a connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def of(cls, repository: Repository) -> FullText:
        """Finds by an index in memory."""
        connection = sqlite3.connect(":memory:")
        full_text.create(connection)
        number_all(connection, (record.ref for record in repository.all()))
        full_text.add(connection, repository, repository.all())
        return cls(connection)

    def ranked(self, wanted: Iterable[Term]) -> Iterator[Ranked]:
        return full_text.ranked(self.connection, wanted)

    def vocabulary(self) -> Mapping[str, int]:
        return full_text.vocabulary(self.connection)


class Reading:
    """Finds by reading every record; how often words stand in it does not count."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    @cached_property
    def _read(self) -> Mapping[str, list[list[Token]]]:
        """The words of each record, those of names, of fields and of the text apart."""
        read: dict[str, list[list[Token]]] = {}
        for record in self.repository.all():
            said = read.setdefault(record.ref, [[], [], []])
            for piece in pieces_of(record):
                said[piece.weight] += tokens(piece.text)
        return read

    @cached_property
    def _days(self) -> Mapping[str, tuple[str, str]]:
        dates = ((record.ref, dated(self.repository, record)) for record in self.repository.all())
        return {ref: (when.first.isoformat(), when.last.isoformat()) if when is not None else ("", "") for ref, when in dates}

    def ranked(self, wanted: Iterable[Term]) -> Iterator[Ranked]:
        wanted = tuple(wanted)
        for ref, said in self._read.items():
            for weight in Weight:
                looked_at = said[: weight + 1]
                if all(any(next(places(term, found), None) for found in looked_at) for term in wanted):
                    yield Ranked(ref, weight, 0.0, *self._days[ref])
                    break

    def vocabulary(self) -> Mapping[str, int]:
        return Counter(word for said in self._read.values() for word in {token.word for found in said for token in found})


Finder = FullText | Reading


def finder(repository: Repository) -> Finder:
    """Who finds in a repository: the quickest there is; FTS5 takes no record whose name is no text."""
    is_quick = full_text.is_available() and is_text("".join(record.slug for record in repository.all()))
    return FullText.of(repository) if is_quick else Reading(repository)
