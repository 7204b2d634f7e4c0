"""The report as reviewdog's rdjson."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator
from made_reports import DIAGNOSTICS, HOSTILE, PLAIN, reported, schema

from traite_cli.diagnostics import Diagnostic, Edit, Severity, Span

_VALIDATOR = Draft4Validator(schema("rdjson.json"))


def diagnostics(*told: Diagnostic) -> list[dict[str, Any]]:
    """What reviewdog would read, which is valid."""
    text = reported("rdjson", *told)
    result = json.loads(text)
    assert list(_VALIDATOR.iter_errors(result)) == []
    assert result["source"] == {"name": "traite"}
    # Go's reader of JSON refuses half characters, where Python's takes them.
    json.dumps(result, ensure_ascii=False).encode()
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def test_the_form_that_reviewdog_documents() -> None:
    """Columns count the bytes of the line: « by: « é » » has three more than it has characters."""
    assert diagnostics(PLAIN) == [
        {
            "message": "« raphael-sodoni » n’est pas connu\nécrire « raphael-sodini »",
            "location": {
                "path": "records/people/é.md",
                "range": {"start": {"line": 7, "column": 11}, "end": {"line": 7, "column": 26}},
            },
            "severity": "ERROR",
            "code": {"value": "TR310"},
            "suggestions": [
                {"range": {"start": {"line": 7, "column": 11}, "end": {"line": 7, "column": 26}}, "text": "raphael-sodini"},
            ],
        }
    ]


def test_severities_have_their_names() -> None:
    """Each has one of its own there."""
    found = diagnostics(*(PLAIN._replace(severity=severity) for severity in Severity))
    assert [one["severity"] for one in found] == ["ERROR", "WARNING", "INFO"]


@pytest.mark.parametrize("before", ["", "a", "é", "日本", "😀", "e\u0301", "\t"])
def test_a_column_is_where_its_byte_is(before: str) -> None:
    """The bytes of the line from there on are those of the spot."""
    source = f"{before}FAUTE ici"
    (one,) = diagnostics(PLAIN._replace(source=source, span=Span(2, len(before) + 1, 2, len(before) + 6), edits=()))
    place = one["location"]["range"]
    assert source.encode()[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"FAUTE"


def test_a_place_beyond_the_line_stays_beyond_it() -> None:
    """What is missing at the end of a line has a place there."""
    (one,) = diagnostics(PLAIN._replace(source="é", span=Span(2, 2, 2, 2), edits=()))
    assert one["location"]["range"]["start"]["column"] == 3


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (Edit(Span(7, 9, 7, 23), "a"), Edit(Span(9, 1, 9, 1), "b")),
        (Edit(Span(6, 2, 7, 3), "a"),),
        (Edit(Span(7, 9, 7, 23), "caf\udce9"),),
    ],
    ids=["none", "two", "a line that is not here", "half a character"],
)
def test_what_cannot_be_said_there_is_no_suggestion(edits: tuple[Edit, ...]) -> None:
    """A suggestion is taken alone, counts bytes and is UTF-8: an edit that does not fit is left out rather than told wrongly."""
    assert "suggestions" not in diagnostics(PLAIN._replace(edits=edits))[0]


def test_a_whole_line_can_be_taken_out() -> None:
    """From the first column of a line to the first of the next no bytes have to be counted."""
    (one,) = diagnostics(PLAIN._replace(edits=(Edit(Span(7, 1, 8, 1), ""),)))
    assert one["suggestions"] == [{"range": {"start": {"line": 7, "column": 1}, "end": {"line": 8, "column": 1}}, "text": ""}]


@given(told=DIAGNOSTICS)
def test_any_diagnostic_is_told(told: list[Diagnostic]) -> None:
    """Whatever stands in a record, the report is valid and holds all of them."""
    assert len(diagnostics(*told, *HOSTILE)) == len(told) + len(HOSTILE)
