"""What is wrong with a query, in words: SQLite's sentences taken apart, with what was probably meant and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from traite_cli.asking.sql_names import called, column_meant, short_names, table_meant, tables_called
from traite_cli.asking.sql_text import place_of, tokens
from traite_cli.errors import Choices, ConfigurationError, Refused, TraiteError, UsageError, type_of_fact
from traite_cli.index.guarded import Forbidden, Mistaken, Stopped
from traite_cli.index.schema import tables
from traite_cli.language import N_, nearest


class Query(NamedTuple):
    """SQL as somebody wrote it, and the file it stands in, '' for the command line."""

    sql: str
    path: str = ""


_STOPPED = {
    "time": N_("the query was stopped: it took longer than ten seconds"),
    "memory": N_("the query was stopped: it wanted more memory than a question needs"),
    "value": N_("the query was stopped: it makes a value longer than any record"),
    "rows": N_("the query was stopped: its answer has more than 100,000 rows"),
    "answer": N_("the query was stopped: its answer is larger than anybody reads"),
}
_NARROWER = N_("ask for less: fewer columns, a WHERE, a LIMIT; tables that are joined need an ON that says which rows belong together")
_FORBIDDEN = {
    "statement": (N_("a query can only read"), N_("it begins with SELECT or WITH, and changes nothing")),
    "several": (N_("this is more than one query"), N_("one at a time: what stands behind the first ; is another one")),
    "table": (N_("there is no table “{name}” to be asked"), ""),
    "function": (N_("the function “{name}” cannot be called here"), ""),
}


_CHANGING = """
    alter analyze attach begin commit create delete detach drop end insert reindex release replace rollback savepoint set update use vacuum
"""
_ASKING_FOR_TABLES = frozenset({".", "\\", "show", "describe", "desc", "pragma"})
"""How questions for the tables begin in the shells of other databases: ``.tables``, ``\\d``, ``SHOW TABLES``."""


_ASKING = frozenset({"select", "with", "values", "explain", "("})


def is_sql(text: str) -> bool:
    """Whether something begins as SQL does, or as what other databases' shells take; else it is what a saved question is called."""
    begun = _begun(text)
    return not begun or begun in _ASKING or begun in _ASKING_FOR_TABLES or begun in _CHANGING.split()


def _begun(text: str) -> str:
    return next((one.said.lower() for one in tokens(text) if one.said != ";"), "")


def refuse_habits(query: Query) -> None:
    """Refuse what is no question, or one of another program's. Raises ``UsageError`` or ``ConfigurationError``."""
    begun = _begun(query.sql)
    if not begun:
        raise _fault(query, N_("there is no question here"), _FORBIDDEN["statement"][1], -1)
    if begun in _ASKING_FOR_TABLES:
        raise _asked_for_tables(query, [table_meant(one.said) for one in tokens(query.sql)])
    if begun in _CHANGING.split():
        raise _fault(query, *_FORBIDDEN["statement"], -1)


def _asked_for_tables(query: Query, named: Sequence[str]) -> TraiteError:
    table = next((one for one in named if one in tables()), "")
    known = called(tables()[table]) if table else tables_called()
    hint = N_("the columns of {table}: {known}") if table else N_("the tables: {known}")
    return _fault(query, N_("tables and columns are not asked for in this way here"), hint, -1, table=table, known=Choices(known))


def worded(error: Stopped | Forbidden | Mistaken, query: Query, functions: Collection[str]) -> TraiteError:
    """An error for people."""
    match error:
        case Stopped():
            return Refused(_STOPPED[error.reason], hint=_NARROWER)
        case Forbidden():
            return _forbidden(error, query, functions)
        case _:
            return _mistaken(error, query, functions)


def _forbidden(error: Forbidden, query: Query, functions: Collection[str]) -> TraiteError:
    message, hint = _FORBIDDEN[error.what]
    if error.what == "table":
        return _no_table(query, error.name)
    if error.what == "function":
        return _no_function(query, error.name, functions)
    return _fault(query, message, hint, query.sql.find(error.name) if error.name else -1)


def _mistaken(error: Mistaken, query: Query, functions: Collection[str]) -> TraiteError:
    for begun, word in _SENTENCES:
        if found := begun.fullmatch(error.said):
            return word(query, found["name"], error.place, functions)
    return _fault(query, N_("SQLite does not understand the query: {said}"), "", error.place, said=error.said)


