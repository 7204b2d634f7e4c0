"""The order of what two versions have of a list: that of their common ancestor, and what each added where it added it.

It is the same whichever version comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)


def merged_order(base: Sequence[K], one: Sequence[K], other: Sequence[K], rank: Callable[[K], Any]) -> list[K]:
    """The keys of both versions in one order; ``rank`` orders what both added at one place."""
    spine = _spine(base, one, other)
    added = defaultdict[K | None, dict[K, None]](dict)
    both: dict[K | None, int] = defaultdict(int)
    for side in (one, other):
        anchor: K | None = None
        mine: dict[K | None, dict[K, None]] = defaultdict(dict)
        for key in side:
            if key in spine:
                anchor = key
            else:
                mine[anchor][key] = None
        for place, keys in mine.items():
            both[place] += 1
            added[place] |= keys
    placed: set[K] = set()
    found: list[K] = []

    def put(anchor: K | None) -> None:
        keys = [key for key in added.get(anchor, ()) if key not in placed]
        # What one version alone put there stays in its order.
        for key in sorted(keys, key=rank) if both[anchor] > 1 else keys:
            placed.add(key)
            found.append(key)

    put(None)
    for key in spine:
        found.append(key)
        put(key)
    return found


def _spine(base: Sequence[K], one: Sequence[K], other: Sequence[K]) -> dict[K, None]:
    """The keys of the ancestor, in the order that the version gave them which changed it (if only one did)."""
    orders = [[key for key in side if key in set(base)] for side in (one, other)]
    plain = [[key for key in base if key in set(side)] for side in (one, other)]
    changed = [order != was for order, was in zip(orders, plain, strict=True)]
    if changed == [True, False] or (changed == [True, True] and orders[0] == orders[1]):
        first = orders[0]
    elif changed == [False, True]:
        first = orders[1]
    else:
        return dict.fromkeys(base)
    # What the other version kept and this one dropped stands where it stood.
    missing = [key for key in base if key not in set(first)]
    result = list(first)
    for key in missing:
        before = [one for one in base[: list(base).index(key)] if one in set(result)]
        result.insert(result.index(before[-1]) + 1 if before else 0, key)
    return dict.fromkeys(result)
