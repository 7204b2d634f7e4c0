"""A suggested date or time is certain only where nothing else can have been meant and nothing said is lost."""

from __future__ import annotations

import pytest

from traite_cli.dates import DateError, EdtfDate, TimeError, TimeSpan

CERTAIN = {
    "22/10/2014": "2014-10-22", "10/22/2014": "2014-10-22", "05/05/2014": "2014-05-05", "22.10.2014": "2014-10-22", "11/2014": "2014-11",
    "2014/10/22": "2014-10-22", "2014–10–22": "2014-10-22", "20141022": "2014-10-22", "2014-1-5": "2014-01-05", " 2014-10-22": "2014-10-22",
    "2014-11-12/13": "2014-11-12/2014-11-13", "22 octobre 2014": "2014-10-22", "mercredi 22 octobre 2014": "2014-10-22",
    "Wednesday 22 October 2014": "2014-10-22", "vers octobre 2014": "2014-10~", "1er mars 2015": "2015-03-01",
}  # fmt: skip
DOUBTFUL = [
    "05/06/2014", "22/10/14", "31/12/99", "2014/10", "2014-22-10", "2014/22/10", "20142210", "mardi 22 octobre 2014", "mercredi octobre 2014",
    "lundi ou mardi 22 octobre 2014", "22 et 23 octobre 2014", "2014-10-22T09:30", "2014?", "2015-01-02/2014-01-01", "~2014",
]  # fmt: skip
CERTAIN_TIMES = {"9 heures 30": "09:30", "de 9h30 à 12h00": "09:30/12:00", "9h30-12h": "09:30/12:00", "6 pm": "18:00", "midi": "12:00"}
DOUBTFUL_TIMES = ["9.30", "18", "9-12", "9:5", "9h5", "9:30:15", "13 am", "930"]


@pytest.mark.parametrize(("text", "date"), CERTAIN.items())
def test_a_date_that_can_be_read_in_one_way_is_certain(text: str, date: str) -> None:
    """Day, month and year are told apart by themselves, and the day of the week, if it is said, is that day's."""
    with pytest.raises(DateError) as raised:
        EdtfDate.parse(text)
    assert (raised.value.suggestion, raised.value.certain) == (date, True)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_date_that_may_mean_another_is_not(text: str) -> None:
    """It may be suggested all the same: people can tell."""
    with pytest.raises(DateError) as raised:
        EdtfDate.parse(text)
    assert not raised.value.certain


@pytest.mark.parametrize(("text", "time"), CERTAIN_TIMES.items())
def test_a_time_that_says_its_hours_is_certain(text: str, time: str) -> None:
    """By an h, a colon with two digits behind it, a half of the day."""
    with pytest.raises(TimeError) as raised:
        TimeSpan.parse(text)
    assert (raised.value.suggestion, raised.value.certain) == (time, True)


@pytest.mark.parametrize("text", DOUBTFUL_TIMES)
def test_a_time_that_may_be_another_number_is_not(text: str) -> None:
    """A bare number may be anything, and a digit alone behind the hour be left of two."""
    with pytest.raises(TimeError) as raised:
        TimeSpan.parse(text)
    assert not raised.value.certain
