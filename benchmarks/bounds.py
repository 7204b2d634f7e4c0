"""How long an operation may take, in floors: « 1.3 G », « 1.5 G + 0.4 T », « 0.7 (Y + C) », « 1.1 × without --as-of ».

Marks are written as the table of marks has them, and read by this module alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")
_COLUMNS = (1000, 10_000)
_TERM = re.compile(r"(?:(?P<factor>[\d.]+) (?:× )?)?(?:\((?P<several>[^)]+)\)|(?P<one>[A-Z]|without --[a-z-]+))(?: \+ (?=.)|$)")


class Bound(NamedTuple):
    """A weighted sum of floors, each by its letter, and of other commands, by what they are called."""

    text: str
    weights: Mapping[str, float]

    @classmethod
    def of(cls, text: str) -> Bound:
        """What a mark says. Raises ``ValueError`` where it is none."""
        return cls(text, dict(_weights(text)))

    @property
    def factor(self) -> float:
        """How many times its floors, where it has as many times each of them; else 1, of what it says as a whole."""
        first, *others = set(self.weights.values())
        return 1.0 if others else first

    @property
    def unit(self) -> str:
        """What its factor counts, in words."""
        if self.text[0].isdigit() and len(set(self.weights.values())) == 1:
            return self.text.partition(" ")[2]
        return f"({self.text})" if len(self.weights) > 1 else self.text

    def ratio(self, times: Sequence[float], below: Mapping[str, Sequence[float]]) -> float:
        """How many units an operation took: the median of that in each turn, in which it and all below it ran."""
        weighted = [[weight / self.factor * one for one in below[name]] for name, weight in self.weights.items()]
        return float(median(time / sum(floors) for time, *floors in zip(times, *weighted, strict=True)))


def _weights(text: str) -> Iterator[tuple[str, float]]:
    place = 0
    while place < len(text):
        found = _TERM.match(text, place)
        if found is None:
            raise ValueError(text)
        for name in (found["several"] or found["one"]).split(" + "):
            yield name, float(found["factor"] or 1)
        place = found.end()


def at_size(marks: Sequence[_T], size: int) -> _T | None:
    """The mark for so many records, of one for all, or of three: up to 1,000, up to 10,000, and beyond; None where there is none."""
    return marks[min(sum(size > one for one in _COLUMNS), len(marks) - 1)] if marks else None


def exponent(small: Sequence[float], large: Sequence[float], times: float) -> float:
    """How time grows with the number of records, of which the larger repository has so many times as many: 1 is evenly."""
    return math.log(median(b / a for a, b in zip(small, large, strict=True))) / math.log(times)
