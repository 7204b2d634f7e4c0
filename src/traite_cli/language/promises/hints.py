"""Where in a text some phrase of a promise may stand: a quick look at letters, so that nine sentences of ten are never taken apart.

Looking for a few letters in a whole body is a hundred times as quick as trying the phrases on each of its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from traite_cli.language.folding import fold
from traite_cli.language.promises.deeds import PARTICIPLE, is_deed_ahead, names_deed
from traite_cli.language.stretches import Stretches

# By some letters: the families, and what must stand around the letters (no more than a few characters on either side).
_PROPOSES = (("takes on",), re.compile(r"(?:\bse |['’]est |sont )propos"))
_AGREES = (("agreed",), re.compile(r"convenus?\b|convien(?:t|nent)|convenons"))
_TELLING = {
    **dict.fromkeys(("se propos", "est propos", "sont propos"), _PROPOSES),
    **dict.fromkeys(("convenu", "convien", "convenons"), _AGREES),
    "ngag": (("engages",), re.compile(r"['’]engag|(?:est|sont|sommes|nous) engag")),
    "harg": (
        ("charged", "takes on", "agreed"),
        re.compile(
            r"(?:\b(?:est|sont|été)|[re]a|ront)(?: \w+)? charg[ée]e?s? d|\b(?:se|me|nous|s['’]en) charge"
            r"|\bcharge(?:nt)? (?:le |la |les |l['’]|[A-ZÉ])"
        ),
    ),
    "andat": (("charged", "agreed"), re.compile(r"\bmandat(?:é|ent?\b|e | à | au )")),
    "contacte": (("calls",), re.compile(r" (?:re)?contacte(?:nt)? ")),
    "elance": (("calls",), re.compile(r" relance(?:nt)? ")),
    "renseigne": (("calls",), re.compile(r" se renseigne(?:nt)? ")),
    " prend ": (("calls",), re.compile(r" prend (?:contact|rendez|rdv)")),
    "ra responsable": (("charged",), None),
    "ra en charge": (("charged",), None),
    "ra référent": (("charged",), None),
    "occup": (("takes on",), re.compile(r"s['’](?:en )?occup")),
    "volontaire": (("takes on",), None),
    " promet": (("promises that",), re.compile(r" promet(?:tent|tra|tront)? (?!d)")),
    " promis": (("promises that",), re.compile(r"(?:a|ont) promis (?!d)")),
    "garanti": (("promises that",), re.compile(r"garanti(?:t|ssent|ra|ront)? \w|garanti qu")),
    "assur": (("promises that",), re.compile(r" assur(?:é|e|ent) ")),
    " annonc": (("announces that",), re.compile(r" annonc(?:é|e|ent) ")),
    " confirm": (("announces that",), re.compile(r" confirm(?:é|e|ent) ")),
    "cid": (("agreed",), re.compile(r"[ée]cid(?:é|e|ent|ons) d")),
    " confie": (("agreed",), None),
    "ici ": (("by a day",), re.compile(r"d['’]ici ")),
}
_PROMISES_TO = (("takes on",), re.compile(r" prom(?:et|ettent|is) d(?:e |['’])(?!y )"))
_ALSO = {" promet": _PROMISES_TO, " promis": _PROMISES_TO}
_ENGLISH = Stretches(" will ", "'ll ", "’ll ", " agree", " is to ", " are to ", " undert", " promised ")
_MAY_BE_ENGLISH = Stretches(" the ")
_FUTURE = re.compile(r"r(?:a[ \n,]|on[st])")
_GOING = frozenset([" va ", " vont ", "llons ", " doit ", " doivent "])
_LETTERS = Stretches(*_TELLING, *_GOING)
_AROUND = 20
_WORD = 24
_AHEAD = 56
_WORDS_AHEAD = 7
_ENDING = 4
_VERB = re.compile(r"[^\W\d_]+r(?:a|ont|ons|ai)(?![^\W\d_])(?=\W|$)")
# Compiled when needed, which is seldom.
_PARTICIPLE = rf"(?:[a-z]+ ){{0,2}}(?:{PARTICIPLE}|faite?s?|realisee?s?)\b"


def hints(text: str, start: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Places of a text, and the families of phrases that may stand there."""
    for at, letters in _LETTERS.places(text, start):
        if letters in _GOING:
            yield from _going(text, at + 1)
            continue
        for families, around in filter(None, (_TELLING[letters], _ALSO.get(letters))):
            if around is None or around.search(text, max(at - _AROUND, 0), at + _AROUND):
                yield at, families
    for found in _FUTURE.finditer(text, start):
        yield from _future(text, found.start())
    if _MAY_BE_ENGLISH.are_in(text):
        yield from ((at, ("english",)) for at, _ in _ENGLISH.places(text, start))


def _going(text: str, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    if names_deed(_ahead(text, at)):
        yield at, ("going",)
    elif text.startswith(("va être ", "vont être ", "va etre ", "vont etre "), at):
        yield at, ("will be done",)


def _ahead(text: str, at: int) -> list[str]:
    """The next few words of a text, without accents."""
    return fold(text[at : at + _AHEAD]).replace("'", " ").replace(".", " ").split()[1:_WORDS_AHEAD]


def _future(text: str, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What the ending of a future at a place may be: « sera » with a participle, « devra » with a deed, the future of a deed."""
    found = next((one for one in _VERB.finditer(text, max(at - _WORD, 0), at + _ENDING) if one.end() > at), None)
    if found is None:
        return
    word = fold(found[0])
    if word in {"sera", "seront"}:
        behind = text[found.end() : found.end() + _AHEAD]
        if " par " in behind or re.match(_PARTICIPLE, fold(behind)):
            yield at, ("will be done",)
    elif word in {"devra", "devront"}:
        yield from _going(text, found.start())
    elif is_deed_ahead(word[: word.rindex("r") + 1]):
        yield at, ("will",)
