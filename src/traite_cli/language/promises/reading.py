"""Reading a body for what sounds like a promise: tasks as they are listed, and the sentences that say one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cached_property

from traite_cli.language.capitals import in_small_letters
from traite_cli.language.given_names import GIVEN_NAMES
from traite_cli.language.promises.families import phrases
from traite_cli.language.promises.finding import Found
from traite_cli.language.promises.hints import hints
from traite_cli.language.promises.promise import Promise
from traite_cli.language.promises.task_lines import people_there, tasks
from traite_cli.language.promises.task_tables import table_tasks
from traite_cli.language.sentences import Block, Sentence, blocks, sentences
from traite_cli.language.word_lists import word_list

_LONGEST = 900
"""A longer sentence is a list or a paragraph without stops: what governs what in it nobody can be sure of."""
_PRONOUNS = word_list("nous je j' il ils elle elles on iel celui-ci celle-ci")
_Hints = Sequence[tuple[int, tuple[str, ...]]]


def read_promises(text: str, start: int, known: Container[str]) -> Iterator[Promise]:
    """What a body promises, each sentence once."""
    text = in_small_letters(text, start, known)
    found = list(blocks(text, start))
    names = _Names(text, found, known)
    listed = {task.whole: task for task in (*tasks(text, found, names), *table_tasks(text, found))}
    for whole, task in listed.items():
        yield Promise(task.start, task.end, whole, whole, task.who, task.run)
    where = sorted(hints(text, start))
    for block in _outside_statutes(text, found) if where else ():
        if block.kind in {"prose", "item"} and block.box not in {"[x]", "[X]"} and (block.start, block.end) not in listed:
            yield from _in(text, block, where)


_ARTICLE = re.compile(r"[\W_]{0,8}art(?:icle|\.) ?(?:premier|[\dIVX])", re.IGNORECASE)
_STATUTES = 3
"""So many articles make a text of rules; one or two are what a meeting speaks about."""


def _outside_statutes(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks that are no part of statutes, whose articles say what anybody in an office does for ever."""
    if "rticle" not in text and "RTICLE" not in text and "rt." not in text and "RT." not in text:
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


def _in(text: str, block: Block, where: _Hints) -> Iterator[Promise]:
    if not _families(where, block.start, block.end):
        return
    for sentence in sentences(text, block):
        families = _families(where, sentence.start, sentence.end)
        if not families or sentence.end - sentence.start > _LONGEST or "~~" in text[sentence.start : sentence.end]:
            continue
        found = next(phrases(sentence.said, families), None)
        if found is not None:
            place = sentence.place(found.start, found.end)
            yield Promise(*place, (sentence.start, sentence.end), (block.start, block.end), _who(sentence, found))


def _families(where: _Hints, start: int, end: int) -> set[str]:
    """The families of phrases that may stand in a stretch."""
    families: set[str] = set()
    number = bisect_left(where, (start, ()))
    while number < len(where) and where[number][0] < end:
        families.update(where[number][1])
        number += 1
    return families


def _who(sentence: Sentence, found: Found) -> str:
    """Who promises, as the text spells it; '' for a pronoun."""
    at = max(sentence.said.rfind(found.who, 0, found.start), sentence.said.find(found.who, found.start))
    if not found.who or at < 0 or found.who.lower() in _PRONOUNS:
        return ""
    return sentence.written(at, at + len(found.who))
