"""How often random edits of one record by two people conflict: for git alone, and field by field (`python benchmarks/merging.py`).

The edits are those of the tests: half of the histories touch different things, in the others both may change the same field.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "tests" / part) for part in ("", "together")]

import test_record_merging as tried  # noqa: E402  # the path is set above

HISTORIES = 1000


def touching(seed: int) -> tuple[str, str, str]:
    """Two versions by edits that may touch the same thing."""
    chance = random.Random(seed)
    sides = [tried.PROMISE, tried.PROMISE]
    for side in (0, 1):
        for row in chance.sample(tried.FREE, 2):
            sides[side] = chance.choice(row)(sides[side])
        sides[side] = chance.choice(tried._addition(10 * side + seed % 10))(sides[side])  # noqa: SLF001  # the tests' own
    return tried.PROMISE, sides[0], sides[1]


def main() -> None:
    """Count, and print a table."""
    print("| histories | git alone | field by field |\n| --- | --- | --- |")
    for name, make in (("that touch different things", tried._versions), ("that may touch the same", touching)):  # noqa: SLF001  # the tests' own
        made = [make(seed) for seed in range(HISTORIES)]
        alone = sum(tried.by_git(*one).conflicts > 0 for one in made)
        ours = sum(tried.merge(*one)[1] > 0 for one in made)
        print(f"| {HISTORIES} {name} | {alone / HISTORIES:.1%} conflict | {ours / HISTORIES:.1%} conflict |")


if __name__ == "__main__":
    main()
