"""Faults as lists, texts and numbers: what JSON takes, and what one process gives another. Facts, not words: those come in the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from traite_cli.diagnostics.fault import Day, Edit, Fact, Fault, Span, Term

Forms = list[Any]
"""The lines that faults stand on, each once, and of each fault: check, path, span, facts, variant, the number of its line, edits.

Ten thousand faults may stand on one line of a million signs.
"""


def forms_of(faults: Iterable[Fault]) -> Forms:
    """Faults as lists, texts and numbers."""
    lines: dict[str, int] = {}
    forms = [_form(fault, lines.setdefault(fault.source, len(lines))) for fault in faults]
    return [list(lines), forms]


def faults_from(forms: Forms) -> list[Fault]:
    """The faults that forms were made of."""
    lines, found = forms
    return [_fault(form, lines) for form in found]


def _form(fault: Fault, line: int) -> list[Any]:
    facts = {name: _fact_form(fact) for name, fact in fault.facts.items()}
    edits = [[*span, text] for span, text in fault.edits]
    return [fault.check, fault.path, [*fault.span], facts, fault.variant, line, edits]


def _fault(form: list[Any], lines: list[str]) -> Fault:
    check, path, span, facts, variant, line, edits = form
    return Fault(
        check,
        path,
        Span(*span),
        {name: _fact(one) for name, one in facts.items()},
        variant,
        lines[line],
        tuple(Edit(Span(*place), text) for *place, text in edits),
    )


def _fact_form(fact: Fact) -> Any:  # a text, a number, or what says that it is neither
    if isinstance(fact, Term):
        return {"term": fact.message, "word": fact.word}
    if isinstance(fact, Day):
        return {"day": fact.text}
    return [_fact_form(one) for one in fact] if isinstance(fact, tuple) else fact


def _fact(form: Any) -> Any:  # as above
    if isinstance(form, dict):
        return Term(form["term"], form["word"]) if "term" in form else Day(form["day"])
    return tuple(_fact(one) for one in form) if isinstance(form, list) else form
