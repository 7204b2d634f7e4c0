"""Which entry of a list is which of another version of it: those that say the same, then those known by what makes them who they are."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any, NamedTuple

from traite_cli.kinds import Block
from traite_cli.together.same import core, identity

_ALIKE = 0.6
"""How much of two texts is the same when the one is a new wording of the other."""
_MOST_COMPARED = 40
"""Of so many texts on each side each is compared with each; more are taken for others."""
_LONGEST = 2000
_FEWEST_WORDS = 3


class Paired(NamedTuple):
    """Two versions of a list: its entries that are in both, in the order of the second, and those in one of them only."""

    kept: tuple[tuple[Any, Any], ...]
    removed: tuple[Any, ...]
    added: tuple[Any, ...]
    moved: bool
    """Whether entries that are in both stand in another order."""


def paired(before: Sequence[Any], after: Sequence[Any]) -> Paired:
    """Pair the entries of two versions of a list."""
    return _pairing(before, after).result()


def places(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """The place in the second version of each entry of the first that is in both."""
    return _pairing(before, after).match


def _pairing(before: Sequence[Any], after: Sequence[Any]) -> _Pairing:
    pairing = _Pairing(before, after)
    pairing.by(lambda entry: [core(entry)])
    for rank in range(max((len(entry.IDENTITY) for entry in (*before, *after) if isinstance(entry, Block)), default=0)):
        pairing.by(partial(_identity, rank))
    pairing.by_likeness()
    return pairing


class _Pairing:
    def __init__(self, before: Sequence[Any], after: Sequence[Any]) -> None:
        self.before, self.after = before, after
        self.match: dict[int, int] = {}
        """The place after of each entry before that was found again."""
        self.taken: set[int] = set()

    def by(self, keys: Callable[[Any], Sequence[Hashable]]) -> None:
        """Pair what has the same key, in order."""
        places: dict[Hashable, deque[int]] = defaultdict(deque)
        for index, entry in enumerate(self.after):
            if index not in self.taken:
                for key in keys(entry):
                    places[key].append(index)
        for index, entry in enumerate(self.before):
            for key in keys(entry) if index not in self.match else ():
                if places.get(key):
                    self._pair(index, places[key].popleft())

    def _pair(self, index: int, place: int) -> None:
        self.match[index] = place
        self.taken.add(place)

    def by_likeness(self) -> None:
        """Pair what is left when most of its words are the same."""
        before = [index for index in range(len(self.before)) if index not in self.match and _words(self.before[index])]
        after = [index for index in range(len(self.after)) if index not in self.taken and _words(self.after[index])]
        if max(len(before), len(after)) > _MOST_COMPARED:
            return
        found = sorted((-_likeness(self.before[one], self.after[other]), one, other) for one in before for other in after)
        for likeness, one, other in found:
            if -likeness >= _ALIKE and one not in self.match and other not in self.taken:
                self._pair(one, other)

    def result(self) -> Paired:
        order = [self.match[index] for index in range(len(self.before)) if index in self.match]
        back = {place: index for index, place in self.match.items()}
        return Paired(
            tuple((self.before[back[place]], self.after[place]) for place in sorted(back)),
            tuple(entry for index, entry in enumerate(self.before) if index not in self.match),
            tuple(entry for place, entry in enumerate(self.after) if place not in self.taken),
            order != sorted(order),
        )


def _identity(rank: int, entry: Any) -> Sequence[Hashable]:  # an entry of a list of any type
    known = identity(entry, rank)
    return () if known is None else (known,)


def _words(entry: Any) -> str:  # an entry of a list of any type
    """The text that an entry mainly is; '' for one that is none, or too short to be told from another."""
    texts = (value for value in entry.values.values() if isinstance(value, str)) if isinstance(entry, Block) else (entry,)
    text = max((one for one in texts if isinstance(one, str)), key=len, default="")
    return text if len(text.split()) >= _FEWEST_WORDS else ""


def _likeness(one: Any, other: Any) -> float:
    matcher = SequenceMatcher(None, _words(one)[:_LONGEST].split(), _words(other)[:_LONGEST].split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