def _no_table(query: Query, name: str, *_: object) -> TraiteError:
    database, _dot, name = name.rpartition(".")
    known = tables_called()
    if database and name.lower() in known:
        hint = N_("write {name} alone, without {database} before it")
        return _fault(query, N_("no table stands in “{database}” here"), hint, place_of(query.sql, database), name=name, database=database)
    near = table_meant(name)
    hint = N_("perhaps: {near}") if near else N_("the tables: {known}")
    return _fault(
        query,
        N_("there is no table “{name}” to be asked"),
        hint,
        place_of(query.sql, name),
        name=name,
        near=Choices({near: known[near]} if near else {}),
        known=Choices(known),
    )


def _no_column(query: Query, name: str, *_: object) -> TraiteError:
    alone = name.rpartition(".")[2]
    asked = [table for table in tables().values() if place_of(query.sql, table.name) >= 0] or list(tables().values())
    known = {name: label for table in reversed(asked) for name, label in called(table).items()}
    near = f"{alone}_" if f"{alone}_" in known else column_meant(alone, asked)
    if near:
        hint = N_("perhaps: {near}")
    else:
        hint = N_("the columns of {table}: {known}") if len(asked) == 1 else N_("the tables and their columns are in the reference")
    place = place_of(query.sql, alone)
    if not near and place >= 0 and _COMPARED.search(query.sql[:place]):
        hint = N_("a text stands between single quotation marks: '{name}'")
    if _has_printed_quotes(query):
        near, hint, place = "", _STRAIGHT, max(place, query.sql.find(name))
    return _fault(
        query,
        N_("there is no column “{name}”"),
        hint,
        place,
        name=name,
        near=Choices({near: known[near]} if near else {}),
        table=asked[0].name,
        known=Choices(known),
    )


_STRAIGHT = N_("texts stand between straight quotation marks: 'open', and not between those that are printed")


def _has_printed_quotes(query: Query) -> bool:
    return any(one.kind == "sign" and one.said in "“”«»‘’„" for one in tokens(query.sql))


_COMPARED = re.compile(r"(?:[=<>]|\b(?:like|glob|is|not|and)|\bin\s*\()\s*$", re.IGNORECASE)
"""What stands before a value, and before a column seldom."""


_INSTEAD = {
    "year": "substr(date, 1, 4)", "month": "substr(date, 6, 2)", "day": "substr(date, 9, 2)", "now": "today()", "getdate": "today()",
    "curdate": "today()", "datediff": "julianday(a) - julianday(b)", "dateadd": "date(a, '+30 days')", "len": "length(…)",
    "nvl": "coalesce(…)", "isnull": "coalesce(…)", "left": "substr(a, 1, n)", "right": "substr(a, -n)", "concat": "a || b",
    "unaccent": "fold(…)", "ucase": "upper(…)", "lcase": "lower(…)", "if": "iif(…)", "regexp_like": "LIKE '%…%'",
}  # fmt: skip
"""What does here what functions of other databases do, and newer ones of SQLite."""
_SEEKING = frozenset({"match", "regexp"})
"""Operators that SQLite makes functions of, and has none for."""


def _no_function(query: Query, name: str, functions: Collection[str]) -> TraiteError:
    near = _INSTEAD.get(name.lower(), "") or "".join(nearest(name, functions, most=1))
    hint = N_("perhaps: {near}") if near else N_("those that can: {known}")
    if name.lower() in _INSTEAD:
        hint = N_("in its place: {near}")
    if name.lower() in _SEEKING:
        hint = N_("a part of a text is found by LIKE '%…%', words by traite search")
    known = ", ".join(sorted(one for one in functions if one.isidentifier()))
    message = N_("the function “{name}” cannot be called here")
    return _fault(query, message, hint, place_of(query.sql, name), name=name, near=near, known=known)


def _unknown_function(query: Query, name: str, _place: int, functions: Collection[str]) -> TraiteError:
    return _no_function(query, name, functions)


def _syntax(query: Query, name: str, place: int, *_: object) -> TraiteError:
    column = f"{name.lower()}_"
    if query.sql[:place].endswith("'") and query.sql[:place].strip("'")[-1:].isalnum():
        hint = N_("an apostrophe inside a text is written twice: 'l''accueil'")
        return _fault(query, N_("the query cannot be read from “{name}” on"), hint, place, name=name)
    before = [one.said.lower() for one in tokens(query.sql[:place])]
    hint = N_("look at what stands before it: a word that is missing, or misspelt")
    if _has_printed_quotes(query):
        hint = _STRAIGHT
    elif not before:
        hint = N_("it begins with SELECT or WITH, and changes nothing")
    elif name.lower() == "ilike":
        hint = N_("LIKE alone sets capitals aside")
    elif before[-1] == "top":
        hint = N_("LIMIT {name} at the end gives so many rows")
    if any(column == one.name for table in tables().values() for one in table.columns):
        hint = N_("“{name}” is a word of SQL: the column is called {column}")
    return _fault(query, N_("the query cannot be read from “{name}” on"), hint, place, name=name, column=column)


