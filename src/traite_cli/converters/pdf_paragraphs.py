"""Lines of a pdf as the paragraphs, headings and items that they are parts of: told by size, weight, gaps and what lines begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from traite_cli.converters.pdf_lines import Line, joined, without_edges
from traite_cli.converters.pdf_tables import rows_of, segments
from traite_cli.language import escaped, one_line, paragraph_line

_ITEM = re.compile(r"[-–—•‣▪●○■□►➢✓·*\uf0b7\uf0a7\uf0d8]\s+\S|\(?\d{1,2}(?:\.\d{1,2})*[.)°]\s+\S|\(?[a-zA-Z]\)\s+\S|\d{1,2}\s*[-–—]\s+\S")
_MARKED = re.compile(r"- |\d{1,3}[.)] ")
_LABEL = re.compile(r"\s*[^\W\d_a-zà-ÿ][^:.,;!?]{1,40}\s?:(?:\s|$)")
_ENDED = re.compile(r"[.!?:;…»”\"]\s*$")
_SHORT = 0.72
"""A line so much shorter than most ends a paragraph, if it ends a sentence."""
_LARGER = 1.12
_GAP = 1.28
_LONGEST_HEADING = 140
_MOST_LEVELS = 3
_NEAR = 0.06
_COLUMN = 30.0
"""Lines that begin within so much of one another are of one column of the page."""


def paragraphs(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[str, ...]]:
    """The text of some pages as Markdown, and what they repeat at their edges."""
    kept, edges = without_edges([list(page) for page in pages])
    lines = [line for page in kept for line in page]
    if not lines:
        return "", edges
    look = _Look(lines)
    text, before = "", ""
    for block, after_gap in _texts(look, lines):
        text += _between(before, block, after_gap=after_gap) + block
        before = block
    return text + "\n", edges


def _texts(look: _Look, lines: Sequence[Line]) -> Iterator[tuple[str, bool]]:
    """What the lines say, block by block, each with whether there is room above it."""
    for is_table, run in segments(lines):
        if is_table:
            yield _table([[escaped(one_line(cell)) for cell in row] for row in rows_of(run)]), True
        else:
            yield from ((block, gap) for lines_of_it, gap in _blocks(look, run) if (block := _written(look, lines_of_it)))


def _table(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def _between(before: str, block: str, *, after_gap: bool) -> str:
    """What stands between two blocks: items and rows follow one another, a line that only ended goes on below."""
    if not before:
        return ""
    if _MARKED.match(before) and _MARKED.match(block):
        return "\n"
    is_text = not any(_MARKED.match(one) or one.startswith(("#", "|")) for one in (before, block))
    return "\\\n" if is_text and not after_gap else "\n\n"


class _Look:
    """What is usual in a document, from which headings and gaps stand out."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
        self.size = sizes.most_common(1)[0][0]
        body = [line for line in lines if abs(line.size - self.size) <= _NEAR * self.size]
        steps = Counter(
            round(one.baseline - two.baseline, 0) for one, two in pairwise(body) if 0 < one.baseline - two.baseline < 3 * self.size
        )
        # Lines that are set apart may be the most: those within a paragraph are the closest that come more than now and then.
        often = max(steps.values(), default=0) / 4
        self.step = min((step for step, count in steps.items() if count > often), default=self.size * 1.3)
        lengths = sorted(len(line.text.strip()) for line in body)
        self.length = lengths[len(lengths) * 9 // 10] if lengths else 0
        larger = sorted({_rounded(line.size) for line in lines if line.size >= self.size * _LARGER}, reverse=True)
        self.levels = {size: min(level, _MOST_LEVELS) for level, size in enumerate(larger, 1)}

        self._margins: dict[int, float] = {}
        for line in body:
            place = round(line.left / _COLUMN)
            self._margins[place] = max(self._margins.get(place, 0.0), line.right)

    def has_room(self, line: Line, following: Line) -> bool:
        """Whether the first word of the next line could have stood in a line: then its writer ended it."""
        place = round(line.left / _COLUMN)
        margin = max(self._margins.get(place + beside, 0.0) for beside in (-1, 0, 1))
        return line.right + line.size + following.first_word < margin

    def level(self, block: Sequence[Line]) -> int:
        """The level of the heading that some lines are, 0 when they are none."""
        text = " ".join(line.text.strip() for line in block)
        if len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
            return 0
        if _rounded(block[0].size) in self.levels:
            return self.levels[_rounded(block[0].size)]
        is_bold = all(line.bold for line in block) and not text.endswith((".", ",", ";", ":"))
        return min(len(set(self.levels.values())) + 1, _MOST_LEVELS) if is_bold and len(block) <= 2 else 0  # noqa: PLR2004 - a heading of three lines is a paragraph


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _blocks(look: _Look, lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """What belongs together, and whether there is room above it."""
    block: list[Line] = []
    gap = True
    for line in lines:
        if block and (break_ := _parts(look, block[-1], line)):
            yield block, gap
            block, gap = [], break_ == "gap"
        block.append(line)
    yield block, gap


def _parts(look: _Look, before: Line, line: Line) -> str:
    """Why a new block begins with a line: there is room above it (« gap »), the one before only ended (« line »), or it does not ('')."""
    if _rounded(before.size) != _rounded(line.size) and (_is_large(look, before) or _is_large(look, line)):
        return "gap"
    fall = before.baseline - line.baseline
    is_short = len(before.text.strip()) < look.length * _SHORT or look.has_room(before, line)
    ended = bool(_ENDED.search(before.text)) or line.text.strip()[:1].isupper()
    if (fall < 0 or fall > look.step * 6) and not _ITEM.match(line.text.strip()):  # a new column, a new page
        return "gap" if _ENDED.search(before.text) or (is_short and ended) else ""
    if fall > max(look.step, line.size * 1.1) * _GAP:
        return "gap"
    if before.bold != line.bold or _ITEM.match(line.text.strip()) or _LABEL.match(line.text) or "\t" in before.text or "\t" in line.text:
        return "line"
    return "line" if is_short and ended else ""


def _is_large(look: _Look, line: Line) -> bool:
    return _rounded(line.size) in look.levels


def _written(look: _Look, block: Sequence[Line]) -> str:
    text = ""
    for line in block:
        text = joined(text, line.text.strip().replace("\t", " "))
    text = escaped(one_line(text))
    level = look.level(block)
    return f"{'#' * level} {text}" if level else paragraph_line(text)
