"""Days that sentences give to promises, as records write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import EdtfDate
from traite_cli.language import Unclear, deadline, understood_date, without_deadline

_DAY = date(2014, 11, 18)
_SAID = {
    "elle répondra d’ici fin février": "2015-02",
    "avant le 12 mars": "2015-03-12",
    "avant le vendredi 12 décembre": "2014-12-12",
    "d'ici au 1er décembre 2016": "2016-12-01",
    "au plus tard le 3/12": "2014-12-03",
    "pour fin 2014": "2014",
    "d’ici la fin du mois": "2014-11",
    "courant décembre": "2014-12",
    "pour le 18 novembre": "2014-11-18",
    "pour le 17 novembre": "2015-11-17",
    "d’ici la prochaine réunion": "",
    "le 45 mars": "",
    "le 3/13": "",
    "rien de tel": "",
    "envoyer la circulaire sous 15 jours.": "2014-12-03",
    "il répondra dans trois semaines": "2014-12-09",
    "d’ici lundi": "2014-11-24",
    "avant le 15, merci": "2014-12-15",
    "la semaine prochaine": "2014-11-24/2014-11-30",
    "la circulaire partira fin février": "2015-02",
    "à la mi-mars": "2015-03-15~",
    "avant mars": "2015-02",
    "avant 2015": "2014",
    "pour 2015": "2015",
    "au cours du premier trimestre 2015": "2015-01/2015-03",
    "d’ici à la fin de l’année": "2014",
    "d’ici l’été": "2015-06",
    "la collecte de couvertures d'ici Noël": "2014-12-25",
    "d’ici la Toussaint": "2015-11-01",
    "elle ouvrira à la rentrée": "2015-09",
    "avant les fêtes": "2014-12-25",
    "elle écrira à Pâques": "2015-04-05",
    "avant la Pentecôte 2016": "2016-05-15",
    "il répond après-demain": "2014-11-20",
    "dans les quinze jours": "2014-12-03",
    "prêt pour lundi": "2014-11-24",
    "by Easter": "2015-04-05",
    "l’ascension du mont Blanc": "",
    "la fête de la mairie": "",
    "by next Friday": "2014-11-21",
    "within two weeks": "2014-12-02",
    "they may send it by 12 March": "2015-03-12",
    "before the end of March 2015": "2015-03",
    "le lundi on se voit": "",
    "pour les 3 personnes": "",
    "en 2014": "",
    "la loi du 12 mars 2013": "",
    "dans le cadre de la loi de 2014": "",
    "le rapport de mars 2014 sera envoyé avant le 3 avril": "2015-04-03",
}


@pytest.mark.parametrize(("sentence", "due"), _SAID.items(), ids=_SAID)
def test_a_day_is_read_as_it_is_said(sentence: str, due: str) -> None:
    """With the year that is meant: the next time that day comes after the meeting."""
    assert deadline(sentence, _DAY) == due


def test_without_a_day_to_count_from_a_year_must_be_said() -> None:
    """A meeting without a date tells no year."""
    assert deadline("avant le 12 mars", None) == ""
    assert deadline("avant le 12 mars 2015", None) == "2015-03-12"


@given(
    st.lists(st.sampled_from(["d’ici ", "le ", "fin ", "12 ", "31 ", "99", "/", "2 ", "2015", "mars ", "février ", "0"]), max_size=8).map(
        "".join
    )
)
def test_what_is_read_is_a_date(sentence: str) -> None:
    """Anything at all gives a date of the right form, or nothing."""
    due = deadline(sentence, _DAY)
    assert due == "" or str(EdtfDate.parse(due)) == due


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Comparer les prix des citernes d’ici fin mars 2025.", "Comparer les prix des citernes"),
        ("send the list before 3 March", "send the list"),
        ("Écrire au maire, au plus tard le 3/12", "Écrire au maire"),
        ("d’ici fin mars", "d’ici fin mars"),
        ("d’ici fin mars envoyer le plan", "d’ici fin mars envoyer le plan"),
        ("Relire le rapport avant de le signer", "Relire le rapport avant de le signer"),
    ],
)
def test_what_is_promised_goes_without_its_day(said: str, left: str) -> None:
    """A title says what is to be done; the day that ends it has its own field, and nothing else is cut."""
    assert without_deadline(said) == left


_PHRASES = (
    "d’ici Noël",
    "avant Noël",
    "avant l’été",
    "à la rentrée",
    "d’ici la fin du mois",
    "fin du mois",
    "dans quinze jours",
    "d’ici une quinzaine",
    "avant la Toussaint",
    "à Pâques",
    "au printemps",
    "d’ici mi-décembre",
    "demain",
    "après-demain",
    "lundi prochain",
    "by Christmas",
    "in two weeks",
)


@pytest.mark.parametrize("phrase", _PHRASES)
def test_a_sentence_and_an_option_are_read_alike(phrase: str) -> None:
    """What ``--due`` understands is understood in a sentence too, as the same day."""
    typed = understood_date(phrase, _DAY, toward="future")
    assert not isinstance(typed, Unclear)
    assert deadline(f"Nadia s’occupe de la collecte {phrase}.", _DAY) == str(typed)


@pytest.mark.parametrize(("year", "day"), [(1818, "1818-03-22"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2038, "2038-04-25")])
def test_easter_is_that_of_the_calendar(year: int, day: str) -> None:
    """Its earliest and latest days among them, by printed calendars."""
    assert str(understood_date(f"Pâques {year}", _DAY)) == day
