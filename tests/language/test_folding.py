"""What two spellings share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traite_cli.language import fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Éléonore CHIOSSONE", "eleonore chiossone"),
        ("Noe\u0301mie", "Noémie"),
        ("œuvre Æsope Straße", "OEUVRE aesope strasse"),
        ("l\u2019accueil l\u02bcaccueil", "l'accueil l'accueil"),
        ("Moiron\u2013Braud Moiron\u2011Braud", "moiron-braud moiron\u2014braud"),
        ("  du\u00a0Bac\n106\u202frue ", "du bac 106 rue"),
        ("\u00ab traite \u00bb", "\u201c traite \u201d"),
        ("\ufb01n \u00bd \u2026", "fin 1\u20442 ..."),
        ("pro\u00adtection", "protection"),
        ("Łódź Søren Đà", "lodz soren da"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str) -> None:
    """Case, accents, ligatures, apostrophes, dashes and spaces do not make another word."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("cote", "code"), ("l'eau", "leau"), ("a b", "ab"), ("\u0915\u093f", "\u0915")])
def test_other_words_stay_other(one: str, other: str) -> None:
    """Folding makes no two words one that anybody would tell apart, in any script."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is, and has neither capitals nor spaces to spare."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.text(alphabet="aéœ’' -«»Z9\u00a0\u0301\u2013", max_size=30))
def test_the_quick_way_and_the_long_way_agree(text: str) -> None:
    """A text folds to the same letters whether or not a rare sign stands beside it."""
    assert fold(f"{text} \u0416") == f"{fold(text)} \u0436".lstrip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L\u2019accueil, à la préfecture\u00a0: 2 fois !", ["l", "accueil", "a", "la", "prefecture", "2", "fois"]),
        ("2014-10-22_lettre", ["2014", "10", "22", "lettre"]),
        ("Привет, мир", ["привет", "мир"]),
        ("— … «»", []),
        ("", []),
    ],
)
def test_words_are_letters_and_digits(text: str, expected: list[str]) -> None:
    """Everything that is neither a letter nor a digit only divides words."""
    assert words(text) == expected


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_words_are_those_of_the_folded_text(text: str) -> None:
    """Words hold no spaces or capitals, and folding first changes nothing."""
    assert words(text) == words(fold(text))
    assert all(word.isalnum() for word in words(text))
