"""What minutes say was decided, in the words in which they say it: « Décision : … », « il est décidé de », « adopté à l'unanimité », "RESOLVED:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.language import fold, sentences_in, words
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of, lead_in

_SAYS = re.compile(
    r"\b(?:(?:il (?:est|a ete) |est |a |ont |avons |sommes )(?:unanimement |donc |egalement |finalement |ensuite )?(?:decide|resolu|convenu)(?:e|s|es)? (?:de|d'|que|qu'|a l'unanimite)"
    r"|(?:le |la |l'|les )(?:conseil|bureau|comite|assemblee|collectif|ca|ag|commission|membres|participants|conseil \w+|conseil d'administration|assemblee generale)"
    r"(?: \w+)? ?,?(?: (?:apres|a l'unanimite|par)[^.;]{0,90}?,)? (?:decide|approuve|adopte|valide|autorise|vote|mandate|donne (?:son accord|mandat|pouvoir)|fixe|arrete)(?:nt)?\b"
    r"|(?:est |sont |a ete |ont ete )?(?:adopte|approuve|vote|valide)(?:e|s|es)? (?:a l'unanimite|a la majorite|par \d+ voix|sans (?:opposition|observation|modification))"
    r"|adopte(?:e|s|es)? a l'unanimite|decision est prise|resolution adoptee|motion (?:was )?carried|(?:it was|was|were) (?:unanimously )?(?:resolved|agreed|decided|approved)(?: that| to|\b)"
    r"|resolved:? (?:that|to)|(?:board|committee|council|members|trustees|meeting) (?:unanimously )?(?:resolved|agreed|decided|approved|voted) (?:to|that|the)|et resolu)\b"
)
_NOT = re.compile(r"\b(?:n'a pas|n'est pas|n'ont pas|sera |seront |devra|pourra|si (?:le|la|l'|les)|was not|not agreed|reporte\w*|en attente)\b")
_MOST = 60
_LONGEST = 600
_MAY = ("cid", "solu", "dopt", "pprouv", "alid", "vot", "nanim", "autoris", "mandat", "esolved", "ESOLVED", "greed", "arried", "onvenu", "donne", "fixe", "arrêt")


class Decision(NamedTuple):
    """What was decided; ``sure`` when the text calls it a decision."""

    text: str
    sure: bool


def decided(chunks: Sequence[Chunk]) -> list[Decision]:
    """The decisions of a text, each once."""
    found = dict.fromkeys(one for one in _decisions(chunks) if len(words(one.text)) > 2)  # noqa: PLR2004 - « Adopté. » says nothing
    return list(found)[:_MOST]


def _decisions(chunks: Sequence[Chunk]) -> Iterator[Decision]:
    under = 0
    for chunk in chunks:
        if chunk.kind == "heading":
            under = chunk.level if lead_in(chunk.text) == "decision" else under if under and chunk.level > under else 0
        elif chunk.kind == "text" and len(chunk.sentences) == 1 and lead_in(chunk.sentences[0]) == "decision":
            under = 7
        elif under and chunk.kind == "list":
            yield from (Decision(unmarked(item.text), sure=True) for item in chunk.items if item.depth == 1 and len(item.text) <= _LONGEST)
            under = 0 if under > 6 else under  # noqa: PLR2004 - no heading is so deep
        elif chunk.kind in {"text", "list"}:
            lines = chunk.sentences if chunk.kind == "text" else tuple(item.text for item in chunk.items)
            for line in lines:
                yield from _of_line(line)


def _of_line(line: str) -> Iterator[Decision]:
    label = label_of(line)
    if label is not None and label.name == "decision" and words(label.rest):
        yield Decision(unmarked(label.rest), sure=True)
    elif any(sign in line for sign in _MAY):
        for sentence in sentences_in(line):
            said = unmarked(sentence)
            if len(said) <= _LONGEST and _SAYS.search(fold(said)) and not _NOT.search(fold(said)):
                yield Decision(said, sure=False)
