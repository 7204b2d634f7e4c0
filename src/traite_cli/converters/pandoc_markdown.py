"""pandoc's tree of a document as Markdown that a person would have typed.

pandoc's own writer escapes what needs no escaping, and draws tables that nobody can edit. What records do not hold becomes the words that
it says: a picture its description, a note a paragraph below the one that it belongs to. The tree is described in pandoc-types 1.23.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from traite_cli.language import escaped, one_line, paragraph_line

Node = dict[str, Any]
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>()\\\"']+$", re.IGNORECASE)
_BREAK = "\v"
_LOOK_OF_A_LIST = re.compile(r"- |\d{1,3}[.)] ")


def markdown_of(tree: Node) -> str:
    """The whole document, its title (where pandoc took it for metadata) first."""
    writer = _Writer()
    title, subtitle = ((tree["meta"].get(name) or {}).get("c") for name in ("title", "subtitle"))
    heads = [{"t": "Header", "c": [1, None, title]}] if isinstance(title, list) else []
    heads += [{"t": "Para", "c": subtitle}] if isinstance(subtitle, list) else []
    others = [name for name in ("author", "date", "abstract") if name in tree["meta"]]
    heads += [block for name in others for block in _as_blocks(tree["meta"][name])]
    return "\n\n".join(writer.blocks([*heads, *tree["blocks"]])) + "\n"


def _as_blocks(value: Node) -> list[Node]:
    match value:
        case {"t": "MetaInlines", "c": inlines}:
            return [{"t": "Para", "c": inlines}]
        case {"t": "MetaBlocks", "c": blocks}:
            return list(blocks)
        case {"t": "MetaList", "c": values}:
            return [block for one in values for block in _as_blocks(one)]
    return []


class _Writer:
    """Writes blocks; the notes of a block are written below it."""

    def __init__(self) -> None:
        self.notes: list[list[Node]] = []
        self.numbered = 0

    def blocks(self, blocks: Iterable[Node]) -> list[str]:
        """Blocks of the top, each a text of its own."""
        written: list[str] = []
        for block in blocks:
            written += self.block(block)
            written += self._owed_notes()
        return written

    def _owed_notes(self) -> Iterator[str]:
        while self.notes:
            note = self.notes.pop(0)
            self.numbered += 1
            yield f"[{self.numbered}] " + " ".join(self.block_lines(note))

    def block(self, block: Node) -> list[str]:
        """The texts that a block makes; none for one without words."""
        write = _BLOCKS.get(block["t"])
        return write(self, block["c"]) if write is not None else []

    def header(self, content: Any) -> list[str]:
        words = one_line(self.inlines(content[2]).replace(_BREAK, " "))
        return [f"{'#' * content[0]} {words}"] if words.strip("*_ \\") else []

    def paragraph(self, content: Any) -> list[str]:
        return self._lines(self.inlines(content))

    def line_block(self, content: Any) -> list[str]:
        return self._lines(_BREAK.join(self.inlines(line) for line in content))

    def code(self, content: Any) -> list[str]:
        return self._lines(_BREAK.join(map(escaped, content[1].splitlines())))

    def quotation(self, content: Any) -> list[str]:
        return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(self.blocks(content)).split("\n"))]

    def bullets(self, content: Any) -> list[str]:
        return self._list(["-"] * len(content), content)

    def numbers(self, content: Any) -> list[str]:
        first = content[0][0]
        return self._list([f"{number}." for number in range(first, first + len(content[1]))], content[1])

    def definitions(self, content: Any) -> list[str]:
        return [text for term, meanings in content for text in self._definition(term, meanings)]

    def figure(self, content: Any) -> list[str]:
        return [text for one in (*content[2], *(content[1][1] or ())) for text in self.block(one)]

    def division(self, content: Any) -> list[str]:
        return self.blocks(content[1])

    def block_lines(self, blocks: Iterable[Node]) -> list[str]:
        """Each line of some blocks, where blocks cannot stand: in a cell, in a note."""
        return [
            line.strip() for one in blocks for text in self.block(one) for line in text.replace("\\\n", "\n").split("\n") if line.strip()
        ]

    def _lines(self, text: str) -> list[str]:
        lines = [one_line(line) for line in text.split(_BREAK)]
        lines = [paragraph_line(line) for line in lines if line]
        return ["".join(_joined(lines))] if lines else []

    def _definition(self, term: list[Node], meanings: list[list[Node]]) -> list[str]:
        rest = [text for meaning in meanings for text in self.blocks(meaning)]
        return [*self._lines(f"**{self.inlines(term).strip()}**"), *rest]

    def _list(self, marks: Sequence[str], items: Sequence[list[Node]]) -> list[str]:
        written = [self._item(mark, item) for mark, item in zip(marks, items, strict=True)]
        return ["\n".join(filter(None, written))]

    def _item(self, mark: str, blocks: list[Node]) -> str:
        texts: list[str] = []
        for block in blocks:
            texts += self.block(block)
            while self.notes:
                texts += self._owed_notes()
        if not texts:
            return ""
        indent = " " * (len(mark) + 1)
        # A paragraph of its own within an item needs an empty line before it; a list within does not.
        joined = texts[0] + "".join(f"\n{text}" if _LOOK_OF_A_LIST.match(text) else f"\n\n{text}" for text in texts[1:])
        lines = joined.split("\n")
        return "\n".join([f"{mark} {lines[0]}", *(f"{indent}{line}" if line else "" for line in lines[1:])])

    def table(self, content: list[Any]) -> list[str]:
        rows = [*content[3][1], *(row for body in content[4] for row in (*body[2], *body[3])), *content[5][1]]
        caption = self.blocks(content[1][1] or ())
        cells = [[cell for cell in row[1] if cell is not None] for row in rows]
        if not cells:
            return caption
        if self._is_layout(cells):
            return [*caption, *(text for row in cells for cell in row for text in self.blocks(cell[4]))]
        lines = [[self._cell(blocks) for blocks in row] for row in _grid(cells)]
        lines = [line for line in lines if any(line)]
        width = max(map(len, lines), default=0)
        if not lines:
            return caption
        drawn = [f"| {' | '.join([*line, *[''] * (width - len(line))])} |" for line in lines]
        return [*caption, "\n".join([drawn[0], f"|{' --- |' * width}", *drawn[1:]]), *self._owed_notes()]

    def _is_layout(self, rows: list[list[Any]]) -> bool:
        """Whether a table only puts things side by side, as those of letterheads and of text in columns do."""
        width = max(map(len, rows))
        if width == 1:
            return True
        has_blocks = any(block["t"] not in {"Para", "Plain", "LineBlock"} for row in rows for cell in row for block in cell[4])
        return has_blocks and len(rows) <= 2  # noqa: PLR2004 - one row, or one below a row of heads

    def _cell(self, blocks: list[Node]) -> str:
        lines = [re.sub(r"^- ", "", line) for line in self.block_lines(blocks)]
        return "; ".join(line.rstrip(";") for line in lines).replace("|", "\\|")

    # What stands within a line.

    def inlines(self, nodes: Iterable[Node]) -> str:
        """Words and marks; a line end that the writer wanted is a sign of its own."""
        said: list[str] = []
        for text, is_plain in map(self._inline, nodes):
            if is_plain and said and said[-1].startswith("\0"):
                said[-1] += text
            else:
                said.append(f"\0{text}" if is_plain else text)
        return "".join(escaped(text[1:]) if text.startswith("\0") else text for text in said)

    def _inline(self, node: Node) -> tuple[str, bool]:
        """What an inline says, and whether it is plain text: that is escaped together with its neighbours."""
        sort, content = node["t"], node.get("c")
        if sort in _PLAIN:
            return _PLAIN[sort](content), True
        write = _INLINES.get(sort)
        return (write(self, content), False) if write is not None else ("", False)

    def marked(self, mark: str, content: Any) -> str:
        return _marked(mark, self.inlines(content))

    def note(self, content: Any) -> str:
        self.notes.append(content)
        return f"[{self.numbered + len(self.notes)}]"

    def link(self, content: list[Any]) -> str:
        words, address = self.inlines(content[1]), content[2][0]
        if not words.strip() or not _ADDRESS.match(address):
            return words if not address or address.startswith("#") or address in words else f"{words} ({escaped(address)})".strip()
        if words.strip() == address or f"mailto:{words.strip()}" == address:
            return f"<{address.removeprefix('mailto:')}>"
        return f"[{words}]({address})"


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph; one that begins an item needs no sign that the line before it ends."""
    for number, line in enumerate(lines):
        if number:
            yield "\n" if _LOOK_OF_A_LIST.match(line) else "\\\n"
        yield line


