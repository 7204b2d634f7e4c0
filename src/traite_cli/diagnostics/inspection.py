"""What a report may tell besides the faults: which files were looked at, what each kind of fault is, in which language all is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple


class RuleWords(NamedTuple):
    """A kind of fault in words: its check's name, what is told of it and what to do, with « … » where a fault's facts stand."""

    name: str
    summary: str
    help: str


class Inspection(NamedTuple):
    """The paths of the files looked at; by code, what the kinds of faults that were met are; the language of all words, if it is known."""

    paths: Sequence[str] = ()
    rules: Mapping[str, RuleWords] = MappingProxyType({})
    language: str = ""


NOTHING = Inspection()
"""Nothing is known but the faults themselves."""
