"""Faults as data, and one reporter a file that tells them."""

from traite_cli.diagnostics.diagnostic import Diagnostic, Rule, Translate, worded
from traite_cli.diagnostics.fault import Edit, Fact, Fault, Severity, Span, Term

__all__ = ["Diagnostic", "Edit", "Fact", "Fault", "Rule", "Severity", "Span", "Term", "Translate", "worded"]
