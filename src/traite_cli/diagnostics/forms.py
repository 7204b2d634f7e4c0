"""Faults as lists, texts and numbers: what JSON takes, and what one process gives another. Facts, not words: those come in the end."""

from __future__ import annotations

from typing import Any

from traite_cli.diagnostics.fault import Edit, Fact, Fault, Span, Term

Form = list[Any]
"""Check, path, span, facts, variant, source, edits."""


def form_of(fault: Fault) -> Form:
    """A fault as lists, texts and numbers."""
    facts = {name: _fact_form(fact) for name, fact in fault.facts.items()}
    edits = [[*span, text] for span, text in fault.edits]
    return [fault.check, fault.path, [*fault.span], facts, fault.variant, fault.source, edits]


def fault_of(form: Form) -> Fault:
    """The fault that a form was made of."""
    check, path, span, facts, variant, source, edits = form
    return Fault(
        check,
        path,
        Span(*span),
        {name: _fact(one) for name, one in facts.items()},
        variant,
        source,
        tuple(Edit(Span(*place), text) for *place, text in edits),
    )


def _fact_form(fact: Fact) -> Any:  # a text, a number, or what says that it is neither
    if isinstance(fact, Term):
        return {"term": fact.message}
    return [_fact_form(one) for one in fact] if isinstance(fact, tuple) else fact


def _fact(form: Any) -> Any:  # as above
    if isinstance(form, dict):
        return Term(form["term"])
    return tuple(_fact(one) for one in form) if isinstance(form, list) else form
