"""A record's file taken apart: text, front matter, body; it can tell the line and column of any place in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from collections.abc import Mapping as Facts

from traite_cli.diagnostics import Edit, Fact, Fault, Span
from traite_cli.syntax.body import Body, read_body
from traite_cli.syntax.header import read_header
from traite_cli.syntax.text import MOST_BYTES, Trouble, decode
from traite_cli.syntax.tree import Mapping

_OPENING = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_LATE = re.compile(r"(?:(?!---)[^\n]*\n){0,9}[ \t]*---[ \t]*\r?\n[A-Za-z_][\w-]*:\s")
"""Fields between lines --- that do not begin the file."""
_CLOSING = re.compile(r"\n---[ \t]*\r?$", re.MULTILINE)
_DOTS = re.compile(r"\.\.\.[ \t]*\r?$", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_NO_LINE = 0, ""
_USUAL_LINE_END = re.compile(r"\n")
_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)|\s|#|- ")


class Document:
    """One file, read; ``faults`` are those met so far."""

    # There is one to each record, and a dictionary would be as large as all that stands in it.
    __slots__ = ("_body", "_header", "_line", "_starts", "body_start", "faults", "header_start", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._header: Mapping | Callable[[], Mapping | None] | None = None
        self._body: Body | None = None
        self.header_start = 0
        self.body_start = 0
        self.faults: list[Fault] = []
        self._starts: array[int] | None = None
        self._line = _NO_LINE

    @property
    def header(self) -> Mapping | None:
        """The front matter; None when there is none to read."""
        if callable(self._header):
            self._header = self._header()
        return self._header

    @header.setter
    def header(self, header: Mapping | Callable[[], Mapping | None] | None) -> None:
        # Of a file that was kept it is seldom asked for: then it is read again, when it is.
        self._header = header

    @property
    def body(self) -> Body:
        if self._body is None:
            self._body = read_body(self.text, self.body_start)
        return self._body

    @body.setter
    def body(self, body: Body) -> None:
        # Of a file that is read again it is known.
        self._body = body

    @property
    def _line_starts(self) -> array[int]:
        if self._starts is None:
            ends = _LINE_END if "\r" in self.text else _USUAL_LINE_END
            self._starts = array("L", [0, *map(re.Match.end, ends.finditer(self.text))])
        return self._starts

    def span(self, start: int, end: int) -> Span:
        """Line and column of a stretch; one that runs over several lines ends with its first."""
        starts = self._line_starts
        line = bisect_right(starts, start)
        begin = starts[line - 1]
        last = min(max(end, start), begin + len(self.line(line)))
        return Span(line, start - begin + 1, line, max(last, start) - begin + 1)

    def line(self, number: int) -> str:
        """A line of the file, counted from 1, without its end."""
        # Faults of one line share it: ten thousand of them may stand on a line of a hundred thousand characters.
        if self._line[0] != number:
            starts = self._line_starts
            stop = starts[number] if number < len(starts) else len(self.text)
            self._line = number, self.text[starts[number - 1] : stop].rstrip("\r\n")
        return self._line[1]

    def line_of(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)

    def stretch(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends in the text."""
        starts = self._line_starts
        return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1

    def edit(self, start: int, end: int, text: str) -> Edit:
        """The change that puts ``text`` in the place of a stretch, which may run over several lines."""
        first, last = self.span(start, start), self.span(end, end)
        return Edit(Span(first.line, first.column, last.line, last.column), text)

    def fault(
        self,
        check: str,
        start: int,
        end: int,
        variant: str = "",
        facts: Facts[str, Fact] | None = None,
        edits: tuple[Edit, ...] = (),
    ) -> Fault:
        """A fault of this file at a place of it."""
        span = self.span(start, end)
        return Fault(check, self.path, span, facts or {}, variant, self.line(span.line), edits)

    def tell(self, trouble: Trouble) -> None:
        """Keep a trouble met while reading as a fault; a place among its facts becomes a line."""
        facts: dict[str, Fact] = dict(trouble.facts)
        if "other" in facts:
            facts["line"] = self.line_of(int(str(facts.pop("other"))))
        edits = tuple(self.edit(*stretch) for stretch in trouble.mend)
        self.faults.append(self.fault(trouble.check, trouble.start, trouble.end, trouble.variant, facts, edits))


def read_document(path: str, data: bytes) -> Document:
    """Take a file apart. It never fails: what is wrong is among the document's faults."""
    if len(data) > MOST_BYTES:
        document = Document(path, "")
        document.tell(Trouble("too-large", 0, 0, "", (("most", MOST_BYTES // 1024),)))
        return document
    text, troubles = decode(data)
    document = Document(path, text)
    for trouble in troubles:
        document.tell(trouble)
    _find_parts(document)
    return document


def taken_apart(path: str, text: str) -> Document:
    """The document of a text that was decoded already; what is wrong with the bytes that it was in is not told."""
    document = Document(path, text)
    _find_parts(document)
    return document


def _find_parts(document: Document) -> None:
    text = document.text
    opening = _OPENING.match(text)
    if opening is None:
        variant = "empty" if not text.strip() else "late" if _LATE.match(text) else ""
        document.tell(Trouble("front-matter-missing", 0, _first_line(text), variant))
        return
    start = opening.end()
    closing = _CLOSING.search(text, start - 1)
    mark = _end_of_keys(text, start) if "\n..." in text else 0
    if mark and (dots := _DOTS.match(text, mark)):
        # YAML has two ways to end a document, front matter one.
        document.tell(Trouble("front-matter-unclosed", mark, mark + 3, "dots", mend=((mark, mark + 3, "---"),)))
        end, document.body_start = mark, min(dots.end() + 1, len(text))
    elif closing is None:
        document.tell(Trouble("front-matter-unclosed", 0, _first_line(text)))
        end = document.body_start = _end_of_keys(text, start)
    else:
        end = closing.start() + 1
        document.body_start = min(closing.end() + 1, len(text))
    document.header_start = start
    document.header = read_header(text, start, end, document.tell)


def _end_of_keys(text: str, start: int) -> int:
    """Where a front matter that nobody closed most likely ends: before the first line that can be no part of it."""
    for line in re.compile(r"^.*$", re.MULTILINE).finditer(text, start):
        if not line[0].strip() or not _KEY_LINE.match(line[0]):
            return line.start()
    return len(text)


def _first_line(text: str) -> int:
    """How long the first line is, up to the last of its signs."""
    end = text.find("\n")
    return len((text if end < 0 else text[:end]).rstrip())
