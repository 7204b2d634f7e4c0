"""All checks, found by their file's name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from traite_cli import checks
from traite_cli.checks.check import Check, Find

_MACHINERY = frozenset({"catalogue", "check", "given", "near", "running", "choosing"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A check under its name; ``find`` is None where reading finds the fault; ``why`` is what must hold and why."""

    name: str
    check: Check
    find: Find | None
    why: str


@cache
def catalogue() -> Mapping[str, Listed]:
    """Every check by its name, in the order of their codes."""
    found = [_listed(module.name) for module in pkgutil.iter_modules(checks.__path__) if module.name not in _MACHINERY]
    return {one.name: one for one in sorted(found, key=lambda one: one.check.code)}


def _listed(module_name: str) -> Listed:
    module = importlib.import_module(f"traite_cli.checks.{module_name}")
    return Listed(module_name.replace("_", "-"), module.CHECK, getattr(module, "find", None), module.__doc__ or "")
