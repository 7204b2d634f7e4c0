"""Values as people and spreadsheets read them: CSV (RFC 4180) in which nothing is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from traite_cli.diagnostics.visible import safe

Value = str | int | float | bytes | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; some take the wide signs of East Asian keyboards for it too."""


def text_of(value: Value) -> str:
    """A value as people read it; bytes by their numbers."""
    match value:
        case None:
            return ""
        case float():
            return f"{value:.10g}"
        case bytes():
            return value.hex()
    return str(value)


def neutral(value: Value) -> str:
    """A value for a spreadsheet: what it would take for a formula gets an apostrophe before it; numbers are what they are.

    What a screen would obey is written as its number, since such a file may go to one.
    """
    text = safe(text_of(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def csv_of(columns: Iterable[str], rows: Iterable[Sequence[Value]]) -> str:
    """A line of the columns' names, then one for each row."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(map(neutral, columns))
    writer.writerows([neutral(one) for one in row] for row in rows)
    return text.getvalue()
