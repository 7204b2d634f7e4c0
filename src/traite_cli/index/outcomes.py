"""What the checks found, and how it was told, kept until a file changes or the day is over."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from traite_cli.diagnostics import Outcome, Rule, Severity
from traite_cli.diagnostics.forms import fault_of, form_of
from traite_cli.files import Source
from traite_cli.index.cache import Cache
from traite_cli.index.database import Unusable

_SECOND = 1_000_000_000


class Outcomes:
    """What the checks find in some files about a day ('' for today): what is kept of that, or what ``find`` finds.

    ``find`` gives too until which moment that is true of today, in seconds.
    """

    def __init__(self, cache: Cache, source: Source, day: str, find: Callable[[], tuple[Outcome, float]]) -> None:
        self._cache = cache
        self._source = source
        self._day = day
        self._find = find

    @property
    def outcome(self) -> Outcome:
        """All that the checks find."""
        return _outcome(self._found.value)

    def told(self, name: str, tell: Callable[[Outcome], Any]) -> Any:
        """What ``tell`` makes of it, as JSON takes it, or has made of it under this name."""
        return self._remembered(name, lambda: _Valid(tell(self.outcome), self._found.until)).value

    @cached_property
    def _found(self) -> _Valid:
        return self._remembered("faults", self._find_now)

    def _find_now(self) -> _Valid:
        found, until = self._find()
        return _Valid(_form(found), until)

    def _remembered(self, name: str, make: Callable[[], _Valid]) -> _Valid:
        try:
            key = f"{self._cache.content(self._source)} {self._day} {name}"
        except Unusable:
            return make()
        kept = self._cache.outcome(key)
        if kept is not None and (self._day or kept["from"] <= self._now() < kept["until"]):
            return _Valid(kept["value"], kept["until"])
        made = make()
        self._cache.keep_outcome(key, {"from": self._now(), **made._asdict()})
        return made

    def _now(self) -> float:
        return self._cache.clock() / _SECOND


class _Valid(NamedTuple):
    """Something that JSON takes, which is true of today until a moment."""

    value: Any
    until: float


def _form(found: Outcome) -> dict[str, Any]:
    rules = {name: [rule.code, rule.severity, dict(rule.messages), dict(rule.hints)] for name, rule in found.rules.items()}
    return {"faults": list(map(form_of, found.faults)), "rules": rules, "records": found.records}


def _outcome(form: dict[str, Any]) -> Outcome:
    rules = {name: Rule(code, Severity(severity), messages, hints) for name, (code, severity, messages, hints) in form["rules"].items()}
    return Outcome(tuple(map(fault_of, form["faults"])), rules, form["records"])
