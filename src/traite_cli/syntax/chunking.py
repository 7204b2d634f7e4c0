"""The chunks that a Markdown text is made of: whole lines that are one heading, list, table, paragraph, comment or block of code.

A scan of lines, for what takes a text apart and puts it together again: joined by empty lines, the chunks say what the text said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

Kind = Literal["heading", "list", "table", "text", "quote", "code", "comment", "rule"]

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_CODE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+•–]|\d{1,9}[.)])(?P<space>[ \t]+)(?:\[(?P<box>[ xX])\][ \t]+)?(?P<text>.*)$")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"(?<!\\)\|")
_TAB = 4
_LONG_LINE = 55
_LABEL = re.compile(r"\W*[^\W\d_][^:.,;!?\n]{1,45}[^\W\d][*_]{0,3}\s?[*_]{0,3}:(?:\s|\*|$)")


class Item(NamedTuple):
    """An item of a list: how deep it stands, its mark, its words."""

    depth: int
    mark: str
    text: str


class Chunk(NamedTuple):
    """Some whole lines; ``level`` and ``text`` are those of a heading."""

    kind: Kind
    lines: tuple[str, ...]
    level: int = 0
    text: str = ""

    @property
    def written(self) -> str:
        """The lines as they stand."""
        return "\n".join(self.lines)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of a list, a line that goes on with one joined to it."""
        return tuple(_items(self.lines)) if self.kind == "list" else ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of a table, that of its heads first."""
        if self.kind != "table":
            return ()
        return tuple(cells_of(line) for line in self.lines if not _DELIMITER.match(line))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The lines of a paragraph as its writer saw them: one that was only wrapped goes on in the next."""
        joined: list[str] = []
        goes_on = False
        for line, following in zip(self.lines, (*self.lines[1:], ""), strict=True):
            text = line.rstrip("\\").strip()
            if goes_on:
                joined[-1] += f" {text}"
            else:
                joined.append(text)
            is_wrapped = len(text) >= _LONG_LINE or following.lstrip()[:1].islower()
            goes_on = is_wrapped and not line.endswith(("\\", "  ")) and not _LABEL.match(following)
        return tuple(joined)


def text_chunk(lines: Sequence[str]) -> Chunk:
    """A paragraph whose lines end where they end."""
    return Chunk("text", tuple(f"{line}\\" if number < len(lines) else line for number, line in enumerate(lines, 1)))


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a row of a table."""
    inner = line.strip()
    inner = inner.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(cell.strip().replace("\\|", "|") for cell in _CELL.split(inner))


def chunks(markdown: str) -> list[Chunk]:
    """The chunks of a text."""
    return list(_Scanner(markdown.split("\n")).scan())


class _Scanner:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0

    def scan(self) -> Iterator[Chunk]:
        while self.at < len(self.lines):
            if self.lines[self.at].strip():
                yield self._chunk()
            else:
                self.at += 1

    def _chunk(self) -> Chunk:
        line = self.lines[self.at]
        if found := _HEADING.match(line):
            return Chunk("heading", self._take(1), len(found[1]), found[2] or "")
        kind, lines = self._marked(line)
        return Chunk(kind, lines) if lines else self._paragraph()

    def _marked(self, line: str) -> tuple[Kind, tuple[str, ...]]:
        """What begins with a sign of its own; nothing where a paragraph begins."""
        lines: tuple[str, ...] = ()
        kind: Kind = "text"
        if code := _CODE.match(line):
            kind, lines = "code", self._until_closed(code[1])
        elif line.lstrip().startswith("<!--"):
            kind, lines = "comment", self._until("-->")
        elif _RULE.match(line):
            kind, lines = "rule", self._take(1)
        elif _ITEM.match(line):
            kind, lines = "list", self._list()
        elif self._begins_table():
            kind, lines = "table", self._take_while(lambda one: "|" in one)
        elif line.lstrip().startswith(">"):
            kind, lines = "quote", self._take_while(str.strip)
        return kind, lines

    def _take(self, count: int) -> tuple[str, ...]:
        self.at += count
        return tuple(self.lines[self.at - count : self.at])

    def _take_while(self, goes_on: Callable[[str], object]) -> tuple[str, ...]:
        count = 0
        while self.at + count < len(self.lines) and self.lines[self.at + count].strip() and goes_on(self.lines[self.at + count]):
            count += 1
        return self._take(max(count, 1))

    def _until_closed(self, marks: str) -> tuple[str, ...]:
        closing = re.compile(rf" {{0,3}}{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
        count = 1
        while self.at + count < len(self.lines):
            count += 1
            if closing.match(self.lines[self.at + count - 1]):
                break
        return self._take(count)

    def _until(self, closing: str) -> tuple[str, ...]:
        count = 1
        while closing not in self.lines[self.at + count - 1] and self.at + count < len(self.lines):
            count += 1
        return self._take(count)

    def _list(self) -> tuple[str, ...]:
        """A list goes on over empty lines as long as an item or an indented line follows."""
        count = 1
        while self.at + count < len(self.lines):
            line = self.lines[self.at + count]
            if not line.strip():
                following = next((one for one in self.lines[self.at + count : self.at + count + 3] if one.strip()), "")
                if not (_ITEM.match(following) or following.startswith(("  ", "\t"))) or _RULE.match(following):
                    break
            elif self._interrupts(line):
                break
            count += 1
        taken = self._take(count)
        while taken and not taken[-1].strip():
            taken = taken[:-1]
        return taken

    def _interrupts(self, line: str) -> bool:
        return bool(_HEADING.match(line) or _CODE.match(line) or _RULE.match(line)) or line.startswith(("<!--", ">"))

    def _begins_table(self) -> bool:
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return "|" in self.lines[self.at] and "|" in following and "-" in following and _DELIMITER.match(following) is not None

    def _paragraph(self) -> Chunk:
        count = 1
        while self.at + count < len(self.lines):
            line = self.lines[self.at + count]
            underline = _UNDERLINE.match(line)
            if underline:
                lines = self._take(count + 1)
                return Chunk("heading", lines, 1 if underline[1][0] == "=" else 2, " ".join(one.strip() for one in lines[:-1]))
            if not line.strip() or self._interrupts(line) or _ITEM.match(line):
                break
            count += 1
        return Chunk("text", self._take(count))


def _items(lines: tuple[str, ...]) -> Iterator[Item]:
    depths: list[int] = []
    held: Item | None = None
    for line in lines:
        found = _ITEM.match(line)
        if found is None:
            if held is not None and line.strip():
                held = held._replace(text=f"{held.text} {line.strip()}")
            continue
        if held is not None:
            yield held
        column = len(found["indent"].expandtabs(_TAB))
        while depths and depths[-1] > column:
            depths.pop()
        if not depths or depths[-1] < column:
            depths.append(column)
        held = Item(len(depths), found["mark"], found["text"].strip())
    if held is not None:
        yield held
