"""A new entry in a list of the front matter: where it goes and how it is written, so that every other character stays as it was.

It is written as its neighbours are: on lines of its own with their indentation, or in the row between brackets. A list that was given
as a single value becomes one, which moves that value to the right and changes nothing in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from traite_cli.syntax.document import Document
from traite_cli.syntax.extents import end_of, hyphen_of
from traite_cli.syntax.quoting import quoted
from traite_cli.syntax.tree import Mapping as Node_
from traite_cli.syntax.tree import Node, Scalar, Sequence

Stretch = tuple[int, int, str]
"""A change of a text: what stands from one place to another gives way to a text."""
Values = Mapping[str, str | list[str]]
"""What an entry holds: texts by their keys, or several texts under one."""

_STEP = 2
_WIDEST_ROW = 120
# A text that YAML can only take for one; whatever else there is goes between quotes. Commas would end it between brackets.
_PLAIN_IN_A_ROW = re.compile(r"[^\W_](?:[\w ’'./()«»…–%€&!?;-]*[\w’./()»…%€!?])?")
_PLAIN = re.compile(r"[^\W_](?:[\w ’'./()«»…–%€&!?;,-]*[\w’./()»…%€!?])?")
_BLOCK = re.compile(r"\S[^\x00-\x1f\x7f-\x9f]*(?:\n\S[^\x00-\x1f\x7f-\x9f]*)*")


def inserted(document: Document, name: str, entry: Values | str, index: int, short: str = "") -> tuple[Stretch, ...]:
    """What puts an entry, or a text, into the list of a field, before the one that has its ``index`` now (or behind the last).

    ``short`` is the key of an entry for which a bare value may stand, if there is one.
    Nothing where the list cannot be written to by machine: what stands there is no list of entries.
    """
    if document.header is None:
        return ()
    writer = _Writer(document, entry, short)
    found = document.header.get(name)
    return writer.into(found.value, index) if found is not None else writer.at_the_end(name)


def completed(document: Document, node: Node, values: Mapping[str, str], short: str = "") -> tuple[Stretch, ...]:
    """What puts more keys into a mapping, with what is to be written behind each; a bare value becomes one, under the key ``short``.

    Nothing where what stands there is neither.
    """
    row = ", ".join(f"{name}: {value}" for name, value in values.items())
    match node:
        case Scalar() if short and not node.absent:
            return ((node.start, node.end, f"{{{short}: {document.text[node.start : node.end]}, {row}}}"),)
        case Node_() if document.text[node.start : node.start + 1] == "{":
            place = node.entries[-1].value.end if node.entries else node.start + 1
            return (_at(place, f", {row}" if node.entries else row),)
        case Node_() if node.entries:
            return _Writer(document, "").keys(node, values)
    return ()


def given(document: Document, name: str, value: str) -> tuple[Stretch, ...]:
    """What gives a field a value, as it is to be written, in the place of the one that it has or behind the last field.

    Nothing where its value is no single one on one line.
    """
    found = document.header.get(name) if document.header is not None else None
    if found is None:
        return (_at(_header_end(document), f"{name}: {value}{_Writer(document, '').newline}"),)
    if not isinstance(found.value, Scalar) or "\n" in document.text[found.value.start : found.value.end]:
        return ()
    if found.value.end == found.value.start:
        return (_at(found.key.end + 1, f" {value}"),)
    return ((found.value.start, found.value.end, value),)


def replaced(document: Document, name: str, lines: list[str]) -> tuple[Stretch, ...]:
    """What puts the lines of a field where its value is, or behind the last field; a remark on its line stays.

    Nothing where the field is no single value, or stands on several lines, and so do the new ones.
    """
    found = document.header.get(name) if document.header is not None else None
    if found is None:
        return put_at_the_end(document, lines)
    value = lines[0].removeprefix(f"{name}:").lstrip()
    return given(document, name, value) if len(lines) == 1 else ()


def put_at_the_end(document: Document, lines: list[str]) -> tuple[Stretch, ...]:
    """What puts the lines of a field behind the last one."""
    if document.header is None:
        return ()
    newline = _Writer(document, "").newline
    return (_at(_header_end(document), "".join(line + newline for line in lines)),)


def put_above(document: Document, place: int, lines: list[str]) -> tuple[Stretch, ...]:
    """What puts lines above the one that a place is in."""
    newline = _Writer(document, "").newline
    return (_at(document.text.rfind("\n", 0, place) + 1, "".join(line + newline for line in lines)),)


def in_a_row(value: str) -> str:
    """A text as it is written where another may follow it on the line."""
    return value if _PLAIN_IN_A_ROW.fullmatch(value) else quoted(value).replace("\n", "\\n").replace("\t", "\\t")


class _Writer(NamedTuple):
    """Writes one entry into one document."""

    document: Document
    entry: Values | str
    short: str = ""

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def newline(self) -> str:
        return "\r\n" if "\r\n" in self.text[: self.document.body_start] else "\n"

    def row(self) -> str:
        """The entry between braces."""
        if isinstance(self.entry, str):
            return in_a_row(self.entry)
        return "{" + ", ".join(f"{name}: {_in_row(value)}" for name, value in self.entry.items()) + "}"

    def lines(self, column: int, content: int = 0) -> str:
        """The entry on lines of its own, its hyphen at a column and its keys at another."""
        content = content or column + _STEP
        if isinstance(self.entry, str):
            hyphen = f"{' ' * column}-".ljust(content)
            return f"{hyphen}{in_a_row(self.entry)}{self.newline}"
        lines: list[str] = []
        for name, value in self.entry.items():
            before = " " * content if lines else f"{' ' * column}-".ljust(content)
            lines += _on_lines(f"{before}{name}:", value, content + _STEP)
        return "".join(line + self.newline for line in lines)

    def into(self, node: Node, index: int) -> tuple[Stretch, ...]:
        """Into what stands behind the key."""
        match node:
            case Sequence():
                return self.into_row(node, index) if self.text[node.start : node.start + 1] == "[" else self.below(node, index)
            case Node_():
                return self.with_single(node, index)
            case Scalar() if node.absent:
                return self.in_place_of_nothing(node)
            case Scalar() if (self.short or isinstance(self.entry, str)) and "\n" not in self.text[node.start : node.end]:
                return _at(node.start, "["), _at(node.end, f", {self.row()}]")
        return ()

    def keys(self, mapping: Node_, values: Mapping[str, str]) -> tuple[Stretch, ...]:
        """Behind the last key of a mapping on lines of its own."""
        before = " " * self._column(mapping.entries[0].key.start)
        lines = "".join(f"{before}{name}: {value}{self.newline}" for name, value in values.items())
        return (_at(self._after(mapping), lines),)

    def at_the_end(self, name: str) -> tuple[Stretch, ...]:
        """Behind the last field, under a key that is not there yet."""
        return (_at(_header_end(self.document), f"{name}:{self.newline}{self.lines(_STEP)}"),)

    def into_row(self, items: Sequence, index: int) -> tuple[Stretch, ...]:
        """Between the brackets of ``[…]``."""
        if not items.items:
            return (_at(items.start + 1, self.row()),)
        if index < len(items.items):
            return (_at(items.items[index].start, f"{self.row()}, "),)
        return (_at(end_of(self.text, items.items[-1]), f", {self.row()}"),)

    def below(self, items: Sequence, index: int) -> tuple[Stretch, ...]:
        """Among lines that begin with a hyphen."""
        column = self._column(items.start)
        hyphens = [hyphen_of(self.text, item, column) for item in items.items]
        last = items.items[min(index, len(items.items) - 1)]
        hyphen = hyphens[min(index, len(hyphens) - 1)]
        content = self._column(last.start) if self._line_start(last.start) == self._line_start(hyphen) else 0
        row = f"{' ' * column}- {self.row()}"
        is_row = self.text[last.start : last.start + 1] == "{" and len(row) <= _WIDEST_ROW and "\n" not in row
        lines = row + self.newline if is_row else self.lines(column, content)
        place = self._line_start(hyphens[index]) if index < len(hyphens) else self._after(items)
        return (_at(place, lines),)

    def with_single(self, single: Node_, index: int) -> tuple[Stretch, ...]:
        """Beside a mapping that was given without a list around it."""
        if self.text[single.start : single.start + 1] == "{":
            before, behind = (f"[{self.row()}, ", "]") if index == 0 else ("[", f", {self.row()}]")
            return _at(single.start, before), _at(single.end, behind)
        column = self._column(single.start)
        begin, end = self._line_start(single.start), self._after(single)
        moved = [_at(place, " " * _STEP) for place in self._lines_within(begin, end) if place != begin]
        new = _at(begin if index == 0 else end, self.lines(column))
        return tuple(sorted([_at(single.start, "- ".ljust(_STEP)), *moved, new]))

    def in_place_of_nothing(self, scalar: Scalar) -> tuple[Stretch, ...]:
        """Under a key that has no value, or a sign for none."""
        start = scalar.start
        while scalar.end > scalar.start and self.text[start - 1] in " \t":
            start -= 1
        end = self._next_line(scalar.end)
        gone = ((start, scalar.end, ""),) if scalar.end > scalar.start else ()
        return (*gone, _at(end, self.lines(_STEP)))

    # --- places -------------------------------------------------------------------------------------------------------------

    def _column(self, place: int) -> int:
        return place - self._line_start(place)

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _next_line(self, place: int) -> int:
        """The beginning of the line behind a place, or the place itself where a line begins there already."""
        if self.text[place - 1 : place] == "\n":
            return place
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end + 1

    def _after(self, node: Node) -> int:
        """The beginning of the line behind a node."""
        return min(self._next_line(end_of(self.text, node)), _header_end(self.document))

    def _lines_within(self, begin: int, end: int) -> Iterator[int]:
        """The beginnings of the lines of a stretch that hold something."""
        while begin < end:
            stop = self.text.find("\n", begin)
            if self.text[begin:stop].strip():
                yield begin
            begin = stop + 1 if stop >= 0 else end


def _at(place: int, text: str) -> Stretch:
    return place, place, text


def _header_end(document: Document) -> int:
    """Where the line begins that closes the front matter."""
    behind = document.body_start - (document.text[document.body_start - 1 : document.body_start] == "\n")
    return document.text.rfind("\n", 0, behind) + 1


def _in_row(value: str | list[str]) -> str:
    return in_a_row(value) if isinstance(value, str) else f"[{', '.join(map(in_a_row, value))}]"


def _on_lines(before: str, value: str | list[str], indent: int) -> list[str]:
    if not isinstance(value, str):
        return [f"{before} {_in_row(value)}"]
    if "\n" not in value:
        return [f"{before} {value if _PLAIN.fullmatch(value) else quoted(value)}"]
    if not _BLOCK.fullmatch(value):
        return [f"{before} {in_a_row(value)}"]
    return [f"{before} |-", *(f"{' ' * indent}{line}" for line in value.split("\n"))]
