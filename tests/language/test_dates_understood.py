"""Dates and times as people type them, in French and in English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.language import (
    Language,
    Toward,
    Unclear,
    date_and_time,
    say_date,
    say_deadline,
    say_time,
    translator,
    understood_date,
    understood_time,
)

_DAY = date(2015, 1, 22)
"""A Thursday."""


def _said(text: str, toward: Toward = "future", language: Language = "fr", day: date | None = _DAY) -> str:
    found = understood_date(text, day, toward=toward, language=language)
    return found.told(translator("en")) if isinstance(found, Unclear) else str(found)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("fin novembre 2014", "2014-11-21/2014-11-30"), ("fin février 2015", "2015-02-21/2015-02-28"), ("fin 2014", "2014-10/2014-12"),
        ("the end of next month", "2015-02-21/2015-02-28"), ("fin du trimestre", "2015-03"), ("fin de la semaine", "2015-01-23"), ("début mars", "2015-03-01/2015-03-10"),
        ("mi-mars", "2015-03-15~"), ("courant mars", "2015-03"), ("mars", "2015-03"),
    ],
)  # fmt: skip
def test_an_end_may_be_told_apart(text: str, days: str) -> None:
    """Where days are counted, the end of a month or a year is not all of it, as it is for a deadline."""
    assert str(understood_date(text, _DAY, toward="future", ends_apart=True)) == days


_FRENCH = {
    "2 février 2015": "2015-02-02",
    "Lundi 2 février 2015": "2015-02-02",
    "le lundi 2 Février, 2015": "2015-02-02",
    "2 fév.": "2015-02-02",
    "02 févr. 2015": "2015-02-02",
    "22 octobre 14": "2014-10-22",
    "le 1er mars": "2015-03-01",
    "premier mars": "2015-03-01",
    "mars 2015": "2015-03",
    "février": "2015-02",
    "2015": "2015",
    "en 2015": "2015",
    "le 15": "2015-02-15",
    "15": "2015-02-15",
    "le 31": "2015-01-31",
    "29 février": "2016-02-29",
    "aujourd’hui": "2015-01-22",
    "demain": "2015-01-23",
    "après-demain": "2015-01-24",
    "hier": "2015-01-21",
    "avant-hier": "2015-01-20",
    "lundi": "2015-01-26",
    "jeudi": "2015-01-29",
    "lundi prochain": "2015-01-26",
    "lundi dernier": "2015-01-19",
    "ce lundi": "2015-01-26",
    "lundi en huit": "2015-02-02",
    "jeudi en quinze": "2015-02-12",
    "mardi de la semaine prochaine": "2015-01-27",
    "dim. 25 janv.": "2015-01-25",
    "mar. 3 mars": "2015-03-03",
    "la semaine prochaine": "2015-01-26/2015-02-01",
    "semaine du 26 janvier": "2015-01-26/2015-02-01",
    "semaine 12": "2015-03-16/2015-03-22",
    "fin de la semaine": "2015-01-23",
    "le week-end prochain": "2015-01-31/2015-02-01",
    "fin février": "2015-02",
    "fin février 2016": "2016-02",
    "mi-mars": "2015-03-15~",
    "mi mars 2015": "2015-03-15~",
    "début mars": "2015-03-01/2015-03-10",
    "début janvier": "2016-01-01/2016-01-10",
    "début 2015": "2015-01/2015-03",
    "mi-2015": "2015-07~",
    "fin 2014": "2014",
    "courant mars": "2015-03",
    "fin du mois": "2015-01",
    "d’ici la fin du mois": "2015-01",
    "fin du mois prochain": "2015-02",
    "la fin de la semaine prochaine": "2015-01-30",
    "à la fin du trimestre prochain": "2015-06",
    "le 15 du mois prochain": "2015-02-15",
    "fin d’année": "2015",
    "l’année prochaine": "2016",
    "mars de l’année prochaine": "2016-03",
    "mars prochain": "2015-03",
    "d’ici l’été": "2015-06",
    "avant l’été 2016": "2016-06",
    "cet été": "2015-06/2015-08",
    "été 2015": "2015-06/2015-08",
    "fin de l’été": "2015-08",
    "l’hiver 2015": "2015-12/2016-02",
    "d’ici fin février": "2015-02",
    "avant mars": "2015-02",
    "avant 2016": "2015",
    "avant le 12 mars": "2015-03-12",
    "au plus tard le 3/12": "2015-12-03",
    "le 3 décembre au plus tard": "2015-12-03",
    "dans 15 jours": "2015-02-06",
    "sous quinzaine": "2015-02-06",
    "dans trois semaines": "2015-02-12",
    "d’ici un mois": "2015-02-22",
    "dans un an": "2016-01-22",
    "il y a trois semaines": "2015-01-01",
    "premier trimestre 2015": "2015-01/2015-03",
    "1er trimestre": "2015-01/2015-03",
    "T2 2015": "2015-04/2015-06",
    "deuxième semestre 2015": "2015-07/2015-12",
    "fin du premier trimestre": "2015-03",
    "12 et 13 novembre 2014": "2014-11-12/2014-11-13",
    "les 12, 13 et 14 novembre 2014": "2014-11-12/2014-11-14",
    "31 janvier et 1er février": "2015-01-31/2015-02-01",
    "du 12 au 14 novembre": "2015-11-12/2015-11-14",
    "12-14 novembre 2014": "2014-11-12/2014-11-14",
    "du lundi 2 au mardi 3 février 2015": "2015-02-02/2015-02-03",
    "du 30 décembre au 2 janvier 2015": "2014-12-30/2015-01-02",
    "de janvier à mars 2015": "2015-01/2015-03",
    "entre le 3 et le 7 mars": "2015-03-03/2015-03-07",
    "du 22/10 au 24/10/2014": "2014-10-22/2014-10-24",
    "vers le 15 mars": "2015-03-15~",
    "mars 2015 environ": "2015-03~",
    "22/10/2014": "2014-10-22",
    "22 / 10 / 2014": "2014-10-22",
    "22-10-2014": "2014-10-22",
    "22 10 2014": "2014-10-22",
    "22.10.14": "2014-10-22",
    "22/10": "2015-10-22",
    "05/06/2014": "2014-06-05",
    "05/05/14": "2014-05-05",
    "12/31/2014": "2014-12-31",
    "10/2014": "2014-10",
    "2014/10/22": "2014-10-22",
    "20141022": "2014-10-22",
    "2015-1-5": "2015-01-05",
    "2015-02": "2015-02",
    "2015-02~": "2015-02~",
    " 2014-11-12/2014-11-13 ": "2014-11-12/2014-11-13",
    "demain matin": "2015-01-23",
    "ce soir": "2015-01-22",
    "lundi après-midi": "2015-01-26",
    "« 2 février 2015 »": "2015-02-02",
    "(le 2 février 2015)": "2015-02-02",
    "sept 2015": "2015-09",
    "12 sept. 2015": "2015-09-12",
    "dans sept jours": "2015-01-29",
    "premier lundi de mars 2015": "2015-03-02",
    "le 3e jeudi du mois": "2015-02-19",
    "dernier vendredi du mois prochain": "2015-02-27",
    "d’ici Noël": "2015-12-25",
    "en début de semaine": "2015-01-26",
    "début du mois": "2015-02-01/2015-02-10",
    "du 31 au 2 février": "2015-01-31/2015-02-02",
    "hiver 2014-2015": "2014-12/2015-02",
    "2014-2015": "2014/2015",
    "2 au 4": "2015-02-02/2015-02-04",
}
_ENGLISH = {
    "2 February 2015": "2015-02-02",
    "Feb 2, 2015": "2015-02-02",
    "Monday, February 2nd": "2015-02-02",
    "the 3rd of March 2015": "2015-03-03",
    "next Monday": "2015-01-26",
    "last Monday": "2015-01-19",
    "by Friday": "2015-01-23",
    "Tuesday of next week": "2015-01-27",
    "tomorrow": "2015-01-23",
    "the day before yesterday": "2015-01-20",
    "end of February": "2015-02",
    "the end of next month": "2015-02",
    "mid-March": "2015-03-15~",
    "early March": "2015-03-01/2015-03-10",
    "beginning of 2015": "2015-01/2015-03",
    "before the summer": "2015-06",
    "summer 2015": "2015-06/2015-08",
    "in two weeks": "2015-02-05",
    "within a month": "2015-02-22",
    "three weeks ago": "2015-01-01",
    "in a fortnight": "2015-02-05",
    "two weeks from now": "2015-02-05",
    "Q1 2015": "2015-01/2015-03",
    "second half of 2015": "2015-07/2015-12",
    "from 12 to 14 November 2014": "2014-11-12/2014-11-14",
    "12 and 13 November 2014": "2014-11-12/2014-11-13",
    "between 3 and 7 March": "2015-03-03/2015-03-07",
    "around 15 March": "2015-03-15~",
    "no later than 3 March": "2015-03-03",
    "22/10/2014": "2014-10-22",
    "10/22/2014": "2014-10-22",
    "November 12-14, 2014": "2014-11-12/2014-11-14",
    "Nov 12 and 13": "2015-11-12/2015-11-13",
    "Jan 26": "2015-01-26",
    "week of January 26": "2015-01-26/2015-02-01",
    "first Monday of March": "2015-03-02",
    "tomorrow morning": "2015-01-23",
    "by Christmas": "2015-12-25",
}


@pytest.mark.parametrize(("text", "meant"), _FRENCH.items(), ids=_FRENCH)
def test_french_is_understood(text: str, meant: str) -> None:
    """As a deadline, on the day it is said."""
    assert _said(text) == meant


@pytest.mark.parametrize(("text", "meant"), _ENGLISH.items(), ids=_ENGLISH)
def test_english_is_understood(text: str, meant: str) -> None:
    """As a deadline, on the day it is said."""
    assert _said(text, language="en") == meant


@pytest.mark.parametrize(
    ("text", "future", "past", "nearest"),
    [
        ("22 octobre", "2015-10-22", "2014-10-22", "2014-10-22"),
        ("22 janvier", "2015-01-22", "2015-01-22", "2015-01-22"),
        ("janvier", "2015-01", "2015-01", "2015-01"),
        ("lundi", "2015-01-26", "2015-01-19", "2015-01-19"),
        ("le 15", "2015-02-15", "2015-01-15", "2015-01-15"),
        ("12/11", "2015-11-12", "2014-11-12", "2014-11-12"),
        ("20 et 21 janvier", "2016-01-20/2016-01-21", "2015-01-20/2015-01-21", "2015-01-20/2015-01-21"),
        ("été", "2015-06/2015-08", "2014-06/2014-08", "2015-06/2015-08"),
        ("29 février", "2016-02-29", "2012-02-29", "2016-02-29"),
        ("lundi prochain", "2015-01-26", "2015-01-26", "2015-01-26"),
    ],
)
def test_what_leaves_out_its_year_is_looked_for_where_it_is_asked(text: str, future: str, past: str, nearest: str) -> None:
    """Ahead for a deadline, behind for a meeting that was held, wherever it is nearer for all else."""
    assert (_said(text), _said(text, "past"), _said(text, "nearest")) == (future, past, nearest)


_UNCLEAR = {
    ("05/06/07", "fr"): "“05/06/07” can be read as Tuesday 5 June 2007 or Sunday 6 May 2007",
    ("05/06/2014", "en"): "“05/06/2014” can be read as Thursday 5 June 2014 or Tuesday 6 May 2014",
    ("5/6", "en"): "“5/6” can be read as Friday 5 June 2015 or Wednesday 6 May 2015",
    ("mardi 2 février 2015", "fr"): "“mardi 2 février 2015” does not go together: the date is Monday 2 February 2015",
    ("31 avril", "fr"): "“31 avril” is a day that no calendar has",
    ("29 février 2015", "fr"): "“29 février 2015” is a day that no calendar has",
    ("32/13/2014", "fr"): "“32/13/2014” is a day that no calendar has",
    ("12 et 15 novembre", "fr"): "“12 et 15 novembre” says several days that do not follow one another",
    ("du 14 au 12 novembre 2014", "fr"): "“du 14 au 12 novembre 2014” ends before it begins",
    ("du 14 novembre 2014 au 12 novembre 2014", "fr"): "“du 14 novembre 2014 au 12 novembre 2014” ends before it begins",
    ("la prochaine réunion", "fr"): "“la prochaine réunion” is not understood as a date",
    ("2 févirer 2015", "fr"): "“2 févirer 2015” is not understood as a date; perhaps Monday 2 February 2015",
    ("lunid 2 février", "fr"): "“lunid 2 février” is not understood as a date; perhaps Monday 2 February 2015",
    ("janvier 15", "fr"): "“janvier 15” can be read as Thursday 15 January 2015 or January 2015",
    ("11-12", "fr"): "“11-12” is not understood as a date",
    ("2 mois", "fr"): "“2 mois” is not understood as a date",
    ("fin mars - début avril", "fr"): "“fin mars - début avril” is not understood as a date",
    ("lundi ou mardi", "fr"): "“lundi ou mardi” is not understood as a date",
    ("2 février 2015 sans doute", "fr"): "“2 février 2015 sans doute” is not understood as a date",
    ("dans 9999 ans", "fr"): "“dans 9999 ans” is not understood as a date",
    ("le", "fr"): "“le” is not understood as a date",
    ("", "fr"): "“” is not understood as a date",
}


@pytest.mark.parametrize(("typed", "told"), _UNCLEAR.items(), ids=[text for text, _ in _UNCLEAR])
def test_what_is_not_one_date_is_told_with_its_reason(typed: tuple[str, Language], told: str) -> None:
    """And with the days between which one may choose."""
    assert _said(typed[0], language=typed[1]) == told


def test_without_a_day_a_date_must_say_its_year() -> None:
    """A document without a date gives no year to what stands in it."""
    assert _said("22 octobre 2014", day=None) == "2014-10-22"
    assert _said("fin février 2015", day=None) == "2015-02"
    for text in ("22 octobre", "lundi", "demain", "dans 15 jours", "fin du mois", "22/10", "le 15"):
        assert _said(text, day=None) == f"“{text}” does not say the year"


@pytest.mark.parametrize(
    ("text", "meant"),
    {
        "9h30": "09:30",
        "14 h": "14:00",
        "18 h 30": "18:30",
        "9:30": "09:30",
        "9": "09:00",
        "de 9h à 11h30": "09:00/11:30",
        "9h-11h30": "09:00/11:30",
        "9h30 – 12h": "09:30/12:00",
        "entre 9h et 11h": "09:00/11:00",
        "à 14h": "14:00",
        "à partir de 14h": "14:00",
        "vers 18 h 30": "18:30",
        "midi": "12:00",
        "midi et demi": "12:30",
        "minuit": "00:00",
        "9 heures et demie": "09:30",
        "2pm": "14:00",
        "2-4 pm": "14:00/16:00",
        "9am to 11.30am": "09:00/11:30",
        "half past 9": "09:30",
        "from noon until 2 pm": "12:00/14:00",
        "25h": "",
        "11h à 9h": "",
        "tôt": "",
    }.items(),
)
def test_a_time_is_understood(text: str, meant: str) -> None:
    """By itself or from one to another."""
    found = understood_time(text)
    assert ("" if isinstance(found, Unclear) else str(found)) == meant


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("lundi 2 février 2015 à 14h30", "2015-02-02", "14:30"),
        ("2 février, de 9h à 11h", "2015-02-02", "09:00/11:00"),
        ("2015-02-02 9:30", "2015-02-02", "09:30"),
        ("12 mars 2015 - 14h30", "2015-03-12", "14:30"),
        ("demain midi", "2015-01-23", "12:00"),
        ("Feb 2, 2015 at 2pm", "2015-02-02", "14:00"),
        ("2 février 2015", "2015-02-02", "None"),
    ],
)
def test_a_time_behind_a_date_is_told_apart(text: str, day: str, time: str) -> None:
    """One line says both."""
    found, at = date_and_time(text, _DAY)
    assert (str(found), str(at)) == (day, time)


_WORDS = st.sampled_from(
    "le la du au de d'ici fin mi- début lundi mars février 12 3 31 2015 22/10 prochain dernier dans il y a semaines jours , et - ~ next last".split()
)


@given(st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=90), st.dates(), st.sampled_from(["future", "past", "nearest"]))
def test_anything_gives_a_date_or_a_reason(text: str, day: date, toward: Toward) -> None:
    """Nothing that is typed is a crash, whatever the day."""
    found, time = date_and_time(text, day, toward=toward)
    assert isinstance(found, EdtfDate | Unclear)
    assert isinstance(understood_time(text), TimeSpan | Unclear)
    assert time is None or say_time(time, "fr")


@given(st.dates(date(1000, 1, 1), date(9990, 1, 1)), st.sampled_from(["fr", "en"]))
def test_what_is_said_aloud_is_understood_again(day: date, language: Language) -> None:
    """A date shown back may be typed as it was shown: a day with its weekday, a month, a deadline, two days, several."""
    month = EdtfDate.parse(day.isoformat()[:7])
    later = date.fromordinal(day.toordinal() + 9)
    for shown in (EdtfDate.of(day), month, EdtfDate.parse(f"{day}/{later}"), EdtfDate.parse(f"{day}~")):
        assert understood_date(say_date(shown, language, weekday=True), _DAY, language=language) == shown
    for due in (month, EdtfDate.parse(f"{month}~"), EdtfDate.parse(f"{day.year:04}~")):
        assert understood_date(say_deadline(due, language), _DAY, language=language) == due
