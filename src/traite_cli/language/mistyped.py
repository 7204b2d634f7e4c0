"""The known name that one nobody knows was certainly meant for: so near, and so alone in being near, that a machine may write it.

Case, accents, hyphens and the order of words do not count; beyond that a single slip of the finger does (``sodoni`` for ``sodini``).
What tells two people or two meetings apart is never a slip: an initial, a number, a short word, the last letter of a name.
"""

from __future__ import annotations

from collections.abc import Iterable

from traite_cli.language.folding import words
from traite_cli.language.nearest import nearest

_SHORTEST = 4


def mistyped(name: str, known: Iterable[str]) -> str:
    """The one of the ``known`` names that ``name`` certainly means; '' when there is none, or two are near."""
    return surest(name, nearest(name, known, most=2))


def surest(name: str, near: list[str]) -> str:
    """Of the two nearest names to one, or the only one, that which is certainly meant; '' when neither is."""
    same = [one for one in near if _letters(one) == _letters(name)]
    if same:
        return same[0] if len(same) == 1 else ""
    return near[0] if len(near) == 1 and _is_one_slip(words(name), words(near[0])) else ""


def _letters(name: str) -> str:
    return "".join(words(name))


def _is_one_slip(typed: list[str], meant: list[str]) -> bool:
    if sorted(typed) == sorted(meant):
        return True
    slips = [pair for pair in zip(typed, meant, strict=False) if pair[0] != pair[1]]
    return len(typed) == len(meant) and len(slips) == 1 and _is_slip(*slips[0])


def _is_slip(typed: str, meant: str) -> bool:
    """Whether one word is another with one slip within it: two letters swapped, one put in, left out or exchanged."""
    from rapidfuzz.distance import OSA

    return (
        min(len(typed), len(meant)) >= _SHORTEST
        and (typed + meant).isalpha()
        and typed[0] == meant[0]
        # Dupont and Dupond, Michel and Michèle are two.
        and (len(typed) != len(meant) or typed[-1] == meant[-1] or sorted(typed) == sorted(meant))
        and typed + "e" != meant
        and meant + "e" != typed
        and OSA.distance(typed, meant, score_cutoff=1) == 1
    )
