"""The body of a record: its headings, links, numbered items and fenced passages, with their places.

A fence stands at the margin: ``::: members``, ``::: contributors`` or ``::: topic SLUG``, then the passage, then ``:::``.
Whatever only looks like one is doubtful, and told: a passage for few must never reach many because of a slip. This is a scan of
lines, not a Markdown parser: it is quick enough to be done to every body, and where the two could differ it doubts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from traite_cli.syntax.comments import comments_of, within
from traite_cli.syntax.links import Link, links_of
from traite_cli.syntax.tree import Mapping, scalars

AUDIENCE_FENCES = ("members", "contributors")
_FENCE = re.compile(r":::[ ]+(?:(?P<audience>members|contributors)|topic[ ]+(?P<topic>[a-z0-9]+(?:-[a-z0-9]+)*))[ ]*")
_CLOSE = re.compile(r":::[ ]*")
_FENCE_IN_FIELD = re.compile(r"(?<![^\s\"'|>]):{2,4}[ \t]*(?:members?|membres?|contribut\w*|topic)\b", re.IGNORECASE)
# What may stand before colons in a line that only looks like a fence: quotes, list markers, escapes, spaces.
_BEFORE = re.compile(r"[\s>*+\-_.)\d(\\|#`~]*")
_COLONS = re.compile(r"(?::\s*){3}|::\s*(?:members?|membres?|contribut\w*|public|topic|fin\b|end\b)", re.IGNORECASE)
# Colons of any sort (those that NFKC makes of one character too) with no letter between them, or two in one character.
_TWO_COLONS = re.compile(r"[:\ufe13\ufe55\uff1a][^\w\n]*[:\ufe13\ufe55\uff1a]")
_DOUBLE_COLON = "\u2a74"
_LONE_CR = re.compile(r"\r(?!\n)")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_CODE_FENCE = re.compile(r"(`{3,}|~{3,})(?P<info>[^`\n]*)$")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*)")
_MARKED = re.compile(r"[#`~\d][^\n]*")
_NEXT_MARKED = re.compile(r"\n[#`~\d][^\n]*")
_ITEM = re.compile(r"(?P<number>\d{1,9})[.)](?=[ \t]|$)")


class Heading(NamedTuple):
    """A heading at the margin, with its level and its text."""

    level: int
    text: str
    start: int
    end: int


class Passage(NamedTuple):
    """Whole lines of a body for one audience (None: that of the record) and under one topic (None: that of its heading; '': none)."""

    start: int
    end: int
    audience: str | None = None
    topic: str | None = None
    fence_start: int = 0


class Doubt(NamedTuple):
    """A line that may be meant as a fence and is none; ``reason`` says why."""

    start: int
    end: int
    reason: str


class Body(NamedTuple):
    """What a body's lines are, in the order of the file."""

    passages: tuple[Passage, ...]
    headings: tuple[Heading, ...]
    doubts: tuple[Doubt, ...]
    items: tuple[int, ...]
    """Where each item of a numbered list at the margin begins."""
    links: tuple[Link, ...]


class _Lines:
    """What the lines of a body are, as far as it was scanned."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.headings: list[Heading] = []
        self.doubts: list[Doubt] = []
        self.items: list[int] = []


def read_body(text: str, start: int) -> Body:
    """Scan ``text`` from ``start`` on."""
    body = _Lines()
    if _TWO_COLONS.search(text, start) or _DOUBLE_COLON in text:
        _Scanner(text, start, body).scan()
        body.doubts += () if body.doubts else _doubt_of_line_ends(text, start)
    else:
        _scan_plain(text, start, body)
    if text.find("<!--", start) >= 0:
        _leave_out_comments(body, tuple(comments_of(text, start)))
    return Body(tuple(body.passages), tuple(body.headings), tuple(body.doubts), tuple(body.items), tuple(links_of(text, start)))


def _leave_out_comments(body: _Lines, comments: tuple[tuple[int, int], ...]) -> None:
    """What only looks like a heading or a question because a comment holds it is none; a fence there stays doubtful."""
    body.headings = [heading for heading in body.headings if not within(comments, heading.start)]
    body.items = [item for item in body.items if not within(comments, item)]


def _scan_plain(text: str, start: int, body: _Lines) -> None:
    """The common case: no colons that could be a fence, so only headings, items and code matter."""
    if start < len(text):
        body.passages.append(Passage(start, len(text)))
    code = ""
    for begin, line in _marked_lines(text, start):
        code = _code_after(code, line)
        if not code:
            _heading_or_item(body, begin, line)


def _marked_lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines that begin as a heading, an item or a block of code does: nearly every line is empty or begins with a letter."""
    if first := _MARKED.match(text, start):
        yield start, first[0].rstrip("\r")
    for found in _NEXT_MARKED.finditer(text, start):
        yield found.start() + 1, found[0][1:].rstrip("\r")


def _heading_or_item(body: _Lines, begin: int, line: str) -> None:
    first = line[:1]
    if first == "#":
        found = _HEADING.match(line)
        if found:
            body.headings.append(Heading(len(found["marks"]), _without_closing(found["text"]), begin, begin + len(line)))
    elif first.isdigit() and _ITEM.match(line):
        body.items.append(begin)


def _without_closing(heading: str) -> str:
    """A heading's text without the marks that may close it: « ## Titre ## »."""
    text = heading.rstrip(" \t")
    opened = text.rstrip("#")
    return opened.rstrip(" \t") if opened[-1:] in {"", " ", "\t"} else text


