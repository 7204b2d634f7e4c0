"""The report that programs read."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from traite_cli.diagnostics import Diagnostic, Severity, Span, reporters

_ONE = Diagnostic("records/people/é.md", Span(7, 3, 7, 9), "TR310", Severity.ERROR, "« x » manque", "écrire « y »", "x")


def _plain(message: str, /, **facts: object) -> str:
    return message.format_map(facts)


def _report(*diagnostics: Diagnostic) -> str:
    return "".join(reporters.load("json")(diagnostics, _plain))


def test_the_promised_form() -> None:
    """The keys, their order and the version are those of the contract; accents are UTF-8."""
    assert _report(_ONE) == (
        '{"version": 1, "diagnostics": [\n'
        '{"path": "records/people/é.md", "line": 7, "column": 3, "end_line": 7, "end_column": 9, "code": "TR310", '
        '"severity": "error", "message": "« x » manque", "hint": "écrire « y »"}\n'
        "]}\n"
    )


def test_no_fault_is_a_report_too() -> None:
    """A program that reads the report of healthy records finds an empty list."""
    assert json.loads(_report()) == {"version": 1, "diagnostics": []}


@given(st.lists(st.text(st.characters(codec=None, exclude_categories=()), max_size=20), max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    """Whatever stands in a record, the report is JSON in UTF-8 and says it unchanged, half characters included."""
    told = [Diagnostic(text, Span(), "TR1", Severity.INFO, text, text, text) for text in texts]
    read = json.loads(_report(*told).encode("utf-8"))
    assert [one["message"] for one in read["diagnostics"]] == texts
    assert [one["path"] for one in read["diagnostics"]] == texts
