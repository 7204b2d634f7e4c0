"""A text in capitals can be looked at in small letters, each in its own place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.language import in_small_letters, promises


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("JS EST CHARGE DE LA VENTE. ELLE DURE.", "JS est charge de la vente. Elle dure."),
        ("ALICE TALLON ET MME PETIT VONT A LA MAIRIE", "Alice Tallon et Mme Petit vont a la mairie"),
        ("REUNION LE 1er AVRIL A 20h", "Reunion le 1er avril a 20h"),
        ("- J. DUPONT TO WRITE TO THE COUNCIL", "- J. Dupont to write to the council"),
        ("LE MAIRE DE LYON ECRIT\nA LA CAF", "Le maire de lyon ecrit\na la caf"),
        ("La CAF de la Loire écrit à la MIPROF", "La CAF de la Loire écrit à la MIPROF"),
        ("DE LA CAF", "DE LA CAF"),
    ],
)
def test_lines_in_capitals_are_lowered(text: str, said: str) -> None:
    """Names, initials and what begins a sentence keep their capital; a line with small letters, or of few words, is left alone."""
    assert in_small_letters(text, known={"tallon", "js"}) == said


@given(st.text(st.characters(categories=["Lu", "Ll", "Zs", "Po", "Nd"]) | st.sampled_from("İßŉ\n")))
def test_every_letter_keeps_its_place(text: str) -> None:
    """What is found in one stands in the other."""
    said = in_small_letters(f"ICI {text} LA ", known={"ab"})
    assert len(said) == len(f"ICI {text} LA ")


def test_a_promise_in_capitals_is_one() -> None:
    """The check on what nobody recorded finds it as importing does."""
    text = "HELENE ROUSSET S'ENGAGE A ECRIRE A LA MAIRIE AVANT LE 30 MARS."
    (found,) = promises(text, 0, {"rousset"})
    assert text[slice(*found.sentence)] == text
    assert found.who == "Helene Rousset"
