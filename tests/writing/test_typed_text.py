"""Texts typed at a terminal: each line is a paragraph, and what Markdown keeps in lines keeps them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.writing.interview.typed_text import in_paragraphs

LONG = "La commission a longuement examiné les comptes de l’année qui"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Bonjour.\nMarc présente le budget", "Bonjour.\n\nMarc présente le budget"),
        ("QUESTION : quand ?\nDÉCISION : voter\nsuite", "QUESTION : quand ?\n\nDÉCISION : voter\n\nsuite"),
        ("Points :\n- un\n- deux\n  suite\nFin", "Points :\n\n- un\n- deux\n  suite\n\nFin"),
        ("1. un\n2. deux", "1. un\n2. deux"),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("> un\n> deux\nFin", "> un\n> deux\n\nFin"),
        ("```\nun\ndeux\n```\nFin", "```\nun\ndeux\n```\nFin"),
        ("<!-- un\ndeux -->\nFin", "<!-- un\ndeux -->\n\nFin"),
        ("Titre\n=====\nFin", "Titre\n=====\n\nFin"),
        (f"{LONG}\ns’achève en mars.\nFin", f"{LONG}\ns’achève en mars.\n\nFin"),
        (f"{LONG}.\nen mars", f"{LONG}.\n\nen mars"),
        ("un\n\n\ndeux", "un\n\n\ndeux"),
        ("", ""),
    ],
)
def test_each_line_is_a_paragraph(typed: str, text: str) -> None:
    """Unless it is an item, a row, a quote, code, a remark, or goes on with a line that was wrapped."""
    assert in_paragraphs(typed) == text


@given(st.text(alphabet="aA.-1|> \n`<!=é", max_size=80))
def test_only_empty_lines_are_added(typed: str) -> None:
    """No word is touched, and doing it again adds nothing."""
    text = in_paragraphs(typed)
    assert [line for line in text.split("\n") if line] == [line for line in typed.split("\n") if line]
    assert in_paragraphs(text) == text
