"""What a report may tell besides the faults: which files were looked at, and what each kind of fault is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A kind of fault in words: its check's name, what is told of it and what to do, with « … » where a fault's facts stand."""

    name: str
    summary: str
    help: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """The paths of the files looked at, and, by code, what the kinds of faults that were met are."""

    paths: Sequence[str] = ()
    rules: Mapping[str, RuleWords] = field(default_factory=dict)


NOTHING = Inspection()
"""Nothing is known but the faults themselves."""
