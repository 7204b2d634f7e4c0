"""An answer drawn as bars, one for each row, beside what it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import TYPE_CHECKING

from traite_cli.cli.answer_cells import is_of_numbers, one_line
from traite_cli.cli.pieces import Painted, Piece, Role, text_of
from traite_cli.cli.tables import like, wrapped
from traite_cli.diagnostics.visible import visible, width
from traite_cli.errors import UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.index.guarded import Answer, Value

_BAR, _SLIVER = "█", "▏"
"""A bar, and what is drawn of one that would be too short to be seen."""
_WIDEST, _LEAST = 50, 5
_GAP = "  "
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


def print_chart(call: Call, answer: Answer) -> None:
    """Draw the last column of numbers that are no years. Raises ``UsageError`` where there is none."""
    numbers = [place for place in range(len(answer.columns)) if is_of_numbers(answer, place)]
    if not numbers and answer.rows:
        raise UsageError(
            N_("there is no column of numbers to draw"), hint=N_("a chart takes a count: SELECT kind, count(*) FROM records GROUP BY kind")
        )
    if not numbers:
        call.console.say(call.t(N_("There is nothing to draw: the answer has no row.")))
        return
    shown = [place for place in numbers if not _is_of_years(answer, place)] or numbers
    named = _naming(answer, shown)
    nothing = call.t(N_("(none)"))
    head = [Painted(visible(text), Role.HEADING) for text in (" · ".join(answer.columns[one] for one in named), answer.columns[shown[-1]])]
    labels = [" · ".join(one_line(row[place]) or nothing for place in named) for row in answer.rows]
    values = [row[shown[-1]] for row in answer.rows]
    numbered: list[Piece] = [head[1], *map(one_line, values)]
    for line in _lines([head[0], *labels], numbered, [_number(value) for value in values], call.console.room):
        call.console.data(*line)


def _is_of_years(answer: Answer, place: int) -> bool:
    """Whether the numbers of a column are years: they say what is counted, and are no count."""
    return all(isinstance(value, int) and _FIRST_YEAR <= value <= _LAST_YEAR for row in answer.rows if (value := row[place]) is not None)


def _naming(answer: Answer, numbers: Sequence[int]) -> list[int]:
    """The columns that say what a bar is of: those of words and years, and of the numbers as many as it takes to tell the rows apart."""
    named = [place for place in range(len(answer.columns)) if place not in numbers]
    for place in numbers[:-1]:
        if len({tuple(row[one] for one in named) for row in answer.rows}) == len(answer.rows):
            break
        named = sorted([*named, place])
    return named


def _lines(labels: Sequence[Piece], numbers: Sequence[Piece], values: Sequence[float], room: int | None) -> Iterator[list[Piece]]:
    """The head, and each bar beside its label and number; a label that would leave no room for bars goes on in the next line."""
    most = max(room // 2, _LEAST) if room else max(width(text_of(one)) for one in labels)
    broken = [[like(label, part) for part in wrapped(text_of(label), most)] for label in labels]
    wide, longest = max(width(text_of(part)) for parts in broken for part in parts), max(width(text_of(one)) for one in numbers)
    bars = _bars(values, min(_WIDEST, (room or 10_000) - wide - longest - 2 * len(_GAP)))
    for (first, *rest), number, bar in zip(broken, numbers, ["", *bars], strict=True):
        before = " " * (wide - width(text_of(first)) + len(_GAP) + longest - width(text_of(number)))
        line = [first, before, number]
        yield [*line, _GAP, Painted(bar, Role.PLACE)] if bar else line
        yield from ([part] for part in rest)


def _bars(values: Sequence[float], room: int) -> list[str]:
    """A bar for each value; where some are below nought, these end where the others begin."""
    most = max(map(abs, values)) or 1.0
    parts = [value / most for value in values]
    below, above = max(0.0, -min(parts)), max(0.0, *parts)
    scale = max(room, _LEAST) / ((below + above) or 1.0)
    nought = round(scale * below)
    return [_bar(part, round(scale * abs(part)), nought) for part in parts]


def _bar(part: float, length: int, nought: int) -> str:
    bar = _BAR * length or (_SLIVER if part else "")
    return bar and (" " * (nought - length) + bar if part < 0 else " " * nought + bar)


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) and isfinite(value) else 0.0
