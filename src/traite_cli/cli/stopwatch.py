"""How long each part of a command's work took: a table on standard error for whoever asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from traite_cli.cli.tables import lines
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call


class Stopwatch:
    """Measures parts by name, in the order in which they begin."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Add the time of what is done meanwhile to that of the name."""
        begun = perf_counter()
        try:
            yield
        finally:
            self.times[name] = self.times.get(name, 0.0) + perf_counter() - begun

    def tell(self, call: Call) -> None:
        """Say the times, and all of them together."""
        rows = [*self.times.items(), (call.t(N_("together")), sum(self.times.values()))]
        cells = [(name, f"{seconds * 1000:.1f}") for name, seconds in rows]
        for line in lines((call.t(N_("Part")), call.t(N_("Milliseconds"))), cells, right={1}):
            call.console.complain(*line)
