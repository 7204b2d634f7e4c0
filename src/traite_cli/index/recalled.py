"""The records of a kind, each taken from the database when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView

from traite_cli.kinds import Record

_ONE_OF = 8
"""To recall one costs as much as to recall some of many in one go."""


class Recalled(Mapping[str, Record]):
    """Records by slug; ``one`` recalls the record of a slug, ``all_`` those that are not here yet."""

    def __init__(self, slugs: Mapping[str, Record | None], one: Callable[[str], Record], all_: Callable[[], Mapping[str, Record]]) -> None:
        self._records = dict(slugs)
        self._one = one
        self._alone = 0
        """How many were recalled one by one."""
        self._all: Callable[[], Mapping[str, Record]] | None = all_

    def __getitem__(self, slug: str) -> Record:
        record = self._records[slug]
        if record is not None:
            return record
        self._alone += 1
        if self._alone > len(self._records) // _ONE_OF:
            return self._whole()[slug]
        record = self._records[slug] = self._one(slug)
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, slug: object) -> bool:
        return slug in self._records

    def values(self) -> ValuesView[Record]:
        return self._whole().values()

    def items(self) -> ItemsView[str, Record]:
        return self._whole().items()

    def _whole(self) -> Mapping[str, Record]:
        """All of them, in one go."""
        if self._all is not None:
            recalled, self._all = self._all(), None
            for slug, record in self._records.items():
                if record is None:
                    self._records[slug] = recalled.get(slug) or self._one(slug)
        return self._records  # type: ignore[return-value]  # none is missing any more
