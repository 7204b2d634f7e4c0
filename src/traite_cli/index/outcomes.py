"""What the checks found, and how it was told, kept until a file changes or the day is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from traite_cli.diagnostics import Fault, Outcome, Rule, Severity
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.files import Source, WorkTree
from traite_cli.index.cache import Cache
from traite_cli.index.database import Unusable

if TYPE_CHECKING:
    from traite_cli.kinds import Record

    Again = Callable[[Outcome, Sequence[Record]], Outcome | None]

_SECOND = 1_000_000_000
_MOST_KEPT = 20_000
"""So many faults are in no collective's records, or in more records than that; to keep them takes more memory than to find them."""


class Outcomes:
    """What the checks find in some files about a day ('' for today): what is kept of that, or what ``find`` finds.

    ``find`` gives too until which moment that is true of today, in seconds. ``again`` finds it of what was found before some records
    changed, which it is given as they were; nothing where more may be other than that tells.
    """

    def __init__(self, cache: Cache, source: Source, day: str, find: Callable[[], tuple[Outcome, float]], again: Again) -> None:
        self._cache = cache
        self._source = source
        self._day = day
        self._find = find
        self._again = again

    @property
    def outcome(self) -> Outcome:
        """All that the checks find."""
        return self._found[0]

    def told(self, name: str, tell: Callable[[Outcome], Any]) -> Any:
        """What ``tell`` makes of it, as JSON takes it, or has made of it under this name."""
        kept = self._kept(name)
        if kept is not None:
            return kept.value
        found, until = self._found
        said = tell(found)
        if _is_kept(found):
            self._keep(name, _Valid(said, until))
        return said

    @cached_property
    def _found(self) -> tuple[Outcome, float]:
        kept = self._kept("faults")
        if kept is not None:
            return _outcome(kept.value), kept.until
        found, until = self._found_again() or self._find()
        if _is_kept(found):
            self._keep("faults", _Valid(_form(found), until))
            with suppress(Unusable):
                self._cache.checked(self._cache.content(self._source))
        return found, until

    def _found_again(self) -> tuple[Outcome, float] | None:
        """What follows from what was found when all files were last looked at."""
        earlier = self._cache.since_checked()
        kept = self._kept("faults", earlier.content) if earlier is not None and isinstance(self._source, WorkTree) else None
        found = self._again(_outcome(kept.value), earlier.records) if kept is not None and earlier is not None else None
        return (found, kept.until) if found is not None and kept is not None else None

    def _key(self, name: str, content: str = "") -> str:
        return f"{content or self._cache.content(self._source)} {self._day} {name}"

    def _kept(self, name: str, content: str = "") -> _Valid | None:
        try:
            kept = self._cache.outcome(self._key(name, content))
        except Unusable:
            return None
        if kept is None or not (self._day or kept["from"] <= self._now() < kept["until"]):
            return None
        return _Valid(kept["value"], kept["until"])

    def _keep(self, name: str, made: _Valid) -> None:
        with suppress(Unusable):
            self._cache.keep_outcome(self._key(name), {"from": self._now(), **made._asdict()})

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


def _is_kept(found: Outcome) -> bool:
    return len(found.faults) <= max(_MOST_KEPT, found.records)


class _Valid(NamedTuple):
    """Something that JSON takes, which is true of today until a moment."""

    value: Any
    until: float


def _form(found: Outcome) -> dict[str, Any]:
    rules = {name: [rule.code, rule.severity, dict(rule.messages), dict(rule.hints)] for name, rule in found.rules.items()}
    return {"faults": forms_of(found.faults), "rules": rules, "records": found.records}


def _outcome(form: dict[str, Any]) -> Outcome:
    rules = {name: Rule(code, Severity(severity), messages, hints) for name, (code, severity, messages, hints) in form["rules"].items()}
    return Outcome(tuple(faults_from(form["faults"])), rules, form["records"])
