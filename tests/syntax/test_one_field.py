"""The lines of one field are those that the whole front matter has for it, or none are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.syntax import Document, Trouble, field_lines, read_document, read_header

_LINES = (
    "title: Rencontre",
    'title: « abc » […] d’un "mot" l\'autre',
    'title: "abc',
    'due: 2015-02"',
    "due: 2015-02",
    "due: 2015-02 # bientôt",
    "due:",
    "'due': 2015-02",
    "source: 'entre deux",
    "'",
    '"',
    "topics: [a, b]",
    "topics: [a, b # c]",
    "topics: [a,",
    "due: x]",
    "topics:",
    "- a",
    "  - {title: a, topics: [b]}",
    "  - {title: a,",
    "due: 2015}",
    "x: |",
    "  due: 2015",
    "x: >-",
    "# due: 2014",
    "",
    "? due",
    ": 2015",
    "{due: 2015, x: 1}",
    "\u2028due: 2015",
    "  suite",
)
_NAMES = ("title", "due", "source", "topics", "x")


def _document(lines: list[str], end: str = "\n") -> Document:
    return read_document("records/meetings/a.md", end.join(["---", *lines, "---", "", "due: 1", ""]).encode())


@given(st.lists(st.sampled_from(_LINES), max_size=7), st.sampled_from(["\n", "\r\n"]))
def test_a_field_read_alone_stands_where_it_stands(lines: list[str], end: str) -> None:
    """Whatever quotes, brackets and texts of several lines stand around it: its key and value, with all their places, are the same."""
    document = _document(lines, end)
    for name in _NAMES:
        found = field_lines(document, name)
        if found is not None:
            troubles: list[Trouble] = []
            alone = read_header(document.text, *found, troubles.append)
            assert alone is not None
            assert document.header is not None
            assert repr(alone.get(name)) == repr(document.header.get(name))
            assert not troubles


@pytest.mark.parametrize(
    "line",
    ["title: a", "quote: s’engage […] « à »", 'title: l\'an "deux"', "topics: [a, b]", "represented: [{person: a, by: b}]", 'time: "9:30"'],
)
def test_what_records_usually_hold_is_certain(line: str) -> None:
    """Above and below lines as nearly all records have them a field is found."""
    document = _document([line, "due: 2015-02", line.replace(line[0], "x", 1)])
    found = field_lines(document, "due")
    assert found is not None
    assert document.text[slice(*found)] == "due: 2015-02\n"


def test_a_text_that_holds_lines_like_fields_is_read_as_a_whole() -> None:
    """A line of a text in quotes is no field, though it looks like one."""
    assert field_lines(_document(['title: "abc', "due: 2015-02", '"', "'due': 2014"]), "due") is None
