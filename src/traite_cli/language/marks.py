"""Lines of minutes that say themselves what they are: « ENGAGEMENT : … », « Décision – … », "QUESTION: …", in lists and in bold too.

A mark stands at the beginning of a line, outside of code, quotes and tables, with a colon or a dash behind it; with nothing behind that it
is for the paragraph below it, or each item of the list. Somebody may stand in it: « ENGAGEMENT de la MIPROF : … », « Question à M. X : … ».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from traite_cli.language.folding import fold
from traite_cli.language.sentences import Block, blocks, ends_at_line
from traite_cli.language.small_words import SMALL_WORDS
from traite_cli.language.word_lists import word_list

Mark = Literal["commitment", "question", "decision"]
_NAMES: dict[Mark, str] = {
    "commitment": r"engagements?(?: pris)?|actions?(?: à mener| items?)?|commitments?|promesses?|promises?|à faire|to ?-?do",
    "question": r"questions?",
    "decision": r"d[ée]cisions?(?: prises?)?|d[ée]cid[ée]",
}
_OF = r"(?:de la |de l['’]|du |des |de |d['’]|à la |à l['’]|aux? |à |pour |by |of |from |to |for )"
_HEADS = {
    mark: re.compile(
        rf"(?:{names})(?: ?(?:n ?[°ºo]\.? ?|#)?\d{{1,3}})?(?: ?\((?P<inside>[^()]+)\)| {_OF}(?P<whose>.+))?",
        re.IGNORECASE,
    )
    for mark, names in _NAMES.items()
}
_BETWEEN = re.compile(r"[ \t\u00a0\u202f]*:|[ \t\u00a0\u202f*_]+[-–—](?=\s|$)")
_BEHIND = re.compile(r"[*_]{0,3}[ \t\u00a0\u202f]*")
_EMPHASIS = re.compile(r"\]\([^()\n]{0,500}\)|[*~`\[\]\\]+|(?<!\w)_+|_+(?!\w)")
_LONGEST_HEAD = 120
_CODE = re.compile(r" {4}|\t")
_WAITING = SMALL_WORDS | {*word_list("avec sans dans sous chez entre vers contre que qui dont ou mais with by from que mme mlle")}
_SHORTEST_END = 2
"""What is shorter, such as an « l’ » or an initial, ends no line that was typed by itself."""
_LINE = re.compile(r"[^\n]+")


class Marked(NamedTuple):
    """A marked line: what it is; where the whole stands in the text, and where what is behind the mark does; whom the mark names."""

    mark: Mark
    start: int
    end: int
    said: tuple[int, int]
    whose: str = ""


def marked(text: str, start: int = 0) -> Iterator[Marked]:
    """The marked lines of a body that begins at ``start``, in their order."""
    pending: Marked | None = None
    in_list = False
    before = ""
    for block in blocks(text, start):
        if block.kind == "row" or (block.kind == "prose" and before != "item" and _CODE.match(text, block.start)):
            continue
        found = list(_in(text, block))
        if pending is not None and not found and (block.kind == "item" or (block.kind == "prose" and not in_list)):
            yield pending._replace(start=block.start, end=block.end, said=(block.start, block.end))
        yield from (one for one in found if not _is_empty(one))
        in_list = block.kind == "item" and not found
        pending = pending if in_list else found[-1] if found and _is_empty(found[-1]) else None
        before = block.kind


def _is_empty(one: Marked) -> bool:
    return one.said[0] >= one.said[1]


def unmarked(markdown: str) -> str:
    """A stretch of a body as one says it: without emphasis, the targets of links and line ends."""
    return " ".join(_EMPHASIS.sub("", markdown).split())


def _in(text: str, block: Block) -> Iterator[Marked]:
    """The marked lines of a block; each goes on to the next one, or to the end of the block."""
    heads = [(at.start(), head) for at in _LINE.finditer(text, block.start, block.end) if (head := _head(text, at, block)) is not None]
    for number, (start, (mark, whose, behind)) in enumerate(heads):
        end = _end(text, behind, heads[number + 1][0] if number + 1 < len(heads) else block.end)
        yield Marked(mark, start, max(end, behind), (behind, end), whose)


def _end(text: str, start: int, end: int) -> int:
    """Where what began at a place ends: with its line, unless that goes on in the next."""
    at = text.find("\n", start, end)
    while at >= 0 and (not text[start:at].strip() or not (ends_at_line(text, start, at, end) or _begins_anew(text, start, at, end))):
        at = text.find("\n", at + 1, end)
    return start + len(text[start : end if at < 0 else at].rstrip())


def _begins_anew(text: str, start: int, at: int, end: int) -> bool:
    """Whether the next line begins with a capital that no word before it asks for: notes of a line each, not a letter that was wrapped."""
    last = text[start:at].rsplit(maxsplit=1)[-1].strip('*_()«»"')
    following = text[at + 1 : end].lstrip(' \t*_[(«"')[:1]
    return following.isupper() and not (last[:1].isupper() or fold(last) in _WAITING or len(last) < _SHORTEST_END)


def _head(text: str, line: re.Match[str], block: Block) -> tuple[Mark, str, int] | None:
    """The mark that a line begins with, whom it names, and where what it marks begins; None for other lines."""
    between = _BETWEEN.search(text, line.start(), min(line.end(), line.start() + _LONGEST_HEAD))
    if between is None:
        return None
    written = unicodedata.normalize("NFC", unmarked(text[line.start() : between.start()]))
    for mark, names in _HEADS.items():
        head = names.fullmatch(written)
        if head is not None and (line.start() == block.start or not written[:1].islower()):
            behind = _BEHIND.match(text, between.end(), line.end())
            return mark, (head["inside"] or head["whose"] or "").strip(), behind.end() if behind else between.end()
    return None
