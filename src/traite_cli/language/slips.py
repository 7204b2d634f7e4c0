"""Names in a text that are one slip of the finger away from a name that is known: « Raphaël Sodoni » for Raphaël Sodini.

Every word of a known name is indexed by what is left when one letter is taken out (the symmetric deletes of SymSpell, W. Garbe), so that
a word of a text is compared only with words that it can be, however many names there are. All words of the name but that one must
stand beside it as they are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from traite_cli.language.folding import words
from traite_cli.language.given_names import GIVEN_NAMES
from traite_cli.language.spelling import Near, Spelling

_SHORTEST = 5
_SHORTEST_ALONE = 6
_SHORTEST_WHOLE = 8
"""A slip in a shorter word makes another word too often: of a family name behind a title, or of an acronym."""
# « Le Ministre de l’Intérieur » is not the Ministère misspelt.
_OFFICES = frozenset(["ministre", "ministres", "prefet", "prefete", "president", "presidente", "directeur", "delegue", "deleguee"])
_LONGEST, _MOST_WORDS = 30, 40
"""Of a name that is made to be slow: there are a million ways to take one letter out of a million."""
_MOST_TRIED = 20_000
"""In one text: words that it repeats without end, of names that are without number, must not take the day."""
_FEW = 20
_FAR = 2
"""Names of which one has two letters more than the other are two slips apart."""
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{4,}")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"\w+")
_TITLE = re.compile(r"\b(?:MM?\.?|M[ml][el]s?\.?|Monsieur|Madame|Mr\.?|Dr\.?|Me)\s+$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \t]$")
_NAME_AFTER = re.compile(r"[-’' \t][^\W\d_a-zß-öø-ÿ][^\W\d_]")
_BETWEEN = re.compile(r"[-’' \t\u00a0\u2010-\u2015]{1,3}")


class NearNames:
    """The spellings that are known, asked about one text after another."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._with: dict[str, list[Spelling]] = {}
        self._known: set[tuple[str, ...]] = set()
        for spelling in spellings:
            self._known.add(spelling.words)
            for word in dict.fromkeys(spelling.words) if _is_bounded(spelling) else ():
                self._with.setdefault(word, []).append(spelling)
        self._less: dict[str, list[str]] = {}
        for word in self._with:
            for less in _less(word) if len(word) >= _SHORTEST else ():
                self._less.setdefault(less, []).append(word)
        self._met: set[str] = set()
        self._slipped: dict[str, list[str]] = {}

    def near(self, text: str, start: int) -> Iterator[Near]:
        """The names of a text from a place on that are nearly known ones, each spelling of them once."""
        if not self._with:
            return
        met = set(_CAPITALISED.findall(text, start))
        for written in met - self._met:
            self._meet(written)
        slipped = met.intersection(self._slipped)
        if slipped:
            tries = iter(range(_MOST_TRIED))
            for written, places in _places(text, start, slipped).items():
                around = (near for known in self._slipped[written] for near in self._around(text, places, written, known, tries))
                yield from islice(around, 1)

    def _meet(self, written: str) -> None:
        """Look once at a word with a capital: whether one slip makes it of a word of a known name."""
        self._met.add(written)
        folded = "".join(words(written))
        if _SHORTEST <= len(folded) <= _LONGEST and folded not in self._with and (near := self._slips(folded)):
            self._slipped[written] = near

    def _slips(self, folded: str) -> list[str]:
        """The words of known names that one slip makes of a word; not the plural or the feminine of one."""
        near = {word for less in _less(folded) for word in self._less.get(less, ())}
        return [word for word in sorted(near) if is_slip(folded, word)]

    def _around(self, text: str, places: Sequence[int], written: str, known: str, tries: Iterator[int]) -> Iterator[Near]:
        """Where a word of a text stands among the other words of a name that has the known word in its place."""
        # All words of a text share its tries.
        for (at, spelling), _ in zip(((at, spelling) for at in places for spelling in self._with[known]), tries, strict=False):
            place = self._place(text, at, at + len(written), spelling, known)
            if place is not None:
                yield Near(*place, spelling)

    def _place(self, text: str, at: int, end: int, spelling: Spelling, known: str) -> tuple[int, int] | None:
        index = spelling.words.index(known)
        start = _walk_back(text, at, spelling.words[:index])
        stop = _walk_on(text, end, spelling.words[index + 1 :])
        if start is None or stop is None or _NAME_AFTER.match(text, stop):
            return None
        said = tuple(words(text[start:stop]))
        if said in self._known or not _may_be_told(text, start, spelling, index, said):
            return None
        return start, stop


def _is_bounded(spelling: Spelling) -> bool:
    return len(spelling.words) <= _MOST_WORDS and all(len(word) <= _LONGEST for word in spelling.words)


