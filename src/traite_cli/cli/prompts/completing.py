"""Completion of names while they are typed: by the beginnings of their words, accents and order aside, else by a few slips of the finger.

Of a line with several names the last is completed: what stands behind the last comma or « et ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from traite_cli.diagnostics.visible import visible
from traite_cli.language import KnownNames, fold, words
from traite_cli.writing.interview import Candidate

_COMMA = re.compile(r".*[,;(\n]\s*", re.DOTALL)
_AND = re.compile(r".*\s(?:et|and|&)\s+", re.DOTALL | re.IGNORECASE)
_MOST = 8
_SHORTEST_WITH_SLIPS = 4


class NameCompleter(Completer):
    """Offers the candidates whose names begin as somebody types, each with what tells it from another and its slug."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._names = KnownNames((one.label, *one.also, one.value.rpartition("/")[2]) for one in candidates)
        self._labels = [fold(one.label) for one in candidates]

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """What the name that is being typed can be; nothing before a letter is typed, unless it is asked for."""
        typed, numbers = self._offered(*_last(document.text_before_cursor))
        if not words(typed) and complete_event.completion_requested:
            numbers = list(range(len(self._candidates)))[:_MOST]
        for number in numbers:
            yield self._completion(self._candidates[number], len(typed))

    def _offered(self, whole: str, part: str) -> tuple[str, list[int]]:
        """What is completed of a line, and with whom."""
        for typed in dict.fromkeys((whole, part)):
            if begun := self._names.beginning(typed, _MOST):
                return typed, begun
        return part, self._names.near(part, _MOST) if len(part) >= _SHORTEST_WITH_SLIPS else []

    def _completion(self, one: Candidate, typed: int) -> Completion:
        """The name is put in; where another record has it too, or it holds what no line should, the name of the file."""
        slug = one.value.rpartition("/")[2]
        is_alone = self._labels.count(fold(one.label)) == 1 and one.label == visible(one.label)
        told = ", ".join(filter(None, (one.note, slug)))
        return Completion(one.label if is_alone else one.value, -typed, display=visible(one.label), display_meta=visible(told))


def _last(text: str) -> tuple[str, str]:
    """The name that is being typed, be « et » a part of it or not."""
    comma = _COMMA.match(text)
    whole = text[comma.end() :] if comma else text.lstrip()
    joined = _AND.match(whole)
    return whole, whole[joined.end() :] if joined else whole
