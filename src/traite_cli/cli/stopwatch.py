"""How long each part of a command's work took: a table on standard error for whoever asked for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from traite_cli.cli.tables import lines
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call


class Stopwatch:
    """Measures parts by name, in the order in which they begin."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.times: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Add the time of what is done meanwhile to that of the name."""
        begun = self._clock()
        try:
            yield
        finally:
            self.times[name] = self.times.get(name, 0.0) + self._clock() - begun

    def tell(self, call: Call) -> None:
        """Say the times, and all of them together."""
        rows = [*self.times.items(), (call.t(N_("together")), sum(self.times.values()))]
        cells = [(name, f"{seconds * 1000:.1f}") for name, seconds in rows]
        for line in lines((call.t(N_("Part")), call.t(N_("Milliseconds"))), cells, right={1}):
            call.console.complain(*line)
