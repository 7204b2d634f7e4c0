"""Where a quote stands in a body: its words in order, all else aside; ``[…]`` marks an omission."""

from __future__ import annotations

import re
from collections.abc import Sequence

from traite_cli.kinds import Record
from traite_cli.language import words
from traite_cli.repository.prose import plain
from traite_cli.syntax import Passage

_OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)")


def passages_of_quote(record: Record, quote: str) -> tuple[Passage, ...] | None:
    """The passages of a body that a quote's words stand in; None when they do not stand there, () for a quote without words."""
    body: list[str] = []
    where: list[Passage] = []
    for passage in record.passages:
        found = words(plain(record.document.text[passage.start : passage.end]))
        body.extend(found)
        where.extend([passage] * len(found))
    at = 0
    used: dict[Passage, None] = {}
    for part in _OMISSION.split(quote):
        wanted = words(part)
        start = _find(body, wanted, at)
        if start is None:
            return None
        at = start + len(wanted)
        used.update(dict.fromkeys(where[start:at]))
    return tuple(used)


def _find(body: Sequence[str], wanted: Sequence[str], start: int) -> int | None:
    if not wanted:
        return start
    first = wanted[0]
    for index in range(start, len(body) - len(wanted) + 1):
        if body[index] == first and list(body[index : index + len(wanted)]) == list(wanted):
            return index
    return None
