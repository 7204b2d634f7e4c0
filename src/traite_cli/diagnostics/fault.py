"""A fault as data: what was found where, in facts; the words come when it is told."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    """How much a fault weighs: an error fails the check, a warning only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A stretch of a file: lines and columns count from 1, in code points; the end column is the one after."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Term(NamedTuple):
    """A word of the catalogue inside a fact (« a person »), translated when the fault is told."""

    message: str
    word: str = ""
    """The records' own word that it is what people call, told before it: « kept (tenu) »."""


class Day(NamedTuple):
    """A date of a record as it is written, said in words when the fault is told: « le 7 novembre 2014 », "in November 2014"."""

    text: str


class Edit(NamedTuple):
    """A change of a file's text that mends a fault for certain: what stands in ``span`` gives way to ``text``.

    Unlike a fault's, the span may run over several lines, since all of it is replaced.
    """

    span: Span
    text: str


Fact = str | int | Term | Day | tuple[str | Term, ...]


_BEGINNING = Span()


class Fault(NamedTuple):
    """Something wrong at one place of one file.

    ``check`` is the name of the check that words it (its file's name, with hyphens), ``variant`` which of the check's
    wordings fits, ``source`` the line it stands on, as written; ``edits`` mend it where a machine can be sure, all of them or none.
    """

    check: str
    path: str
    span: Span = _BEGINNING
    facts: Mapping[str, Fact] = MappingProxyType({})
    variant: str = ""
    source: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def order(self) -> tuple[str, Span, str]:
        """The order in which faults are told: by file, then as they stand in it."""
        return (self.path, self.span, self.check)
