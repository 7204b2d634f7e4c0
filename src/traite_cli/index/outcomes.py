"""What the checks found, kept until a file changes or the day is over."""

from __future__ import annotations

from typing import Any, NamedTuple

from traite_cli.diagnostics import Outcome, Rule, Severity
from traite_cli.diagnostics.forms import fault_of, form_of


class Day(NamedTuple):
    """A day, as the seconds in which it is the one asked about: from the first to the one after the last."""

    first: float
    after: float


def form_of_outcome(outcome: Outcome, day: Day | None) -> Any:
    """An outcome as JSON takes it; without a ``day`` it is true for ever."""
    rules = {name: [rule.code, rule.severity, dict(rule.messages), dict(rule.hints)] for name, rule in outcome.rules.items()}
    return {"day": day, "faults": list(map(form_of, outcome.faults)), "rules": rules, "records": outcome.records}


def outcome_of(form: Any, now: float) -> Outcome | None:
    """The outcome that a form was made of; None where there is none, or its day is not this one."""
    if form is None or (form["day"] is not None and not form["day"][0] <= now < form["day"][1]):
        return None
    rules = {name: Rule(code, Severity(severity), messages, hints) for name, (code, severity, messages, hints) in form["rules"].items()}
    return Outcome(tuple(map(fault_of, form["faults"])), rules, form["records"])
