"""Minutes put into a record's text: under the headings of its agenda, each passage behind what stands there already.

A heading is the same whatever its number, its marks, capitals and accents. What comes under none of them stands before the first one,
or behind all of them under its own heading. What the text says already is not written again, and nothing that stands there changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from traite_cli.kinds import Meeting
from traite_cli.language import words
from traite_cli.repository import plain
from traite_cli.syntax import Document, Heading, Passage, Stretch

Region = tuple[int, int]
"""A stretch of the text with all that stands under one heading alone."""
_FILING_LEVEL = 2
_NUMBER = re.compile(r"\s*(?:(?:point\s+)?\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})\s*[.)°:–-]+\s+", re.IGNORECASE)
_NO_HEADING = re.compile(r"\s*[-*+•–>][ \t]|#| {4}|\t")
_UNDERLINE = re.compile(r"[ \t]*(?:-{3,}|={3,})[ \t]*")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?(?:\n|\Z)")
_SPACES = re.compile(r"[ \t]*")
_LONGEST = 200


class Part(NamedTuple):
    """What minutes say under one heading: its key and its line ('' before the first one), its level, the text."""

    key: str
    line: str
    level: int
    text: str


def filed(document: Document, minutes: str, agenda: Mapping[str, str]) -> tuple[Stretch, ...]:
    """What puts minutes into the text; ``agenda`` are the heading lines of points that may have none there yet, by their keys."""
    body = document.text[document.body_start :].replace("\r\n", "\n")
    minutes, whole = minutes.replace("\r\n", "\n"), _spaced(body)
    if _is_said(minutes, body, whole):
        return ()
    regions = _regions(document)
    there = {key: _spaced("\n".join(document.text[slice(*one)] for one in stretches)) for key, stretches in regions.items()}
    under: dict[Region, list[str]] = {}
    behind: list[str] = []
    for part in _parts(minutes, {**agenda, **dict.fromkeys(regions, "")}):
        stretches = regions.get(part.key, [])
        line = "" if stretches else agenda.get(part.key, part.line)
        # An empty point of the agenda says nothing; a heading that nobody announced says something by itself.
        said = f"{line}\n{part.text}" if part.text or part.key not in agenda else ""
        if _is_said(said, body, there.get(part.key, whole)):
            continue
        if stretches:
            under.setdefault(stretches[0], []).append(part.text)
        else:
            behind += filter(None, (line, part.text))
    if behind:
        # What comes behind all others follows what comes under the last heading.
        last = next((region for region in under if region[1] == len(document.text)), _whole(document))
        under.setdefault(last, []).extend(behind)
    return tuple(_put(document.text, region, "\n\n".join(texts)) for region, texts in sorted(under.items()))


def _spaced(text: str) -> str:
    """The words of a text, by which what is said already is known; what only a remark says is said to nobody."""
    return f" {' '.join(words(plain(text)))} ".replace("  ", " ")


def _is_said(text: str, body: str, heard: str) -> bool:
    """Whether the words of a text are heard already; one without a word, such as a remark, whether it stands in the body as it is."""
    spaced = _spaced(text)
    return spaced in heard if spaced.strip() else text.strip() in body


def headings_to_fill(meeting: Meeting) -> list[str]:
    """What the agenda of a meeting announces and its text says nothing about yet, as one reads it."""
    document = meeting.document
    headings = document.body.headings
    lasts = [number for number, one in enumerate(headings) if number + 1 == len(headings) or headings[number + 1].level <= one.level]
    empty = [headings[number] for number in lasts if not document.text[headings[number].end : _ends(document, number)].strip()]
    known = {key_of(one.text) for one in headings}
    return [*(_LINK.sub(r"\1", one.text) for one in empty), *(title for title in _titles(meeting) if key_of(title) not in known)]


def agenda_lines(meeting: Meeting) -> dict[str, str]:
    """The heading line of each point of an agenda: a point of one topic is filed under it."""
    lines: dict[str, str] = {}
    for point in meeting.agenda:
        if point.title:
            title = " ".join(point.title.split())
            topic = point.topics[0].slug if len(point.topics) == 1 else ""
            lines.setdefault(
                key_of(title), f"## [{title}](../topics/{topic}.md)" if topic and not set("[]") & set(title) else f"## {title}"
            )
    return lines


def _titles(meeting: Meeting) -> Iterator[str]:
    return (" ".join(point.title.split()) for point in meeting.agenda if point.title)


def key_of(heading: str) -> str:
    """What two spellings of one heading share."""
    return " ".join(words(_NUMBER.sub("", plain(heading), count=1)))


# --- what there is ------------------------------------------------------------------------------------------------------------


def _whole(document: Document) -> Region:
    return document.body_start, len(document.text)


def _regions(document: Document) -> dict[str, list[Region]]:
    """The stretches of each heading with what stands under it alone, by its key; '' is what stands before the first one."""
    headings = document.body.headings
    found: dict[str, list[Region]] = {}
    if headings:
        found[""] = [(document.body_start, _before(document, headings[0]))]
    for number, one in enumerate(headings):
        found.setdefault(key_of(one.text) or one.text, []).append((one.start, _ends(document, number)))
    return found


def _ends(document: Document, number: int) -> int:
    """Where what stands under a heading alone ends: before the next one, and with the passage that the heading is in."""
    headings = document.body.headings
    own = _passage(document.body.passages, headings[number].start)
    end = own.end if own is not None else len(document.text)
    return min(end, _before(document, headings[number + 1])) if number + 1 < len(headings) else end


def _before(document: Document, heading: Heading) -> int:
    """Where what is above a heading ends: before the fence of its passage."""
    own = _passage(document.body.passages, heading.start)
    return own.fence_start if own is not None else heading.start


def _passage(passages: Iterable[Passage], place: int) -> Passage | None:
    """The fenced passage that a place is in."""
    return next((one for one in passages if (one.audience or one.topic) and one.start <= place < one.end), None)


# --- what is given ------------------------------------------------------------------------------------------------------------


def _parts(minutes: str, known: Mapping[str, str]) -> Iterator[Part]:
    """Minutes taken apart at the headings that are known, and at those beside them; what is fenced stays together."""
    document = Document("", minutes)
    headings = {one.start: one for one in document.body.headings if _passage(document.body.passages, one.start) is None}
    key, head, level, lines = "", "", 0, list[str]()
    for begin, line in _lines(minutes):
        found = _opened(headings.get(begin), line, known, document.body.passages, begin)
        is_new = found is not None and (found.key in known or not level or found.level <= level)
        if found is None or not is_new:
            if lines or not (head and _UNDERLINE.fullmatch(line)):
                lines.append(line)
            continue
        yield Part(key, head, level, "\n".join(lines).strip("\n").rstrip())
        (key, head, level, _), lines = found, []
    yield Part(key, head, level, "\n".join(lines).strip("\n").rstrip())


def _opened(heading: Heading | None, line: str, known: Mapping[str, str], passages: Sequence[Passage], begin: int) -> Part | None:
    """The heading that a line is: one of Markdown, or a line by itself that says what a known one says."""
    if heading is not None:
        return Part(key_of(heading.text) or heading.text, line.strip(), heading.level, "")
    if len(line) > _LONGEST or _NO_HEADING.match(line) or _passage(passages, begin) is not None:
        return None
    key = key_of(line)
    return Part(key, line.strip(), _FILING_LEVEL, "") if key and key in known else None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for line in text.split("\n"):
        yield begin, line
        begin += len(line) + 1


# --- where it goes ------------------------------------------------------------------------------------------------------------


def _put(text: str, region: Region, new: str) -> Stretch:
    """A text behind what stands in a region, with an empty line before it and, where something follows, behind it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    start, end = region
    held = len(text[start:end].rstrip())
    place = _SPACES.match(text, start + held).end() if held else start  # type: ignore[union-attr]  # it matches nothing too
    behind = text[place:]
    before = newline * 2 if held or text[start - 1 : start] not in {"\n", ""} else newline
    return place, place, f"{before}{new.replace(chr(10), newline)}{newline * _lines_behind(behind, is_first=not held)}"


def _lines_behind(behind: str, *, is_first: bool) -> int:
    """How many line ends are missing behind a text."""
    if not behind.strip():
        return int(is_first and not behind)
    has_end = behind.startswith(("\n", "\r\n"))
    if is_first:
        return 1 if has_end else 2
    return 0 if _BLANK_LINE.match(behind) else 1
