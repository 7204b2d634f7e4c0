"""The records of a kind as they are seen from a day or by a circle, each looked at when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView

from traite_cli.kinds import Record

See = Callable[[Record], Record | None]
"""What is seen of a record; None where that is nothing."""


class Seen(Mapping[str, Record]):
    """What is seen of ``records``, by slug, in their order."""

    def __init__(self, records: Mapping[str, Record], see: See) -> None:
        self._records = records
        self._see = see
        self._looked_at: dict[str, Record | None] = {}
        self._whole: dict[str, Record] | None = None

    def __getitem__(self, slug: str) -> Record:
        record = self._looked_at[slug] if slug in self._looked_at else self._look_at(slug, self._records[slug])
        if record is None:
            raise KeyError(slug)
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def values(self) -> ValuesView[Record]:
        return self._all().values()

    def items(self) -> ItemsView[str, Record]:
        return self._all().items()

    def _look_at(self, slug: str, record: Record) -> Record | None:
        self._looked_at[slug] = seen = self._see(record)
        return seen

    def _all(self) -> dict[str, Record]:
        if self._whole is None:
            looked_at = self._looked_at
            found = ((slug, looked_at[slug] if slug in looked_at else self._look_at(slug, one)) for slug, one in self._records.items())
            self._whole = {slug: record for slug, record in found if record is not None}
        return self._whole

    @property
    def known(self) -> list[Record]:
        """What was seen until now."""
        return [record for record in self._looked_at.values() if record is not None]
