"""Rows of a table whose cells are centred in them: the lines of one cell stand between those of another, nearer than lines of text do.

Browsers and many programs that make tables centre cells so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from traite_cli.converters.pdf_lines import Line, Stretch, joined

_BETWEEN = 1.1
"""In sizes of its letters, a line falls less than this below one that it stands beside; most lines of text fall more."""
_NEAR = 3.0
"""So far apart, in points, the lines of one cell may begin."""


def whole_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of a row whose cells are centred being one, a cell to a stretch."""
    row: list[Line] = []
    for line in lines:
        if row and not _stands_between(row[-1], line):
            yield from _whole(row)
            row = []
        row.append(line)
    yield from _whole(row)


def _stands_between(above: Line, line: Line) -> bool:
    """Whether a line is close below another, and nothing of it stands under anything of that one."""
    is_close = 0 <= above.baseline - line.baseline < _BETWEEN * min(above.size, line.size)
    return is_close and not any(one.left < two.right and two.left < one.right for one in above.stretches for two in line.stretches)


def _whole(row: Sequence[Line]) -> Iterator[Line]:
    cells = [list(cell) for cell in _cells(row)]
    if len(row) < 2 or len(cells) < 2:  # noqa: PLR2004 - a line by itself, or one drawn twice
        yield from row
        return
    stretches = tuple(_cell(cell) for cell in cells)
    text = "\t".join(stretch.text for stretch in stretches)
    yield Line(text, stretches[0].left, row[0].baseline, row[0].size, all(line.bold for line in row), stretches, row[-1].baseline)


def _cells(row: Sequence[Line]) -> Iterator[Iterator[Stretch]]:
    """The stretches of each cell from top to bottom, the cells from left to right."""
    stretches = [stretch for line in row for stretch in line.stretches if stretch.text.strip()]
    lefts: list[float] = []
    for left in sorted(stretch.left for stretch in stretches):
        if not lefts or left - lefts[-1] > _NEAR:
            lefts.append(left)
    place = {id(stretch): max(number for number, left in enumerate(lefts) if left <= stretch.left) for stretch in stretches}
    for _, cell in groupby(sorted(stretches, key=lambda one: place[id(one)]), key=lambda one: place[id(one)]):
        yield cell


def _cell(stretches: Sequence[Stretch]) -> Stretch:
    text = stretches[0].text.strip()
    for below in stretches[1:]:
        text = joined(text, below.text.strip())
    return Stretch(min(one.left for one in stretches), max(one.right for one in stretches), text)
