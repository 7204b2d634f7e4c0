"""One reporter a file, found by its name; each is given diagnostics in words and what was inspected, and nothing else.

A reporter's module has one public function, ``report(diagnostics, translate, inspection)``: what it gives, joined without anything
between, is the whole report. The command line prints it; a reporter knows neither colours nor screens.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

from traite_cli.diagnostics.diagnostic import Diagnostic, Translate
from traite_cli.diagnostics.inspection import NOTHING, Inspection

FOR_PEOPLE = frozenset({"concise", "text"})
"""Formats that are spelt with the letters that a screen has; every other one is UTF-8, wherever it goes."""

OF_MORE_THAN_FAULTS = frozenset({"junit", "sarif"})
"""Formats that tell of the files that were looked at, too, or of the kinds of faults that there are."""


BY_FILE = frozenset({"concise", "github", "text"})
"""Formats in which several files are told as each of them would be, one after the other."""


class Report(Protocol):
    """Tells diagnostics in one format, piece by piece, in the order in which they are given."""

    def __call__(self, diagnostics: Iterable[Diagnostic], translate: Translate, inspection: Inspection = NOTHING, /) -> Iterator[str]:
        """Give the report's text."""
        ...


def names() -> tuple[str, ...]:
    """The formats there are, in the order of their names."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Report:
    """The reporter of one of ``names()``."""
    return cast("Report", importlib.import_module(f"{__name__}.{name}").report)
