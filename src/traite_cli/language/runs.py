"""Runs of words: five in a row that stand in two texts were taken from one into the other, or from where both have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

RUN = 5
Run = tuple[str, ...]


def runs(found: Sequence[str]) -> Iterator[Run]:
    """The runs of some folded words, in their order."""
    return zip(*(found[start:] for start in range(RUN)), strict=False)


def sum_of(run: Run) -> int:
    """What a run is known by where there is little room: two runs may have the same, and a run never has two."""
    return crc32(" ".join(run).encode("utf-8", "surrogatepass"))
