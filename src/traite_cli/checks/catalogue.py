"""All checks, found by their file's name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import NamedTuple

from traite_cli import checks
from traite_cli.checks.check import Check, Find, FindOn


class Listed(NamedTuple):
    """A check under its name; it has no function where reading finds the fault.

    ``why`` is what must hold and why, a paragraph a line with an empty one between: a message id.
    """

    name: str
    check: Check
    find: Find | None
    find_on: FindOn | None
    why: str


@cache
def catalogue() -> Mapping[str, Listed]:
    """Every check by its name, in the order of their codes."""
    found = [_listed(*one) for one in _modules() if hasattr(one[1], "CHECK")]
    return {one.name: one for one in sorted(found, key=lambda one: one.check.code)}


def _modules() -> Iterator[tuple[str, ModuleType]]:
    """The modules of this room; those without a ``CHECK`` are what checks share, and what runs them."""
    for module in pkgutil.iter_modules(checks.__path__):
        yield module.name, importlib.import_module(f"{checks.__name__}.{module.name}")


def _listed(name: str, module: ModuleType) -> Listed:
    find, find_on = getattr(module, "find", None), getattr(module, "find_on", None)
    return Listed(name.replace("_", "-"), module.CHECK, find, find_on, paragraphs(module.__doc__ or ""))


def paragraphs(text: str) -> str:
    """A docstring with each paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
