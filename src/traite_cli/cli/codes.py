"""Completion of the codes of faults, read from the sources of the checks: importing them all would take longer than all the rest."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

_CODE = re.compile(r"^    code=\"(TR\d+)\"", re.MULTILINE)


def completes_codes(incomplete: str) -> list[str]:
    """The codes that what is typed begins, behind those that stand before it with commas between."""
    before, comma, begun = incomplete.rpartition(",")
    return [f"{before}{comma}{code}" for code in _codes() if code.startswith(begun.upper())]


def completes_checks(incomplete: str) -> list[str]:
    """The codes and names of checks that what is typed begins."""
    known = _codes()
    names = [name for name in known.values() if incomplete and name.startswith(incomplete.lower())]
    return [*(code for code in known if code.startswith(incomplete.upper())), *sorted(names)]


def _codes() -> dict[str, str]:
    """The name of each check by its code, in the order of the codes."""
    spec = find_spec("traite_cli.checks")
    folders = (spec.submodule_search_locations or []) if spec else []
    files = [file for folder in folders for file in Path(folder).glob("*.py")]
    found = {code[1]: file.stem.replace("_", "-") for file in files if (code := _CODE.search(file.read_text(encoding="utf-8")))}
    return dict(sorted(found.items()))
