"""The doubts that stand in a record as remarks: ``# ? …`` in its front matter, ``<!-- ? … -->`` in its body.

Importing leaves them where it did not understand a document; whoever has looked at one deletes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from traite_cli.kinds import Record
from traite_cli.syntax import comments_of

_IN_HEADER, _IN_BODY = "# ? ", "<!-- ? "
_LINE = re.compile(r"^[ \t]*# \? (?P<text>[^\r\n]*)", re.MULTILINE)


class Doubt(NamedTuple):
    """A doubt: its words, and where they stand in the file."""

    text: str
    start: int
    end: int


def doubts_of(record: Record) -> Iterator[Doubt]:
    """The doubts that nobody has settled yet, in their order."""
    text, body = record.document.text, record.document.body_start
    # One sign is found far more quickly than several, and few texts have it.
    if "#" in text and _IN_HEADER in text:
        yield from (Doubt(found["text"].strip(), *found.span("text")) for found in _LINE.finditer(text, 0, body))
    if "<" in text and _IN_BODY in text:
        for start, end in comments_of(text, body):
            if text.startswith(_IN_BODY, start):
                first = text[start + len(_IN_BODY) : end].split("-->")[0].split("\n")[0].rstrip()
                yield Doubt(first, start + len(_IN_BODY), start + len(_IN_BODY) + len(first))
