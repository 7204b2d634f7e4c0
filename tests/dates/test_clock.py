"""Times of day, as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import TimeError, TimeFault, TimeSpan

if TYPE_CHECKING:
    from datetime import time


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("9:30", "09:30"),
        ("09:30", "09:30"),
        ("9h30", "09:30"),
        ("9H30", "09:30"),
        ("18 h 30", "18:30"),
        ("18\u00a0h\u202f30", "18:30"),
        ("18h", "18:00"),
        ("09:30/12:00", "09:30/12:00"),
        ("9h30 / 12 h", "09:30/12:00"),
        ("0:00", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_a_time_is_read_in_every_form_the_format_names(text: str, canonical: str) -> None:
    """However it is written, a time has one canonical text."""
    assert str(TimeSpan.parse(text)) == canonical


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None)), st.times())
def test_a_canonical_time_reads_back(start: time, later: time) -> None:
    """What is written is read back as the same time, with or without an end."""
    end = later.replace(second=0, microsecond=0, tzinfo=None)
    span = TimeSpan(start, end if end > start else None)
    assert TimeSpan.parse(str(span)) == span


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("de 9h30 \u00e0 12h00", "not_a_time", "09:30/12:00"),
        ("9h30-12h", "not_a_time", "09:30/12:00"),
        ("9h30 \u2013 12h", "not_a_time", "09:30/12:00"),
        ("9.30", "not_a_time", "09:30"),
        ("9:5", "not_a_time", "09:05"),
        ("09:30:00", "not_a_time", "09:30"),
        ("9:30 pm", "not_a_time", "21:30"),
        ("12 am", "not_a_time", "00:00"),
        ("18", "not_a_time", "18:00"),
        ("18 heures", "not_a_time", "18:00"),
        ("midi", "not_a_time", "12:00"),
        ("25:00", "no_such_time", None),
        ("9:75", "no_such_time", None),
        ("12:00/9:00", "end_before_start", None),
        ("9:00/9:00", "end_before_start", None),
        ("9:00/", "not_a_time", None),
        ("matin", "not_a_time", None),
        ("", "not_a_time", None),
        (" " * 1_000_000, "not_a_time", None),
    ],
)
def test_a_text_that_is_no_time_says_why_and_what_was_meant(text: str, reason: str, suggestion: str | None) -> None:
    """The usual slips have a suggestion in the form to write it in."""
    with pytest.raises(TimeError) as caught:
        TimeSpan.parse(text)
    assert (caught.value.reason, caught.value.suggestion) == (TimeFault(reason), suggestion)


@given(st.text(alphabet="0123456789:h/. -\u00e0apm\u00a0\u0663", max_size=20) | st.text(max_size=20))
def test_any_text_is_a_time_or_a_time_error_with_a_usable_suggestion(text: str) -> None:
    """Nothing else is ever raised, and whatever is suggested is itself a time."""
    suggestion = None
    try:
        suggestion = str(TimeSpan.parse(text))
    except TimeError as error:
        suggestion = error.suggestion
    assert suggestion is None or str(TimeSpan.parse(suggestion)) == suggestion
