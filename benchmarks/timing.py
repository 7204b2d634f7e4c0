"""What the checks cost beside the reading, as ``traite validate --timings`` tells it of itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from states import nothing_known

_ON_ONE = """
import os
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
from traite_cli.__main__ import run
run()
"""
_ROW = re.compile(r"^(?P<part>\S+) +(?P<time>\d+\.\d)$", re.MULTILINE)


class Timing(NamedTuple):
    """Milliseconds of reading and of each check, medians of some runs."""

    reading: float
    checks: dict[str, float]

    @property
    def share(self) -> float:
        """How long all checks take, reading being 1."""
        return sum(self.checks.values()) / self.reading


def timing(folder: Path, environment: Mapping[str, str], number: int) -> Timing:
    """Check a repository that often."""
    runs = [_once(folder, environment) for _ in range(number)]
    times = {part: median(run[part] for run in runs) for part in runs[0]}
    reading, *checks = times
    return Timing(times[reading], {part: times[part] for part in checks})


def _once(folder: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """The rows of the table but for the last, which is their sum.

    All of it on one processor: checks are timed in one process, and reading is shared by two where it may be.
    """
    nothing_known(folder)
    done = subprocess.run(
        [sys.executable, "-c", _ON_ONE, "validate", "--timings"],
        cwd=folder, env=dict(environment), check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    rows = [(row["part"], float(row["time"])) for row in _ROW.finditer(done.stderr)]
    return dict(rows[:-1])
