"""What a run finds, section by section: floors, operations, growth and room, what the checks cost, where the time goes."""

from __future__ import annotations

import os
import platform
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise

from bench import MANY, Bench
from floors import MEANINGS, Pages, floors, pages_of
from measuring import Measured, measured, measured_once
from operations import Operation
from page import growth_row, index_row, operation_row, table
from pairing import Program, Run, milliseconds, rounds, run
from profiling import shares
from states import index_size, nothing_known
from timing import timing

_INDEX_MARK = 2
_DEAREST = 3
_LARGEST_PROFILE = 10_000
_TOLD = 12


def machine(bench: Bench, sizes: Sequence[int], seconds: float) -> str:
    """What it was measured on, how often each was run, and how long that took."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("typer", "pyyaml", "jinja2", "markdown-it-py", "typst"))
    fewer = [f"; {bench.turns(size)} with {size:,} records" for size in sizes if bench.turns(size) != bench.rounds]
    return (
        f"Measured on {datetime.now(UTC).date()}: {platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, {libraries}. "
        f"Turns that count: {bench.rounds}{''.join(fewer)}. All of it took {seconds / 60:.0f} minutes."
    )


def report(bench: Bench, wanted: Sequence[Operation], sizes: Sequence[int]) -> Iterator[str]:
    """The tables, line by line, from the smallest repository to the largest."""
    pages = _pages(bench)
    found, indexes = list(measured_once(bench, wanted, pages)), []
    for before, size in pairwise((0, *sizes)):
        found += measured(bench, wanted, pages, size, before)
        indexes.append(index_row(size, index_size(bench.repository(size)), _INDEX_MARK))
    yield from ("", "### Floors", "")
    yield from table(("", "what", *(f"{size:,}" for size in sizes)), _floors(bench, pages, sizes, found))
    yield from ("", "### Operations", "")
    yield from table(("operation", "records", "ms", "ratio", "mark", "met", "MiB", "mark", "met"), map(operation_row, found))
    yield from ("", "### Growth and room", "")
    yield from table(("what", "records", "measured", "mark", "met"), (*map(growth_row, _grown(found)), *indexes))
    if any(one.name.startswith("validate") for one in wanted):
        yield from ("", *_checks(bench, sizes))
        size = max(size for size in sizes if size <= max(sizes[0], _LARGEST_PROFILE))
        yield from _profile(bench, ("validate",), size, cold=True)
    if any(one.name.startswith("render") for one in wanted):
        yield from _profile(bench, ("render", "--to", "html", "--output", str(bench.folder / "{number}.html")), sizes[0], cold=False)


def _pages(bench: Bench) -> Pages:
    """The edition of a thousand records: the same pages, whatever the number."""
    edition = bench.folder / "edition.md"
    words = ("render", "--to", "md", "--output", str(edition))
    run(Program("edition", (sys.executable, "-m", "traite_cli", *words), bench.repository(1000)), bench.environment)
    return pages_of(edition, bench.folder)


def _floors(bench: Bench, pages: Pages, sizes: Sequence[int], found: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """The floors, from the turns that they took beside operations; what was needed by none runs by itself."""
    runs = {size: _beside(one for one in found if one.size == size) for size in sizes}
    for size in sizes:
        missing = [program for letter, program in floors(bench.repository(size), pages).items() if letter not in runs[size]]
        runs[size].update(rounds(missing, bench.environment, bench.turns(size)))
    for letter, meaning in MEANINGS.items():
        yield (letter, meaning, *(f"{milliseconds(runs[size][letter]):.0f} ms" for size in sizes))


def _beside(found: Iterable[Measured]) -> dict[str, list[Run]]:
    """The runs of all that ran beside some operations, by name."""
    together: dict[str, list[Run]] = defaultdict(list)
    for one in found:
        for name, runs in one.runs.items():
            together[name] += runs
    return together


def _grown(found: Sequence[Measured]) -> list[Measured]:
    """The operations that ran in a smaller repository as well, each from size to size."""
    return sorted((one for one in found if one.before), key=lambda one: one.operation.name)


def _checks(bench: Bench, sizes: Sequence[int]) -> Iterator[str]:
    """What the checks cost beside the reading, and which of them most; once where a run takes a minute."""
    for size in sizes:
        found = timing(bench.repository(size), bench.environment, 1 if size >= MANY else bench.rounds)
        dearest = sorted(found.checks, key=lambda name: -found.checks[name])[:_DEAREST]
        met = "met" if found.share <= 1 else "**not met**"
        named = ", ".join(f"`{name}` {found.checks[name] / found.reading:.0%}" for name in dearest)
        yield f"With {size:,} records all checks together take {found.share:.0%} of the reading (mark: ≤ 100%): {met}; most {named}."


def _profile(bench: Bench, words: tuple[str, ...], size: int, *, cold: bool) -> Iterator[str]:
    """Where the time of a command goes, when nothing is known, or when all is and it runs with another ``{number}``."""
    folder, output = bench.repository(size), bench.folder / "profile"
    first, again = (tuple(word.replace("{number}", number) for word in words) for number in ("0", "1"))
    if cold:
        nothing_known(folder)
    else:
        shares(first, folder, bench.environment, output)
    found = shares(again, folder, bench.environment, output)
    yield from ("", f"### Where the time of `{' '.join(words[:3])}` goes, {size:,} records, {'nothing known' if cold else 'all known'}", "")
    yield from table(("part", "share"), [(f"`{place}`", f"{share:.0%}") for place, share in found[:_TOLD]])
