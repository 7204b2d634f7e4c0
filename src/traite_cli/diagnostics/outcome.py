"""All that the checks found on one day, as a value that can be kept: faults in facts, and the rules to word them by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from traite_cli.diagnostics.diagnostic import Diagnostic, Rule, Translate, worded
from traite_cli.diagnostics.fault import Fault


class Outcome(NamedTuple):
    """Every fault, in order; how each check that found one tells it, by its name; how many records were looked at.

    ``silencing`` are the paths of those in which a comment silences faults.
    """

    faults: tuple[Fault, ...]
    rules: Mapping[str, Rule]
    records: int
    silencing: tuple[str, ...]

    def of(self, wanted: Collection[str] | None) -> tuple[Fault, ...]:
        """The faults of the checks asked for; of all where none is named."""
        return self.faults if wanted is None else tuple(fault for fault in self.faults if fault.check in wanted)

    def told(self, faults: Collection[Fault], translate: Translate) -> tuple[Diagnostic, ...]:
        """Some of the faults in words."""
        return tuple(worded(fault, self.rules[fault.check], translate) for fault in faults)


class Changed(NamedTuple):
    """What is found once some files are other than they were: in each that was looked at, in how many records, by each check in all."""

    files: Mapping[str, Sequence[Fault]]
    records: int
    counts: Mapping[str, int]
    rules: Mapping[str, Rule]


class Entry(NamedTuple):
    """A fault that is known (see ``checks.baseline``)."""

    path: str
    code: str
    message: str


class Found(NamedTuple):
    """The faults to tell, how many known ones are not told, and the entries of the baseline whose fault is there no more."""

    faults: tuple[Fault, ...]
    known: int = 0
    mended: tuple[Entry, ...] = ()