def _marked(mark: str, words: str) -> str:
    """Words between marks; spaces and line ends around them stay outside, where the marks still hold."""
    inner = words.strip(f" \u00a0{_BREAK}")
    if not inner or not inner.strip("*_~"):
        return words
    before, after = words[: words.index(inner)], words[words.index(inner) + len(inner) :]
    return before + _BREAK.join(f"{mark}{line.strip()}{mark}" if line.strip() else "" for line in inner.split(_BREAK)) + after


def _grid(rows: Sequence[Sequence[Any]]) -> list[list[list[Node]]]:
    """What stands in each column of each row: a cell that is merged with others says it once, and leaves their places empty."""
    below: dict[int, int] = {}
    grid: list[list[list[Node]]] = []
    for cells in rows:
        row: list[list[Node]] = []
        for _, _, high, wide, blocks in cells:
            while below.get(len(row), 0):
                below[len(row)] -= 1
                row.append([])
            for number in range(max(wide, 1)):
                below[len(row)] = max(high, 1) - 1
                row.append(blocks if number == 0 else [])
        while below.get(len(row), 0):
            below[len(row)] -= 1
            row.append([])
        grid.append(row)
    return grid


_BLOCKS: dict[str, Callable[[_Writer, Any], list[str]]] = {
    "Header": _Writer.header,
    "Para": _Writer.paragraph,
    "Plain": _Writer.paragraph,
    "LineBlock": _Writer.line_block,
    "CodeBlock": _Writer.code,
    "BlockQuote": _Writer.quotation,
    "BulletList": _Writer.bullets,
    "OrderedList": _Writer.numbers,
    "DefinitionList": _Writer.definitions,
    "Table": _Writer.table,
    "Figure": _Writer.figure,
    "Div": _Writer.division,
}
_PLAIN: dict[str, Callable[[Any], str]] = {
    "Str": str,
    **dict.fromkeys(("Space", "SoftBreak"), lambda _: " "),
    **dict.fromkeys(("Code", "Math"), lambda content: str(content[1])),
}
_INLINES: dict[str, Callable[[_Writer, Any], str]] = {
    "LineBreak": lambda _writer, _: _BREAK,
    "Strong": lambda writer, content: writer.marked("**", content),
    "Emph": lambda writer, content: writer.marked("*", content),
    "Strikeout": lambda writer, content: writer.marked("~~", content),
    **dict.fromkeys(("Underline", "Superscript", "Subscript", "SmallCaps"), _Writer.inlines),
    **dict.fromkeys(("Cite", "Span", "Image"), lambda writer, content: writer.inlines(content[1])),
    "Quoted": lambda writer, content: f"“{writer.inlines(content[1])}”",
    "Link": _Writer.link,
    "Note": _Writer.note,
}
