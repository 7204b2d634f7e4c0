"""Whole processes timed side by side: A B C A B C …, so that a machine that slows down or speeds up changes all alike.

Only ratios within a round count; what is reported is their median.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Program:
    """What is run: its name in the table, its words, the folder it runs in; ``before`` is done before each run, and not measured."""

    name: str
    words: tuple[str, ...]
    folder: Path
    variables: tuple[tuple[str, str], ...] = ()
    before: Callable[[Path], None] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, seconds of processor, MiB of its largest process (0 where the system does not say)."""

    seconds: float
    processor: float
    memory: float


class Failed(Exception):  # nobody catches it: a benchmark of what fails is none
    """A program that ended with something else than 0."""


def run(program: Program, environment: Mapping[str, str]) -> Run:
    """Run a program once, its output thrown away."""
    if program.before is not None:
        program.before(program.folder)
    variables = {**environment, **dict(program.variables)}
    start = time.perf_counter()
    child = subprocess.Popen(
        program.words, cwd=program.folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if not hasattr(os, "wait4"):
        code, processor, memory = child.wait(), 0.0, 0.0
    else:
        _, status, used = os.wait4(child.pid, 0)
        code = child.returncode = os.waitstatus_to_exitcode(status)
        processor, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    seconds = time.perf_counter() - start
    if code:
        message = f"{' '.join(program.words)} ended with {code}"
        raise Failed(message)
    return Run(seconds, processor, memory)


def rounds(programs: Sequence[Program], environment: Mapping[str, str], number: int) -> dict[str, list[Run]]:
    """Every program once a round, after one round that nobody counts (files come into the cache, modules are compiled)."""
    runs: dict[str, list[Run]] = {program.name: [] for program in programs}
    for counted in range(-1, number):
        for program in programs:
            done = run(program, environment)
            if counted >= 0:
                runs[program.name].append(done)
    return runs


def milliseconds(runs: Sequence[Run]) -> float:
    """The median on the clock."""
    return 1000 * median(one.seconds for one in runs)


def ratio(runs: Sequence[Run], floors: Sequence[Sequence[Run]]) -> float:
    """How many times as long as its floors together, round by round; the median of that."""
    ratios = (one.seconds / sum(floor.seconds for floor in together) for one, *together in zip(runs, *floors, strict=True))
    return float(median(ratios))
