"""The words of a quote stand in the text of the meeting or note where the promise was made.

A promise is held against those who made it in their own words. Words in order are compared; capitals, accents, punctuation and
line ends are not, and […] marks what is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from traite_cli.checks.check import Check, Example
from traite_cli.checks.near import MOST_LOOKED_FOR
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Commitment, Record
from traite_cli.language import N_, words
from traite_cli.repository import Repository, passages_of_quote, plain
from traite_cli.syntax import Document

_COMMITMENT = "---\ntitle: Écrire aux préfets\nby: raphael-sodini\nmade_at: cabinet\nquote: {}\n---\n"
_MEETING = {
    "records/meetings/cabinet.md": (
        "---\ntitle: Rencontre avec le Cabinet\ndate: 2014-10-22\n---\n\nM. Sodini s’engage à préparer une lettre aux préfets.\n"
    ),
    "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
}

CHECK = Check(
    code="TR410",
    severity=Severity.ERROR,
    messages={
        "": N_("the words “{quote}” do not stand in {path}"),
        "near": N_("from “{word}” on, the quote is not what stands in {path}"),
    },
    hints={
        "": N_("copy the words from that text, and write […] where some are left out"),
        "near": N_("that text says: “{text}”; write […] where words are left out"),
    },
    faulty=Example(
        {
            "records/commitments/lettre.md": _COMMITMENT.format("⟦s’engage à envoyer une lettre aux préfets⟧"),
            **_MEETING,
        }
    ),
    healthy=Example(
        {
            "records/commitments/lettre.md": _COMMITMENT.format("s’engage à […] une lettre aux préfets"),
            **_MEETING,
        }
    ),
    of_text=True,
    kinds=("commitments",),
)

_OMISSION = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)")
_WORD = re.compile(r"[^\W_]+")
_TELLING = 3
_MOST_WORDS, _MOST_LETTERS = 4000, 100_000
_MOST_QUOTED = 80
"""Looking for the nearest words is quadratic, and helps only in a text that somebody can read."""


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


def find(repository: Repository) -> Iterator[Fault]:
    """The quotes that are nobody’s words."""
    looked_for = 0
    for commitment in repository.examined(Commitment):
        where = repository.resolve(commitment.made_at)
        if commitment.quote is None or where is None or _copied(commitment.quote, where.document):
            continue
        if where.document.text[where.document.body_start :].strip() and passages_of_quote(where, commitment.quote) is None:
            nearest = _nearest(where, commitment.quote) if looked_for < MOST_LOOKED_FOR else {}
            looked_for += 1
            facts: dict[str, Fact] = {"path": where.path, "quote": commitment.quote, **nearest}
            yield commitment.document.fault("quote-not-found", *commitment.place_of("quote"), "near" if nearest else "", facts)


def _copied(quote: str, document: Document) -> bool:
    """Whether the quote stands in a body letter by letter, which is nearly always so and quickly seen."""
    text, at = document.text, document.body_start
    for part in map(str.strip, _OMISSION.split(quote)):
        found = text.find(part, at)
        at = found + len(part)
        if found < 0 or " " not in part or text[found - 1].isalnum() or text[at : at + 1].isalnum():
            return False
    return "<!--" not in text


def _nearest(record: Record, quote: str) -> dict[str, Fact]:
    """The first word of a quote that a body does not have where the others stand, and what the body says there."""
    if len(record.document.text) > _MOST_LETTERS:
        return {}
    text = "\n".join(plain(record.document.text[passage.start : passage.end]) for passage in record.document.body.passages)
    text, quote = unicodedata.normalize("NFC", text), unicodedata.normalize("NFC", quote)
    body = _words(text)
    if len(body) > _MOST_WORDS:
        return {}
    for part in _OMISSION.split(quote):
        wanted = _words(part)
        if _stands(wanted, body):
            continue
        return _aligned(text, body, part, wanted[:_MOST_QUOTED])
    return {}


def _words(text: str) -> list[_Word]:
    return [_Word(folded, found.start(), found.end()) for found in _WORD.finditer(text) for folded in words(found[0])]


def _stands(wanted: list[_Word], body: list[_Word]) -> bool:
    return f" {' '.join(word.folded for word in wanted)} " in f" {' '.join(word.folded for word in body)} "


def _aligned(text: str, body: list[_Word], part: str, wanted: list[_Word]) -> dict[str, Fact]:
    matcher = SequenceMatcher(None, [word.folded for word in wanted], [word.folded for word in body], autojunk=False)
    match = matcher.find_longest_match()
    if match.size < min(_TELLING, len(wanted)):
        return {}
    first = max(match.b - match.a, 0)
    there = body[first : first + len(wanted)]
    pairs = zip(wanted[max(match.a - match.b, 0) :], there, strict=False)
    word = next((one for one, other in pairs if one.folded != other.folded), wanted[-1])
    return {"word": part[word.start : word.end], "text": " ".join(text[there[0].start : there[-1].end].split())}
