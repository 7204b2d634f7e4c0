"""Questions that somebody typed without numbers."""

from __future__ import annotations

import pytest

from traite_cli.writing.interview.numbering import numbered


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Combien ?\n\n- Où ?", "1. Combien ?\n2. Où ?"),
        ("1. Combien ?\nOù ?", "1. Combien ?\nOù ?"),
        ("Madame,\n\nCombien ?", "Madame,\n\nCombien ?"),
        ("", ""),
    ],
)
def test_only_bare_questions_are_numbered(typed: str, made: str) -> None:
    """A letter, and a list that has numbers, stay as they were typed."""
    assert numbered(typed) == made
