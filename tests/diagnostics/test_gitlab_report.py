"""The report as GitLab's Code Quality, and what a fault is known by from one report to the next."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator
from made_reports import DIAGNOSTICS, HOSTILE, PLAIN, reported, schema

from traite_cli.diagnostics import Diagnostic, Severity, Span

_VALIDATOR = Draft7Validator(schema("gitlab-code-quality.json"))


def entries(*diagnostics: Diagnostic) -> list[dict[str, Any]]:
    """The entries of the report, which is valid."""
    found: list[dict[str, Any]] = json.loads(reported("gitlab", *diagnostics))
    assert list(_VALIDATOR.iter_errors(found)) == []
    return found


def test_the_form_that_gitlab_documents() -> None:
    """The sentence and what to do, the code, how much it weighs, and where."""
    (one,) = entries(PLAIN)
    assert one == {
        "description": "« raphael-sodoni » n’est pas connu — écrire « raphael-sodini »",
        "check_name": "TR310",
        "fingerprint": one["fingerprint"],
        "severity": "major",
        "location": {"path": "records/people/é.md", "lines": {"begin": 7}},
    }


def test_severities_have_their_names() -> None:
    """An error is major, a warning minor, a remark information."""
    assert [one["severity"] for one in entries(*(PLAIN._replace(severity=severity) for severity in Severity))] == ["major", "minor", "info"]


def test_no_fault_is_a_report_too() -> None:
    """GitLab knows by it that what was wrong before is mended."""
    assert entries() == []


@given(told=DIAGNOSTICS)
def test_any_diagnostic_has_its_entry_and_its_fingerprint(told: list[Diagnostic]) -> None:
    """GitLab keeps one fault of each fingerprint: none may be lost."""
    found = entries(*told, *HOSTILE)
    assert len({one["fingerprint"] for one in found}) == len(told) + len(HOSTILE)


def _fingerprints(*diagnostics: Diagnostic) -> list[str]:
    return [one["fingerprint"] for one in entries(*diagnostics)]


def test_a_fault_is_known_again_when_lines_above_it_come_or_go() -> None:
    """A merge request that adds a paragraph above shows no old fault as new; nor does another language."""
    moved = PLAIN._replace(span=Span(40, 9, 40, 23), message="“raphael-sodoni” is not known (see line 12)", hint="")
    indented = PLAIN._replace(span=Span(7, 13, 7, 27), source="    " + PLAIN.source)
    assert _fingerprints(PLAIN) == _fingerprints(moved) == _fingerprints(indented)


def test_another_fault_is_another() -> None:
    """The file, the code, the line and the spot in it all count."""
    others = [
        PLAIN._replace(path="records/people/b.md"),
        PLAIN._replace(code="TR311"),
        PLAIN._replace(source=PLAIN.source + " x"),
        PLAIN._replace(span=Span(7, 5, 7, 8)),
    ]
    assert len(set(_fingerprints(PLAIN, *others))) == 1 + len(others)


def test_ten_thousand_faults_of_one_long_line_take_no_time() -> None:
    """The line is digested once: nothing here grows with its length times the number of faults."""
    source = "- x " * 50_000
    told = [PLAIN._replace(source=source, span=Span(7, 4 * at + 3, 7, 4 * at + 4)) for at in range(10_000)]
    assert len(set(_fingerprints(*told))) == len(told)
