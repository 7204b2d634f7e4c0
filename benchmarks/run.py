"""Measure traite beside its floors, and write the tables of ``docs/performance.md``.

    python benchmarks/run.py [--only WORDS] [--sizes 1000,10000] [--rounds 5]

It takes some minutes, wants a machine that does nothing else, and is no test: what it finds is read, not asserted.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from statistics import median

from floors import MEANINGS, Pages, floors, pages_of
from generate import generate
from operations import Operation, operations
from pairing import Program, Run, milliseconds, ratio, rounds, run
from profiling import shares
from states import index_size, nothing_known
from timing import timing

_HOME = Path(__file__).resolve().parent.parent
_DOCUMENT = _HOME / "docs" / "performance.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_GROWTH_MARK = 1.1
_TOLD = 12
_DEAREST = 3
_INDEX_MARK = 2


@dataclass(frozen=True, slots=True)
class Bench:
    """Where everything is made, and how often it is run."""

    folder: Path
    environment: dict[str, str]
    rounds: int

    def repository(self, size: int) -> Path:
        """A generated repository, committed to git as a collective's own is."""
        folder = self.folder / str(size)
        if not folder.exists():
            generate(size, folder)
            for words in (
                ["init", "--quiet"],
                ["add", "."],
                ["-c", "user.name=b", "-c", "user.email=b@b.org", "commit", "--quiet", "-m", "all"],
            ):
                subprocess.run(["git", *words], cwd=folder, check=True, env=self.environment)
        return folder


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    operation: Operation
    records: str
    size: int
    ratio: float
    runs: Sequence[Run]

    def row(self) -> tuple[str, ...]:
        """As cells."""
        records = self.records if self.operation.sized else ""
        mark = self.operation.mark(self.size)
        met = "" if mark is None else "yes" if self.ratio <= mark else "**no**"
        times = f"{milliseconds(self.runs):.0f}"
        floor = " + ".join(self.operation.floors)
        memory = f"{max(one.memory for one in self.runs):.0f}"
        return (f"`{self.operation.name}`", records, times, f"{self.ratio:.2f} {floor}", self.operation.bound(self.size), met, memory)


def main() -> None:
    """Measure what is asked for and write it down."""
    asked = _arguments()
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="traite-bench-") as name:
        bench = Bench(Path(name), _environment(Path(name)), asked.rounds)
        wanted = [one for one in operations(bench.folder) if not asked.only or any(word in one.name for word in asked.only.split(","))]
        text = "\n".join(_report(bench, wanted, sizes))
    print(text)
    if not asked.only:
        _write(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="operations with one of these words in their names; nothing is written down")
    parser.add_argument("--sizes", default="1000,10000", help="numbers of records, separated by commas")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run")
    return parser.parse_args()


