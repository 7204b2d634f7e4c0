"""From a fault to its words."""

from __future__ import annotations

import pytest

from traite_cli.diagnostics import Day, Fault, Rule, Severity, Span, Term, reporters, worded
from traite_cli.diagnostics.forms import faults_from, forms_of
from traite_cli.language import translator

_RULE = Rule("TR1", Severity.WARNING, {"": "no {value}", "near": "nearly {value}"}, {"": "one of {choices}"})


def _shouted(message: str, /, **facts: object) -> str:
    return message.format_map(facts).upper()


def test_a_fault_is_told_by_its_variant() -> None:
    """A variant that has no wording of its own is told by the plain one."""
    fault = Fault(
        "x", "a.md", Span(1, 2, 1, 3), {"value": "y", "choices": ("a", Term("b"), Term("c", "d"), Term("e f", "e-f"))}, "near", "the line"
    )
    told = worded(fault, _RULE, _shouted)
    assert (told.message, told.hint, told.severity, told.source) == (
        "NEARLY Y",
        "ONE OF A, B, D (C), E-F (E F)",
        Severity.WARNING,
        "the line",
    )


def test_a_sentence_stays_one_and_a_line_to_paste_stays_whole() -> None:
    """A whole paragraph in the place of a date is shown by its beginning; what is to be pasted is not cut."""
    rule = Rule("TR1", Severity.ERROR, {"": "no {value}"}, {"": "{value}"})
    told = worded(Fault("x", "a.md", facts={"value": "a" * 5000}), rule, _shouted)
    assert len(told.message) < 200
    assert told.hint == "A" * 5000


def test_reporters_are_found_by_their_files() -> None:
    """The folder is the list: a new file is a new format."""
    assert {"json", "text"} <= set(reporters.names())
    assert all(callable(reporters.load(name)) for name in reporters.names())


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [("2015-01-22", "le 22 janvier 2015", "on 22 January 2015"), ("2015-01", "en janvier 2015", "in January 2015")],
)
def test_a_day_is_said_in_the_language(date: str, french: str, english: str) -> None:
    """A date among the facts stands in the sentence as one says it there."""
    fault = Fault("x", "a.md", facts={"date": Day(date)})
    rule = Rule("TR1", Severity.ERROR, {"": "sent {date}"}, {})
    assert worded(fault, rule, translator("fr")).message == f"sent {french}"
    assert worded(fault, rule, translator("en")).message == f"sent {english}"
    assert faults_from(forms_of([fault])) == [fault]
