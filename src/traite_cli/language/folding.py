"""What two spellings of the same words share: case, accents, ligatures, apostrophes, dashes and spaces laid aside.

Compatibility decomposition (NFKD) and Unicode case folding, then the few letters and signs that neither takes apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# The marks and signs that nearly all French text is made of: str.replace is several times as quick as str.translate.
_USUAL_MARKS = "\u0301\u0300\u0302\u0327\u0308"
_USUAL = (("\u2019", "'"), ("\u0153", "oe"), ("\u00ab", '"'), ("\u00bb", '"'), ("\u2013", "-"))
_RARE = {
    **dict.fromkeys("\u2018\u201a\u201b\u02bc\u02b9\u2032\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2014\u2015\u2212\u2043", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", ""),
    "\u00ad": "",
    "\u00e6": "ae",
    "\u00f8": "o",
    "\u0142": "l",
    "\u0111": "d",
    "\u0131": "i",
}
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
_SPACED = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})


def fold(text: str) -> str:
    """``text`` as every spelling of it folds: lower-case letters without accents, one space between words."""
    return " ".join(_folded_letters(text).split())


def fold_in_place(text: str) -> str:
    """``text`` in lower-case letters without accents, each in the place of its own: what is found there is found in ``text``."""
    return text.translate(_in_place())


@cache
def _in_place() -> dict[int, str]:
    table = {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    for code in range(0xC0, 0x250):
        plain = _folded_letters(chr(code))
        table[code] = plain[0] if plain else chr(code)
    return (
        table
        | {ord(sign): "'" for sign in "\u2019\u2018\u02bc"}
        | {ord(dash): "-" for dash in "\u2010\u2011\u2013\u2014"}
        | {0xA0: " ", 0x202F: " "}
    )


def words(text: str) -> list[str]:
    """The folded words of ``text``: its letters and digits, split at all else (« l’accueil » is two words)."""
    folded = _folded_letters(text)
    return folded.translate(_SPACED).split() if folded.isascii() else _WORD.findall(folded)


def sorted_as(text: str) -> str:
    """What sorts ``text`` as French does: by its words, whatever their case, accents and hyphens; these tell equal ones apart.

    What stands before a comma counts before all that is behind it: « Étienne, Luc » comes before « Étienne-Dupont, Anne ».
    """
    parts = "\1".join(" ".join(words(part)) for part in text.split(","))
    return f"{parts}\0{text}"


def _folded_letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).casefold()
    for mark in _USUAL_MARKS:
        folded = folded.replace(mark, "")
    for sign, plain in _USUAL:
        folded = folded.replace(sign, plain)
    return folded if folded.isascii() else _NOT_ASCII.sub(_plain, folded)


def _plain(match: re.Match[str]) -> str:
    character = match[0]
    # Marks of no combining class are vowels of other scripts: without them the words would be others.
    return _RARE.get(character, "" if unicodedata.combining(character) else character)
