"""What ``traite validate`` tells, from all faults to those asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

from traite_cli.checks.running import Timed, faults_of
from traite_cli.diagnostics import Entry, Fault, Found
from traite_cli.repository import Repository

if TYPE_CHECKING:
    from traite_cli.checks.since import Change


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
    return sifted(faults_of(repository, day, wanted, timed), day, wanted, known=known, change=change, looks_at=repository.looks_at)


def sifted(
    faults: tuple[Fault, ...],
    day: date,
    wanted: Collection[str],
    *,
    known: Sequence[Entry] = (),
    change: Change | None = None,
    looks_at: Callable[[str], bool] = lambda _path: True,
) -> Found:
    """The faults to tell among those found; ``looks_at`` says whether those of a file were looked for."""
    found = Found(faults)
    if known:
        found = _without_known(found, known, looks_at, wanted)
    if change is not None:
        found = _since(change, found, day, wanted)
    return found


# What few calls ask for is imported where they do.


def _without_known(found: Found, known: Sequence[Entry], looks_at: Callable[[str], bool], wanted: Collection[str]) -> Found:
    from traite_cli.checks.baseline import unknown

    return Found(*unknown(known, found.faults, looks_at, wanted))


def _since(change: Change, found: Found, day: date, wanted: Collection[str]) -> Found:
    from traite_cli.checks.since import touching

    return found._replace(faults=touching(change, found.faults, day, wanted))
