"""What the checks found, kept until a file changes or the day is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traite_cli.diagnostics import Outcome, Rule, Severity
from traite_cli.diagnostics.forms import fault_of, form_of
from traite_cli.files import Source
from traite_cli.index.cache import Cache
from traite_cli.index.database import Unusable

_SECOND = 1_000_000_000


def outcome(cache: Cache, source: Source, day: str, find: Callable[[], tuple[Outcome, float]]) -> Outcome:
    """What was found of these files about a day ('' for today), or else is found now.

    ``find`` gives the moment too until which that is true of today, in seconds; what is found is true from now on.
    """
    try:
        key = f"{cache.content(source)} {day}"
    except Unusable:
        return find()[0]
    kept = cache.outcome(key)
    if kept is not None and (day or kept["from"] <= cache.clock() / _SECOND < kept["until"]):
        return outcome_from(kept)
    found, until = find()
    cache.keep_outcome(key, {**form_of_outcome(found), "from": cache.clock() / _SECOND, "until": until})
    return found


def form_of_outcome(found: Outcome) -> dict[str, Any]:
    """An outcome as JSON takes it."""
    rules = {name: [rule.code, rule.severity, dict(rule.messages), dict(rule.hints)] for name, rule in found.rules.items()}
    return {"faults": list(map(form_of, found.faults)), "rules": rules, "records": found.records}


def outcome_from(form: dict[str, Any]) -> Outcome:
    """The outcome that a form was made of."""
    rules = {name: Rule(code, Severity(severity), messages, hints) for name, (code, severity, messages, hints) in form["rules"].items()}
    return Outcome(tuple(map(fault_of, form["faults"])), rules, form["records"])
