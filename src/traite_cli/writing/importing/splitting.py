"""A text that reports several meetings, parted where headings name them: « 2 – Rencontre, le 18 novembre 2014 », « 12 mars 2024 »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from traite_cli.language import dates_in, fold, words
from traite_cli.syntax import Chunk, text_chunk
from traite_cli.writing.importing.entries import unmarked

_MEETING = re.compile(
    r"\b(?:reunions?|rencontres?|seances?|assemblees?|conseils?|comites?|bureau|commission|entretien|rendez-vous|comptes?[- ]rendu"
    r"|proces[- ]verbal|meeting|session|minutes|board|council|committee|call|atelier|plenieres?|hebdo)\b"
)
_OTHERS = re.compile(r"\b(?:prochaines?|prochains?|next|autres|precedente?|suivi|approbation|adoption|signalee?s)\b")
_FEW_WORDS = 5
_MOST_WORDS = 14
_LEVEL = 2


class Part(NamedTuple):
    """Some chunks that report on one meeting; or on none, where ``is_meeting`` is false."""

    chunks: tuple[Chunk, ...]
    is_meeting: bool


def parts(chunks: Sequence[Chunk]) -> list[Part]:
    """The parts of a text; one, where fewer than two headings, or lines that stand as such, name meetings."""
    chunks = _with_begun(chunks)
    starts = [number for number, chunk in enumerate(chunks) if chunk.kind == "heading" and _names_meeting(chunk.text)]
    if not starts:
        return [Part(tuple(chunks), is_meeting=True)]
    level = min(chunks[number].level for number in starts)
    level = max((chunks[number].level for number in starts), key=[chunks[number].level for number in starts].count) if starts else level
    starts = [number for number in starts if chunks[number].level == level]
    days = {_day(chunks[number].text) for number in starts}
    if len(starts) < 2 or len(days) < 2:  # noqa: PLR2004 - two meetings
        return [Part(tuple(chunks), is_meeting=True)]
    found: list[Part] = []
    rest: list[Chunk] = list(chunks[: starts[0]])
    for start, following in zip(starts, [*starts[1:], len(chunks)], strict=True):
        end = next((at for at in range(start + 1, following) if chunks[at].kind == "heading" and chunks[at].level <= level), following)
        found.append(Part(tuple(chunks[start:end]), is_meeting=True))
        rest += chunks[end:following]
    if any(words(chunk.written) for chunk in rest):
        found.append(Part(tuple(rest), is_meeting=False))
    return found


def _with_begun(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The chunks, lines such as « Réunion du 2 février 2015 » over a text being headings, where several name other days."""
    begun = {number: line for number, chunk in enumerate(chunks) if (line := _begins(chunk, chunks[number + 1 : number + 2]))}
    if len({_day(line) for line in begun.values()}) < 2 or any(chunk.kind == "heading" and _names_meeting(chunk.text) for chunk in chunks):  # noqa: PLR2004 - two meetings
        return chunks
    found: list[Chunk] = []
    for number, chunk in enumerate(chunks):
        if number in begun:
            found.append(Chunk("heading", (f"## {begun[number]}",), _LEVEL, begun[number]))
            rest = chunk.sentences[1:]
            found += [text_chunk(rest)] if rest else []
        else:
            found.append(chunk)
    return found


def _begins(chunk: Chunk, following: Sequence[Chunk]) -> str:
    """The line of a paragraph that names a meeting, and has what was said there below it; '' for none."""
    line = chunk.sentences[0] if chunk.kind == "text" else ""
    has_text = len(chunk.sentences) > 1 or (bool(following) and following[0].kind in {"text", "list", "table"})
    is_short = len(words(line)) <= _MOST_WORDS and not line.rstrip().endswith((".", ":", ";", ","))
    said = unmarked(line) if has_text and is_short else ""
    return said if _MEETING.match(fold(said)) and _names_meeting(said) else ""


def _names_meeting(heading: str) -> bool:
    found = [one for one in dates_in(heading) if one.sure]
    if not found:
        return False
    folded = fold(heading)
    if _OTHERS.search(folded[: max(found[0].start, 30)]):
        return False
    left = [word for word in words(heading[: found[0].start] + heading[found[0].end :]) if not word.isdigit()]
    return bool(_MEETING.search(folded)) or len(left) <= _FEW_WORDS


def _day(heading: str) -> str:
    return str(next(iter(dates_in(heading))).day)
