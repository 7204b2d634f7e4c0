"""What minutes say was decided, in their own words: « Décision : … », « il est décidé de », « adopté à l'unanimité », "RESOLVED: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.language import fold, sentences_in, words
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of, lead_in

_UNANIMOUS = r"(?:a l'unanimite|a la majorite|par \d+ voix|sans (?:opposition|observation|modification))"
_BODIES = (
    r"(?:conseil|bureau|comite|assemblee|collectif|ca|ag|commission|membres|participants|conseil \w+|conseil d'administration"
    r"|assemblee generale)"
)
_DECIDES = r"(?:decide|approuve|adopte|valide|autorise|vote|mandate|donne (?:son accord|mandat|pouvoir)|fixe|arrete)(?:nt)?"
_DECIDED = r"(?:decide|resolu|convenu)(?:e|s|es)?"
_AGREED = r"(?:unanimously )?(?:resolved|agreed|decided|approved)"
_SAYS = re.compile(
    r"\b(?:"
    + "|".join(
        (
            rf"(?:il (?:est|a ete) |est |a |ont |avons |sommes )(?:\w+ment |donc )?{_DECIDED} (?:de|d'|que|qu'|a l'unanimite)",
            rf"(?:le |la |l'|les ){_BODIES}(?: \w+)? ?,?(?: (?:apres|a l'unanimite|par)[^.;]{{0,90}}?,)? {_DECIDES}\b",
            rf"(?:est |sont |a ete |ont ete )?(?:adopte|approuve|vote|valide)(?:e|s|es)? {_UNANIMOUS}",
            r"decision est prise",
            r"resolution adoptee",
            r"et resolu",
            r"motion (?:was )?carried",
            rf"(?:it was|was|were) {_AGREED}",
            r"resolved:? (?:that|to)",
            rf"(?:board|committee|council|members|trustees|meeting) (?:{_AGREED}|voted) (?:to|that|the)",
        )
    )
    + r")\b"
)
_NOT = re.compile(
    r"\b(?:n'a pas|n'est pas|n'ont pas|sera |seront |devra|pourra|si (?:le|la|l'|les)|was not|not agreed|reporte\w*|en attente)\b"
)
_MAY = re.compile("cid|solu|dopt|ppro|alid|vot|nanim|autoris|mandat|esolved|ESOLVED|greed|arried|onvenu|donne|fixe|arrêt")
_MOST = 60
_LONGEST = 600
_FEWEST = 3
_BELOW_A_LINE = 7
"""Deeper than any heading: what a line of text announces ends with the list below it."""


class Decision(NamedTuple):
    """What was decided; ``sure`` when the text calls it a decision."""

    text: str
    sure: bool


def decided(chunks: Sequence[Chunk]) -> list[Decision]:
    """The decisions of a text, each once; « Adopté. » alone says nothing."""
    found = dict.fromkeys(one for one in _decisions(chunks) if len(words(one.text)) >= _FEWEST)
    return list(found)[:_MOST]


def _decisions(chunks: Sequence[Chunk]) -> Iterator[Decision]:
    under = 0
    for chunk in chunks:
        if chunk.kind == "heading":
            under = chunk.level if lead_in(chunk.text) == "decision" else under if under and chunk.level > under else 0
        elif chunk.kind == "text" and len(chunk.sentences) == 1 and lead_in(chunk.sentences[0]) == "decision":
            under = _BELOW_A_LINE
        elif under and chunk.kind == "list":
            yield from (Decision(unmarked(item.text), sure=True) for item in chunk.items if item.depth == 1 and len(item.text) <= _LONGEST)
            under = 0 if under == _BELOW_A_LINE else under
        elif chunk.kind in {"text", "list"}:
            for line in chunk.sentences if chunk.kind == "text" else [item.text for item in chunk.items]:
                yield from _of_line(line)


def _of_line(line: str) -> Iterator[Decision]:
    label = label_of(line)
    if label is not None and label.name == "decision" and words(label.rest):
        yield Decision(unmarked(label.rest), sure=True)
    elif _MAY.search(line):
        for said in map(unmarked, sentences_in(line)):
            if len(said) <= _LONGEST and _SAYS.search(fold(said)) and not _NOT.search(fold(said)):
                yield Decision(said, sure=False)
