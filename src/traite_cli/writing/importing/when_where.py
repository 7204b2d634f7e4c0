"""When and where a meeting was, as the beginning of its minutes says it, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.language import DateFound, TimeFound, dates_in, fold, times_in, words
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.agenda import without_number
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of
from traite_cli.writing.importing.source import Manuscript

_BEGINNING = 14
_MEETING = re.compile(
    r"\b(?:reunions?|seances?|assemblees?|rencontres?|comites?|conseils?|bureau|commissions?|compte[s]?[- ]rendus?|proces[- ]verba(?:l|ux)|pv|cr|ag|ca|gt"
    r"|minutes|meetings?|session|board|council|committee|copil|releve|atelier|entretien|plenieres?|rendez-vous)\b"
)
_GATHERED = re.compile(
    r"\b(?:reuni(?:e|s|es)?|reunion|seance|tenue?|deroulee?|assemblee|rencontre|rendez-vous|convoque\w*|meeting|held|session|convened|minutes|met)\b"
)
_NOT_THIS_ONE = re.compile(
    r"(?:approbation|adoption|approval|approved|approve|proces[- ]verbal de la (?:precedente|derniere)|precedente?|derniere?|previous|last meeting|prochaine?|next"
    r"|depuis|avant le|jusqu|due|convocation|convoque\w*|envoye\w*|affiche\w*|ne(?:e)? le|published|publie\w*)[^.]{0,60}$"
)
_OPENED = re.compile(r"\b(?:ouv(?:re|erte?|erture)|debut\w*|commenc\w*|start\w*|open\w*|called to order|began|begins|accueil)\b")
_CLOSED = re.compile(r"\b(?:lev(?:ee?|e)|clos(?:e|ed|es)?|cloture\w*|fin de (?:la )?(?:seance|reunion)|termin\w*|adjourn\w*|end(?:ed|s)?|finished|s'acheve\w*)\b")
_PLACE = (
    re.compile(
        r"(?:réunie?s?|tenue?|déroulée?|rencontrée?s?|assemblée?s?|lieu)\b[^.;:\n]{0,60}?,?\s(?P<place>(?:à la|à l[’']|au|aux|dans (?:la|le|les)|dans l[’']|chez|en)\s?[^.;:\n]{3,80}?)"
        r"(?=,|\.|;| sous la présidence| le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d)| à \d| sur convocation| afin| pour| en (?:présence|séance)|$)"
    ),
    re.compile(r"(?:\d{1,2}\s?h(?:\s?\d\d)?|\d{1,2}:\d\d)\s*,?\s(?P<place>(?:à la|à l[’']|au|aux|dans la|dans les|chez)\s?[^.;\n]{3,80}?)(?=\.|;|,|$)"),
    re.compile(r"(?P<place>\bau siège (?:social )?(?:de|du|des)\b[^.;,\n]{3,60})"),
    re.compile(r"\b(?:held|met|meeting)\b[^.;\n]{0,60}?\s(?:at|in)\s(?P<place>(?:the\s)?[A-Z][^.;,\n]{2,70}?)(?=,? (?:on|at) |\.|;|,|$)"),
)
_ROOM = re.compile(r"\b(?P<room>[Ss]alle (?:n[°o] ?\d+|(?:des|de la|de l[’']|de|du|d[’'])?\s?[A-Z0-9][\w’' -]{0,40}?|polyvalente|communale|municipale))(?=[,.;()\n]| -|$)")
_TITLE_LENGTH = 160
_SMALL = frozenset("le la les l du de des d au a en the of on from to at lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday et and h".split())
_LABELS = re.compile(r"(?:\s+[-–—|•]\s*|\s{2,}|\s*,\s*|(?<=[.;])\s)(?=\W*(?:Date|Heure|Horaires?|Lieu|Salle|Time|Place|Venue|Location|Date et heure)\s*\W{0,3}:)")


class Found(NamedTuple):
    """A value that a text tells, the words that tell it, and what is doubtful about it (a message id, '' for nothing)."""

    value: str
    said: str = ""
    doubt: str = ""
    other: str = ""
    """What speaks for something else."""


NOTHING = Found("")


class Beginning(NamedTuple):
    """What the beginning of minutes says, and what is left of the text."""

    title: Found
    date: Found
    time: Found
    place: Found
    room: Found
    body: tuple[Chunk, ...]
    moved: tuple[str, ...] = ()
    """The lines that said but these, and are taken out of the text."""
    is_part: bool = False
    kept_title: str = ""
    """What the text is called itself, where somebody called it otherwise."""


GUESSED_YEAR = "year"
TWO_DATES = "dates"
SEVERAL_DAYS = "days"
FROM_NAME = "name"
NUMERIC = "numeric"
PROSE = "prose"


def beginning(source: Manuscript, chunks: Sequence[Chunk], *, is_part: bool = False) -> Beginning:
    """What the beginning of a text says of its meeting. ``is_part`` says that it is one of several, which has a heading of its own."""
    stated = {} if is_part else dict(source.stated)
    reader = _Reader(source, chunks, stated, is_part=is_part)
    title, heading = reader.title()
    labels = reader.labels()
    day = reader.day(title, labels)
    rest, moved = reader.rest(heading)
    reader.value = day.value
    return Beginning(title, day, reader.time(labels), reader.place(labels), reader.room(labels), tuple(rest), tuple(moved), is_part)


class _Reader:
    def __init__(self, source: Manuscript, chunks: Sequence[Chunk], stated: dict[str, str], *, is_part: bool) -> None:
        self.source = source
        self.chunks = chunks
        self.stated = stated
        self.is_part = is_part
        self.value = ""
        """The date, once it is found."""
        self.opening = [chunk for chunk in chunks[:_BEGINNING] if chunk.kind in {"heading", "text", "list", "table", "quote"}]

    # What it is called.

    def title(self) -> tuple[Found, Chunk | None]:
        """The title, and the chunk that is nothing else."""
        if self.stated.get("title"):
            return Found(self.stated["title"]), self._same(self.stated["title"])
        if self.is_part and self.chunks[0].kind == "heading":
            whole = _clean(self.chunks[0].text)
            return Found(_in_short(without_number(whole)), whole), self.chunks[0]
        headings = [chunk for chunk in self.opening if chunk.kind == "heading" and _may_title(chunk.text)]
        lines = [chunk for chunk in self.opening[:6] if chunk.kind == "text" and len(chunk.sentences) == 1 and _may_title(chunk.sentences[0])]
        for chunk in (*(one for one in headings if one.level == 1), *headings[:2], *lines):
            text = _clean(chunk.text or chunk.sentences[0])
            if _MEETING.search(fold(text)):
                return Found(text), chunk
        for chunk in (*(one for one in headings if one.level == 1), *headings[:1], *lines[:1]):
            return Found(_clean(chunk.text or chunk.sentences[0]), doubt=PROSE if chunk.kind == "text" else ""), chunk
        name = " ".join(re.sub(r"[_-]+", " ", self.source.name).split())
        said = re.search(r"[^\W\d_]{3,}", name) is not None
        return Found((name[:1].upper() + name[1:]) if said else "", doubt=FROM_NAME), None

    def _same(self, title: str) -> Chunk | None:
        """The heading that says a title once more."""
        return next((chunk for chunk in self.opening if chunk.kind == "heading" and words(chunk.text) == words(title)), None)

    # What lines with a label say.

    def labels(self) -> dict[str, str]:
        """« Date : … », « Lieu : … », each by what it announces."""
        found: dict[str, str] = {}
        for line in self._lines(self.opening):
            for part in _LABELS.split(line):
                label = label_of(part)
                if label is not None and label.name in {"date", "time", "place", "room"} and label.rest:
                    found.setdefault(label.name, label.rest)
        for chunk in self.opening:
            for row in chunk.rows:
                label = label_of(f"{row[0]} : {row[1]}") if len(row) > 1 else None
                if label is not None and label.name in {"date", "time", "place", "room"} and label.rest:
                    found.setdefault(label.name, label.rest)
        return {name: _clean(value) for name, value in found.items()}

    def _lines(self, chunks: Sequence[Chunk]) -> Iterator[str]:
        for chunk in chunks:
            match chunk.kind:
                case "heading":
                    yield chunk.text
                case "text" | "quote":
                    yield from chunk.sentences
                case "list":
                    yield from (item.text for item in chunk.items)

    # When it was.

    def day(self, title: Found, labels: dict[str, str]) -> Found:
        """The day; the surest place that names one decides."""
        told = list(self._told(title, labels))
        if not told:
            return NOTHING
        where, text, found = told[0]
        value = found.day.isoformat() if found.last is None else f"{found.day}/{found.last}"
        doubt, other = self._doubt(where, text, found, told)
        return Found(value, text, doubt, other)

    def _doubt(self, where: str, text: str, found: DateFound, told: Sequence[tuple[str, str, DateFound]]) -> tuple[str, str]:
        if found.last is not None:
            return SEVERAL_DAYS, ""
        sure = {"title", "label", "name", "stated"}
        other = next((day for place, _, day in told[1:] if place in sure and day.day != found.day and day.sure), None)
        if not found.sure:
            return GUESSED_YEAR, ""
        if other is not None and where in sure | {"opening"}:
            return TWO_DATES, other.day.isoformat()
        if where in {"name", "edge", "line"}:
            return FROM_NAME if where == "name" else PROSE, ""
        is_english = sum(word in {"the", "of", "and"} for word in words(self._beginning_text()))
        is_numeric = re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", text[found.start : found.end])
        if is_numeric and is_english > 5 and found.day.day <= 12 and found.day.day != found.day.month:  # noqa: PLR2004 - a month may be meant
            return NUMERIC, ""
        return "", ""

    def _beginning_text(self) -> str:
        return " ".join(chunk.written for chunk in self.opening)

    def _told(self, title: Found, labels: dict[str, str]) -> Iterator[tuple[str, str, DateFound]]:
        """The dates that may be the meeting's, the surest first."""
        year = self._year()
        for where, text in self._places(title, labels):
            for found in dates_in(text, year):
                if where in {"label", "name", "stated", "title"} or not _NOT_THIS_ONE.search(fold(text[: found.start])):
                    yield where, text, found
                    break

    def _places(self, title: Found, labels: dict[str, str]) -> Iterator[tuple[str, str]]:
        if title.doubt != FROM_NAME:
            yield "title", title.value
        if "date" in labels:
            yield "label", labels["date"]
        if self.stated.get("description"):
            yield "title", self.stated["description"]
        if "place" in labels:
            yield "label", labels["place"]
        lines = [unmarked(line) for line in self._lines(self.opening)]
        yield from (("opening", chunk.text) for chunk in self.opening if chunk.kind == "heading")
        yield from (("opening", line) for line in lines if _GATHERED.search(fold(line)))
        yield from (("opening", line) for line in lines[:8] if len(words(line)) < 12)  # noqa: PLR2004 - a line of its own
        if self.stated.get("date"):
            yield "stated", self.stated["date"]
        yield from (("line", line) for line in lines[:8])
        if not self.is_part:
            yield from (("edge", aside.text) for aside in self.source.asides if aside.where == "edge")
            yield "name", re.sub(r"_", " ", self.source.name)

    def _year(self) -> int | None:
        """The year of a date that names none: that of the first whole date of the file."""
        places = [*self.stated.values(), self.source.name.replace("_", " "), *(line for line in self._lines(self.opening)), *(aside.text for aside in self.source.asides)]
        for text in places:
            found = next(iter(dates_in(text)), None)
            if found is not None:
                return found.day.year
        named = re.search(r"(?<!\d)(20\d\d|19\d\d)(?!\d)", " ".join(places))
        return int(named[1]) if named else None

    def time(self, labels: dict[str, str]) -> Found:
        """The time, with its end where the end of the text says it."""
        for name in ("time", "date", "place"):
            for found in times_in(labels.get(name, "")):
                return Found(found.written, labels[name])
        begins = next(self._begins(self._own_lines()), None)
        if begins is None:
            return NOTHING
        line, found = begins
        if found.ends is None:
            closed = next(self._closes(), None)
            if closed is not None and closed.begins > found.begins:
                found = found._replace(ends=closed.begins)
        return Found(found.written, line)

    def _own_lines(self) -> list[str]:
        """The lines of the beginning that may be about this meeting: no item of a list, and no line that names another day."""
        day = first_day(self.value)
        lines = [unmarked(line) for line in self._lines([chunk for chunk in self.opening if chunk.kind in {"heading", "text", "quote"}])]
        own: list[str] = []
        for line in lines:
            days = dates_in(line, day.year if day else None)
            if (not days or any(found.day == day for found in days)) and not _NOT_THIS_ONE.search(fold(line)[:80]):
                own.append(line)
        return own

    def _begins(self, lines: Sequence[str]) -> Iterator[tuple[str, TimeFound]]:
        for only_spans in (True, False):
            for line in lines:
                folded = fold(line)
                is_about = bool(dates_in(line, 2000)) or _OPENED.search(folded) or (_GATHERED.search(folded) and len(line) < 400)  # noqa: PLR2004
                if not is_about or _CLOSED.search(folded) and not _OPENED.search(folded):
                    continue
                for found in times_in(line):
                    if (found.ends is not None) == only_spans:
                        yield line, found
                        break

    def _closes(self) -> Iterator[TimeFound]:
        for chunk in reversed(self.chunks):
            if chunk.kind == "text" and _CLOSED.search(fold(chunk.written)):
                for line in chunk.sentences:
                    end = _CLOSED.search(fold(line))
                    if end is not None:
                        yield from (found for found in times_in(line) if abs(found.start - end.start()) < 60)  # noqa: PLR2004 - near it

    # Where it was.

    def place(self, labels: dict[str, str]) -> Found:
        if "place" in labels:
            value = labels["place"]
            for found in reversed(dates_in(value, 2000)):
                value = value[: found.start] + value[found.end :]
            value = value.strip(" ,;–-.")
            return Found(value, labels["place"]) if words(value) else NOTHING
        if self.stated.get("place"):
            return Found(self.stated["place"])
        for text in self._own_lines():
            for pattern in _PLACE if dates_in(text, 2000) or times_in(text) or _GATHERED.search(fold(text)) else ():
                found = pattern.search(text)
                value = found["place"].strip(" ,–-") if found else ""
                if value and not dates_in(value, 2000) and not times_in(value) and not _NO_PLACE.match(value):
                    return Found(value, text, PROSE)
        return NOTHING

    def room(self, labels: dict[str, str]) -> Found:
        if "room" in labels:
            return Found(labels["room"], labels["room"])
        for line in self._own_lines():
            found = _ROOM.search(line)
            if found and (dates_in(line, 2000) or times_in(line) or label_of(line) or _GATHERED.search(fold(line))):
                return Found(found["room"].strip(), line)
        return NOTHING

    # What is left.

    def rest(self, heading: Chunk | None) -> tuple[list[Chunk], list[str]]:
        """The text without its title, and without lines that only say when and where it was."""
        kept: list[Chunk] = []
        moved: list[str] = []
        opening = {id(chunk) for chunk in self.opening}
        for chunk in self.chunks:
            if chunk is heading:
                continue
            if id(chunk) in opening and chunk.kind == "text":
                lines = [line for line in chunk.sentences if not _says_only_when(line)]
                if len(lines) < len(chunk.sentences):
                    moved += [unmarked(line) for line in chunk.sentences if _says_only_when(line)]
                    if lines:
                        kept.append(Chunk("text", tuple(f"{line}\\" if number < len(lines) else line for number, line in enumerate(lines, 1))))
                    continue
            kept.append(chunk)
        return kept, moved


