"""What ``traite validate`` tells, from all faults to those asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.checks.running import Timed, faults_of
from traite_cli.diagnostics import Fault
from traite_cli.repository import Repository

if TYPE_CHECKING:
    from traite_cli.checks.baseline import Entry
    from traite_cli.checks.since import Change


class Found(NamedTuple):
    """The faults to tell, how many known ones are not told, and the entries of the baseline whose fault is there no more."""

    faults: tuple[Fault, ...]
    known: int = 0
    mended: tuple[Entry, ...] = ()


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
    found = Found(faults_of(repository, day, wanted, timed))
    if known:
        found = _without_known(found, known, repository, wanted)
    if change is not None:
        found = _since(change, found, day, wanted)
    return found


# What few calls ask for is imported where they do.


def _without_known(found: Found, known: Sequence[Entry], repository: Repository, wanted: Collection[str]) -> Found:
    from traite_cli.checks.baseline import unknown

    return Found(*unknown(known, found.faults, repository.looks_at, wanted))


def _since(change: Change, found: Found, day: date, wanted: Collection[str]) -> Found:
    from traite_cli.checks.since import touching

    return found._replace(faults=touching(change, found.faults, day, wanted))
