"""The records of a kind, each taken from the database when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property

from traite_cli.index.known import Row
from traite_cli.index.looked_up import how_many
from traite_cli.kinds import Record

_FEW = 64
_ONE_OF = 2
"""To recall one costs nearly twice as much as to recall one of many in one go."""


class Recalled(Mapping[str, Record]):
    """Records by slug: those that ``rows`` has, in its order.

    ``known`` are there already; ``one`` recalls the record of a slug, ``all_`` those that are not here yet.
    """

    def __init__(
        self,
        rows: Mapping[str, Row],
        known: Mapping[str, Record],
        one: Callable[[str], Record],
        all_: Callable[[], Mapping[str, Record]],
    ) -> None:
        self._rows = rows
        self._records = dict(known)
        self._one = one
        self._alone = 0
        """How many were recalled one by one."""
        self._all: Callable[[], Mapping[str, Record]] | None = all_

    def __getitem__(self, slug: str) -> Record:
        record = self._records.get(slug)
        if record is not None:
            return record
        if slug not in self._rows:
            raise KeyError(slug)
        self._alone += 1
        if self._alone > _FEW and self._alone > self._number // _ONE_OF:
            return self._whole()[slug]
        record = self._records[slug] = self._one(slug)
        return record

    @cached_property
    def _number(self) -> int:
        return how_many(self._rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, slug: object) -> bool:
        return slug in self._rows

    def values(self) -> ValuesView[Record]:
        return self._whole().values()

    def items(self) -> ItemsView[str, Record]:
        return self._whole().items()

    def _whole(self) -> Mapping[str, Record]:
        """All of them, in one go."""
        if self._all is not None:
            recalled, self._all = self._all(), None
            before = self._records
            self._records = {slug: before.get(slug) or recalled.get(slug) or self._one(slug) for slug in self._rows}
        return self._records
