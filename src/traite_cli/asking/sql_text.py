"""A query as text: its words, texts and signs, and where they stand; no grammar, since SQLite has that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<comment>--[^\n]*|/\*.*?(?:\*/|\Z))|'(?P<text>(?:[^']|'')*)'|\"(?P<quoted>[^\"]*)\"|(?P<word>\w+)|(?P<space>\s+)|(?P<sign>.)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A piece of a query: ``word`` (a name, or a word of SQL), ``quoted`` (a name, for SQLite also a text), ``text`` or ``sign``."""

    kind: str
    said: str
    place: int


def tokens(sql: str) -> Iterator[Token]:
    """The pieces of a query, without comments and spaces."""
    for found in _TOKEN.finditer(sql):
        kind = found.lastgroup or ""
        if kind == "text":
            yield Token(kind, found[kind].replace("''", "'"), found.start())
        elif kind in {"word", "quoted", "sign"}:
            yield Token(kind, found[kind], found.start(kind))


def place_of(sql: str, name: str) -> int:
    """Where a name first stands in a query, -1 where it does not."""
    return next((one.place for one in tokens(sql) if one.kind in {"word", "quoted"} and one.said.lower() == name.lower()), -1)
