"""What a record says, text by text, each with the circle that may read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from traite_cli.kinds import Commitment, Person, Record, Request
from traite_cli.repository import narrowest, plain, texts_in

_SENTENCE = re.compile(r"(?<=[.!?…;])[\"»”)*_]*\s+|\n[ \t]*(?:[-*+•–]|\d+[.)]|#{1,6})[ \t]+|\n[ \t]*\n|\n(?=[A-ZÀ-ÖØ-Þ])")
"""Where one ends: at a stop, and at the end of a line that the next one does not go on from."""
_WORD = re.compile(r"[^\W_]+")
_LONGEST, _SHARED = 50, 15
"""Words of a stretch of what has no stop, and those of two such stretches that are the same."""
_MARKS = re.compile(r"[*_`\[\]]+|^\s*(?:[-*+•–]|\d+[.)]|#{1,6})\s+")


class Said(NamedTuple):
    """A paragraph of a body or the text of a field, and who may read it."""

    text: str
    circle: str
    is_field: bool = False

    def sentences(self) -> Iterator[str]:
        """Its sentences and items of lists, without the marks of Markdown; very long ones in stretches."""
        for part in _SENTENCE.split(self.text):
            yield from _stretches(" ".join(_MARKS.sub("", part).split()))


def _stretches(sentence: str) -> Iterator[str]:
    places = [found.span() for found in _WORD.finditer(sentence)]
    if len(places) <= _LONGEST:
        yield from filter(None, [sentence])
        return
    for first in range(0, len(places) - _SHARED, _LONGEST - _SHARED):
        last = min(first + _LONGEST, len(places)) - 1
        yield sentence[places[first][0] : places[last][1]]


def said(record: Record, circle: str) -> Iterator[Said]:
    """Every text of a record that the circle may read: its fields, and its body by paragraphs, some of them for fewer.

    What ways to reach a person say has an audience of its own, and a quote is as narrow as the passage it stands in: neither is among them.
    """
    for passage in record.passages:
        reads = narrowest([circle, passage.audience or circle])
        for part in plain(record.document.text[passage.start : passage.end]).split("\n\n"):
            if part.strip():
                yield Said(part.strip(), reads)
    fields = {name: value for name, value in record.values.items() if name not in _otherwise(record)}
    yield from (Said(text, circle, is_field=True) for text in texts_in(fields))
    if isinstance(record, Request):
        yield from _answers(record, circle)


def _otherwise(record: Record) -> frozenset[str]:
    """The fields whose texts have a circle of their own."""
    if isinstance(record, Commitment) and record.made_at is not None:
        return frozenset({"quote"})
    return frozenset({"contact_details"} if isinstance(record, Person) else {"answers"} if isinstance(record, Request) else ())


def _answers(record: Request, circle: str) -> Iterator[Said]:
    """What was answered, as narrow as its question."""
    places = {one.number: one.start for one in record.questions()} if record.answers else {}
    for answer in record.answers:
        at = places.get(answer.item or 0, -1)
        around = [one.audience or circle for one in record.passages if one.start <= at < one.end]
        yield from (Said(text, narrowest([circle, *around]), is_field=True) for text in texts_in(answer.values))
