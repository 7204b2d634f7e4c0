"""Reading a body for what sounds like a promise: tasks as they are listed, and the sentences that say one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from sys import maxsize

from traite_cli.language.capitals import in_small_letters
from traite_cli.language.given_names import GIVEN_NAMES
from traite_cli.language.promises.families import phrases
from traite_cli.language.promises.finding import Found
from traite_cli.language.promises.hints import hints
from traite_cli.language.promises.promise import Promise
from traite_cli.language.promises.task_lines import people_there, tasks
from traite_cli.language.promises.task_tables import table_tasks
from traite_cli.language.sentences import Block, Sentence, blocks, sentences
from traite_cli.language.stretches import Stretches
from traite_cli.language.word_lists import word_list

_LONGEST = 900
"""A longer sentence is a list or a paragraph without stops: what governs what in it nobody can be sure of."""
_PRONOUNS = word_list("nous je j' il ils elle elles on iel celui-ci celle-ci")


def read_promises(text: str, start: int, known: Container[str]) -> Iterator[Promise]:
    """What a body promises, each sentence once."""
    text = in_small_letters(text, start, known)
    found = list(blocks(text, start))
    names = _Names(text, found, known)
    listed = {task.whole: task for task in (*tasks(text, found, names), *table_tasks(text, found))}
    for whole, task in listed.items():
        yield Promise(task.start, task.end, whole, whole, task.who, task.run)
    hinted = _Hinted(hints(text, start))
    for block in _outside_statutes(text, found) if hinted.places else ():
        is_said = block.kind in {"prose", "item"} and block.box not in {"[x]", "[X]"}
        if is_said and hinted.next(block.start) < block.end and (block.start, block.end) not in listed:
            yield from _in(text, block, hinted)


class _Hinted:
    """The places at which some family of phrases may stand."""

    def __init__(self, found: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        self._found = sorted(found)
        self.places = [at for at, _ in self._found]

    def next(self, start: int) -> int:
        """The first of them from a place on; the greatest number that a text can be long where there is none."""
        number = bisect_left(self.places, start)
        return self.places[number] if number < len(self.places) else maxsize

    def families(self, start: int, end: int) -> set[str]:
        """Those that may stand in a stretch."""
        found = self._found[bisect_left(self.places, start) : bisect_left(self.places, end)]
        return {family for _, families in found for family in families}


_ARTICLE = re.compile(r"[\W_]{0,8}art(?:icle|\.) ?(?:premier|[\dIVX])", re.IGNORECASE)
_MAY_BE_STATUTES = Stretches("rticle", "RTICLE", "rt.", "RT.")
_STATUTES = 3
"""So many articles make a text of rules; one or two are what a meeting speaks about."""


def _outside_statutes(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks that are no part of statutes, whose articles say what anybody in an office does for ever."""
    if not _MAY_BE_STATUTES.are_in(text):
        yield from found
        return
    articles = {block for block in found if block.kind in {"prose", "heading"} and _ARTICLE.match(text, block.start, block.end)}
    if len(articles) < _STATUTES:
        yield from found
        return
    in_article = False
    for block in found:
        in_article = block in articles or (in_article and block.kind != "heading")
        if not in_article:
            yield block


class _Names:
    """The words of names: of common first names, of those that records know, of those who were there by the body itself."""

    def __init__(self, text: str, found: Sequence[Block], known: Container[str]) -> None:
        self._text = text
        self._blocks = found
        self._known = known

    def __contains__(self, word: object) -> bool:
        return word in GIVEN_NAMES or word in self._known or word in self._there

    @cached_property
    def _there(self) -> set[str]:
        return people_there(self._blocks, self._text)


def _in(text: str, block: Block, hinted: _Hinted) -> Iterator[Promise]:
    for sentence in sentences(text, block):
        start, end = sentence.start, sentence.end
        at = hinted.next(start)
        if at >= block.end:
            return
        if at >= end or end - start > _LONGEST or "~~" in text[start:end]:
            continue
        found = next(phrases(sentence.said, hinted.families(start, end)), None)
        if found is not None:
            yield Promise(*sentence.place(found.start, found.end), (start, end), (block.start, block.end), _who(sentence, found))


def _who(sentence: Sentence, found: Found) -> str:
    """Who promises, as the text spells it; '' for a pronoun."""
    at = max(sentence.said.rfind(found.who, 0, found.start), sentence.said.find(found.who, found.start))
    if not found.who or at < 0 or found.who.lower() in _PRONOUNS:
        return ""
    return sentence.written(at, at + len(found.who))
