"""The known names that one nobody knows was probably meant for; none where none is truly near.

Near is: a few slips of the finger apart (letters left out, put in, exchanged or swapped: optimal string alignment), the same words in
another order, or all the words of the one among those of the other. Case, accents and punctuation do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.language.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 200
_SHORTEST_WITH_SLIPS = 5
_ONE_MORE_SLIP = (3, 6, 11)
_TELLING_WORDS = 3
_TELLING_LETTERS = 3
_Words = list[str]
_Ranks = dict[int, tuple[int, int, int]]  # by place in the list: whole names before parts, then slips, then words too many


def nearest(name: str, known: Iterable[str], *, most: int = 3) -> list[str]:
    """Up to ``most`` of the ``known`` names that are truly near ``name``, the nearest first."""
    meant = words(name[:_LONGEST])
    if not meant:
        return []
    names = sorted(set(known))
    candidates = [words(candidate) for candidate in names]
    ranks = _within(meant, candidates) | _containing(meant, candidates) | _whole(meant, candidates)
    return [names[index] for index in sorted(ranks, key=lambda index: (ranks[index], index))[:most]]


def _whole(meant: _Words, candidates: list[_Words]) -> _Ranks:
    """Names that are few slips away, in their own order of words or in any."""
    ranks: _Ranks = {}
    for in_order in (list[str], sorted):
        typed = "-".join(in_order(meant))
        bound = _slips_in(typed)
        for slips, index in _close(typed, ["-".join(in_order(candidate)) for candidate in candidates], bound):
            ranks[index] = min(ranks.get(index, (0, slips, 0)), (0, slips, 0))
    return ranks


def _within(meant: _Words, candidates: list[_Words]) -> _Ranks:
    """Names that hold all the words meant (« sodini » of « raphael-sodini »), the longer words with slips."""
    if not _is_telling(meant):
        return {}
    vocabulary = sorted({word for candidate in candidates for word in candidate})
    close: list[dict[str, int]] = []
    for word in meant:
        bound = _slips_in(word) if len(word) >= _SHORTEST_WITH_SLIPS else 0
        close.append({vocabulary[index]: slips for slips, index in _close(word, vocabulary, bound)})
    ranks: _Ranks = {}
    for index, candidate in enumerate(candidates):
        if len(candidate) > len(meant) and all(not known.keys().isdisjoint(candidate) for known in close):
            slips = sum(min(known[word] for word in candidate if word in known) for known in close)
            ranks[index] = (1, slips, len(candidate) - len(meant))
    return ranks


def _containing(meant: _Words, candidates: list[_Words]) -> _Ranks:
    """Names that make at least half of the words meant (« due » of « due_date »)."""
    return {
        index: (1, 0, len(meant) - len(candidate))
        for index, candidate in enumerate(candidates)
        if len(candidate) < len(meant) <= 2 * len(candidate) and set(candidate) <= set(meant) and _is_telling(candidate)
    }


def _is_telling(some: _Words) -> bool:
    """Whether these words are enough to tell a name by: « 2014 » or « de » alone are not."""
    return len(some) >= _TELLING_WORDS or any(len(word) >= _TELLING_LETTERS and not word.isdigit() for word in some)


def _slips_in(name: str) -> int:
    """How many slips a name of this length may hold and still be the same name."""
    return sum(len(name) >= length for length in _ONE_MORE_SLIP)


def _close(name: str, candidates: list[str], bound: int) -> list[tuple[int, int]]:
    """The candidates at most ``bound`` slips from ``name``: how many, and their place."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(name, candidates, scorer=OSA.distance, score_cutoff=bound, limit=None)
    return [(int(slips), index) for _, slips, index in found]
