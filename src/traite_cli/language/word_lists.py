"""Lists of words as people read and mend them: one text, a space between words."""

from __future__ import annotations


def word_list(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())
