"""Rows of an answer: as a table, for a spreadsheet, for another program, as Markdown, as a chart of bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from traite_cli.asking.spreadsheet import csv_of, neutral, text_of
from traite_cli.cli.pieces import Painted, Role
from traite_cli.diagnostics.visible import visible, width
from traite_cli.errors import UsageError
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.index.guarded import Answer, Value

_ROWS = N_n("{n} row", "{n} rows")
_BAR = "█"
_WIDEST = 50


def printed(call: Call, answer: Answer, day: date, form: str) -> None:
    """Print an answer in one of its forms."""
    match form:
        case "table":
            _print_table(call, answer)
        case "chart":
            _print_chart(call, answer)
        case "json":
            from traite_cli.diagnostics.json_text import json_page

            rows = [_plain(answer, row) for row in answer.rows]
            page = {"version": 1, "as_of": day.isoformat(), "columns": list(answer.columns), "rows": rows}
            call.console.raw(json_page(page).encode("utf-8", "backslashreplace"))
        case _:
            call.console.raw(_FORMS[form](answer).encode("utf-8", "backslashreplace"))


def _print_table(call: Call, answer: Answer) -> None:
    numbers = [place for place in range(len(answer.columns)) if _is_of_numbers(answer, place)]
    call.console.table(answer.columns, [[_one_line(one) for one in row] for row in answer.rows], right=numbers)
    call.console.say(call.t.plural(*_ROWS, len(answer.rows), n=len(answer.rows)))


def _one_line(value: Value) -> str:
    """A value in a cell: a text of several lines on one."""
    return visible(" ".join(text_of(value).split("\n")))


def _is_of_numbers(answer: Answer, place: int) -> bool:
    """Whether a column holds numbers and nothing else."""
    values = [row[place] for row in answer.rows if row[place] is not None]
    return bool(values) and all(isinstance(value, int | float) for value in values)


def _csv(answer: Answer) -> str:
    return csv_of(answer.columns, answer.rows)


_ESCAPED = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"})


def _tsv(answer: Answer) -> str:
    """A line for each row; a tab or a line end inside a value is written as its escape, since nothing else can stand there."""
    rows = (answer.columns, *answer.rows)
    return "".join("\t".join(neutral(one).translate(_ESCAPED) for one in row) + "\n" for row in rows)


def _ndjson(answer: Answer) -> str:
    from traite_cli.diagnostics.json_text import json_text

    return "".join(f"{json_text(_plain(answer, row))}\n" for row in answer.rows)


def _plain(answer: Answer, row: Sequence[Value]) -> dict[str, object]:
    return {name: _json_value(value) for name, value in zip(answer.columns, row, strict=True)}


def _json_value(value: Value) -> object:
    if isinstance(value, bytes):
        return value.hex()
    # JSON has no word for the infinite.
    return None if isinstance(value, float) and not isfinite(value) else value


def _markdown(answer: Answer) -> str:
    from traite_cli.circulating.filters import cell

    rows = (answer.columns, ["---"] * len(answer.columns), *([_one_line(one) for one in row] for row in answer.rows))
    return "".join(f"| {' | '.join(cell(one) if one and one != '---' else one for one in row)} |\n" for row in rows)


_FORMS = {"csv": _csv, "tsv": _tsv, "ndjson": _ndjson, "markdown": _markdown}


def _print_chart(call: Call, answer: Answer) -> None:
    """A bar for each row, as long as the last column of numbers says; the other columns say what it is of."""
    numbers = [place for place in range(len(answer.columns)) if _is_of_numbers(answer, place)]
    if not numbers:
        if not answer.rows:
            call.console.say(call.t.plural(*_ROWS, 0, n=0))
            return
        raise UsageError(
            N_("there is no column of numbers to draw"), hint=N_("a chart takes a count: SELECT kind, count(*) FROM records GROUP BY kind")
        )
    shown = numbers[-1]
    labels = [" · ".join(_one_line(one) for place, one in enumerate(row) if place != shown) for row in answer.rows]
    values = [_number(row[shown]) for row in answer.rows]
    said = [text_of(row[shown]) for row in answer.rows]
    most = max((abs(one) for one in values), default=0)
    wide, longest = max(map(width, labels)), max(map(len, said))
    room = max(min(_WIDEST, (call.console.room or 10_000) - wide - longest - 4), 5)
    for label, value, text in zip(labels, values, said, strict=True):
        bar = _BAR * round(room * abs(value) / most) if most else ""
        call.console.data(label, " " * (wide - width(label)), "  ", text.rjust(longest), "  ", Painted(bar, Role.PLACE))


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) and isfinite(value) else 0.0
