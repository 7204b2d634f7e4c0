"""Operations run beside their floors, in one repository after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench import HOME, Bench
from bounds import at_size, exponent
from floors import Pages, floors
from operations import Operation
from pairing import Run, rounds

_SMALLER = "smaller"


@dataclass(frozen=True, slots=True)
class Measured:
    """An operation, the repository in which it ran, and the runs of all programs that took turns."""

    operation: Operation
    records: str
    size: int
    before: int
    """The size of the smaller repository in which it ran too; 0 where it did not."""
    runs: Mapping[str, Sequence[Run]]

    @property
    def own(self) -> Sequence[Run]:
        """Its own runs."""
        return self.runs[self.operation.name]

    @property
    def ratio(self) -> float:
        """How long it took, in what its bound counts."""
        times = self._times()
        return self.operation.bound(self.size).ratio(times[self.operation.name], times)

    @property
    def memory(self) -> float:
        """MiB of the largest process of all runs."""
        return max(one.memory for one in self.own)

    @property
    def growth(self) -> float:
        """The exponent with which its time grows from the smaller repository to this one."""
        times = self._times()
        return exponent(times[_SMALLER], times[self.operation.name], self.size / self.before)

    def _times(self) -> dict[str, list[float]]:
        return {name: [one.seconds for one in runs] for name, runs in self.runs.items()}


def measured_once(bench: Bench, wanted: Sequence[Operation], pages: Pages) -> Iterator[Measured]:
    """What reads no records, and what our own records are enough for."""
    own = sum(1 for _ in (HOME / "records").glob("*/*.md"))
    for operation in wanted:
        if not operation.sized:
            yield _measure(operation, bench, pages, 0, 0, "")
        elif operation.anywhere:
            yield _measure(operation, bench, pages, 0, 0, f"{own} (our own)")


def measured(bench: Bench, wanted: Sequence[Operation], pages: Pages, size: int, before: int) -> Iterator[Measured]:
    """What reads records, in a repository of so many; what has a mark for its growth, in the one of the size before as well."""
    for operation in wanted:
        if operation.sized:
            smaller = before if at_size(operation.growth, size) else 0
            yield _measure(operation, bench, pages, size, smaller, f"{size:,}")


def _measure(operation: Operation, bench: Bench, pages: Pages, size: int, smaller: int, records: str) -> Measured:
    folder = bench.repository(size) if size else HOME
    below = {**floors(folder, pages), **operation.others(folder)}
    programs = [operation.program(folder), *(below[name] for name in operation.bound(size).weights)]
    if smaller:
        programs.append(operation.program(bench.repository(smaller), _SMALLER))
    found = Measured(operation, records, size, smaller, rounds(programs, bench.environment, bench.turns(size)))
    print(f"{operation.name} {records}: {found.ratio:.2f} {operation.bound(size).unit}", file=sys.stderr, flush=True)
    return found
