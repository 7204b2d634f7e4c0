"""What minutes say was decided, in their own words: « Décision : … », « il est décidé de », « adopté à l'unanimité », "RESOLVED: …".

A verdict that stands alone, as « Adoptée à l'unanimité. » does, goes with what it is about: what stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from traite_cli.language import fold, sentences_in, word_list, words
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.agenda import without_number
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of, lead_in

_UNANIMOUS = r"(?:a l'unanimite|a la majorite|par \d+ voix|sans (?:opposition|observation|modification))"
_BODIES = (
    r"(?:conseil|bureau|comite|assemblee|collectif|ca|ag|cse|commission|membres|participants|conseil \w+|conseil d'administration"
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
            r"rend(?:ent)? un avis (?:favorable|defavorable|negatif|positif)",
            r"donne(?:nt)? quitus",
            r"motion (?:was )?carried",
            rf"(?:it was|was|were) {_AGREED}",
            r"resolved:?(?: unanimously)?,? (?:that|to)",
            rf"(?:board|committee|council|members|trustees|meeting) (?:{_AGREED}|voted) (?:to|that|the)",
        )
    )
    + r")\b"
)
_NOT = re.compile(
    r"\b(?:n'a pas|n'est pas|n'ont pas|sera |seront |devra|pourra|si (?:le|la|l'|les)|was not|not agreed|reporte\w*|en attente)\b"
)
_MAY = re.compile(
    "cid|solu|dopt|ppro|alid|vot|nanim|autoris|mandat|esolved|greed|arried|onvenu|avis|quitus|donne|fixe|arr[êe]t", re.IGNORECASE
)
_MOST = 60
_LONGEST = 600
_FEWEST = 3
_BELOW_A_LINE = 7
"""Deeper than any heading: what a line of text announces ends with the list below it."""


_VERDICTS = word_list(
    """
    adopte adoptee adoptes adoptees approuve approuvee approuves approuvees vote votee votes votees valide validee valides validees accepte
    acceptee acceptes acceptees rejete rejetee rejetes rejetees refuse refusee repousse repoussee unanimite adopted approved carried passed
    agreed accepted defeated rejected lost unanimously unanime
    """
)
_WITH_VERDICT = word_list(
    """
    a l la le les des de du d et ou par un une en au aux ce cette ces il elle est sont ete ont etait the it is was were has been by of with
    and in to no resolution resolutions motion motions proposition propositions point deliberation deliberations rapport amendement item
    proposal
    majorite absolue relative simple qualifiee requise statutaire voix pour contre abstention abstentions abstient presents presentes
    representes representees exprimes exprimees votants votant membres suffrages sans opposition observation modification reserve main levee
    mains levees bulletin secret votes vote against favour favor all show hands nem con members present abstained n no nul nuls
    blanc blancs moins une
    """
)
_COUNTING = word_list("votent mis mise mises aux recueille obtient recueillent tantiemes resultat resultats scrutin s abstiennent")
_OF_ALL = re.compile(r"(?:cette|la|the|this) (?:resolution|motion|deliberation)\b")
_CLAUSE = re.compile(r"(?:que?\b|qu'|d'|de |that |to |il |on |nous |we |l'assemblee|le conseil|le bureau|les membres)")
_LONGEST_TITLE = 12
_LONGEST_VERDICT = 24


class Decision(NamedTuple):
    """What was decided; ``sure`` when the text calls it a decision."""

    text: str
    sure: bool


def decided(chunks: Sequence[Chunk]) -> list[Decision]:
    """The decisions of a text, each once."""
    reader = _Reader()
    for chunk in chunks:
        reader.read(chunk)
    found = dict.fromkeys(one for one in reader.found if len(words(one.text)) >= _FEWEST)
    return list(found)[:_MOST]


class _Reader:
    """Goes through the chunks once; remembers what a verdict would be about."""

    def __init__(self) -> None:
        self.found: list[Decision] = []
        self.under = 0
        """The level of the heading of decisions that one is under."""
        self.title = ""
        """What stands over the lines that are read."""
        self.before = ""
        """The last sentence, unless it was a decision or a verdict."""
        self.is_open = False
        """Whether the last sentence was a decision."""

    def read(self, chunk: Chunk) -> None:
        if chunk.kind == "heading":
            self._heading(chunk)
        elif chunk.kind == "text" and len(chunk.sentences) == 1 and lead_in(chunk.sentences[0]) == "decision":
            self.under = _BELOW_A_LINE
        elif self.under and chunk.kind == "list":
            items = [unmarked(item.text) for item in chunk.items if item.depth == 1 and len(item.text) <= _LONGEST]
            for text in items:
                self._decision(Decision(text, sure=True)) if not is_verdict(text) else self._verdict(text)
            self.under = 0 if self.under == _BELOW_A_LINE else self.under
        elif chunk.kind in {"text", "list"}:
            for line in chunk.sentences if chunk.kind == "text" else [item.text for item in chunk.items]:
                self._line(line)

    def _heading(self, chunk: Chunk) -> None:
        self.under = chunk.level if lead_in(chunk.text) == "decision" else self.under if self.under and chunk.level > self.under else 0
        label = label_of(chunk.text)
        is_decision = label is not None and label.name == "decision" and words(label.rest)
        self._begin(unmarked(label.rest) if label is not None and is_decision else without_number(chunk.text))

    def _begin(self, title: str) -> None:
        self.title, self.before, self.is_open = title, "", False

    def _line(self, line: str) -> None:
        label = label_of(line)
        if label is not None and label.name == "decision" and words(label.rest):
            text = unmarked(label.rest)
            if _is_title(label.said, text):
                self._begin(text)
            else:
                self._decision(Decision(text, sure=True))
            return
        for said in map(unmarked, sentences_in(line)):
            self._sentence(said)

    def _sentence(self, said: str) -> None:
        if is_verdict(said):
            self._verdict(said)
        elif _counts(said):
            return
        elif len(said) <= _LONGEST and _MAY.search(said) and _SAYS.search(fold(said)) and not _NOT.search(fold(said)):
            self._decision(Decision(said, sure=False))
        else:
            self.before, self.is_open = said, False

    def _decision(self, decision: Decision) -> None:
        self.found.append(decision)
        self.before, self.is_open = "", True

    def _verdict(self, said: str) -> None:
        """« Adoptée à l'unanimité »: of the decision before it, or of the sentence, or of what stands over it."""
        if self.is_open:
            last = self.found.pop()
            self._decision(last._replace(text=_with(last.text, said)))
        elif about := (self.title if _OF_ALL.match(fold(said)) else "") or self.before or self.title:
            self._decision(Decision(_with(about[:_LONGEST], said), sure=False))


def _with(about: str, verdict: str) -> str:
    return f"{about} {verdict}" if about.endswith((".", "!", "?", ":", ";", "…")) else f"{about} – {verdict}"


def _is_title(said: str, text: str) -> bool:
    """« Résolution n° 2 : approbation des comptes » is the title of what follows; it says what was decided where it is a sentence."""
    is_numbered = any(map(str.isdigit, said))
    return is_numbered and len(words(text)) <= _LONGEST_TITLE and not text.endswith(".") and not _CLAUSE.match(fold(text))


def is_verdict(said: str) -> bool:
    """Whether a sentence says but that something was adopted, and how."""
    told = words(said)
    return (
        0 < len(told) <= _LONGEST_VERDICT
        and not _VERDICTS.isdisjoint(told)
        and all(word in _VERDICTS or word in _WITH_VERDICT or word.isdigit() for word in told)
    )


def _counts(said: str) -> bool:
    """Whether a sentence says but how many were for and against."""
    told = words(said)
    return bool(told) and all(word in _WITH_VERDICT or word in _COUNTING or word.isdigit() for word in told)
