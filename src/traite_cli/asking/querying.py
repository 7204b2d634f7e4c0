"""A query asked of the records: its own SQL or a saved one, answered within limits, its errors in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from traite_cli.asking.saved_queries import SavedQuery, Value, number_in, said
from traite_cli.asking.sql_faults import Query, refuse_habits, worded
from traite_cli.errors import ConfigurationError, UsageError
from traite_cli.index.guarded import Answer, Forbidden, Limits, Mistaken, Stopped, asking
from traite_cli.index.guarded import Value as Held
from traite_cli.index.opening import Tables
from traite_cli.kinds import SEVERAL, SINGULAR
from traite_cli.language import N_, Translator
from traite_cli.saying.vocabulary import Words


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


def answer(tables: Tables, day: date, query: Query, values: Mapping[str, Value], limits: Limits | None = None) -> Answer:
    """The answer of tables that look at a day. Raises ``UsageError``, ``ConfigurationError`` or ``Refused``."""
    refuse_habits(query)
    guarded = asking(tables, day, limits)
    try:
        return guarded.ask(query.sql.rstrip().rstrip(";"), values)
    except (Stopped, Forbidden, Mistaken) as error:
        raise worded(error, query, guarded.functions) from error


def told(found: Answer, query: SavedQuery, t: Translator) -> Answer:
    """An answer as people read it: its columns, and the words of vocabularies, as the saved query says they are called.

    Raises ``ConfigurationError`` for a column that the answer has not.
    """
    titled = {one.name: one for one in query.columns}
    if missing := next((one for one in query.columns if one.name not in found.columns), None):
        error = ConfigurationError(
            N_("the answer has no column “{name}”"),
            hint=N_("its columns: {known}"),
            name=missing.name,
            known=", ".join(found.columns),
        )
        error.place = missing.place
        raise error
    words = [titled[name].words if name in titled else {} for name in found.columns]
    names = (said(titled[name].titles, t.language) if name in titled else "" for name in found.columns)
    columns = tuple(called or name for called, name in zip(names, found.columns, strict=True))
    rows = tuple(tuple(_in_words(value, of, t) for value, of in zip(row, words, strict=True)) for row in found.rows)
    return Answer(columns, rows)


def _in_words(value: Held, words: Words, t: Translator) -> Held:
    label = words.get(str(value)) if words else None
    if label and words is SEVERAL:
        # A cell is about one record: « réunion », without its article.
        return t(SINGULAR[str(value)]).partition(" ")[2]
    return t(label) if label else value
