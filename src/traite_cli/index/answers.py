"""What was answered to questions about the records, kept until a file changes or the day is over.

An answer is told by the content of all files and the question, which holds whatever else it depends on: the words of the call, the
language, how wide the screen is.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from traite_cli.files.source import WorkTree
from traite_cli.index.cache import Cache
from traite_cli.index.database import Database, Unusable, sealed, unsealed
from traite_cli.index.edition import answering

_SECOND = 1_000_000_000
_MOST, _LONGEST = 32, 64_000_000
"""Answers, and the bytes of one."""
_PIECE = 1 << 20
_SHARE, _LEAST = 40, 1 << 15
"""All of them take no more than one such part of the database, or so many bytes."""
_PRUNE = """
DELETE FROM answers WHERE rowid IN (
    SELECT rowid FROM (
        SELECT rowid, row_number() OVER newest AS place, sum(length(said)) OVER newest AS room FROM answers
        WINDOW newest AS (ORDER BY rowid DESC)
    ) WHERE place > ? OR place > 1 AND room > max(?, (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) / ?)
)
"""


class Answer(NamedTuple):
    """An exit code; what was said, in order: whether aside, and its bytes; and the files that were written, each with its sum."""

    code: int
    said: Iterable[tuple[bool, bytes]]
    wrote: Mapping[str, str]


class Answers:
    """What was answered about the files of a repository, as they are now or (``at``) as a revision or the end of a day has them."""

    def __init__(self, cache: Cache, at: str) -> None:
        self.cache = cache
        self.at = at
        self._of_revision = ""

    def answer_unless_changed(self, question: str) -> Answer | None:
        """What was answered, where that is known without reading a file. Raises ``Unusable``."""
        if not self.at:
            self.cache.unchanged()
        return self.answer(question)

    def answer(self, question: str) -> Answer | None:
        """What was answered to a question; None where that is not known."""
        with suppress(Unusable):
            key = self._key(self._content(), question)
            for about, said, summed in self._database.rows("SELECT about, said, sum FROM answers WHERE key = ?", [key]):
                kept = unsealed(_with(key, said), about, summed)
                if kept["from"] <= self._now() < kept["until"]:
                    return Answer(kept["code"], _opened(said, kept["parts"]), kept["wrote"])
        return None

    def keep(self, question: str, answer: Answer, until: float) -> None:
        """Keep what was answered until a moment, in seconds, where that can be."""
        with suppress(Unusable):
            parts = _joined(answer.said)
            said = b"".join(content for _, content in parts)
            if len(said) > _LONGEST or (self.at and self._content() != self._seen()):
                return
            lengths = [(aside, len(content)) for aside, content in parts]
            about = {"code": answer.code, "parts": lengths, "wrote": dict(answer.wrote), "from": self._now(), "until": until}
            key, packed = self._key(self._content(), question), zlib.compress(said, 1)
            with self._database.writing():
                row = [key, packed, *sealed(_with(key, packed), about)]
                self._database.do("INSERT OR REPLACE INTO answers (key, said, about, sum) VALUES (?, ?, ?, ?)", row)
                self._database.do(_PRUNE, [_MOST, _LEAST, _SHARE])

    def _content(self) -> str:
        """What sums up the files."""
        if not self.at:
            return self.cache.content(WorkTree(self.cache.root))
        self._of_revision = self._of_revision or self._seen()
        return self._of_revision

    def _seen(self) -> str:
        from traite_cli.index.refs import what_is_at

        return what_is_at(self.cache.root, self.at)

    @property
    def _database(self) -> Database:
        if self.cache.database is None:
            raise Unusable
        return self.cache.database

    def _key(self, content: str, question: str) -> str:
        return f"{content} {zlib.crc32(answering().encode()):08x} {question}"

    def _now(self) -> float:
        return self.cache.clock() / _SECOND


def _with(key: str, packed: object) -> str:
    """What the rest of an answer is summed with."""
    return f"{key} {zlib.crc32(packed) if isinstance(packed, bytes) else 0:08x}"


def _joined(said: Iterable[tuple[bool, bytes]]) -> list[tuple[bool, bytes]]:
    """The same in as few parts as may be."""
    return [(aside, b"".join(content for _, content in parts)) for aside, parts in groupby(said, key=itemgetter(0))]


def _opened(packed: bytes, parts: Iterable[tuple[bool, int]]) -> Iterator[tuple[bool, bytes]]:
    """What was compressed, whose sum is right: a piece at a time, since an answer may be longer than all else in memory."""
    opening = zlib.decompressobj()
    for aside, length in parts:
        left = length
        while left > 0 and (piece := opening.decompress(packed, min(left, _PIECE))):
            yield bool(aside), piece
            packed = opening.unconsumed_tail
            left -= len(piece)
