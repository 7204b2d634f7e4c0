"""What a search asks for: words, phrases in quotation marks, beginnings (``traff*``); with a hyphen before it, what must not be there.

Nothing that is typed is an error: what is no word is passed over, a quotation mark that nobody closed closes at the end. A word that
holds an apostrophe or a hyphen is a phrase of its parts (« rendez-vous »), without its elided article (« l’accueil » asks for « accueil »).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from traite_cli.language import words

_PART = re.compile(r"""(?P<no>(?<!\S)[-\u2212])?(?:["“”«](?P<phrase>[^"“”«»]*)["“”»]?|(?P<word>[^\s"“”«»]+))""")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['\u2019\u02bc](?=\w)", re.IGNORECASE)
_BEGINNING = re.compile(r"\w\*$")


class Term(NamedTuple):
    """Words that follow one another; ``begins`` when the last of them need only begin so."""

    words: tuple[str, ...]
    begins: bool = False


class Asked(NamedTuple):
    """What must be there, and what must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Asked:
        found: tuple[list[Term], list[Term]] = ([], [])
        for part in _PART.finditer(text):
            term = _phrase(part["phrase"]) if part["phrase"] is not None else _word(part["word"])
            if term.words:
                found[bool(part["no"])].append(term)
        return cls(*(tuple(dict.fromkeys(terms)) for terms in found))


def _phrase(text: str) -> Term:
    return Term(tuple(words(text)), bool(_BEGINNING.search(text.rstrip())))


def _word(text: str) -> Term:
    return Term(tuple(words(_ELIDED.sub("", text, count=1) if _ELIDED.match(text) else text)), bool(_BEGINNING.search(text)))
