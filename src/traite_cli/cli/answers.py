"""Rows of an answer: as a table, for a spreadsheet, for another program, as Markdown; and what is to be said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from traite_cli.asking.spreadsheet import csv_of, neutral
from traite_cli.cli.answer_cells import is_of_numbers, one_line
from traite_cli.language import N_n

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.index.guarded import Answer, Value

_ROWS = N_n("{n} row", "{n} rows")


def printed(call: Call, answer: Answer, day: date, form: str) -> None:
    """Print an answer in one of its forms."""
    match form:
        case "json":
            from traite_cli.diagnostics.json_text import json_page

            rows = [_plain(answer, row) for row in answer.rows]
            page = {"version": 1, "as_of": day.isoformat(), "columns": list(answer.columns), "rows": rows}
            call.console.raw(json_page(page).encode("utf-8", "backslashreplace"))
        case "csv" | "tsv" | "ndjson":
            call.console.raw(_FORMS[form](answer).encode("utf-8", "backslashreplace"))
        case _:
            _print_for_people(call, answer, form)


def _print_for_people(call: Call, answer: Answer, form: str) -> None:
    match form:
        case "table":
            _print_table(call, answer)
        case "chart":
            from traite_cli.cli.charts import print_chart

            print_chart(call, answer)
        case _:
            call.console.markdown(_markdown(answer))


def remarked(call: Call, answer: Answer, sql: str, values: Mapping[str, Value]) -> None:
    """Say what the answer does not: that a column never holds what it is compared with."""
    from traite_cli.asking.sql_remarks import remarks
    from traite_cli.saying.facts import facts_in_words

    for one in remarks(sql, values, found=bool(answer.rows)):
        call.console.say(call.t(one.message, **facts_in_words(one.facts, call.t)))


def _print_table(call: Call, answer: Answer) -> None:
    numbers = [place for place in range(len(answer.columns)) if is_of_numbers(answer, place)]
    call.console.table(answer.columns, [[one_line(one) for one in row] for row in answer.rows], right=numbers)
    call.console.say(call.t.plural(*_ROWS, len(answer.rows), n=len(answer.rows)))


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

    rows = (
        [one_line(name) for name in answer.columns],
        ["---"] * len(answer.columns),
        *([one_line(one) for one in row] for row in answer.rows),
    )
    return "".join(f"| {' | '.join(cell(one) if one and one != '---' else one for one in row)} |\n" for row in rows)


_FORMS = {"csv": _csv, "tsv": _tsv, "ndjson": _ndjson}
