"""Why a text is no date or no time, and what was probably meant.

A fault carries no words: its reason is a name that the catalogue has a sentence for, its suggestion a text that can be put in its place.
"""

from __future__ import annotations

from enum import StrEnum


class DateFault(StrEnum):
    """Why a text is no date."""

    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_YEAR = "no_such_year"
    END_BEFORE_START = "end_before_start"
    FRENCH_ORDER = "french_order"
    """Day first: ``22/10/2014``, ``22-10-2014``, ``11/2014``."""
    ONE_DIGIT = "one_digit"
    """``2014-1-5``"""
    SEPARATOR = "separator"
    """``2014/10/22``, ``20141022``, or a typographer's dash."""
    SHORT_END = "short_end"
    """ISO 8601 lets an interval's end leave out what it shares with the start: ``2014-11-12/13``. The subset does not."""
    SPACES = "spaces"
    TIME_OF_DAY = "time_of_day"
    """``2014-10-22T09:30``: the time has a field of its own."""
    WORDS = "words"
    """``22 octobre 2014``"""
    UNSUPPORTED = "unsupported"
    """Right EDTF, beyond the subset: ``2014?``, ``201X``, ``2014-10/..``."""


class TimeFault(StrEnum):
    """Why a text is no time."""

    NOT_A_TIME = "not_a_time"
    NO_SUCH_TIME = "no_such_time"
    """``25:00``, ``9:75``"""
    END_BEFORE_START = "end_before_start"


class _Misread(ValueError):
    """A text is not what it should be. ``suggestion`` is what was probably meant, in the form to write it in.

    It is ``certain`` when nothing else can have been meant.
    """

    def __init__(self, text: str, reason: DateFault | TimeFault, suggestion: str | None = None, *, certain: bool = False) -> None:
        super().__init__(text, reason, suggestion)
        self.text = text
        self.reason = reason
        self.suggestion = suggestion
        self.certain = certain

    def __str__(self) -> str:
        return f"{self.reason}: {self.text!r}"


class DateError(_Misread):
    """A text is no date."""

    reason: DateFault


class TimeError(_Misread):
    """A text is no time."""

    reason: TimeFault
