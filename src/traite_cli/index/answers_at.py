"""What was answered at a revision, told again at another one that has the same wherever the answer has looked.

With an answer stands what was looked at for it: of which kinds all records were, and which others. Where git names none of them among the
files that are not alike, nor any other file that is read, the answer is the same. What rests on tables, on the full text or on what the
checks found rests on every file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from traite_cli.files.revision import Revision
from traite_cli.files.source import Source
from traite_cli.index.answers import Answers
from traite_cli.index.cache import Cache
from traite_cli.index.edition import answering
from traite_cli.index.glance import PARTS

if TYPE_CHECKING:
    from traite_cli.index.kept_tables import KeptTables
    from traite_cli.repository import Repository

_RECORD = re.compile(r"records/((\w+)/[a-z0-9-]+)\.md")
"""Whatever else has a name of its own counts for any answer."""


class Looked(NamedTuple):
    """Which records were looked at: of some kinds only those of some names (with their kinds), be they there or not; of others any."""

    kinds: frozenset[str]
    refs: frozenset[str]

    def holds(self, path: str) -> bool:
        """Whether what stands in a file may have counted."""
        record = _RECORD.fullmatch(path)
        if record is None:
            return path.partition("/")[0] in PARTS
        return record[2] not in self.kinds or record[1] in self.refs


def looked_at(cache: Cache, repository: Repository, tables: KeptTables) -> Looked | None:
    """What was looked at of a repository that is ``watched``; None where that may be anything."""
    from traite_cli.index.watched import Watched
    from traite_cli.kinds import KINDS

    found = {kind: repository.of_kind(kind) for kind in KINDS if kind not in tables.asked}
    some = {kind: one.asked for kind, one in found.items() if isinstance(one, Watched) and not one.is_asked_for_all}
    if cache.has_told or "" in tables.asked:
        return None
    return Looked(frozenset(some), frozenset(f"{kind}/{slug}" for kind, slugs in some.items() for slug in slugs))


def answers_about(cache: Cache, source: Source, day: str, until: Callable[[], float], looked: Callable[[], Looked | None]) -> Answers:
    """What was answered about the files of a source on a day; ``looked`` tells, of a revision, what an answer has looked at."""
    return AnswersAt(cache, source, day, until, looked) if isinstance(source, Revision) else Answers(cache, source, day, until)


class AnswersAt(Answers):
    """What was answered about a revision; ``looked`` tells what was looked at for what is kept now."""

    def __init__(self, cache: Cache, source: Revision, day: str, until: Callable[[], float], looked: Callable[[], Looked | None]) -> None:
        super().__init__(cache, source, day, until)
        self._revision, self._looked = source, looked
        self._last = _Last(cache, source, day, until)

    def answer(self, question: Any) -> Any:
        kept = super().answer(question)
        if kept is None and (last := self._last.answer(question)) is not None and self._is_same(last):
            kept = last["answer"]
            # The day ends when it ended there: nothing of this revision has to be read for that.
            Answers(self._cache, self._source, self._day, lambda: float(last["until"])).keep(question, kept)
        return kept

    def _is_same(self, last: Any) -> bool:
        """Whether this revision has the same wherever an answer about another has looked."""
        looked = Looked(frozenset(last["kinds"]), frozenset(last["refs"]))
        paths = self._revision.differing(last["name"])
        return paths is not None and not any(map(looked.holds, paths))

    def keep(self, question: Any, answer: Any) -> None:
        super().keep(question, answer)
        looked = self._looked()
        if looked is not None:
            until = 0.0 if self._day else self._until()
            told = {"name": self._revision.name, "kinds": sorted(looked.kinds), "refs": sorted(looked.refs), "until": until}
            self._last.keep(question, {**told, "answer": answer})


class _Last(Answers):
    """What was answered last to a question, whichever revision it was about."""

    def _key(self, question: Any) -> str:
        return f"last {self._day} {crc32(answering().encode()):08x} {question!r}"
