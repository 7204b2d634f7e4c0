"""Dates: what the subset of EDTF takes, what it refuses, and what it then supposes was meant."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import DateError, DateFault, EdtfDate, Period, began_by, is_before, is_past


@st.composite
def parts(draw: st.DrawFn) -> str:
    """A day, a month or a year, approximate or not."""
    day = draw(st.dates()).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))] + draw(st.sampled_from(["", "~"]))


@given(parts())
def test_a_date_is_its_own_canonical_text(text: str) -> None:
    """What is read is written back as it was, and reading it again gives the same date."""
    read = EdtfDate.parse(text)
    assert str(read) == text
    assert EdtfDate.parse(str(read)) == read
    assert read.first <= read.last
    assert read.approximate == text.endswith("~")
    assert not read.is_interval


@given(parts(), parts())
def test_an_interval_runs_from_the_first_day_of_its_start_to_the_last_of_its_end(start: str, end: str) -> None:
    """Any two dates make an interval, or are refused because the end is past before the start."""
    text = f"{start}/{end}"
    head, tail = EdtfDate.parse(start), EdtfDate.parse(end)
    if tail.last < head.first:
        with pytest.raises(DateError) as caught:
            EdtfDate.parse(text)
        assert (caught.value.reason, caught.value.suggestion) == (DateFault.END_BEFORE_START, f"{end}/{start}")
        return
    read = EdtfDate.parse(text)
    assert (read.first, read.last) == (head.first, tail.last)
    assert (read.precision, read.end_precision) == (head.precision, tail.precision)
    assert read.approximate == (head.approximate or tail.approximate)
    assert read.is_interval
    assert str(read) == text


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2014-10-22", date(2014, 10, 22), date(2014, 10, 22), "day"),
        ("2014-11", date(2014, 11, 1), date(2014, 11, 30), "month"),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28), "month"),
        ("2016-02~", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
        ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
        ("2014-11-12/2014-11", date(2014, 11, 12), date(2014, 11, 30), "day"),
    ],
)
def test_a_month_or_a_year_covers_all_its_days(text: str, first: date, last: date, precision: str) -> None:
    """A deadline given as a month or a year falls on its last day."""
    read = EdtfDate.parse(text)
    assert (read.first, read.last, read.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("22/10/2014", "french_order", "2014-10-22"),
        ("22-10-2014", "french_order", "2014-10-22"),
        ("5.1.2015", "french_order", "2015-01-05"),
        ("10/22/2014", "french_order", "2014-10-22"),
        ("22/10/14", "french_order", "2014-10-22"),
        ("11/2014", "french_order", "2014-11"),
        ("31/02/2014", "french_order", None),
        ("2014-1-5", "one_digit", "2014-01-05"),
        ("2014-1", "one_digit", "2014-01"),
        ("2014-1-5/2014-1-7", "one_digit", "2014-01-05/2014-01-07"),
        ("2014/10/22", "separator", "2014-10-22"),
        ("2014/10", "separator", "2014-10"),
        ("20141022", "separator", "2014-10-22"),
        ("2014\u201310\u201322", "separator", "2014-10-22"),
        (" 2014-10-22", "spaces", "2014-10-22"),
        ("2014-10-22\n", "spaces", "2014-10-22"),
        ("2014-11-12 / 2014-11-13", "spaces", "2014-11-12/2014-11-13"),
        ("2014-10-22T09:30", "time_of_day", "2014-10-22"),
        ("2014-10-22 09:30:00+01:00", "time_of_day", "2014-10-22"),
        ("2014-11-12/13", "short_end", "2014-11-12/2014-11-13"),
        ("2014-10/12", "short_end", None),
        ("2014?", "unsupported", "2014~"),
        ("201X", "unsupported", None),
        ("2014-10/..", "unsupported", None),
        ("~2014", "not_a_date", "2014~"),
        ("2014-22-10", "no_such_month", "2014-10-22"),
        ("2014-13", "no_such_month", None),
        ("2014-00-10", "no_such_month", None),
        ("2014-11-31", "no_such_day", None),
        ("2015-02-29", "no_such_day", None),
        ("2014-11-00", "no_such_day", None),
        ("0000", "no_such_year", None),
        ("0000-01-01", "no_such_year", None),
        ("", "not_a_date", None),
        ("hier", "not_a_date", None),
        ("2014-W43-3", "not_a_date", None),
        ("\u0662\u0660\u0661\u0664", "not_a_date", None),
        ("2014-10-22/2014-10-23/2014-10-24", "not_a_date", None),
        ("9" * 1_000_000, "not_a_date", None),
    ],
)
def test_a_text_that_is_no_date_says_why_and_what_was_meant(text: str, reason: str, suggestion: str | None) -> None:
    """The usual slips have a reason of their own, and a suggestion where only one date can be meant."""
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)
    assert (caught.value.reason, caught.value.suggestion) == (DateFault(reason), suggestion)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("22 octobre 2014", "2014-10-22"),
        ("Mercredi 22 Oct. 2014", "2014-10-22"),
        ("1er janvier 2015", "2015-01-01"),
        ("octobre 2014", "2014-10"),
        ("vers novembre 2014", "2014-11~"),
        ("August 5th, 2014", "2014-08-05"),
        ("5 ao\u00fbt 2014", "2014-08-05"),
        ("12 et 13 novembre 2014", "2014-11-12/2014-11-13"),
        ("du 3 au 7 mars 2015", "2015-03-03/2015-03-07"),
        ("du 30 janvier au 2 f\u00e9vrier 2015", "2015-01-30/2015-02-02"),
        ("de novembre 2014 \u00e0 janvier 2015", "2014-11/2015-01"),
        ("d\u2019octobre \u00e0 d\u00e9cembre 2014", "2014-10/2014-12"),
    ],
)
def test_a_date_in_words_is_understood_for_the_suggestion(text: str, suggestion: str) -> None:
    """A date pasted from a letter is refused with the line to write instead."""
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)
    assert (caught.value.reason, caught.value.suggestion) == (DateFault.WORDS, suggestion)


@pytest.mark.parametrize(
    "text",
    ["22 octobre", "31 novembre 2014", "jui 2014", "22 octobre 2014 \u00e0 Paris", "fin f\u00e9vrier 2015", "mars mai 2014"],
)
def test_nothing_doubtful_is_suggested(text: str) -> None:
    """Where a word is not understood, or the day does not exist, no date is put forward."""
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)
    assert caught.value.suggestion is None


@given(st.text(alphabet=string.digits + "-/~ .?XTdejanvirocmb\u00e9\u2013\u00a0", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_date_or_a_date_error_with_a_usable_suggestion(text: str) -> None:
    """Nothing else is ever raised, and whatever is suggested is itself a date."""
    suggestion = None
    try:
        suggestion = str(EdtfDate.parse(text))
    except DateError as error:
        suggestion = error.suggestion
    assert suggestion is None or str(EdtfDate.parse(suggestion)) == suggestion


def test_dates_are_ordered_by_their_first_day() -> None:
    """A list of dates in any form has one order."""
    texts = ["2014-11", "2014", "2014-10-22", "2014-10-22/2014-10-23"]
    ordered = sorted(map(EdtfDate.parse, texts), key=lambda written: written.sort_key)
    assert [str(written) for written in ordered] == ["2014", "2014-10-22", "2014-10-22/2014-10-23", "2014-11"]


def test_comparing_with_a_day() -> None:
    """A fact of a month counts from its first day, a deadline is past after its last, and before a month is before its first."""
    november, march = EdtfDate.parse("2014-11"), EdtfDate.parse("2015-03")
    assert began_by(november, date(2014, 11, 1))
    assert not began_by(november, date(2014, 10, 31))
    assert not is_past(november, date(2014, 11, 30))
    assert is_past(november, date(2014, 12, 1))
    assert is_before(date(2015, 2, 28), march)
    assert not is_before(date(2015, 3, 1), march)


def test_a_day_becomes_a_date() -> None:
    """A day of the calendar and the same day read from a record are equal."""
    assert EdtfDate.of(date(2014, 10, 22)) == EdtfDate.parse("2014-10-22")


def test_a_period_holds_its_first_and_last_day() -> None:
    """An edition's period is closed on both sides, and a fact belongs where it began."""
    period = Period.of(EdtfDate.parse("2014-10/2015-01-22"))
    assert date(2014, 10, 1) in period
    assert date(2015, 1, 22) in period
    assert date(2015, 1, 23) not in period
    assert period.contains(EdtfDate.parse("2015-01"))
    assert not period.contains(EdtfDate.parse("2014"))


def test_a_period_is_open_where_nothing_bounds_it() -> None:
    """A term of office with no end still runs, and one that ends with a month runs to its last day."""
    assert date(2100, 1, 1) in Period.between(EdtfDate.parse("2012"), None)
    assert date(2011, 12, 31) not in Period.between(EdtfDate.parse("2012"), None)
    assert date(2014, 11, 30) in Period.between(None, EdtfDate.parse("2014-11"))
    assert date(2014, 12, 1) not in Period.between(None, EdtfDate.parse("2014-11"))
