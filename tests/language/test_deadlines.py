"""Days that sentences give to promises, as records write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.dates import EdtfDate
from traite_cli.language import deadline

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
def test_what_is_read_is_short_enough_to_be_a_date(sentence: str) -> None:
    """Anything at all gives a date of the right form, or nothing."""
    due = deadline(sentence, _DAY)
    assert due == "" or len(due) in {4, 7, 10}
    if len(due) < 10 and due:
        EdtfDate.parse(due)
