"""What can be found in a record: its names, its fields, its text, each with where it stands in the file."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import partial
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Block, Choice, Record, Ref
from traite_cli.kinds.block import Place
from traite_cli.kinds.types import Url
from traite_cli.repository import prose_of
from traite_cli.syntax import comments_of


class Weight(IntEnum):
    """Where a find counts most: in a name, then in a field, then in the text."""

    NAME = 0
    FIELD = 1
    BODY = 2


class Piece(NamedTuple):
    """A stretch of a record: ``text`` as it is searched."""

    weight: Weight
    field: str
    text: str
    place: Callable[[], Place]
    """Where that stands in the file; of a field it is asked where it is shown, since the front matter is read again for it."""
    topic: str = ""
    """The topic that it is filed under."""
    is_name_of_other: bool = False
    """Whether it is the name of another record."""


_NAMES = frozenset({"title", "name", "short_title", "acronym", "other_names", "sort_name"})
_UNSAID = frozenset({"audience", "former_slugs"})


def pieces_of(record: Record) -> Iterator[Piece]:
    """Everything that a record shows, as it may be searched."""
    yield from _fields(record, "", depth=0)
    yield from _body(record)


def _fields(block: Block, prefix: str, depth: int) -> Iterator[Piece]:
    for name, value in block.values.items():
        if name in _UNSAID:
            continue
        for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(one, Block):
                yield from _fields(one, f"{prefix}{name}.", depth + 1)
            elif text := _said(block, name, one):
                weight = Weight.NAME if name in _NAMES and not depth and isinstance(block, Record) else Weight.FIELD
                place = partial(block.place_of, name, number)
                yield Piece(weight, f"{prefix}{name}", text, place, is_name_of_other=isinstance(one, Ref))


def _said(block: Block, name: str, value: object) -> str:
    """What a value says in words: texts and the names of other records; words of lists and addresses are asked for in other ways."""
    match value:
        case str():
            field = block.FIELDS.get(name)
            return "" if field is not None and isinstance(field.type, Choice | Url) else value
        case Ref():
            return value.slug
        case dict():
            return " ".join(_own(value))
        case EdtfDate():
            return ""
    return ""


def _own(value: object) -> Iterator[str]:
    """The texts of the user's own keys."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case dict() as inner:
                waiting += inner.values()
            case list() as items:
                waiting += items


_LINK_TARGET = re.compile(r"\]\((?:<[^<>\n]*>|[^()\s]*)(?:[ \t]+\"[^\"\n]*\")?\)")


def _body(record: Record) -> Iterator[Piece]:
    """The text, stretch by stretch, character for character as in the file: comments and what links lead to are blank."""
    if not record.passages:
        return
    text = _legible(record.document.text, record.document.body_start)
    filed = deque((prose.start, prose.topic) for prose in prose_of(record))
    for passage in record.passages:
        begin, topic = passage.start, ""
        while filed and filed[0][0] < passage.end:
            start, following = filed.popleft()
            if start > begin:
                yield _stretch(text, begin, start, topic)
            begin, topic = start, following
        yield _stretch(text, begin, passage.end, topic)


def _stretch(text: str, start: int, end: int, topic: str) -> Piece:
    return Piece(Weight.BODY, "body", text[start:end], lambda: (start, end), topic)


def _legible(text: str, start: int) -> str:
    """A file's text with blanks for what nobody reads; each character keeps its place."""
    if "<!--" in text:
        parts: list[str] = []
        done = 0
        for begin, end in comments_of(text, start):
            parts += [text[done:begin], re.sub(r"[^\n]", " ", text[begin:end])]
            done = end
        text = "".join([*parts, text[done:]])
    return _LINK_TARGET.sub(lambda found: "]".ljust(len(found[0])), text) if "](" in text else text
