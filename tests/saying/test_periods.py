"""The ends of a period as options say them: both are understood together, and a word before a day says on which side of it a period is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.errors import UsageError
from traite_cli.language import Sense
from traite_cli.saying.bounds import Bound, End, period_given

DAY = date(2015, 1, 22)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def period(since: str, until: str = "", day: date = DAY) -> tuple[Bound, ...]:
    return period_given((End("--since", since, "since", "past"), End("--until", until, "until")), Sense(day))


def days(*bounds: Bound) -> list[str]:
    return [bound.day.isoformat() for bound in bounds]


@pytest.mark.parametrize(
    ("since", "until", "day", "first", "last"),
    [
        ("25 janvier", "10 février", DAY, "2015-01-25", "2015-02-10"),
        ("30/01", "02/02", DAY, "2015-01-30", "2015-02-02"),
        ("février", "février", DAY, "2015-02-01", "2015-02-28"),
        ("novembre", "janvier", DAY, "2014-11-01", "2015-01-31"),
        ("octobre", "décembre", DAY, "2014-10-01", "2014-12-31"),
        ("décembre", "décembre", date(2026, 11, 30), "2026-12-01", "2026-12-31"),
        ("2005-11", "10 février", DAY, "2005-11-01", "2006-02-10"),
        ("novembre", "2010-12-31", DAY, "2010-11-01", "2010-12-31"),
        ("novembre", "hier", DAY, "2014-11-01", "2015-01-21"),
        ("mars", "fin du mois", date(2015, 6, 12), "2015-03-01", "2015-06-30"),
        ("le 3", "le 15", DAY, "2015-01-03", "2015-01-15"),
        ("lundi", "mardi", date(2015, 1, 25), "2015-01-26", "2015-01-27"),
        ("novembre", "", DAY, "2014-11-01", None),
    ],
)
def test_both_ends_are_understood_together(since: str, until: str, day: date, first: str, last: str | None) -> None:
    """An end without its year is the first after the beginning, a beginning without one the last before the end; of neither, the nearest."""
    assert days(*period(since, until, day)) == [first, *([last] if last else [])]


@given(day=DAYS, first=st.sampled_from(MONTHS), last=st.sampled_from(MONTHS))
def test_two_months_are_within_twelve(day: date, first: str, last: str) -> None:
    """Whatever months, and on whatever day: the period never ends before it begins, lasts no more than twelve months, and is near."""
    begins, ends = period(first, last, day)
    assert (begins.day.month, ends.day.month) == (MONTHS.index(first) + 1, MONTHS.index(last) + 1)
    assert 27 <= (ends.day - begins.day).days <= 366
    assert max((begins.day - day).days, (day - ends.day).days) <= 184


@pytest.mark.parametrize(
    "said", ["du 1er au 30 novembre", "novembre 2014", "1-30 novembre", "2014-11-01/2014-11-30", "from 1 to 30 November"]
)
@pytest.mark.parametrize("side", ["since", "until"])
def test_one_option_may_say_both_ends(said: str, side: str) -> None:
    """What says from when to when is never cut in two; a month is one thing, and has one end here."""
    found = period(said) if side == "since" else period("", said)
    ends = dict.fromkeys(["2014-11-01", "2014-11-30"])
    assert days(*found) == (list(ends) if said != "novembre 2014" else ["2014-11-01" if side == "since" else "2014-11-30"])


def test_both_ends_and_one_more_are_too_many() -> None:
    """It is told what to write, and no end is dropped."""
    with pytest.raises(UsageError) as refused:
        period("du 1er au 30 novembre", "hier")
    assert (refused.value.facts["option"], refused.value.facts["first"], refused.value.facts["last"]) == (
        "--since",
        "2014-11-01",
        "2014-11-30",
    )


@pytest.mark.parametrize(
    ("end", "side", "day"),
    [
        (End("--due-before", "jusqu'au 10 mai 2015", "before", "future"), "until", "2015-05-10"),
        (End("--before", "until 10 May 2015", "before"), "until", "2015-05-10"),
        (End("--before", "d’ici au 10 mai 2015", "before"), "before", "2015-05-11"),
        (End("--before", "avant-hier", "before"), "before", "2015-01-20"),
        (End("--until", "avant le 18 novembre", "until"), "before", "2014-11-18"),
        (End("--until", "before 18 November", "until"), "before", "2014-11-18"),
        (End("--until", "jusqu’au 18 novembre", "until"), "until", "2014-11-18"),
        (End("--since", "après le 18 novembre", "since", "past"), "since", "2014-11-19"),
        (End("--since", "after November", "since", "past"), "since", "2014-12-01"),
        (End("--since", "après-demain", "since", "past"), "since", "2015-01-24"),
        (End("--since", "depuis 3 mois", "since", "past"), "since", "2014-10-22"),
        (End("--since", "depuis 15 jours", "since", "past"), "since", "2015-01-07"),
        (End("--since", "les trois derniers mois", "since", "past"), "since", "2014-10-22"),
        (End("--since", "the last two weeks", "since", "past"), "since", "2015-01-08"),
        (End("--since", "premier trimestre", "since", "past"), "since", "2015-01-01"),
        (End("--due-before", "3 semaines", "before", "future"), "before", "2015-02-12"),
    ],
)
def test_words_before_a_day_say_what_counts(end: End, side: str, day: str) -> None:
    """They go before the name of the option; a length of time alone goes the way that the option looks."""
    (found,) = period_given([end], Sense(DAY))
    assert (found.side, found.day.isoformat()) == (side, day)


@given(
    text=st.text(max_size=40)
    | st.lists(st.sampled_from("du au entre et 1er 30 novembre avant après depuis 3 mois / - 2014".split())).map(" ".join)
)
def test_any_text_is_a_period_or_told(text: str) -> None:
    """Nothing crashes, whatever is typed."""
    try:
        found = period(text, "hier")
    except UsageError as refused:
        assert refused.hint  # noqa: PT017  # what is not refused is looked at below
    else:
        assert len(found) <= 2
