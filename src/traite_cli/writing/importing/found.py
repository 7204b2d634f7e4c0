"""A value that a text tells, and why it may be another."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """A value, the words that tell it, and what is doubtful about it ('' for nothing)."""

    value: str
    said: str = ""
    doubt: str = ""
    other: str = ""
    """What speaks for something else."""


NOTHING = Found("")
GUESSED_YEAR = "year"
TWO_DATES = "dates"
SEVERAL_DAYS = "days"
FROM_NAME = "name"
FROM_MAIL = "mail"
NUMERIC = "numeric"
PROSE = "prose"
WEEKDAY = "weekday"
ANY_YEAR = 2000
"""Of a date that names none, where only the day matters."""
