"""Dates, times and lists, as a good secretary writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.language import Language, at_place, enumerate_words, say_date, say_dates, say_time, the_kind


@pytest.mark.parametrize(
    ("written", "french", "in_a_sentence", "english", "in_english"),
    [
        ("2014-10-22", "22 octobre 2014", "le 22 octobre 2014", "22 October 2014", "on 22 October 2014"),
        ("2015-02-01", "1er février 2015", "le 1er février 2015", "1 February 2015", "on 1 February 2015"),
        ("2014-11", "novembre 2014", "en novembre 2014", "November 2014", "in November 2014"),
        ("2014", "2014", "en 2014", "2014", "in 2014"),
        (
            "2014-11-12/2014-11-13",
            "12 et 13 novembre 2014",
            "les 12 et 13 novembre 2014",
            "12 and 13 November 2014",
            "on 12 and 13 November 2014",
        ),
        (
            "2014-10-31/2014-11-01",
            "31 octobre et 1er novembre 2014",
            "les 31 octobre et 1er novembre 2014",
            "31 October and 1 November 2014",
            "on 31 October and 1 November 2014",
        ),
        ("2015-03-03/2015-03-07", "du 3 au 7 mars 2015", "du 3 au 7 mars 2015", "3 to 7 March 2015", "from 3 to 7 March 2015"),
        (
            "2015-01-30/2015-02-02",
            "du 30 janvier au 2 février 2015",
            "du 30 janvier au 2 février 2015",
            "30 January to 2 February 2015",
            "from 30 January to 2 February 2015",
        ),
        (
            "2014-12-30/2015-01-02",
            "du 30 décembre 2014 au 2 janvier 2015",
            "du 30 décembre 2014 au 2 janvier 2015",
            "30 December 2014 to 2 January 2015",
            "from 30 December 2014 to 2 January 2015",
        ),
        (
            "2014-11/2015-01",
            "de novembre 2014 à janvier 2015",
            "de novembre 2014 à janvier 2015",
            "November 2014 to January 2015",
            "from November 2014 to January 2015",
        ),
        (
            "2014-10/2014-12",
            "d’octobre à décembre 2014",
            "d’octobre à décembre 2014",
            "October to December 2014",
            "from October to December 2014",
        ),
        ("2014/2015", "de 2014 à 2015", "de 2014 à 2015", "2014 to 2015", "from 2014 to 2015"),
        (
            "2014-10/2014-11-05",
            "d’octobre au 5 novembre 2014",
            "d’octobre au 5 novembre 2014",
            "October to 5 November 2014",
            "from October to 5 November 2014",
        ),
        (
            "2014-11/2014-11-05",
            "de novembre au 5 novembre 2014",
            "de novembre au 5 novembre 2014",
            "November to 5 November 2014",
            "from November to 5 November 2014",
        ),
        ("2014-10-22~", "vers le 22 octobre 2014", "vers le 22 octobre 2014", "around 22 October 2014", "around 22 October 2014"),
        ("2014-11~", "vers novembre 2014", "vers novembre 2014", "around November 2014", "around November 2014"),
        (
            "2015-03-03~/2015-03-07",
            "du 3 au 7 mars 2015 environ",
            "du 3 au 7 mars 2015 environ",
            "around 3 to 7 March 2015",
            "around 3 to 7 March 2015",
        ),
        ("2014-10-22/2014-10-22", "22 octobre 2014", "le 22 octobre 2014", "22 October 2014", "on 22 October 2014"),
        ("2014-10/2014-10", "octobre 2014", "en octobre 2014", "October 2014", "in October 2014"),
    ],
)
def test_a_date_is_said(written: str, french: str, in_a_sentence: str, english: str, in_english: str) -> None:
    """Every shape of date has its words, on its own and in a sentence, and says nothing twice."""
    date = EdtfDate.parse(written)
    assert say_date(date, "fr") == french
    assert say_date(date, "fr", with_article=True) == in_a_sentence
    assert say_date(date, "en") == english
    assert say_date(date, "en", with_article=True) == in_english


def test_the_day_of_the_week_and_the_capital() -> None:
    """A notice says « Lundi 2 février 2015 »; a month has no day of the week to say."""
    assert say_date(EdtfDate.parse("2015-02-02"), "fr", weekday=True, capital=True) == "Lundi 2 février 2015"
    assert say_date(EdtfDate.parse("2015-02-02"), "en", weekday=True, with_article=True) == "on Monday 2 February 2015"
    assert say_date(EdtfDate.parse("2014-11-12/2014-11-13"), "fr", weekday=True) == "mercredi 12 et jeudi 13 novembre 2014"
    assert say_date(EdtfDate.parse("2014-11"), "fr", weekday=True, with_article=True, capital=True) == "En novembre 2014"


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        (
            "2014-10-22 2014-11-07 2014-11-18 2014-12-17 2015-01-05",
            "22 octobre, 7 et 18 novembre et 17 décembre 2014 et 5 janvier 2015",
            "22 October, 7 and 18 November and 17 December 2014 and 5 January 2015",
        ),
        (
            "2014-11-06 2014-11-18 2014-12-04 2015-01-12 2015-02-02",
            "6 et 18 novembre, 4 décembre 2014, 12 janvier et 2 février 2015",
            "6 and 18 November, 4 December 2014, 12 January and 2 February 2015",
        ),
        ("2014-10-22", "22 octobre 2014", "22 October 2014"),
        ("2014-11-01", "1er novembre 2014", "1 November 2014"),
        ("2014-11-07 2014-11-18", "7 et 18 novembre 2014", "7 and 18 November 2014"),
        ("2014-11-20 2014-11-07 2014-11-18 2014-11-07", "7, 18 et 20 novembre 2014", "7, 18 and 20 November 2014"),
        (
            "2013-01-05 2014-01-05 2015-01-05",
            "5 janvier 2013, 5 janvier 2014 et 5 janvier 2015",
            "5 January 2013, 5 January 2014 and 5 January 2015",
        ),
        ("2014-11-12/2014-11-13 2014-11-07", "7, 12 et 13 novembre 2014", "7, 12 and 13 November 2014"),
        ("2014-11-07 2014-11-12/2014-11-15", "7 et du 12 au 15 novembre 2014", "7 and 12 to 15 November 2014"),
        ("2014-11-13 2014-11-12/2014-11-13", "12 et 13 novembre 2014", "12 and 13 November 2014"),
        ("2014-12 2014-10-22", "22 octobre et décembre 2014", "22 October and December 2014"),
        (
            "2014-01-30/2014-02-02 2014-01-03",
            "3 janvier et du 30 janvier au 2 février 2014",
            "3 January and 30 January to 2 February 2014",
        ),
        (
            "2014-12-31/2015-01-01 2014-12-03",
            "3 et 31 décembre 2014 et 1er janvier 2015",
            "3 and 31 December 2014 and 1 January 2015",
        ),
        ("2013 2014-10-22", "2013 et 22 octobre 2014", "2013 and 22 October 2014"),
        ("2014-10-22~ 2014-10-30", "vers le 22 octobre 2014 et 30 octobre 2014", "around 22 October 2014 and 30 October 2014"),
        ("", "", ""),
    ],
)
def test_several_dates_are_said_in_one_line(written: str, french: str, english: str) -> None:
    """Days stand with their month and months with their year, in order, each said once."""
    dates = [EdtfDate.parse(text) for text in written.split()]
    assert say_dates(dates, "fr") == french
    assert say_dates(dates, "en") == english


@given(st.lists(st.dates().map(EdtfDate.of), min_size=1, max_size=8))
def test_one_line_says_every_date(dates: list[EdtfDate]) -> None:
    """No date is lost, and the order they come in does not matter."""
    line = say_dates(dates, "fr")
    assert line == say_dates(reversed(dates), "fr")
    said = line.replace(",", "").split()
    assert sum(word.isdigit() or word == "1er" for word in said) == len(set(dates)) + len({date.first.year for date in dates})


@given(st.dates())
def test_a_single_date_is_said_alike_alone_and_in_a_line(day: object) -> None:
    """A line of one date is that date."""
    date = EdtfDate.parse(str(day))
    assert say_dates([date], "fr") == say_date(date, "fr")


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        ("9:30", "9h30", "9:30"),
        ("18h", "18h00", "18:00"),
        ("09:30/12:00", "de 9h30 à 12h00", "9:30 to 12:00"),
        ("0:05", "0h05", "0:05"),
    ],
)
def test_a_time_is_said(written: str, french: str, english: str) -> None:
    """Hours have no leading nought, minutes always two figures."""
    assert say_time(TimeSpan.parse(written), "fr") == french
    assert say_time(TimeSpan.parse(written), "en") == english


@pytest.mark.parametrize(
    ("items", "french", "english", "either"),
    [
        ([], "", "", ""),
        (["a"], "a", "a", "a"),
        (["a", "b"], "a et b", "a and b", "a ou b"),
        (["a", "b", "c"], "a, b et c", "a, b and c", "a, b ou c"),
    ],
)
def test_things_in_a_row(items: list[str], french: str, english: str, either: str) -> None:
    """Commas, and one word before the last."""
    assert enumerate_words(items, "fr") == french
    assert enumerate_words(iter(items), "en") == english
    assert enumerate_words(items, "fr", alternative=True) == either


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Collectif « Ensemble contre la traite »", "fr", "le Collectif"),
        ("Observatoire de l’eau", "fr", "l’Observatoire"),
        ("Les Amis du marais", "fr", "les Amis du marais"),
        ("Secours populaire", "fr", "le Secours populaire"),
        ("Greenpeace", "fr", "Greenpeace"),
        ("", "fr", ""),
        ("Harbour Coalition", "en", "the Coalition"),
        ("Greenpeace", "en", "Greenpeace"),
    ],
)
def test_a_collective_is_called_as_its_members_call_it(name: str, language: Language, said: str) -> None:
    """By the noun that says what it is, where its name begins with one; else by its name."""
    assert the_kind(name, language) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("au siège", " au siège"),
        ("À Paris", " à Paris"),
        ("En visioconférence", " en visioconférence"),
        ("place Beauvau", ", place Beauvau"),
        ("12 rue du Bac", ", 12 rue du Bac"),
        ("Aubervilliers", ", Aubervilliers"),
        ("Town Hall", ", Town Hall"),
        ("", ""),
        (" ", ""),
    ],
)
def test_a_place_follows_a_date_as_a_sentence_does(place: str, said: str) -> None:
    """« à », « au » and the like need no comma; an address does."""
    assert at_place(place) == said
