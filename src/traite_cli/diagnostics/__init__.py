"""Faults as data, and one reporter a file that tells them."""

from traite_cli.diagnostics.diagnostic import Diagnostic, Rule, Translate, with_label, worded
from traite_cli.diagnostics.fault import Day, Edit, Fact, Fault, Severity, Span, Term
from traite_cli.diagnostics.inspection import Inspection, RuleWords
from traite_cli.diagnostics.outcome import Entry, Found, Outcome

__all__ = [
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
