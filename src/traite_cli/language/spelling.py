"""The spellings of names that are known, and where a text has what is nearly one of them."""

from __future__ import annotations

from typing import NamedTuple


class Spelling(NamedTuple):
    """A known spelling: its folded words; whether it is a family name alone, which counts behind a title or when it has two words."""

    words: tuple[str, ...]
    is_family: bool = False


class Near(NamedTuple):
    """A name of a text, by its place, and the known spelling that it nearly is."""

    start: int
    end: int
    spelling: Spelling
