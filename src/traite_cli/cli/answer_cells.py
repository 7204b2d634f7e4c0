"""The cells of an answer, as tables and charts show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.asking.spreadsheet import text_of
from traite_cli.diagnostics.visible import visible

if TYPE_CHECKING:
    from traite_cli.index.guarded import Answer, Value


def one_line(value: Value) -> str:
    """A value in a cell: a text of several lines on one."""
    return visible(" ".join(text_of(value).split("\n")))


def is_of_numbers(answer: Answer, place: int) -> bool:
    """Whether a column holds numbers and nothing else."""
    values = [row[place] for row in answer.rows if row[place] is not None]
    return bool(values) and all(isinstance(value, int | float) for value in values)
