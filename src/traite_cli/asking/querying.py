"""A query asked of the records: its own SQL or a saved one, answered within limits, its errors in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from traite_cli.asking.saved_queries import Value, number_in
from traite_cli.asking.sql_faults import Query, worded
from traite_cli.errors import UsageError
from traite_cli.index.guarded import Answer, Forbidden, Limits, Mistaken, Stopped, asking
from traite_cli.index.opening import Tables
from traite_cli.language import N_


def given(parameters: Iterable[str]) -> dict[str, str]:
    """What ``--param name=value`` gives, each once. Raises ``UsageError``."""
    found: dict[str, str] = {}
    for text in parameters:
        name, equals, value = text.partition("=")
        if not equals or not name.strip().isidentifier():
            raise UsageError(
                N_('{name} cannot take "{value}"'), hint=N_("it takes a name, = and a value: since=2014-11"), name="--param", value=text
            )
        found[name.strip()] = value.strip()
    return found


def untyped(parameters: Mapping[str, str]) -> dict[str, Value]:
    """Values for a query that declares none: numbers are numbers, all else is text."""
    return {name: text if (number := number_in(text)) is None else number for name, text in parameters.items()}


_NOTHING = re.compile(r"(?:=|<>|!=)\s*(?:NULL\b|''(?!'))", re.IGNORECASE)


def compares_with_nothing(sql: str) -> bool:
    """Whether a query compares a value with an empty one, which no field is equal to."""
    return _NOTHING.search(sql) is not None


def answer(tables: Tables, day: date, query: Query, values: Mapping[str, Value], limits: Limits | None = None) -> Answer:
    """The answer of tables that look at a day. Raises ``UsageError``, ``ConfigurationError`` or ``Refused``."""
    guarded = asking(tables, day, limits)
    try:
        return guarded.ask(query.sql, values)
    except (Stopped, Forbidden, Mistaken) as error:
        raise worded(error, query, guarded.functions) from error
