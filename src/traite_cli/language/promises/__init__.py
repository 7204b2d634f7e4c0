"""The sentences of a body that sound like somebody's promise: minutes in French first, in English where a phrase is sure.

Precision first: a coordinator who meets two warnings wrong of three reads none any more. A family of phrases is here because most of
what it finds in real minutes is a promise; what is as often a wish, a rule, an office held or a thing of the past is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from traite_cli.language.folding import fold

if TYPE_CHECKING:
    from traite_cli.language.promises.promise import Promise


def promises(text: str, start: int, known: Container[str] = ()) -> Iterator[Promise]:
    """What a body that begins at ``start`` promises; ``known`` holds the folded words of the names that records know."""
    from traite_cli.language.promises.reading import read_promises

    yield from read_promises(text, start, known)


def what_is_promised(said: str) -> str:
    """The deed that a promise names: « écrire » of « se charge d’écrire », what will be of « promet que … »; else all of it."""
    from traite_cli.language.promises.deeds import is_infinitive

    if told := _SAYS_THAT.match(said):
        return said[told.end() :]
    for found in islice(_WORD.finditer(said), _WORDS_BEFORE_THE_DEED):
        if is_infinitive(fold(found[0])):
            return said[found.start() :]
    taken = _TAKES_ON.match(said)
    return said[taken.end() :] if taken else said


_WORD = re.compile(r"[^\W\d_]+")
_SAYS_THAT = re.compile(
    r"(?:(?:a|ont) )?(?:prom(?:et\w*|is)|garanti\w*|assur\w+|annonc\w+|confirm\w+) (?:[^,;:.]{1,60}? )??qu(?:e |['’])", re.IGNORECASE
)
_TAKES_ON = re.compile(r"(?:s['’]occup\w+|se charg\w+) de (?=l[ae'’]|cette|ce )", re.IGNORECASE)
"""« S’occupe de la collecte »: the collection is what is promised."""
_WORDS_BEFORE_THE_DEED = 8
