"""The records of a kind, each taken from the database when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView

from traite_cli.kinds import Record

Recall = Callable[[], Mapping[str, Record]]


class Recalled(Mapping[str, Record]):
    """Records by slug; ``one`` recalls the record of a slug, ``all_`` those that are not here yet."""

    def __init__(self, slugs: Mapping[str, Record | None], one: Callable[[str], Record], all_: Callable[[], Mapping[str, Record]]) -> None:
        self._records = dict(slugs)
        self._one = one
        self._all: Callable[[], Mapping[str, Record]] | None = all_

    def __getitem__(self, slug: str) -> Record:
        record = self._records[slug]
        if record is None:
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
