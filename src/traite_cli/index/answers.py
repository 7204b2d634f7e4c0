"""What was answered to questions about the records, kept until a file changes or the day is over.

An answer is told by the content of all files, the day asked about and whatever else the question depends on: the words of the call, the
language, how wide the screen is.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from traite_cli.files.source import Source
from traite_cli.index.cache import Cache
from traite_cli.index.database import Database, Unusable, sealed, unsealed
from traite_cli.index.edition import answering

_SECOND = 1_000_000_000
_MOST, _LONGEST = 32, 4_000_000
"""Answers, and the bytes of one: a longer one nobody reads twice."""
_PRUNE = "DELETE FROM answers WHERE rowid NOT IN (SELECT rowid FROM answers ORDER BY rowid DESC LIMIT ?)"


class Answers:
    """What was answered about the files of a source on a day ('' for today, which ends when ``until`` says, in seconds)."""

    def __init__(self, cache: Cache, source: Source, day: str, until: Callable[[], float]) -> None:
        self._cache, self._source, self._day, self._until = cache, source, day, until

    def answer(self, question: Any) -> Any:
        """What was answered to a question, as JSON takes it; None where that is not known."""
        with suppress(Unusable):
            key = self._key(question)
            for value, summed in self._database.rows("SELECT value, sum FROM answers WHERE key = ?", [key]):
                kept = unsealed(key, _opened(value), summed)
                if self._day or kept["from"] <= self._now() < kept["until"]:
                    return kept["answer"]
        return None

    def keep(self, question: Any, answer: Any) -> None:
        """Keep what was answered, where that can be."""
        with suppress(Unusable):
            key = self._key(question)
            until = 0.0 if self._day else self._until()
            data, summed = sealed(key, {"from": self._now(), "until": until, "answer": answer})
            if len(data) <= _LONGEST:
                with self._database.writing():
                    self._database.do("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", [key, zlib.compress(data, 1), summed])
                    self._database.do(_PRUNE, [_MOST])

    @property
    def _database(self) -> Database:
        if self._cache.database is None:
            raise Unusable
        return self._cache.database

    def _key(self, question: Any) -> str:
        return f"{self._cache.content(self._source)} {self._day} {zlib.crc32(answering().encode()):08x} {question!r}"

    def _now(self) -> float:
        return self._cache.clock() / _SECOND


def _opened(value: object) -> bytes:
    """What was compressed. Raises ``Unusable``."""
    try:
        return zlib.decompressobj().decompress(value, 2 * _LONGEST) if isinstance(value, bytes) else b""
    except zlib.error as error:
        raise Unusable from error
