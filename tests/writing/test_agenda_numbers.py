"""The numbers by which points of an agenda are picked."""

from __future__ import annotations

import pytest

from traite_cli.writing.interview.agenda import picked


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        ("2", [2]),
        ("1, 3-5", [1, 3, 4, 5]),
        ("1 et 3", [1, 3]),
        ("3;1 1", [3, 1]),
        ("tous", [1, 2, 3, 4, 5]),
        ("All", [1, 2, 3, 4, 5]),
        ("0", None),
        ("6", None),
        ("5-3", None),
        ("la première", None),
    ],
)
def test_numbers_are_picked_as_one_says_them(text: str, numbers: list[int] | None) -> None:
    """Alone, in rows, from one to another, or all; what is no number of the list is none."""
    found = picked(text, 5)
    assert (None if found is None else list(found)) == numbers
