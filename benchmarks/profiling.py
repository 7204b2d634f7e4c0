"""Where the time of a command goes: its profile, added up by the rooms of the house and the libraries behind them.

Built-in functions and methods count for whoever calls them. cProfile makes calls of Python dearer than work in C: shares, not times.
"""

from __future__ import annotations

import pstats
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

_PROFILED = "import cProfile, sys; cProfile.run('from traite_cli.cli.main import main; main()', sys.argv.pop(1))"
Function = tuple[str, int, str]


def shares(words: tuple[str, ...], folder: Path, environment: Mapping[str, str], output: Path) -> list[tuple[str, float]]:
    """The share of each room or library, the largest first."""
    command = [sys.executable, "-c", _PROFILED, str(output), *words]
    subprocess.run(command, cwd=folder, env=dict(environment), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    spent: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, callers) in pstats.Stats(str(output)).stats.items():  # type: ignore[attr-defined]  # typeshed leaves it out
        if _is_built_in(function) and "yaml" not in function[2]:
            for caller, (_, _, within, _) in callers.items():
                spent[_place(caller)] += within
        else:
            spent[_place(function)] += own
    whole = sum(spent.values())
    return sorted(((place, time / whole) for place, time in spent.items()), key=lambda one: -one[1])


def _is_built_in(function: Function) -> bool:
    return function[0] in {"~", "<string>"}


def _place(function: Function) -> str:
    """« syntax/header » for a file of traite, the name of the package for a library."""
    path, _, name = function
    if "yaml" in name and _is_built_in(function):
        return "libyaml"
    if "importlib" in path:
        return "importing"
    parts = Path(path).with_suffix("").parts
    for root in ("traite_cli", "site-packages"):
        if root in parts:
            below = parts[len(parts) - parts[::-1].index(root) :]
            return "/".join(below[:2]) if root == "traite_cli" else below[0]
    return "Python"
