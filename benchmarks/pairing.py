"""Whole processes timed side by side: A B C A B C …, so that a machine that slows down or speeds up changes all alike.

Only ratios within a turn count; what is reported is their median.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

_STARTING = (sys.executable, "-I", "-S", str(Path(__file__).with_name("starting.py")))
_FIRST_DAY = date(2025, 1, 1)
"""After the last record, so that a period until then, and what is known on that day, hold them all."""
_asked: Counter[tuple[Path, tuple[str, ...]]] = Counter()
"""How often a program has been started in a folder."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is run: its name in the table, its words, the folder it runs in; ``before`` is done before each run, and not measured.

    Where its words have ``{number}`` or ``{day}``, it is given another one each time.
    """

    name: str
    words: tuple[str, ...]
    folder: Path
    variables: tuple[tuple[str, str], ...] = ()
    before: Callable[[Path], None] | None = None

    def asked(self) -> list[str]:
        """Its words for one more run."""
        number = _asked[self.folder, self.words]
        _asked[self.folder, self.words] += 1
        day = _FIRST_DAY + timedelta(days=number)
        return [word.replace("{number}", str(number)).replace("{day}", day.isoformat()) for word in self.words]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, seconds of processor, MiB of its largest process (0 where the system does not say)."""

    seconds: float
    processor: float
    memory: float


class Failed(Exception):  # nobody catches it: a benchmark of what fails is none
    """A program that ended with something else than 0."""


def run(program: Program, environment: Mapping[str, str]) -> Run:
    """Run a program once, its output thrown away; what others have written is on the disk when it begins."""
    if program.before is not None:
        program.before(program.folder)
    if hasattr(os, "sync"):
        os.sync()
    words, variables = program.asked(), {**environment, **dict(program.variables)}
    done = subprocess.run([*_STARTING, *words], cwd=program.folder, env=variables, check=True, capture_output=True)
    seconds, processor, memory, code = json.loads(done.stdout)
    if code:
        message = f"{' '.join(words)} ended with {code}"
        raise Failed(message)
    return Run(seconds, processor, memory / 1024)


def rounds(programs: Sequence[Program], environment: Mapping[str, str], number: int) -> dict[str, list[Run]]:
    """Every program once a turn, after one turn that nobody counts (files come into the cache, modules are compiled)."""
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
