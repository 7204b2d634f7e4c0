"""Lines of a pdf that are rows of tables: columns are told by where cells begin, and by what stands above what.

A pdf draws letters at places, and knows no cells. A cell belongs to the column that it stands below; a row goes on as long as its lines
stand as close as those of a paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from traite_cli.converters.pdf_lines import Line, Stretch, joined
from traite_cli.converters.pdf_rows import whole_rows

_APART = 1.3
"""Rows so much further apart than others are of two tables."""
_CLOSE = 1.45
"""Lines at so many sizes of their letters, or less, may be one row."""
_ROW_HEIGHT = 3
"""Sizes of its letters that a row of one line takes at most."""
_CELL = 0.6
"""So much room, in sizes of its letters, keeps cells apart where others of the table are."""
_INNER = 0.85
"""Lines of one row are so much closer than rows are, or less."""
_NEAR = 2.0
"""Stretches whose beginnings are so near begin at one place."""
_FEWEST = 2
_BACK = 40
"""So many lines back is looked for where cells begin."""


def segments(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The lines in runs, each with whether it is a table."""
    run: list[Line] = []
    in_table = False
    lines = list(whole_rows(lines))
    rows = _rows(lines)
    for number, line in enumerate(lines):
        before_row = number + 1 in rows
        is_row = number in rows or (in_table and _goes_on(run, line, lines[number + 1] if before_row else None))
        if is_row != in_table and run:
            yield from _run(run, in_table=in_table)
            run = []
        in_table = is_row
        run.append(line)
    if run:
        yield from _run(run, in_table=in_table)


def _goes_on(run: Sequence[Line], line: Line, following: Line | None) -> bool:
    """Whether a line with one cell is of the table above it: the next line of a cell, or, before another row, one with one cell filled."""
    fall = run[-1].foot - line.baseline
    begins = [stretch.left for row in run[-_BACK:] for stretch in row.stretches]
    stands_below = any(abs(line.left - left) <= _NEAR for left in begins)
    is_close = 0 < fall < _CLOSE * line.size
    is_inner = line.left > min(begins) + line.size or _is_rest_of_first(run, line)
    before_row = following is not None and 0 < fall < _ROW_HEIGHT * line.size
    return stands_below and ((is_close and is_inner) or before_row)


