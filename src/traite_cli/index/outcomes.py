"""What the checks found, and how it was told, kept until a file changes or the day is over."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from traite_cli.diagnostics import Fault, Outcome
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.files import Source, WorkTree
from traite_cli.index.cache import Cache
from traite_cli.index.database import Database, Unusable
from traite_cli.index.findings import About, Findings, Terms, Words

if TYPE_CHECKING:
    from traite_cli.diagnostics import Changed
    from traite_cli.index.since import Earlier

    Find = Callable[[Outcome | None], tuple[Outcome, Terms]]
    Again = Callable[[Findings, Earlier], Changed | None]

_SECOND = 1_000_000_000
_MOST_KEPT = 20_000
"""So many faults are in no collective's records, or in more records than that; to keep them takes more memory than to find them."""


class Outcomes:
    """What the checks find in some files about a day ('' for today): what is kept of that, or what ``find`` finds.

    ``find`` is given what they found about another day, where that is kept; it gives too on which terms. ``again`` finds it of what was
    found before some records changed or came, which it is given; nothing where more may be other than that tells. It may raise
    ``Unusable``.
    """

    def __init__(self, cache: Cache, source: Source, day: str, find: Find, again: Again) -> None:
        self._cache = cache
        self._source = source
        self._day = day
        self._find = find
        self._again = again

    @cached_property
    def outcome(self) -> Outcome:
        """All that the checks find."""
        try:
            if self._findings is not None:
                return self._findings.outcome
        except Unusable as error:
            self._cache.do_without(error)
        return self._anew[0]

    def worded(self, form: str, tell: Callable[[Outcome], Words]) -> tuple[Words, int]:
        """What ``tell`` makes of all of it, or has made of what is the same now; and how many records were looked at.

        What it makes of several files must be what it makes of each of them, one after the other.
        """
        try:
            if self._findings is not None:
                return self._findings.told(form, tell), self._findings.records
        except Unusable as error:
            self._cache.do_without(error)
        return tell(self.outcome), self.outcome.records

    def told(self, name: str, tell: Callable[[Outcome], Any]) -> Any:
        """What ``tell`` makes of it, as JSON takes it, or has made of it under this name."""
        try:
            key = f"{self._key()} {name}"
        except Unusable:
            return tell(self.outcome)
        kept = self._cache.outcome(key)
        if kept is not None and self._is_now(kept["from"], kept["until"]):
            return kept["value"]
        said = tell(self.outcome)
        if self._findings is not None:
            about = self._findings.about
            self._cache.keep_outcome(key, {"from": about.begun, "until": about.until, "value": said})
        return said

    @cached_property
    def _anew(self) -> tuple[Outcome, Terms]:
        return self._find(self._of_another_day())

    def _of_another_day(self) -> Outcome | None:
        with suppress(Unusable):
            other = Findings.of_another_day(self._database, self._cache.content(self._source))
            return None if other is None else other.outcome
        return None

    @cached_property
    def _findings(self) -> Findings | None:
        """What is kept of it by now; None where nothing can be."""
        with suppress(Unusable):
            kept = self._kept(self._cache.content(self._source)) or self._moved()
            if kept is not None:
                return kept
        found, terms = self._anew
        if len(found.faults) <= max(_MOST_KEPT, found.records):
            with suppress(Unusable):
                kept = Findings.keep(self._database, self._key(), About.of(found, terms, self._now()), found.faults)
                self._cache.checked(self._cache.content(self._source))
                return kept
        return None

    def _moved(self) -> Findings | None:
        """What follows from what was found when all files were last looked at. Raises ``Unusable``."""
        earlier = self._cache.since_checked() if isinstance(self._source, WorkTree) else None
        before = self._kept(earlier.content) if earlier is not None else None
        again = self._again(before, earlier) if before is not None and earlier is not None else None
        if before is None or again is None or self._cache.settled is None:
            return None
        about = before.about._replace(begun=self._now(), records=again.records, counts=again.counts, rules=again.rules)
        moved = before.moved(self._key(), about, again.files)
        self._cache.checked(self._cache.content(self._source))
        return moved

    def _kept(self, content: str) -> Findings | None:
        """What was found in files of this content. Raises ``Unusable``."""
        kept = Findings.kept(self._database, self._key(content))
        return kept if kept is not None and self._is_now(kept.about.begun, kept.about.until) else None

    def _key(self, content: str = "") -> str:
        return f"{content or self._cache.content(self._source)} {self._day}"

    @property
    def _database(self) -> Database:
        if self._cache.database is None:
            raise Unusable
        return self._cache.database

    def _is_now(self, begun: float, until: float) -> bool:
        return bool(self._day) or begun <= self._now() < until

    def _now(self) -> float:
        return self._cache.clock() / _SECOND


def faults_kept(cache: Cache, source: Source, name: str, find: Callable[[], tuple[Fault, ...]]) -> tuple[Fault, ...]:
    """Faults that the content of the files alone decides: those found under this name the last time, as long as no file has changed."""
    try:
        key = f"{cache.content(source)} {name}"
    except Unusable:
        return find()
    kept = cache.outcome(key)
    if kept is not None:
        return tuple(faults_from(kept))
    found = find()
    cache.keep_outcome(key, forms_of(found))
    return found
