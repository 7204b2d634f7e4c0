"""What ``traite validate`` tells, from all faults to those asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import nullcontext
from datetime import date
from typing import NamedTuple

from traite_cli.checks.baseline import Entry, unknown
from traite_cli.checks.running import Timed, faults_of
from traite_cli.checks.since import Change, touching
from traite_cli.diagnostics import Fault
from traite_cli.repository import Repository


class Found(NamedTuple):
    """The faults to tell, how many known ones are not told, and the entries of the baseline whose fault is there no more."""

    faults: tuple[Fault, ...]
    known: int
    mended: tuple[Entry, ...]


def validate(
    repository: Repository,
    day: date,
    wanted: Collection[str],
    *,
    known: Sequence[Entry] = (),
    change: Change | None = None,
    timed: Timed = nullcontext,
) -> Found:
    """Check a repository: ``wanted`` are the checks asked for, ``known`` the faults that pass, ``change`` the one they must touch."""
    faults = faults_of(repository, day, wanted, timed)
    faults, passed, mended = unknown(known, faults, repository.looks_at, wanted)
    if change is not None:
        faults = touching(change, faults, day, wanted)
    return Found(faults, passed, mended)