def _code_after(code: str, line: str) -> str:
    """The marks of the code block that is open after this line; '' for none."""
    if line[:1] not in "`~":
        return code
    found = _CODE_FENCE.match(line)
    if found is None:
        return code
    if not code:
        return found[1]
    return "" if found[1][0] == code[0] and len(found[1]) >= len(code) and not found["info"].strip() else code


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Each line with its offset, without its end."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, text[start:end].rstrip("\r")
        start = end + 1


class _Scanner:
    """The careful scan, for a body that has fences or something like them."""

    def __init__(self, text: str, start: int, body: _Lines) -> None:
        self.text, self.start, self.body = text, start, body
        self.code = ""
        self.code_start = 0
        self.in_code: list[Doubt] = []
        self.opened: tuple[int, re.Match[str]] | None = None
        self.passage_start = start
        # A doubtful line is told once: the line that closes what it opened, or the fence that it closed, is not told as well.
        self.owed = 0
        self.closed = False

    def scan(self) -> None:
        for begin, line in _lines(self.text, self.start):
            self._line(begin, line)
        end = len(self.text)
        if self.code:
            # Code that never ends swallows what follows: its fences may have been meant.
            self.body.doubts.extend(self.in_code)
        if self.opened is not None and not self.closed:
            at, found = self.opened
            self.body.doubts.append(Doubt(at, at + len(found[0].rstrip()), "unclosed"))
        self._close_passage(end)

    def _line(self, begin: int, line: str) -> None:
        before = self.code
        self.code = _code_after(self.code, line)
        if before or self.code:
            if self.code and not before:
                self.in_code = []
            if _looks_like_fence(line):
                self.in_code.append(Doubt(begin, begin + len(line), "in-code"))
            return
        if line.startswith(":::"):
            self._fence(begin, line)
        elif _looks_like_fence(line):
            self._doubt(begin, line, _reason(line))
        else:
            _heading_or_item(self.body, begin, line)

    def _fence(self, begin: int, line: str) -> None:
        end = min(begin + len(line) + 1, len(self.text))
        found = _FENCE.fullmatch(line)
        if found and self.opened is None:
            self._close_passage(begin)
            self.opened, self.passage_start, self.closed = (begin, found), end, False
        elif _CLOSE.fullmatch(line) and self.opened is not None:
            self._close_passage(begin)
            self.opened, self.passage_start = None, end
        elif _CLOSE.fullmatch(line) and self.owed:
            self.owed -= 1
        else:
            self._doubt(begin, line, "nested" if found else "lone" if _CLOSE.fullmatch(line) else "misspelt")

    def _doubt(self, begin: int, line: str, reason: str) -> None:
        self.body.doubts.append(Doubt(begin, begin + len(line), reason))
        if not any(map(str.isalpha, line)):
            self.closed = True
        elif self.opened is None or reason == "nested":
            self.owed += 1

    def _close_passage(self, end: int) -> None:
        if end > self.passage_start:
            at, found = self.opened or (0, None)
            audience = found["audience"] if found else None
            topic = found["topic"] if found else None
            self.body.passages.append(Passage(self.passage_start, end, audience, topic, at))


def _doubt_of_line_ends(text: str, start: int) -> Iterator[Doubt]:
    """The first line like a fence where a lone CR ends lines for Markdown and for many editors, and none of ours.

    Which lines are code, and which begin at the margin, is another matter for them: so any such line is doubtful.
    """
    if _LONE_CR.search(text, start):
        lines = _lines(text.replace("\r", "\n"), start)
        yield from islice((Doubt(begin, begin + len(line), "line-end") for begin, line in lines if _looks_like_fence(line)), 1)


def may_be_fence(line: str) -> bool:
    """Whether a line by itself begins or ends a passage, or may be meant to."""
    return bool(read_body(line, 0).doubts)


def fences_in_fields(text: str, start: int, end: int) -> Iterator[Doubt]:
    """The lines of a front matter that somebody wrote to keep a passage of a field apart, which they do not."""
    if "::" in text[start:end]:
        for begin, line in _lines(text[:end], start):
            opening = _FENCE_IN_FIELD.search(line)
            if opening:
                yield Doubt(begin + opening.start(), begin + len(line), "in-a-field")


def fences_in_values(text: str, header: Mapping) -> Iterator[Doubt]:
    r"""The values that hold such a line where the letters of the file do not show it: ``"a\n::: members"``."""
    if "\\" in text[header.start : header.end]:
        for one in scalars(header):
            if _FENCE_IN_FIELD.search(one.text) and not _FENCE_IN_FIELD.search(text, one.start, one.end):
                yield Doubt(one.start, one.end, "in-a-field")


def _looks_like_fence(line: str) -> bool:
    """Whether a careless reader could take this line for a fence: three colons, however they are written or hidden."""
    # Nearly every line begins with a letter: before the first one there is no room for colons.
    before = _NO_LETTERS.match(line)
    if before is None or (before[0].isascii() and ":" not in before[0]):
        return False
    visible = "".join(c for c in unicodedata.normalize("NFKC", line) if unicodedata.category(c) not in {"Cf", "Cc"} or c == "\t")
    after = visible[len(_BEFORE.match(visible)[0]) :]  # type: ignore[index]  # the pattern matches the empty text
    return _COLONS.match(after) is not None


def _reason(line: str) -> str:
    stripped = line.lstrip()
    if stripped.startswith(":::"):
        return "indented"
    if stripped[:1] in {">", "-", "*", "+"} or stripped[:1].isdigit():
        return "in-a-list-or-quote"
    return "misspelt"
