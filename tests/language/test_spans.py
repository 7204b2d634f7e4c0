"""Days told from another one, and how long something lasts, as people write both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import EdtfDate
from traite_cli.language import Span, Unclear, span, understood_date

DAY = date(2015, 1, 31)


def _told(text: str) -> date | None:
    found = understood_date(text, DAY)
    return None if isinstance(found, Unclear) else found.first


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+30d", date(2015, 3, 2)), ("+30j", date(2015, 3, 2)), ("dans 30 jours", date(2015, 3, 2)), ("in 30 days", date(2015, 3, 2)), ("+1m", date(2015, 2, 28)),
        ("-6m", date(2014, 7, 31)), ("il y a 6 mois", date(2014, 7, 31)), ("6 months ago", date(2014, 7, 31)), ("-2w", date(2015, 1, 17)), ("il y a 2 semaines", date(2015, 1, 17)),
        ("-1an", date(2014, 1, 31)), ("+1 année", date(2016, 1, 31)), ("today", DAY), ("Aujourd’hui", DAY), ("hier", date(2015, 1, 30)), ("demain", date(2015, 2, 1)),
        ("+0d", DAY), ("-11m", date(2014, 2, 28)),
        ("30d", None), ("+30", None), ("+30x", None), ("-", None), ("", None), ("+-3d", None), ("dans 3 jours ago", None), ("+9999y", None), ("-9999y", None), ("+12345d", None),
    ],
)  # fmt: skip
def test_a_day_told_from_another(text: str, day: date | None) -> None:
    """In either language; what has no direction, or is no number of a unit, tells none."""
    assert _told(text) == day


@pytest.mark.parametrize(("text", "lasts"), [("90d", Span(90, "day")), ("90 jours", Span(90, "day")), ("3 mois", Span(3, "month")), ("2 sem", Span(2, "week")), ("1a", Span(1, "year")), ("trois mois", Span(3, "month")), ("une quinzaine", Span(15, "day")), ("a quarter", None), ("one quarter", Span(1, "quarter")), ("depuis 3 mois", Span(3, "month")), ("les trois derniers mois", Span(3, "month")), ("ces 15 derniers jours", Span(15, "day")), ("for more than two weeks", Span(2, "week")), ("the last two years", Span(2, "year")), ("depuis mars", None), ("depuis -3 mois", None), ("-90d", None), ("90", None), ("d", None)])  # fmt: skip
def test_how_long_something_lasts(text: str, lasts: Span | None) -> None:
    """A number and a unit."""
    assert span(text) == lasts


@given(day=st.dates(date(100, 1, 1), date(9000, 1, 1)), number=st.integers(0, 900), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_later_and_earlier_are_apart(day: date, number: int, unit: str) -> None:
    """Never the wrong side; and back again within the days that a month may lack."""
    later = Span(number, unit).after(day)
    assert Span(number, unit).before(day) <= day <= later
    assert timedelta(0) <= day - Span(number, unit).before(later) <= timedelta(3)


@pytest.mark.parametrize(("number", "bound"), [(9999, date.max), (-9999, date.min)])
def test_what_is_beyond_the_calendar_is_its_end(number: int, bound: date) -> None:
    """A silence of a thousand years began with the calendar."""
    assert Span(number, "year").after(DAY) == bound


@given(sign=st.sampled_from("+-"), number=st.integers(0, 900), unit=st.sampled_from(["d", "sem", "mois", "y"]))
def test_a_sign_tells_the_direction(sign: str, number: int, unit: str) -> None:
    """So far ahead, or ago: the same as the length before or after the day; without a day there is none."""
    length = span(f"{number}{unit}")
    assert length is not None
    assert understood_date(f"{sign}{number}{unit}", DAY) == EdtfDate.of(length.after(DAY) if sign == "+" else length.before(DAY))
    assert isinstance(understood_date(f"{sign}{number}{unit}", None), Unclear)
