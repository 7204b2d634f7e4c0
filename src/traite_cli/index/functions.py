"""The functions that a query may call: those of SQLite that only reckon, some of them made anew.

Letters with accents have capitals too; what looks at the clock looks at the day asked about; and what could take hours in one step,
where no limit of time reaches (SQLite looks for a text in another by trying each place), takes one pass.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from traite_cli.language import fold

_ALLOWED = """
    abs avg ceil ceiling char coalesce concat concat_ws count cume_dist dense_rank first_value floor glob group_concat hex ifnull
    iif json json_array json_array_length json_each json_extract json_group_array json_group_object json_object json_quote
    json_tree json_type json_valid lag last_value lead length like max min mod nth_value ntile nullif
    octet_length percent_rank pow power quote rank round row_number sign sqrt string_agg substr substring sum total trunc typeof
    unicode -> ->>
"""
_PRINTED = ("printf", "format")
_WIDE = re.compile(r"%[^%a-zA-Z]*(?:\*|[0-9]{4})")
"""A width that no table has, or one that another value gives: SQLite would put its spaces there one by one."""
_MOMENTS = ("date", "time", "datetime", "julianday", "strftime", "unixepoch")


def install(connection: sqlite3.Connection, day: date) -> frozenset[str]:
    """Put our own functions in, and give the names of all that may be called."""
    ours: dict[str, tuple[int, Callable[..., Any]]] = {
        "fold": (1, _of_text(fold)),
        "lower": (1, _of_text(str.lower)),
        "upper": (1, _of_text(str.upper)),
        "trim": (-1, partial(_trimmed, str.strip)),
        "ltrim": (-1, partial(_trimmed, str.lstrip)),
        "rtrim": (-1, partial(_trimmed, str.rstrip)),
        "instr": (2, _place),
        "replace": (3, _replaced),
        "today": (0, day.isoformat),
        "current_date": (0, day.isoformat),
        "current_time": (0, lambda: "00:00:00"),
        "current_timestamp": (0, lambda: f"{day.isoformat()} 00:00:00"),
    }
    for name, (arguments, function) in ours.items():
        connection.create_function(name, arguments, function, deterministic=True)
    plain = sqlite3.connect(":memory:", check_same_thread=False)
    for name in _MOMENTS:
        connection.create_function(name, -1, partial(_moment, plain, name, day), deterministic=True)
    for name in _PRINTED:
        connection.create_function(name, -1, partial(_printed, plain), deterministic=True)
    return frozenset((*_ALLOWED.split(), *ours, *_MOMENTS, *_PRINTED))


def those_there(connection: sqlite3.Connection, allowed: frozenset[str]) -> frozenset[str]:
    """Those that this machine's SQLite has of the functions that may be called; older ones have fewer."""
    try:
        there = {name for (name,) in connection.execute("SELECT name FROM pragma_function_list")}
    except sqlite3.Error:
        return allowed
    return allowed & there


def _of_text(function: Callable[[str], str]) -> Callable[[object], object]:
    return lambda value: function(value) if isinstance(value, str) else value


def _trimmed(strip: Callable[[str, str], str], value: object, *signs: object) -> str | None:
    if value is None or None in signs:
        return None
    return strip(_text(value), _text(signs[0]) if signs else " ")


def _place(value: object, part: object) -> int | None:
    if value is None or part is None:
        return None
    return (value.find(part) if isinstance(value, bytes) and isinstance(part, bytes) else _text(value).find(_text(part))) + 1


def _replaced(value: object, part: object, other: object) -> str | None:
    if value is None or part is None or other is None:
        return None
    text, old, new = _text(value), _text(part), _text(other)
    if old and len(text) + text.count(old) * len(new) > _LONGEST:
        raise OverflowError
    return text.replace(old, new) if old else text


_LONGEST = 4_000_000
"""Characters of a text, and bytes of a value."""


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _printed(plain: sqlite3.Connection, *arguments: Any) -> Any:
    """SQLite's own answer, where it is of a size to be read."""
    if arguments and isinstance(arguments[0], str) and _WIDE.search(arguments[0]):
        raise OverflowError
    return _asked(plain, "printf", arguments)


def _moment(plain: sqlite3.Connection, name: str, day: date, *arguments: object) -> Any:
    """SQLite's own answer, where « now » is the day asked about."""
    given = [day.isoformat() if isinstance(one, str) and one.strip().lower() == "now" else one for one in arguments]
    if len(given) == (name == "strftime"):
        given.append(day.isoformat())
    return _asked(plain, name, given)


def _asked(plain: sqlite3.Connection, name: str, arguments: Sequence[Any]) -> Any:
    (answer,) = plain.execute(f"SELECT {name}({', '.join('?' * len(arguments))})", arguments).fetchone()
    return answer
