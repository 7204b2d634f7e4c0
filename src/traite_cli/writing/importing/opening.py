"""The beginning of minutes, where they say what they are: its lines, what the labelled ones say, and which are about this meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from traite_cli.language import dates_in, fold, times_in, word_list, words
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.addresses import continues_address
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of, lead_in
from traite_cli.writing.importing.mail import without_heads
from traite_cli.writing.importing.source import Manuscript

_BEGINNING = 14
_LABELLED = frozenset({"date", "time", "end", "place", "room"})
_MOST_OF_ADDRESS = 4
_MOST_WORDS = 30
_SEEN = 80
_NEXT = re.compile(r"\b(?:prochaine?s?|next)\b")
_GATHERED = re.compile(
    r"\b(?:reuni(?:e|s|es)?|reunion|seance|tenue?|deroulee?|assemblee|rencontre|rendez-vous|convoque\w*|meeting|held|session|convened"
    r"|minutes|met)\b"
)
# « Jeudi dernier (4/12/14) » is the day of what is told, « la dernière réunion » is that of another one.
_NO_WEEKDAY = "".join(rf"(?<!{day} )" for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
_NOT_THIS_ONE = re.compile(
    rf"(?:approbation|adoption|approv\w*|proces[- ]verbal de la (?:precedente|derniere)|precedente?|{_NO_WEEKDAY}derniere?|previous"
    r"|last meeting|prochaine?|next|se (?:revoit|reverra|retrouve|retrouvera)"
    r"|depuis|avant le|jusqu|due|convocation|convoque\w*|envoye\w*|affiche\w*|ne(?:e)? le|published|publie\w*)[^.]{0,60}$"
    r"|minutes of(?: the)?\s*$"
)
_APPROVED = re.compile(
    r"^[^.]{0,60}\b(?:(?:were|was|are|is) (?:\w+ )?(?:agreed|approved|signed|adopted|confirmed|accepted|taken as read)"
    r"|(?:est|a ete|sont|ont ete) (?:\w+ )?(?:approuve|adopte|valide))"
)
_LABELS = re.compile(
    r"(?:\s+[-–—|•]\s*|\s{2,}|\s*,\s*|(?<=[.;])\s)"
    r"(?=\W*(?:Date|Heure|Horaires?|Lieu|Salle|Time|Place|Venue|Location|Date et heure)\s*\W{0,3}:)"
    r"|(?<=[\dhm])\s+(?=(?:Heure de |H. )?(?:[Ff]in|[Ee]nd)\s?:)"
)
_SMALL = word_list(
    """
    le la les l du de des d au a en et h the of on from to at and lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday
    wednesday thursday friday saturday sunday
    """
)


class Opening:
    """The first chunks of a manuscript, or of the part of one that is about a single meeting."""

    def __init__(self, source: Manuscript, chunks: Sequence[Chunk], beside: Sequence[str], *, is_part: bool) -> None:
        self.source = source
        self.is_part = is_part
        self.stated = {} if is_part else dict(source.stated)
        self.all = chunks
        self.beside = beside
        """Rows of a table that lists people too: « Date | 18 mars 2023 »."""
        self.chunks = list(_opening(chunks[:_BEGINNING]))
        self.address, self._place = _address(self.chunks)
        """The lines below « Lieu : » that say where it is, and the place that they make."""

    def lines(self) -> Iterator[str]:
        """The lines as the writer saw them."""
        return lines_of(self.chunks)

    def labels(self) -> dict[str, str]:
        """« Date : … », « Lieu : … », each by what it announces."""
        told = [part for line in without_heads(self.lines()) for part in _LABELS.split(line)]
        told += [row.replace(" | ", " : ", 1) for row in self.beside]
        told += [f"{row[0]} : {row[1]}" for chunk in self.chunks for row in chunk.rows if len(row) > 1]
        found: dict[str, str] = {}
        for line in told:
            label = label_of(line)
            if label is not None and label.name in _LABELLED and label.rest:
                found.setdefault(label.name, unmarked(label.rest).strip(" :–-"))
        if self._place:
            found["place"] = self._place
        return found

    def own_lines(self, day: date | None) -> list[str]:
        """The lines that may be about the meeting of a day: no item of a list, and no line that names another day."""
        own: list[str] = []
        for line in map(unmarked, without_heads(lines_of([chunk for chunk in self.chunks if chunk.kind in {"heading", "text", "quote"}]))):
            days = dates_in(line, day.year if day else None)
            if (not days or any(found.day == day for found in days)) and not is_of_another(line[:_SEEN]):
                own.append(line)
        return own


def lines_of(chunks: Sequence[Chunk]) -> Iterator[str]:
    """The lines of headings, paragraphs and lists."""
    for chunk in chunks:
        match chunk.kind:
            case "heading":
                yield chunk.text
            case "text" | "quote":
                yield from chunk.sentences
            case "list":
                yield from (item.text for item in chunk.items)


def _address(chunks: Sequence[Chunk]) -> tuple[tuple[str, ...], str]:
    """The lines of « Lieu : » and of the address below it, where there is one; and the place that they say."""
    lines = [line for chunk in chunks if chunk.kind in {"text", "heading"} for line in (chunk.sentences or (chunk.text,))]
    for number, line in enumerate(lines):
        label = label_of(line)
        is_place = label is not None and label.name == "place"
        if not is_place and not (lead_in(line) == "place" and unmarked(line) != line):
            continue
        rest = unmarked(label.rest).strip(" :–-") if label is not None and is_place else ""
        more: list[str] = []
        for below in lines[number + 1 : number + 1 + _MOST_OF_ADDRESS]:
            if label_of(below) or lead_in(below) or not continues_address(unmarked(below), begun=bool(rest or more)):
                break
            more.append(below)
        if more:
            return (line, *more), ", ".join(filter(None, (rest, *(unmarked(one).strip(" ,.;") for one in more))))
        return (), ""
    return (), ""


def _opening(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """What may be about this meeting: nothing that stands under « Prochaine réunion »."""
    under_next = False
    for chunk in chunks:
        if chunk.kind == "heading":
            under_next = _NEXT.search(fold(chunk.text)) is not None
        if not under_next and chunk.kind in {"heading", "text", "list", "table", "quote"}:
            yield chunk


def is_gathering(line: str) -> bool:
    """Whether a line says that people came together."""
    return _GATHERED.search(fold(line)) is not None


def is_of_another(before: str) -> bool:
    """Whether the words before a date say that it is that of something else: « approbation du procès-verbal du »."""
    return _NOT_THIS_ONE.search(fold(before)) is not None


def says_approved(behind: str) -> bool:
    """Whether the words behind a date say that minutes of that day were approved: "… of 1 October were agreed and signed"."""
    return _APPROVED.search(fold(behind)) is not None


def says_only_when(line: str) -> bool:
    """Whether a line says but the date, the time, the place or the room."""
    parts = [label_of(part) for part in _LABELS.split(line)]
    if all(label is not None and label.name in _LABELLED and label.rest for label in parts):
        return len(words(line)) < _MOST_WORDS
    text = unmarked(line)
    found = [(one.start, one.end) for one in dates_in(text)] + [(one.start, one.end) for one in times_in(text)]
    for start, end in sorted(found, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return bool(found) and all(word in _SMALL for word in words(text))
