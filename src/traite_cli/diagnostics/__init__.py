"""Faults as data, and one reporter a file that tells them."""

import importlib
import typing

if typing.TYPE_CHECKING:
    from traite_cli.diagnostics.diagnostic import Diagnostic, Rule, Translate, worded
    from traite_cli.diagnostics.fault import Edit, Fact, Fault, Severity, Span, Term
    from traite_cli.diagnostics.inspection import Inspection, RuleWords
    from traite_cli.diagnostics.outcome import Entry, Found, Outcome

__all__ = [
    "Diagnostic",
    "Edit",
    "Entry",
    "Fact",
    "Fault",
    "Found",
    "Inspection",
    "Outcome",
    "Rule",
    "RuleWords",
    "Severity",
    "Span",
    "Term",
    "Translate",
    "worded",
]

_LATER = {
    "diagnostic": ("Diagnostic", "Rule", "Translate", "worded"),
    "fault": ("Edit", "Fact", "Fault", "Severity", "Span", "Term"),
    "inspection": ("Inspection", "RuleWords"),
    "outcome": ("Entry", "Found", "Outcome"),
}
"""What a command needs that tells no fault is nothing of this: it is loaded when it is first asked for, the names of each module."""

if not typing.TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        home = next((module for module, names in _LATER.items() if name in names), None)
        if home is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        return getattr(importlib.import_module(f"{__name__}.{home}"), name)