def _unfinished(query: Query, *_: object) -> TraiteError:
    return _fault(query, N_("the query is not finished"), N_("something must follow: a table, a condition, a closing bracket"), -1)


def _unclosed(query: Query, name: str, *_: object) -> TraiteError:
    return _fault(
        query,
        N_("the query cannot be read from “{name}” on"),
        N_("a quotation mark may be open: texts stand between ' and '"),
        query.sql.find(name),
        name=name,
    )


def _ambiguous(query: Query, name: str, *_: object) -> TraiteError:
    near = ", ".join(f"{short}.{name}" for short in short_names(query.sql, name))
    hint = N_("say of which table: {near}") if near else N_("say of which table, with the name that the query gives it before the column")
    return _fault(query, N_("“{name}” is a column of several of these tables"), hint, place_of(query.sql, name), name=name, near=near)


def _unbound(query: Query, name: str, *_: object) -> TraiteError:
    if name.isdigit():
        return _nameless(query)
    hint = N_("declare it at the head of the file: -- param: {name} text") if query.path else N_("give it: --param {name}=…")
    return _fault(query, N_("the query asks for “{name}”, which was not given"), hint, query.sql.find(f":{name}"), name=name)


def _nameless(query: Query, *_: object) -> TraiteError:
    return _fault(
        query, N_("what a query asks for has a name"), N_("write :name in the place of ?, and give it: --param name=…"), query.sql.find("?")
    )


def _arguments(query: Query, name: str, *_: object) -> TraiteError:
    return _fault(
        query,
        N_("{name} takes another number of values"),
        N_("they stand between its brackets, with commas"),
        place_of(query.sql, name),
        name=name,
    )


def _no_json(query: Query, *_: object) -> TraiteError:
    return _fault(query, N_("a function of JSON was given a text that is no JSON"), N_("json_valid(…) tells which texts are"), -1)


def _characters(query: Query, *_: object) -> TraiteError:
    return _fault(query, N_("the query holds characters that are no text"), N_("write it anew"), -1)


_Word = Callable[[Query, str, int, Collection[str]], TraiteError]
_SENTENCES: tuple[tuple[re.Pattern[str], _Word], ...] = (
    (re.compile(r"no such table: (?P<name>.*)", re.DOTALL), _no_table),
    (re.compile(r"no such column: (?P<name>.*)", re.DOTALL), _no_column),
    (re.compile(r"no such function: (?P<name>.*)", re.DOTALL), _unknown_function),
    (re.compile(r"ambiguous column name: (?P<name>.*)", re.DOTALL), _ambiguous),
    (re.compile(r"near \"(?P<name>.*)\": syntax error", re.DOTALL), _syntax),
    (re.compile(r"unrecognized token: \"(?P<name>.*)\"", re.DOTALL), _unclosed),
    (re.compile(r"(?P<name>)incomplete input"), _unfinished),
    (re.compile(r"You did not supply a value for binding parameter :(?P<name>\w+)\."), _unbound),
    (re.compile(r"(?P<name>)Binding \d+ has no name.*", re.DOTALL), _nameless),
    (re.compile(r"wrong number of arguments to function (?P<name>.*)\(\)", re.DOTALL), _arguments),
    (re.compile(r"(?P<name>)malformed JSON"), _no_json),
    (re.compile(r"(?P<name>)(?:the query contains a null character|.*codec can't encode.*)", re.DOTALL), _characters),
)


def _fault(query: Query, message: str, hint: str, place: int, **facts: type_of_fact) -> TraiteError:
    """An error at a place of the query; of one on the command line, which line and column that is, when it has several lines."""
    error: TraiteError = ConfigurationError(message, hint=hint, **facts) if query.path else UsageError(message, hint=hint, **facts)
    if place >= 0:
        line = query.sql.count("\n", 0, place) + 1
        column = place - query.sql.rfind("\n", 0, place)
        error.place = f"{query.path or 'SQL'}:{line}:{column}"
    elif query.path:
        error.place = query.path
    return error