_NO_PLACE = re.compile(r"(?:en (?:présence|séance|nombre|vertu|cours|début|fin|application|ligne\w)|au nom|au total|au cours|au sujet|au titre|à l[’']unanimité|à l[’']occasion|à la suite|à la demande|dans le cadre|aux fins|à l[’']ordre|à la majorité)")


def _says_only_when(line: str) -> bool:
    """Whether a line says but the date, the time, the place or the room."""
    parts = [label_of(part) for part in _LABELS.split(line)]
    if all(label is not None and label.name in {"date", "time", "place", "room"} and label.rest for label in parts):
        return len(words(line)) < 30  # noqa: PLR2004 - a line with labels
    text = unmarked(line)
    found = [*dates_in(text), *times_in(text)]
    if not found:
        return False
    for one in sorted(found, key=lambda place: place.start, reverse=True):
        text = text[: one.start] + " " + text[one.end :]
    return all(word in _SMALL for word in words(text))


def _may_title(text: str) -> bool:
    if not words(text) or len(text) > _TITLE_LENGTH * 2:
        return False
    label = label_of(text)
    from traite_cli.writing.importing.labels import lead_in

    return (label is None or label.name == "decision") and lead_in(text) == "" and not _says_only_when(text) and "@" not in text and "www." not in text


def _in_short(title: str) -> str:
    """A heading that says all about its meeting, as far as it calls it something."""
    if len(title) <= _TITLE_LENGTH:
        return title
    end = max(title.rfind(sign, _TITLE_LENGTH // 3, _TITLE_LENGTH) for sign in (",", ";", " –", " (", "."))
    return title[:end] if end > 0 else f"{title[:_TITLE_LENGTH].rsplit(' ', 1)[0]} […]"


def _clean(text: str) -> str:
    return unmarked(text).strip(" :–-")


def first_day(value: str) -> date | None:
    """The day on which a date as a record holds it begins."""
    try:
        return date.fromisoformat(value.partition("/")[0])
    except ValueError:
        return None
