"""Faults as data, and one reporter a file that tells them."""

import typing

if typing.TYPE_CHECKING:
    from traite_cli.diagnostics.diagnostic import Diagnostic, Rule, Translate, with_label, worded
    from traite_cli.diagnostics.fault import Day, Edit, Fact, Fault, Severity, Span, Term
    from traite_cli.diagnostics.inspection import Inspection, RuleWords
    from traite_cli.diagnostics.outcome import Changed, Entry, Found, Outcome

__all__ = [
    "Changed",
    "Day",
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
    "with_label",
    "worded",
]

_LATER = {
    "diagnostic": ("Diagnostic", "Rule", "Translate", "with_label", "worded"),
    "fault": ("Day", "Edit", "Fact", "Fault", "Severity", "Span", "Term"),
    "inspection": ("Inspection", "RuleWords"),
    "outcome": ("Changed", "Entry", "Found", "Outcome"),
}
"""What a command needs that tells no fault is nothing of this: it is loaded when it is first asked for, the names of each module."""

if not typing.TYPE_CHECKING:
    from traite_cli.later import later

    __getattr__ = later(__name__, _LATER)
