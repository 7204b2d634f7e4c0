"""Numbers in French words, as councils date their minutes: « l’an deux mille vingt-quatre, le douze mars à vingt heures trente »."""

from __future__ import annotations

from traite_cli.language.folding import words

_UNITS = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split()  # noqa: SIM905 - a line to read
)
_VALUES = {word: number for number, word in enumerate(_UNITS[:17])} | {"une": 1, "premier": 1, "1er": 1}
_TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_HUNDRED, _THOUSAND, _TWENTY = 100, 1000, 20
NUMBER_WORDS = frozenset([*_VALUES, *_TENS, "cent", "cents", "mille", "mil", "et"])


def number_in_words(text: str) -> int | None:
    """The number that some words say: 2024 for « deux mille vingt-quatre »; None when one of them is none of a number's."""
    total = part = 0
    said = [word for word in words(text) if word != "et"]
    for word in said:
        if word in {"mille", "mil"}:
            total, part = (total + part or 1) * _THOUSAND, 0
        elif word in {"cent", "cents"}:
            part = (part or 1) * _HUNDRED
        elif word in {"vingt", "vingts"} and part % _HUNDRED == _VALUES["quatre"]:
            part += _TWENTY * _VALUES["quatre"] - _VALUES["quatre"]
        elif word in _TENS:
            part += _TENS[word]
        elif word in _VALUES:
            part += _VALUES[word]
        elif word.isdigit() and len(word) <= 4:  # noqa: PLR2004 - of a year
            part += int(word)
        else:
            return None
    return total + part if said else None
