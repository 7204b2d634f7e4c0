"""Names one slip of the finger away from known ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from traite_cli.language import Spelling, nearly_known, one_slip_apart, words

_KNOWN = [
    *(Spelling(tuple(words(name))) for name in ("Raphaël Sodini", "Elisabeth Moiron-Braud", "Alice Tallon", "Michel Dupont", "MIPROF")),
    *(
        Spelling(tuple(words(name)))
        for name in ("Secours Catholique", "Ministère de l’Intérieur", "Louis Ory", "Jean Martin", "Jean Marton")
    ),
    *(Spelling(tuple(words(name)), is_family=True) for name in ("Sodini", "Moiron-Braud", "Ory")),
]
_NEAR = {
    "Vu avec Raphaël Sodoni.": "Raphaël Sodoni",
    "Vu avec RAPHAEL SODONI.": "RAPHAEL SODONI",
    "Vu avec Raphael  Sodin.": "Raphael  Sodin",
    "Vu avec Rapahël Sodini.": "Rapahël Sodini",
    "Vu avec [Raphaël Sodoni](../people/raphael-sodini.md).": "Raphaël Sodoni",
    "Mme Moirin-Braud répond.": "Moirin-Braud",
    "Elisabeth Moirin Braud répond.": "Elisabeth Moirin Braud",
    "M. Sodoni répond.": "Sodoni",
    "Le Secours Catolique répond.": "Secours Catolique",
    "La MIPROFF répond.": "MIPROFF",
}
_FAR = (
    "Vu avec Raphaël Sodini, raphael sodini et RAPHAËL SODINI.",
    "Vu avec Raphael Sodini.",
    "Vu avec Anne Tallon.",
    "Vu avec Michèle Dupont.",
    "Vu avec Raphaël Sorano.",
    "Vu avec Jean Martin et Jean Marton.",
    "Sodoni est une ville.",
    "Le Ministre de l’Intérieur répond au ministre.",
    "Les Ministères de l’Intérieur répondent.",
    "Vu avec Louis Orry.",
    "Vu avec Jean-Raphaël Sodoni.",
    "Vu avec Raphaël Sodoni-Leroux.",
    "Vu avec raphaël sodoni.",
    "La MIPRO répond.",
    "Le secours catolique répond.",
)


def _found(text: str) -> list[str]:
    return [text[near.start : near.end] for near in nearly_known(_KNOWN)(text, 0)]


@pytest.mark.parametrize(("text", "name"), _NEAR.items(), ids=_NEAR)
def test_a_slip_in_one_word_of_a_name_is_found(text: str, name: str) -> None:
    """A letter exchanged, left out, put in or swapped, all other words as they are known."""
    assert _found(text) == [name]


@pytest.mark.parametrize("text", _FAR)
def test_other_names_are_left_alone(text: str) -> None:
    """Known spellings, relatives, longer names, short ones, plurals, and words that the text has without a capital too."""
    assert _found(text) == []


def test_a_name_is_told_once_a_text() -> None:
    """Whoever misspells a name does so all along the page."""
    assert _found("Raphaël Sodoni. Raphaël Sodoni. Raphaël Sodoni.") == ["Raphaël Sodoni"]


def test_two_of_a_list_that_are_one_slip_apart_are_paired() -> None:
    """By their places, the earlier first; first names that both exist make two people."""
    assert list(one_slip_apart(["Alice Tallon", "Samuel Buot", "Alice Talon"])) == [(0, 2)]
    assert list(one_slip_apart(["Michel Dupont", "Michèle Dupont", "Ory", "Ori", "Alice Tallon", "alice tallon"])) == []


@given(st.text(st.sampled_from("Raphël Sodinitabc'’- \n."), max_size=60))
def test_any_text_gives_places_of_its_own(text: str) -> None:
    """Whatever is written, what is told is some of it."""
    for near in nearly_known(_KNOWN)(text, 0):
        assert 0 <= near.start < near.end <= len(text)
        assert tuple(words(text[near.start : near.end])) != near.spelling.words


@given(st.text(st.sampled_from("abcd"), min_size=5, max_size=8), st.text(st.sampled_from("abcd"), min_size=5, max_size=8))
def test_a_slip_is_one_step_of_optimal_string_alignment(known: str, typed: str) -> None:
    """Two names are paired exactly where one letter put in, left out, exchanged or swapped tells them apart."""
    names = [f"Alice {known}", f"Alice {typed}"]
    assert bool(list(one_slip_apart(names))) == (OSA.distance(known, typed) == 1)


def test_many_names_and_one_word_without_end_are_gone_through_in_a_moment() -> None:
    """Neither five thousand known names nor a text that repeats a slip of one takes the day."""
    known = [Spelling(("alice", f"martin{number}x")) for number in range(5000)]
    start = time.process_time()
    list(nearly_known(known)("Alicce " * 100_000, 0))
    assert time.process_time() - start < 5
