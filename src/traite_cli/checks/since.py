"""The faults that touch a change: every one of a file that it touches, and every one elsewhere that was not there before.

A person deleted makes the meetings that name them faulty, whose files nobody touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NamedTuple

from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault
from traite_cli.repository import Repository


class Change(NamedTuple):
    """The paths of the files that a change touches, and how to read the repository as it was before."""

    paths: frozenset[str]
    before: Callable[[], Repository]


def touching(change: Change, faults: Iterable[Fault], day: date, wanted: Collection[str]) -> tuple[Fault, ...]:
    """The faults that touch a change, in their order."""
    faults = tuple(faults)
    elsewhere = {fault.path for fault in faults} - change.paths
    if not elsewhere:
        return faults
    # Elsewhere no line has moved: a fault of the same check at the same spot is the same one.
    old = {_spot(fault) for fault in faults_of(change.before().focused(elsewhere), day, wanted)}
    return tuple(fault for fault in faults if fault.path in change.paths or _spot(fault) not in old)


def _spot(fault: Fault) -> tuple[object, ...]:
    return fault.path, fault.check, fault.span
