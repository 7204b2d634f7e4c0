"""The words by which checks are named: a code (TR312), what codes begin with (TR3), or a check's name (dead-link), in any case."""

from __future__ import annotations

from collections.abc import Iterable

from traite_cli.checks.catalogue import catalogue
from traite_cli.diagnostics import Severity
from traite_cli.language import nearest

FAMILY = 3
"""How many of a code's characters say what it is about: TR3 are references."""


def checks_called(word: str) -> frozenset[str]:
    """The names of the checks that a word means; none where it means nothing."""
    listed = catalogue()
    if word.lower() in listed:
        return frozenset({word.lower()})
    begins = word.upper()
    if not begins.startswith("TR"):
        return frozenset()
    return frozenset(name for name, one in listed.items() if one.code.startswith(begins))


def of_severity(severity: Severity) -> frozenset[str]:
    """The names of the checks whose faults weigh so much."""
    return frozenset(name for name, one in catalogue().items() if one.check.severity is severity)


def near_codes(word: str) -> tuple[str, ...]:
    """The codes and names that a word which means nothing was probably meant for."""
    listed = catalogue()
    names = nearest(word, listed)
    if names:
        return tuple(names)
    if not word[:1].isdigit() and not word.upper().startswith("TR"):
        return ()
    digits = "".join(filter(str.isdigit, word))
    return tuple(_of_number(digits, [one.code for one in listed.values()])) if digits else ()


def _of_number(digits: str, codes: Iterable[str]) -> list[str]:
    """The codes of a family that are nearest in number: codes differ by little, so that slips of the finger tell nothing."""
    family = [code for code in codes if code[2:FAMILY] == digits[:1]]
    return sorted(family, key=lambda code: (abs(int(code[2:]) - int(digits[:3])), code))[:FAMILY]