def _is_rest_of_first(run: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the words of the first cell of the row above, and is as narrow."""
    row = next((row for row in reversed(run) if len(row.stretches) > 1), None)
    return row is not None and line.text.strip()[:1].islower() and line.right < row.stretches[1].left


def _rows(lines: Sequence[Line]) -> set[int]:
    """The lines that are rows: with cells well apart, or with cells that begin where those of the row beside it do."""
    rows = {number for number, line in enumerate(lines) if "\t" in line.text.strip()}
    numbers = range(len(lines))
    for order, step in ((numbers, -1), (reversed(numbers), 1)):
        for number in order:
            if number not in rows and number + step in rows and _begins_alike(lines[number], lines[number + step]):
                rows.add(number)
    return rows


def _begins_alike(line: Line, row: Line) -> bool:
    begins = [stretch.left for stretch in row.stretches[1:]]
    apart = (after for before, after in pairwise(line.stretches) if after.left - before.right > _CELL * line.size)
    return any(abs(stretch.left - left) <= _NEAR for stretch in apart for left in begins)


def _run(run: list[Line], *, in_table: bool) -> Iterator[tuple[bool, list[Line]]]:
    if not in_table:
        yield False, run
        return
    usual = _row_fall(run)
    table: list[Line] = []
    for line in run:
        if table and not 0 < table[-1].foot - line.baseline <= usual * _APART + 1:
            yield len(table) >= _FEWEST, table
            table = []
        table.append(line)
    yield len(table) >= _FEWEST, table


def _row_fall(lines: Sequence[Line]) -> float:
    """From row to row: what comes most often of what is more than from line to line; of all, where rows stand as close as lines."""
    falls = [(one.foot - two.baseline, one.size) for one, two in pairwise(lines) if one.foot > two.baseline]
    wide = [fall for fall, size in falls if fall >= _CLOSE * size] or [fall for fall, _ in falls]
    counted = Counter(round(fall) for fall in wide)
    most = max(counted.values(), default=0)
    return float(min((fall for fall, count in counted.items() if count == most), default=0))


def rows_of(lines: Sequence[Line]) -> list[list[str]]:
    """The cells of each row of a table."""
    cells = [list(_cells(line, _begins(lines))) for line in lines]
    columns = _columns(cells)
    rows: list[list[str]] = []
    step = _row_fall(lines)
    before: Line | None = None
    for line, own in zip(lines, cells, strict=True):
        row = [""] * len(columns)
        for cell in own:
            at = _column(cell, columns)
            row[at] = f"{row[at]} {cell.text}".strip()
        if before is not None and rows and _is_more(rows[-1], row, before.foot - line.baseline, line.size, step):
            rows[-1] = [joined(above, below) if below else above for above, below in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
        before = line
    return rows


def _begins(lines: Sequence[Line]) -> list[float]:
    """Where stretches begin in several lines: cells do, words by chance do not."""
    places: Counter[int] = Counter()
    for line in lines:
        places.update({round(stretch.left / _NEAR) for stretch in line.stretches})
    least = max(_FEWEST, len(lines) // 2)
    return [place * _NEAR for place, count in places.items() if count + places.get(place + 1, 0) >= least]


def _cells(line: Line, begins: Sequence[float]) -> Iterator[Stretch]:
    """The cells of a line: stretches that stand apart, or begin where others do."""
    cell: Stretch | None = None
    for stretch in line.stretches:
        if not stretch.text.strip():
            continue
        if (
            cell is not None
            and stretch.left - cell.right <= _CELL * line.size
            and not any(abs(stretch.left - place) <= _NEAR for place in begins)
        ):
            cell = Stretch(cell.left, max(cell.right, stretch.right), cell.text + stretch.text)
            continue
        if cell is not None:
            yield cell._replace(text=cell.text.strip())
        cell = stretch
    if cell is not None:
        yield cell._replace(text=cell.text.strip())


def _columns(cells: Sequence[Sequence[Stretch]]) -> list[tuple[float, float]]:
    """From where to where each column reaches: the row with most cells has them all, the others make them wider."""
    widest = max(cells, key=len)
    columns = [(cell.left, cell.right) for cell in widest]
    for row in cells:
        for cell in row:
            at = _column(cell, columns)
            after = columns[at + 1][0] if at + 1 < len(columns) else cell.right
            columns[at] = (min(columns[at][0], cell.left), max(columns[at][1], min(cell.right, after)))
    return columns


def _column(cell: Stretch, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a cell stands in: that which begins where it does, else that which it shares most room with, else the nearest."""
    same = next((number for number, (left, _) in enumerate(columns) if abs(left - cell.left) <= _NEAR), None)
    if same is not None:
        return same
    return max(range(len(columns)), key=lambda number: _shared(cell, columns[number]))


def _shared(cell: Stretch, column: tuple[float, float]) -> float:
    """How much room a cell shares with a column; less than nothing, where they are apart."""
    return min(cell.right, column[1]) - max(cell.left, column[0])


def _is_more(above: Sequence[str], row: Sequence[str], fall: float, size: float, step: float) -> bool:
    """Whether a line is more of the row above it."""
    if row[0][:1].islower() and above[0] and not any(map(all, zip(above[1:], row[1:], strict=True))):
        return True
    begins_first = bool(row[0]) and bool(above[0])
    if fall < _CLOSE * size and fall < step * _INNER:
        return True
    return not begins_first and not row[0] and fall < _CLOSE * size and sum(map(bool, row)) < sum(map(bool, above))
