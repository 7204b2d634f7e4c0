"""The sentences of a Markdown body, with their places: paragraphs, list items, headings and rows of tables, never code, quotes or comments.

A scan of lines. Notes are often written one to a line without marks, and letters wrapped at some column: a line goes on in the next
one when it is long or the next begins in lower case, and no stop ends it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–][ \t]+|\d{1,3}[.)][ \t]+)(?P<box>\[[ xX]?\][ \t]+)?")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_NO_PROSE = re.compile(r"[ \t]*(?:>|:::|<!--|\[[^\]\n]+\]:|[-*_=][-*_= \t]*$|!\[[^\n]*\)\s*$)")
_ABBREVIATED = re.compile(r"(?<!\w)(?:MM?|M[ml][el]s?|Mrs?|Dr|Pr|Me|Ste?|art|cf|ex|p|n|av|bd|env|[A-Z])$")
_ENDED = re.compile(r"(?:[.:;!?…\\|]|  )[*_\"»)]*$")
_LONG_LINE = 55
# One set of characters first, so that it is looked for and not tried everywhere.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"»”)*_\]]*(?=\s+[\"«“(*_\[]*[^\W_a-zà-öø-ÿ]))")
_DROPPED = re.compile(
    r"[\]`<*_~\[\\\s→⇒➔&=-](?:(?<= )(?P<spaces>\s+)|(?<! )(?:(?<=\])\([^()]{0,500}\)|(?P<code>(?<=`)[^`\n]{1,300}`)|(?<=<)[^<>\n]{1,200}>"
    r"|(?<=[*_~\[\]\\])[*_~\[\]\\]*|(?P<space>(?<=\s)\s*)|(?P<arrow>(?<=-)&gt;|(?<=&)gt;|(?<=[→⇒➔])|(?<=[-=])>)))"
)
_MARKS = re.compile(r"\]\([^()]{0,500}\)|[*_~`\[\]\\]+")
_MAY_DROP = re.compile(r"[\]`<*_~\[\\>&→⇒➔\s](?:(?<! )|\s)")


class Block(NamedTuple):
    """Some whole lines that are one paragraph, list item, heading or row of a table; ``box`` is that of a list of tasks."""

    kind: str
    start: int
    end: int
    box: str = ""


class Sentence:
    """A stretch of a text, and what it says: ``said``, without marks, accents and line ends, capitals kept."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    @cached_property
    def said(self) -> str:
        stretch = self.text[self.start : self.end]
        plain = _DROPPED.sub(_sign, stretch) if _MAY_DROP.search(stretch) else stretch
        return plain if plain.isascii() else plain_letters(plain)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text some characters of ``said`` stand."""
        return self._places[start], self._places[end - 1] + 1

    def written(self, start: int, end: int) -> str:
        """Some characters of ``said`` as the text spells them, without its marks."""
        return " ".join(_MARKS.sub("", self.text[slice(*self.place(start, end))]).split())

    @cached_property
    def _places(self) -> list[int]:
        """Where each character of ``said`` comes from."""
        places: list[int] = []
        at = self.start
        for found in (*_DROPPED.finditer(self.text, self.start, self.end), None):
            stop = self.end if found is None else found.start()
            for place in range(at, stop):
                places.extend([place] * len(plain_letters(self.text[place])))
            if found is not None:
                places.extend([found.start()] * len(_sign(found)))
                at = found.end()
        return places


def _sign(found: re.Match[str]) -> str:
    """What stands for something dropped: spaces are one, arrows look alike, and code is a gap that no phrase reaches over."""
    return {"space": " ", "spaces": " ", "code": "|", "arrow": ">"}.get(found.lastgroup or "", "")


def plain_letters(letters: str) -> str:
    """Letters without accents; those that are none of ASCII's are left out, but for the apostrophe and the ligature of French."""
    told = letters.replace("\u2019", "'").replace("\u0153", "oe")
    return unicodedata.normalize("NFKD", told).encode("ascii", "ignore").decode("ascii")


def blocks(text: str, start: int) -> Iterator[Block]:
    """The blocks of a body that begins at ``start``, in order."""
    open_block: Block | None = None
    code = ""
    may_fence = "```" in text or "~~~" in text
    may_have_rows = "|" in text
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        fence = _FENCE.match(line) if may_fence else None
        begun = None
        if fence or code:
            code = _code_after(code, fence)
        elif line[:1].isalpha() and not may_have_rows:
            # Nearly every line begins with a letter, and so nothing of its own.
            open_block = Block("prose", start, end) if open_block is None else Block(open_block.kind, open_block.start, end, open_block.box)
            start = end + 1
            continue
        elif line.strip():
            begun = _begun(line, start, end)
            if begun is None and open_block is not None and not _NO_PROSE.match(line):
                open_block = Block(open_block.kind, open_block.start, end, open_block.box)
                start = end + 1
                continue
            begun = begun or (None if _NO_PROSE.match(line) else Block("prose", start, end))
        if open_block is not None:
            yield open_block
        open_block = begun
        if begun is not None and begun.kind in {"heading", "row"}:
            yield begun
            open_block = None
        start = end + 1
    if open_block is not None:
        yield open_block


def _code_after(code: str, fence: re.Match[str] | None) -> str:
    if fence is None:
        return code
    if not code:
        return fence[1]
    return "" if fence[1].startswith(code) else code


def _begun(line: str, start: int, end: int) -> Block | None:
    """The block that a line begins by its mark; None when it may go on with the one before."""
    first = line.lstrip()[0]
    if first == "#" and (heading := _HEADING.match(line)):
        return Block("heading", start + heading.end(), end)
    if first == "|" or (line.count("|") > 1 and " | " in line):
        return Block("row", start, end)
    if (not first.isalpha()) and (item := _ITEM.match(line)) and item.end() < len(line):
        return Block("item", start + item.end(), end, (item["box"] or "").strip())
    return None


def sentences(text: str, block: Block) -> Iterator[Sentence]:
    """The sentences of a block, as they are written."""
    start = block.start
    for found in _STOP.finditer(text, block.start, block.end):
        if _is_end(text, start, found, block.end):
            if text[start : found.end()].strip():
                yield Sentence(text, start, found.end())
            start = found.end()
    if text[start : block.end].strip():
        yield Sentence(text, start, block.end)


def _is_end(text: str, start: int, found: re.Match[str], end: int) -> bool:
    if found[0] != "\n":
        return not (found[0][0] == "." and _ABBREVIATED.search(text, max(start, found.start() - 8), found.start()))
    return ends_at_line(text, start, found.start(), end)


def ends_at_line(text: str, start: int, at: int, end: int) -> bool:
    """Whether what began at ``start`` ends with the line whose end is ``at``, rather than going on in the next one."""
    line = text[max(text.rfind("\n", 0, at) + 1, start) : at].rstrip("\r")
    following = text[at + 1 : end].lstrip(" \t*_[(")[:1]
    return bool(_ENDED.search(line)) or not (len(line) >= _LONG_LINE or following.islower())


def sentences_in(line: str) -> Iterator[str]:
    """The sentences of a line, as they are written."""
    for sentence in sentences(line, Block("prose", 0, len(line))):
        yield line[sentence.start : sentence.end].strip()
