"""What became of a body between two moments: paragraph by paragraph under its headings, with the words that changed marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from traite_cli.kinds import AUDIENCES, Record
from traite_cli.repository import narrowest, wider
from traite_cli.syntax import comments_of, without

_ALIKE = 0.4
_MOST_WORDS = 1500
"""Paragraphs longer than this are shown whole, old and new: comparing words takes the product of their numbers."""
_MOST_PARAGRAPHS = 2000
_AHEAD = 20
"""Among so many of the old paragraphs that come next a new one is looked for."""
_BLANK = re.compile(r"\n[ \t]*\n")
_WORDS = re.compile(r"\s+|[^\s\w]+|\w+")
_LINKED = re.compile(r"!?\[(?P<text>[^\[\]\n]*)\]\([^()\n]*\)")


class Paragraph(NamedTuple):
    """Some lines of a body, the heading that they stand under, and for whom they are (None: for whoever the record is for)."""

    text: str
    section: str
    audience: str | None


class Run(NamedTuple):
    """Some words, and whether they stood in both versions, in the old one or in the new one only."""

    sort: Literal["same", "old", "new"]
    text: str


class Passage(NamedTuple):
    """What became of a paragraph, under the heading that it stands under ('' for none)."""

    section: str
    runs: tuple[Run, ...]

    @property
    def versions(self) -> tuple[str, str]:
        """The paragraph as it was, and as it is."""
        old, new = ("".join(run.text for run in self.runs if run.sort in {"same", sort}) for sort in ("old", "new"))
        return old, new


def paragraphs(record: Record) -> list[Paragraph]:
    """The body that a record shows, paragraph by paragraph; fences and comments are no text."""
    text, headings = record.document.text, record.document.body.headings
    comments = tuple(comments_of(text, record.document.body_start)) if "<!--" in text else ()
    found: list[Paragraph] = []
    for passage in record.passages:
        bounds = [passage.start, *(one.start for one in headings if passage.start < one.start < passage.end), passage.end]
        for start, end in pairwise(bounds):
            above = next((one for one in reversed(headings) if one.start <= start), None)
            section = _LINKED.sub(_text_of, above.text).strip() if above else ""
            parts = (part.strip("\n").rstrip() for part in _BLANK.split(without(comments, text, start, end)))
            found += [Paragraph(part, section, passage.audience) for part in parts if part.strip()]
    return found


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a Markdown text, each under the heading above it."""
    found: list[Paragraph] = []
    section = ""
    for part in _BLANK.split(text):
        if part.startswith("#"):
            section = _LINKED.sub(_text_of, part.split("\n", 1)[0].lstrip("#")).strip()
        if part.strip():
            found.append(Paragraph(part.strip("\n").rstrip(), section, None))
    return found


def narrowed(before: Iterable[Paragraph], after: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that say what they said, within a fence for fewer people than before."""
    were: dict[str, str] = {}
    for one in before:
        key, reads = " ".join(one.text.split()), one.audience or AUDIENCES[0]
        were[key] = narrowest([were.get(key, reads), reads])
    for one in after:
        was = were.get(" ".join(one.text.split()))
        if was and one.audience and wider(was, one.audience):
            yield one


def rewritten(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Passage]:
    """What became of the paragraphs of a body, in the order of the new one."""
    if max(len(before), len(after)) > _MOST_PARAGRAPHS:
        before, after = _joined(before), _joined(after)
    keys = [[" ".join(one.text.split()) for one in side] for side in (before, after)]
    for sort, start, end, begin, stop in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if sort != "equal":
            yield from _replaced(before[start:end], after[begin:stop])


def _joined(side: Sequence[Paragraph]) -> list[Paragraph]:
    return [Paragraph("\n\n".join(one.text for one in side), "", None)]


def _replaced(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Passage]:
    """Pair each new paragraph with the first old one that is like it; those before that one were taken out."""
    waiting = list(old)
    for one in new:
        place = next((number for number, other in enumerate(waiting[:_AHEAD]) if _likeness(other.text, one.text) >= _ALIKE), None)
        if place is None:
            yield Passage(one.section, (Run("new", one.text),))
            continue
        for gone in waiting[:place]:
            yield Passage(gone.section, (Run("old", gone.text),))
        yield Passage(one.section, tuple(words_marked(*_read(waiting[place].text, one.text))))
        waiting = waiting[place + 1 :]
    for gone in waiting:
        yield Passage(gone.section, (Run("old", gone.text),))


def _read(old: str, new: str) -> tuple[str, str]:
    """Two versions of a paragraph as they are read, without what links lead to, unless nothing else is different."""
    read = _LINKED.sub(_text_of, old), _LINKED.sub(_text_of, new)
    return read if read[0] != read[1] else (old, new)


def _text_of(link: re.Match[str]) -> str:
    return link["text"]


def _likeness(one: str, other: str) -> float:
    sides = one.split(), other.split()
    if max(map(len, sides)) > _MOST_WORDS:
        return float(one == other)
    matcher = SequenceMatcher(None, *sides, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def words_marked(old: str, new: str) -> Iterator[Run]:
    """Two versions of a text as one: the words of both, those of one only marked."""
    sides = _WORDS.findall(old), _WORDS.findall(new)
    if max(map(len, sides)) > 2 * _MOST_WORDS:
        yield from (Run("old", old), Run("new", new))
        return
    for sort, start, end, begin, stop in _without_crumbs(SequenceMatcher(None, *sides, autojunk=False).get_opcodes(), sides[0]):
        if sort == "equal":
            yield Run("same", "".join(sides[0][start:end]))
            continue
        if end > start:
            yield Run("old", "".join(sides[0][start:end]))
        if stop > begin:
            yield Run("new", "".join(sides[1][begin:stop]))


Opcode = tuple[str, int, int, int, int]


def _without_crumbs(codes: Sequence[Opcode], old: Sequence[str]) -> Iterator[Opcode]:
    """The same steps, with a space or a stop between two changes counted to them: words are read in one go."""
    kept: list[Opcode] = []
    for number, code in enumerate(codes):
        sort, start, end, begin, stop = code
        is_last = number == len(codes) - 1
        crumb = sort == "equal" and not is_last and not any(part[0].isalnum() or "\n" in part for part in old[start:end])
        if kept and kept[-1][0] == "replace" and (crumb or sort != "equal"):
            _, first, _, second, _ = kept[-1]
            kept[-1] = ("replace", first, end, second, stop)
        else:
            kept.append((sort if sort == "equal" else "replace", start, end, begin, stop))
    yield from kept
