"""What minutes mark as a commitment, a question or a decision, with whom it concerns and by when, as far as the line says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.language import Mark, deadline, looks_like_person, marked, telling_words, unmarked, words
from traite_cli.repository.recognising import How, Recognised, Recogniser
from traite_cli.syntax import comments_of, within


class MarkedLine(NamedTuple):
    """A line that says what it is, by its place in the text."""

    mark: Mark
    start: int
    end: int
    text: str
    """What stands behind the mark, as one says it."""
    who: tuple[Recognised, ...] = ()
    """Those who promise, ask or decide, or are asked, as far as the line names them."""
    due: EdtfDate | None = None


def marked_lines(recogniser: Recogniser, text: str, start: int = 0, day: date | None = None) -> tuple[MarkedLine, ...]:
    """The marked lines of a body that begins at ``start``; deadlines count from a day."""
    comments = tuple(comments_of(text, start))
    return tuple(
        MarkedLine(one.mark, one.start, one.end, said, tuple(_who(recogniser, one.whose, said)), _due(said, day))
        for one in marked(text, start)
        if not within(comments, one.start) and (said := unmarked(text[slice(*one.said)]))
    )


def _due(said: str, day: date | None) -> EdtfDate | None:
    due = deadline(said, day)
    return EdtfDate.parse(due) if due else None


_WORD = re.compile(r"[^\s,;]+")
_MOST_WORDS = 9
_NEXT = re.compile(r"\s*(?:,|et|and|&)\s+")
_BY = re.compile(r"\b(?:par|by)\s+|[→⇒(]\s*|->\s*")
_TO = re.compile(r"(?:à|au|aux|pour|to|for)\s+", re.IGNORECASE)
_LONGEST = 400


def _who(recogniser: Recogniser, whose: str, said: str) -> Iterator[Recognised]:
    """Those named in the mark; else those with whom the line begins; else those behind « par », or in brackets."""
    if whose:
        yield recogniser.recognise(whose)
        return
    text = said[:_LONGEST]
    first = _TO.match(text)
    found = list(_named_at(recogniser, text, first.end() if first else 0))
    for at in _BY.finditer(text) if not found else ():
        found = list(_named_at(recogniser, text, at.end()))
        if found:
            break
    yield from found


def _named_at(recogniser: Recogniser, text: str, start: int) -> Iterator[Recognised]:
    """Those named from a place on, several with « et » or commas between them."""
    at: int | None = start
    while at is not None:
        found = _longest(recogniser, text, at)
        if found is None:
            return
        recognised, end = found
        yield recognised
        joined = _NEXT.match(text, end)
        at = joined.end() if joined else None


def _longest(recogniser: Recogniser, text: str, start: int) -> tuple[Recognised, int] | None:
    """The longest name that begins at a place, and where it ends; one that nobody has where it looks like somebody's."""
    ends = [word.end() for word, _ in zip(_WORD.finditer(text, start), range(_MOST_WORDS), strict=False)]
    for end in reversed(ends):
        name = text[start:end].rstrip(" .:;)!?\u00a0\u202f")
        recognised = recogniser.recognise(name)
        is_name = any(letter.isupper() for letter in name) and words(name)[-1:] == list(telling_words(words(name))[-1:])
        if is_name and recognised.candidates and recognised.candidates[0].how <= How.FAMILY:
            return recognised, start + len(name)
    ends = [end for end in ends if looks_like_person(text[start:end]) and text[start:end].istitle()]
    return (recogniser.recognise(text[start : ends[-1]]), ends[-1]) if ends else None