def _environment(folder: Path) -> dict[str, str]:
    """The caller's, in French, with modules compiled once and kept: as traite is when it is installed."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped and not name.startswith("TRAITE_")}
    ours = {"PYTHONPATH": str(_HOME / "src"), "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "TRAITE_LANG": "fr", "NO_COLOR": "1"}
    return {**kept, **ours, "GIT_CONFIG_GLOBAL": os.devnull}


def _report(bench: Bench, wanted: Sequence[Operation], sizes: Sequence[int]) -> Iterator[str]:
    pages = _pages(bench)
    yield _machine(bench)
    yield from ("", "### Floors", "")
    yield from _table(("", "what", *(f"{size:,}" for size in sizes)), _floors(bench, pages, sizes))
    yield from ("", "### Operations", "")
    heads = ("operation", "records", "ms", "ratio", "mark", "met", "MiB")
    yield from _table(heads, [one.row() for one in _measured(bench, wanted, pages, sizes)])
    if any(one.name.startswith("validate") for one in wanted):
        yield from ("", *_growth(bench, sizes))
        yield from ("", *_checks(bench, sizes))
        yield from ("", *_indexes(bench, sizes))
        yield from ("", f"### Where the time of `validate` goes, {sizes[-1]:,} records", "")
        yield from _table(("part", "share"), _profile(bench, ("validate",), sizes[-1]))
    if any(one.name.startswith("render") for one in wanted):
        yield from ("", f"### Where the time of `render --to html` goes, {sizes[0]:,} records", "")
        yield from _table(
            ("part", "share"), _profile(bench, ("render", "--to", "html", "--output", str(bench.folder / "x.html")), sizes[0])
        )


def _pages(bench: Bench) -> Pages:
    """The edition of a thousand records: the same pages, whatever the number."""
    edition = bench.folder / "edition.md"
    words = ("render", "--to", "md", "--output", str(edition))
    run(Program("edition", (sys.executable, "-m", "traite_cli", *words), bench.repository(1000)), bench.environment)
    return pages_of(edition, bench.folder)


def _floors(bench: Bench, pages: Pages, sizes: Sequence[int]) -> Iterator[tuple[str, ...]]:
    found = [rounds(list(floors(bench.repository(size), pages).values()), bench.environment, bench.rounds) for size in sizes]
    for letter, meaning in MEANINGS.items():
        yield (letter, meaning, *(f"{milliseconds(one[letter]):.0f} ms" for one in found))


def _measured(bench: Bench, wanted: Sequence[Operation], pages: Pages, sizes: Sequence[int]) -> Iterator[Measured]:
    once = [one for one in wanted if not one.sized]
    yield from _in(_HOME, "", 0, once, bench, pages)
    sized = [one for one in wanted if one.sized]
    yield from _in(_HOME, f"{_own()} (our own)", _own(), [one for one in sized if one.anywhere], bench, pages)
    for size in sizes:
        yield from _in(bench.repository(size), f"{size:,}", size, sized, bench, pages)


def _own() -> int:
    """How many records this repository itself holds."""
    return sum(1 for _ in (_HOME / "records").glob("*/*.md"))


def _in(folder: Path, records: str, size: int, wanted: Sequence[Operation], bench: Bench, pages: Pages) -> Iterator[Measured]:
    """Some operations in one repository, each side by side with its floors."""
    below = floors(folder, pages)
    for operation in wanted:
        programs = [operation.program(folder), *(below[letter] for letter in operation.floors)]
        runs = rounds(programs, bench.environment, bench.rounds)
        found = ratio(runs[operation.name], [runs[letter] for letter in operation.floors])
        print(f"{operation.name} {records}: {found:.2f}", file=sys.stderr)
        yield Measured(operation, records, size, found, runs[operation.name])


def _growth(bench: Bench, sizes: Sequence[int]) -> Iterator[str]:
    """How the time of ``validate`` grows with the number of records, from one size to the next."""
    validate = next(one for one in operations(bench.folder) if one.name.startswith("validate"))
    for small, large in pairwise(sizes):
        programs = [
            Program(str(size), validate.program(bench.repository(size)).words, bench.repository(size), before=nothing_known)
            for size in (small, large)
        ]
        runs = rounds(programs, bench.environment, bench.rounds)
        times = median(b.seconds / a.seconds for a, b in zip(runs[str(small)], runs[str(large)], strict=True))
        exponent = math.log(times) / math.log(large / small)
        met = "met" if exponent <= _GROWTH_MARK else "**not met**"
        yield f"`validate` grows from {small:,} to {large:,} records with the exponent {exponent:.2f} (mark: ≤ {_GROWTH_MARK}): {met}."


def _checks(bench: Bench, sizes: Sequence[int]) -> Iterator[str]:
    """What the checks cost beside the reading, and which of them most."""
    for size in sizes:
        found = timing(bench.repository(size), bench.environment, bench.rounds)
        dearest = sorted(found.checks, key=lambda name: -found.checks[name])[:_DEAREST]
        met = "met" if found.share <= 1 else "**not met**"
        named = ", ".join(f"`{name}` {found.checks[name] / found.reading:.0%}" for name in dearest)
        yield f"With {size:,} records all checks together take {found.share:.0%} of the reading (mark: ≤ 100%): {met}; most {named}."


def _indexes(bench: Bench, sizes: Sequence[int]) -> Iterator[str]:
    """How large the index is."""
    for size in sizes:
        found = index_size(bench.repository(size))
        met = "met" if found <= _INDEX_MARK else "**not met**"
        yield f"With {size:,} records the index is {found:.1f} times as large as they are (mark: ≤ {_INDEX_MARK}): {met}."


def _profile(bench: Bench, words: tuple[str, ...], size: int) -> list[tuple[str, str]]:
    found = shares(words, bench.repository(size), bench.environment, bench.folder / "profile")
    return [(f"`{place}`", f"{share:.0%}") for place, share in found[:_TOLD]]


def _machine(bench: Bench) -> str:
    """What it was measured on."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("typer", "pyyaml", "jinja2", "markdown-it-py", "typst"))
    today = datetime.now(UTC).date()
    return (
        f"Measured on {today}: {platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, {libraries}; {bench.rounds} rounds."
    )


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]] | Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _write(text: str) -> None:
    """Put the tables where the last ones stood; what is written around them stays."""
    document = _DOCUMENT.read_text(encoding="utf-8")
    before, after = document.partition(_BEGIN)[0], document.partition(_END)[2]
    _DOCUMENT.write_text(f"{before}{_BEGIN}\n\n{text}\n\n{_END}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
