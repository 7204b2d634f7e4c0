"""Many names that are known, asked about what somebody types: who is called so, whose name begins so, holds these words or is near.

Every word of a name is indexed, and for slips of the finger what is left of it when one letter is taken out (as in ``slips``), so that
a name is compared with few others however many are known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from traite_cli.language.folding import words
from traite_cli.language.nearest import nearest
from traite_cli.language.small_words import telling_words

_MOST_COMPARED = 200
_MOST_WORDS, _LONGEST = 40, 30
_SHORTEST_WITH_SLIPS = 5
_LONGEST_TYPED = 200
_Words = tuple[str, ...]


class KnownNames:
    """Names, several of one bearer; answers are the numbers of bearers, in the order in which they were given."""

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        self._spelt: list[tuple[_Words, ...]] = []
        self._whole: dict[str, list[int]] = {}
        self._with: dict[str, list[int]] = {}
        for number, several in enumerate(names):
            whole = [tuple(words(name)) for name in several]
            spelt = tuple(dict.fromkeys(telling_words(name) for name in whole if name))
            self._spelt.append(spelt)
            for key in {*(" ".join(one) for one in spelt), *("".join(one) for one in (*spelt, *whole) if one)}:
                self._whole.setdefault(key, []).append(number)
            for word in {word for one in spelt for word in one[:_MOST_WORDS]}:
                self._with.setdefault(word, []).append(number)

    def called(self, name: Sequence[str]) -> list[int]:
        """Those who are called so, small words and the spaces between words aside."""
        telling = telling_words(name)
        keys = dict.fromkeys((" ".join(telling), "".join(telling), "".join(name)))
        return list(dict.fromkeys(number for key in keys for number in self._whole.get(key, ())[:_MOST_COMPARED]))

    def spelt(self, number: int) -> tuple[_Words, ...]:
        """The telling words of each of somebody's names."""
        return self._spelt[number]

    def holding(self, name: Sequence[str], most: int = _MOST_COMPARED) -> list[int]:
        """Those one of whose names has all these words, the small ones aside."""
        telling = telling_words(name)
        rarest = min((self._with.get(word, ()) for word in telling), key=len, default=())
        wanted = set(telling)
        return [number for number in rarest[:most] if any(wanted.issubset(spelt) for spelt in self._spelt[number])]

    def beginning(self, typed: str, most: int) -> list[int]:
        """Those whose names have words that begin so, in any order; first those whose name itself begins so."""
        begun = telling_words(words(typed[:_LONGEST_TYPED]))
        if not begun:
            return []
        longest = max(begun, key=len)
        found = [number for number in islice(self._beginning_with(longest), _MOST_BEGUN) if self._begins(number, begun)]
        text = " ".join(begun)
        return sorted(found, key=lambda number: not any(" ".join(spelt).startswith(text) for spelt in self._spelt[number]))[:most]

    def _beginning_with(self, begun: str) -> Iterator[int]:
        """Those with a word that begins so, each once."""
        met: set[int] = set()
        for word in islice(self._vocabulary, bisect_left(self._vocabulary, begun), None):
            if not word.startswith(begun):
                return
            for number in self._with[word]:
                if number not in met:
                    met.add(number)
                    yield number

    def _begins(self, number: int, begun: _Words) -> bool:
        return any(all(any(word.startswith(one) for word in spelt) for one in begun) for spelt in self._spelt[number])

    def near(self, name: str, most: int) -> list[int]:
        """Those whose name is truly near, the nearest first."""
        typed = telling_words(words(name[:_LONGEST_TYPED]))
        bearers: dict[str, list[int]] = {}
        for number in islice(dict.fromkeys(self._sharing(typed)), _MOST_COMPARED):
            for spelt in self._spelt[number]:
                bearers.setdefault(" ".join(spelt), []).append(number)
        near = nearest(" ".join(typed), bearers, most=most)
        return list(dict.fromkeys(number for spelt in near for number in bearers[spelt]))[:most]

    def _sharing(self, typed: _Words) -> Iterator[int]:
        """Those who share a word, or one that a slip makes of it; those who share a rare one first."""
        lists = [self._with[known] for word in dict.fromkeys(typed[:_MOST_WORDS]) for known in sorted(self._close(word))]
        for numbers in sorted(lists, key=len):
            yield from islice(numbers, _MOST_COMPARED)

    def _close(self, word: str) -> set[str]:
        found = {word} if word in self._with else set()
        if _SHORTEST_WITH_SLIPS - 1 <= len(word) <= _LONGEST:
            found |= {known for less in _less(word) for known in self._slipped.get(less, ())}
        return found

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._with)

    @cached_property
    def _slipped(self) -> dict[str, list[str]]:
        slipped: dict[str, list[str]] = {}
        for word in self._with:
            for less in _less(word) if _SHORTEST_WITH_SLIPS - 1 <= len(word) <= _LONGEST else ():
                slipped.setdefault(less, []).append(word)
        return slipped


_MOST_BEGUN = 2_000
"""So many are looked at when few letters are typed."""


def _less(word: str) -> set[str]:
    """A word, and what is left of it when one letter is taken out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
