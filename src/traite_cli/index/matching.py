"""Where the words asked for stand in a text, by the characters of the text as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.index.search_terms import Term
from traite_cli.language import words

# A word as `language.words` cuts them, with the marks that fold away inside it: an accent of its own, a soft hyphen.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*")


class Token(NamedTuple):
    """A folded word, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text, folded; a sign that folds to several words stands for each of them."""
    return [Token(word, *found.span()) for found in _WORD.finditer(text) for word in words(found[0])]


def places(term: Term, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where a term stands among the words of a text."""
    length = len(term.words)
    *before, last = term.words
    for number in range(length - 1, len(found)):
        word = found[number].word
        is_last = word.startswith(last) if term.begins else word == last
        if is_last and all(found[number - length + 1 + place].word == one for place, one in enumerate(before)):
            yield found[number - length + 1].start, found[number].end
