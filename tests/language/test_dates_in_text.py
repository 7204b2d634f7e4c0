"""Dates and times are found where a text names them, in the ways in which minutes write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.language import dates_in, times_in
from traite_cli.language.folding import fold_in_place
from traite_cli.language.number_words import number_in_words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le mardi 3 mars 2015 de 18h30 à 20h00", "2015-03-03"),
        ("**Date :** 05.07.2023", "2023-07-05"),
        ("GT Bâti 11 - 06-10-2023", "2023-10-06"),
        ("March 12th, 2024 at 7:30 pm", "2024-03-12"),
        ("Tuesday 5 November 2019", "2019-11-05"),
        ("12 Mar 2024", "2024-03-12"),
        ("1er août 2023", "2023-08-01"),
        ("CR_20240508", "2024-05-08"),
        ("L’an deux mille vingt-quatre, le douze mars à vingt heures trente", "2024-03-12"),
        ("l’an deux mille quinze et le vingt-trois du mois de février", "2015-02-23"),
        ("le vingt-deux avril deux mille dix-sept à dix heures", "2017-04-22"),
        ("en l’an 2024, le 12 mars", "2024-03-12"),
        ("14mars2019", "2019-03-14"),
        ("this 14th day of March 2019", "2019-03-14"),
    ],
)
def test_a_whole_date(text: str, day: str) -> None:
    """A date with its year is sure."""
    (found,) = dates_in(text)
    assert (found.day.isoformat(), found.sure) == (day, True)


@pytest.mark.parametrize(
    ("text", "day"),
    [("réunion du 10/12", "2012-12-10"), ("le 21 janvier", "2012-01-21"), ("06.12.22", "2022-12-06"), ("le 14 mars 19", "2019-03-14")],
)
def test_a_date_without_its_whole_year(text: str, day: str) -> None:
    """The year is that which is handed over, or of this century; it is not sure."""
    (found,) = dates_in(text, 2012)
    assert (found.day.isoformat(), found.sure) == (day, False)


@pytest.mark.parametrize(
    "text", ["", "31 février 2020", "article 12.3", "1/2 tarif", "version 2.0.1", "10 %", "le 3 mars", "01 45 49 52 21"]
)
def test_what_is_no_date(text: str) -> None:
    """Days that are none, numbers, and days without a year where none is known."""
    assert dates_in(text) == []


def test_several_days_together() -> None:
    """« Les 18 et 25 février » are the first and the last of some days."""
    for text in ("réunions des 18 et 25 février 2013", "February 18-25, 2013"):
        (found,) = dates_in(text)
        assert (found.day.day, found.last and found.last.day) == (18, 25)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("de 9h30 à 12h00", "09:30/12:00"),
        ("9 h 30 – 12 h", "09:30/12:00"),
        ("from 7.30pm until 9pm", "19:30/21:00"),
        ("7 to 9 pm", "19:00/21:00"),
        ("à 18 heures 30", "18:30"),
        ("vingt heures trente", "20:30"),
        ("at 6:03 p.m.", "18:03"),
        ("de 10 heures à midi", "10:00/12:00"),
        ("14h–16h30", "14:00/16:30"),
        ("10:00-12:30 (GMT)", "10:00/12:30"),
        ("17h30/19h", "17:30/19:00"),
        ("14.00-16.30", "14:00/16:30"),
    ],
)
def test_times(text: str, time: str) -> None:
    """A time, or a stretch of it."""
    assert [found.written for found in times_in(text)] == [time]


@pytest.mark.parametrize("text", ["prix 7.30 euros", "", "25h", "chapitre 12", "20 heureux"])
def test_what_is_no_time(text: str) -> None:
    """Numbers are no times."""
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("deux mille vingt-quatre", 2024), ("quatre-vingt-dix-neuf", 99), ("mil neuf cent un", 1901), ("trois chats", None)],
)
def test_numbers_in_words(text: str, number: int | None) -> None:
    """As councils write years."""
    assert number_in_words(text) == number


@given(st.text(max_size=80))
def test_what_is_found_stands_there(text: str) -> None:
    """Places are those of the text itself, whatever its letters."""
    assert len(fold_in_place(text)) == len(text)
    for found in (*dates_in(text, 2020), *times_in(text)):
        assert 0 <= found.start < found.end <= len(text)
