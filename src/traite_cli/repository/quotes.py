"""Where a quote stands in a body: its words in order, all else aside; ``[…]`` marks an omission."""

from __future__ import annotations

import re
from functools import lru_cache

from traite_cli.kinds import Record
from traite_cli.language import words
from traite_cli.repository.prose import plain
from traite_cli.syntax import Passage

_OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)")

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-*:?\s*")


def quote_in_words(quote: str) -> str:
    """A quote as it is read: the cells of a table's row between commas, where it holds the bars."""
    return "\n".join(filter(None, map(_in_words, quote.split("\n")))) if "|" in quote else quote


def _in_words(line: str) -> str:
    cells = _BAR.split(line)
    return ", ".join(cell.strip() for cell in cells if not _RULE.fullmatch(cell)) if len(cells) > 1 else line


def passages_of_quote(record: Record, quote: str) -> tuple[Passage, ...] | None:
    """The passages of a body that a quote's words stand in; None when they do not stand there, () for a quote without words."""
    text, where = _words_of(record)
    at, before = 0, 0
    used: dict[Passage, None] = {}
    for wanted in filter(None, map(words, _OMISSION.split(quote))):
        sought = f" {' '.join(wanted)} "
        place = text.find(sought, at)
        if place < 0:
            return None
        start = before + text.count(" ", at, place)
        used.update(dict.fromkeys(where[start : start + len(wanted)]))
        at, before = place + len(sought) - 1, start + len(wanted)
    return tuple(used)


@lru_cache(maxsize=16)  # several promises are made at one meeting
def _words_of(record: Record) -> tuple[str, list[Passage]]:
    """The words of a body with the passage of each.

    They are one text with a space around each word: comparing lists of them takes hours where somebody repeats one.
    """
    body: list[str] = []
    where: list[Passage] = []
    for passage in record.passages:
        found = words(plain(record.document.text[passage.start : passage.end]))
        body.extend(found)
        where.extend([passage] * len(found))
    return f" {' '.join(body)} ", where
