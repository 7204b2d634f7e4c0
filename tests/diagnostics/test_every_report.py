"""What holds for the reports of all formats."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from made_reports import DIAGNOSTICS, HOSTILE, PLAIN, reported

from traite_cli.diagnostics import Diagnostic, reporters

EACH = pytest.mark.parametrize("form", reporters.names())
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ufffe\uffff]")


@EACH
def test_nothing_of_a_record_is_obeyed(form: str) -> None:
    """No terminal, log or parser gets a control character, in any format, from a record or from the name of its file."""
    assert not OBEYED.search(reported(form, *HOSTILE))


@EACH
@given(told=DIAGNOSTICS)
def test_any_diagnostic_can_be_told(form: str, told: list[Diagnostic]) -> None:
    """Whatever stands in a record, the report is UTF-8 that nothing obeys."""
    assert not OBEYED.search(reported(form, *told))


@EACH
def test_the_same_faults_make_the_same_report(form: str) -> None:
    """No clock, no order of a set: two reports can be compared."""
    assert reported(form, PLAIN, *HOSTILE) == reported(form, PLAIN, *HOSTILE)


@EACH
def test_a_report_ends_with_its_line(form: str) -> None:
    """What is said after it begins a new line; a report for people, or of commands, says nothing of no fault."""
    assert reported(form, PLAIN).endswith("\n")
    assert reported(form) == "" if form in {"text", "concise", "github", "markdown"} else reported(form).endswith("\n")