def _places(text: str, start: int, wanted: set[str]) -> dict[str, list[int]]:
    """Where some words stand in a text, by word; those are left out that are of the language rather than names.

    That is an office, or what the text has without a capital too.
    """
    common = set(_RUN.findall(text, start))
    places: dict[str, list[int]] = {
        written: [] for written in sorted(wanted) if written.lower() not in common and "".join(words(written)) not in _OFFICES
    }
    for found in _CAPITALISED.finditer(text, start):
        if found[0] in places and not (text[found.start() - 1 : found.start()].isalnum() or text[found.end() : found.end() + 1].isalnum()):
            places[found[0]].append(found.start())
    return places


def _may_be_told(text: str, start: int, spelling: Spelling, index: int, said: tuple[str, ...]) -> bool:
    before = text[max(start - 20, 0) : start]
    if len(spelling.words) == 1:
        long = min(len(said[0]), len(spelling.words[0])) >= _SHORTEST_ALONE
        return long and (_TITLE.search(before) is not None or (not spelling.is_family and text[start : start + 2].isupper()))
    another = _WORD_BEFORE.search(before)
    if before.endswith("-") or (another and not GIVEN_NAMES.isdisjoint(words(another[1]))):
        return False
    return index > 0 or spelling.is_family or said[0] not in GIVEN_NAMES


def _walk_back(text: str, at: int, before: tuple[str, ...]) -> int | None:
    """Where some words begin that stand right before a place; None when others do."""
    for word in reversed(before):
        found = re.search(r"[^\W\d_]+[-’' \t\u00a0\u2010-\u2015]{1,3}$", text[max(at - len(word) - 6, 0) : at])
        if found is None or words(found[0]) != [word]:
            return None
        at -= len(found[0])
    return at


def _walk_on(text: str, end: int, after: tuple[str, ...]) -> int | None:
    """Where some words end that stand right behind a place; None when others do."""
    for word in after:
        gap = _BETWEEN.match(text, end)
        found = _WORD.match(text, gap.end()) if gap else None
        if found is None or words(found[0]) != [word]:
            return None
        end = found.end()
    return end


def names_in(text: str, start: int) -> set[str]:
    """The folded words with a capital of a text from a place on, as far as a slip in one is looked for."""
    folded = ("".join(words(written)) for written in set(_CAPITALISED.findall(text, start)))
    return {word for word in folded if _SHORTEST <= len(word) <= _LONGEST}


def known_words(spellings: Iterable[Spelling]) -> set[str]:
    """The words of some spellings that a word of a text is compared with."""
    return {word for spelling in spellings if _is_bounded(spelling) for word in spelling.words if len(word) >= _SHORTEST}


def ends(word: str) -> tuple[str, str]:
    """The beginning and the end of a known word: one slip leaves one of them as it is."""
    # Less than half each, so that two letters that are swapped are never of both.
    return _ends(word, (len(word) - 1) // 2)


def ends_one_slip_away(folded: str) -> set[str]:
    """All that ``ends`` may give of a word that one slip makes of this one."""
    lengths = {(length - 1) // 2 for length in range(len(folded) - 1, len(folded) + 2)}
    return {end for length in lengths if length for end in _ends(folded, length)}


def _ends(word: str, length: int) -> tuple[str, str]:
    return f"{word[:length]}-", f"-{word[len(word) - length :]}"


def pairs_one_slip_apart(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of names in a list, two by two, that one slip makes of each other."""
    folded = [" ".join(words(name)) for name in names]
    for other, number in _perhaps_one_slip_apart(folded):
        first = (folded[number].split()[0], folded[other].split()[0])
        if is_slip(folded[number], folded[other]) and not (first[0] != first[1] and GIVEN_NAMES.issuperset(first)):
            yield other, number


def _perhaps_one_slip_apart(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Few names are compared with one another, many only with those that are the same when a letter is taken out of both."""
    bounded = [(number, name) for number, name in enumerate(folded) if _SHORTEST_WHOLE <= len(name) <= _LONGEST]
    if len(bounded) <= _FEW:
        yield from (
            (other, number) for number, name in bounded for other, one in bounded if other < number and abs(len(one) - len(name)) < _FAR
        )
        return
    less: dict[str, list[int]] = {}
    for number, name in bounded:
        near: set[int] = set()
        for one in _less(name):
            near.update(less.get(one, ()))
            less.setdefault(one, []).append(number)
        yield from ((other, number) for other in sorted(near))


def _less(word: str) -> set[str]:
    """A word, and what is left of it when one letter is taken out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_slip(folded: str, known: str) -> bool:
    """Whether one letter exchanged, left out or put in, or two swapped, make one word of another; no plural and no feminine."""
    shorter, longer = sorted((folded, known), key=len)
    at = next((at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), len(shorter))
    if len(longer) - len(shorter) == 1:
        return longer[at + 1 :] == shorter[at:] and not (at == len(shorter) and longer[-1] in "sex")
    if len(longer) != len(shorter) or at == len(shorter):
        return False
    is_swapped = folded[at : at + 2] == known[at : at + 2][::-1] and folded[at + 2 :] == known[at + 2 :]
    return folded[at + 1 :] == known[at + 1 :] or is_swapped
