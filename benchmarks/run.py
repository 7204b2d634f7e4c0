"""Measure traite beside its floors, and write the tables of ``docs/performance.md``.

    python benchmarks/run.py [--only WORDS] [--sizes 1000,10000,100000] [--rounds 5]

It takes half an hour, wants a machine that does nothing else, and is no test: what it finds is read, not asserted.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from bench import Bench, environment
from operations import operations
from page import write
from report import machine, report


def main() -> None:
    """Measure what is asked for and write it down."""
    asked = _arguments()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="traite-bench-") as name:
        bench = Bench(Path(name), environment(Path(name)), asked.rounds)
        wanted = [one for one in operations(bench.folder) if not asked.only or any(word in one.name for word in asked.only.split(","))]
        sizes = sorted(int(size) for size in asked.sizes.split(",")) if any(one.sized for one in wanted) else []
        lines = list(report(bench, wanted, sizes))
        text = "\n".join((machine(bench, sizes, time.monotonic() - start), *lines))
    print(text)
    if not asked.only:
        write(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="operations with one of these words in their names; nothing is written down")
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of records, separated by commas")
    parser.add_argument("--rounds", type=int, default=5, help="how many turns count; at most three with a hundred thousand records")
    return parser.parse_args()


if __name__ == "__main__":
    main()
