"""Records of which it is known afterwards what somebody has asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView

from traite_cli.kinds import KINDS, Record
from traite_cli.repository import Repository


class Watched(Mapping[str, Record]):
    """The records of a kind, by slug."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records = records
        self.asked: set[object] = set()
        """The slugs that somebody has asked for, be they there or not."""
        self.is_asked_for_all = False
        """Whether somebody has asked for all of them, for their slugs or for their number."""

    def __getitem__(self, slug: str) -> Record:
        self.asked.add(slug)
        return self._records[slug]

    def __contains__(self, slug: object) -> bool:
        self.asked.add(slug)
        return slug in self._records

    def __iter__(self) -> Iterator[str]:
        self.is_asked_for_all = True
        return iter(self._records)

    def __len__(self) -> int:
        self.is_asked_for_all = True
        return len(self._records)

    def values(self) -> ValuesView[Record]:
        self.is_asked_for_all = True
        return self._records.values()

    def items(self) -> ItemsView[str, Record]:
        self.is_asked_for_all = True
        return self._records.items()


def watched(repository: Repository) -> Repository:
    """The same repository, watched."""
    return repository.with_records({kind: Watched(repository.of_kind(kind)) for kind in KINDS})
