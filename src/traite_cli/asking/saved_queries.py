"""Saved queries: ``queries/NAME.sql``, which say in comments at their head what they are called and what they ask for.

::

    -- title.fr: Ce qui a été promis depuis un jour
    -- title.en: What was promised since a day
    -- about.en: One sentence more.
    -- param: depuis/since date = 2014 "depuis quand" "since when"
    -- column: status commitments.status "état" "state"
    -- column: title "engagement" "commitment"
    SELECT status, title FROM commitments WHERE made_first >= :since

``title`` and ``about`` without a language are for both. A parameter has a name (or two, the French before the English), a type, ``=`` and
what it is when it is not given (nothing: it may be left out), and its meaning in French and in English. A date is put in as its first day,
and under NAME_last as its last. A column has its name in SQL, the column of a table whose words it holds (or ``truth``), if it holds some,
and what people call it in French and in English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from traite_cli.asking.sql_faults import is_sql
from traite_cli.asking.sql_words import words_held
from traite_cli.dates import EdtfDate
from traite_cli.errors import ConfigurationError, NotFound, UsageError
from traite_cli.files import Found, Source
from traite_cli.files.source import UNREADABLE, Unreadable
from traite_cli.index.schema import tables
from traite_cli.kinds import KINDS, Record
from traite_cli.language import N_, Sense, fold, nearest, words
from traite_cli.repository import Repository, record_taken
from traite_cli.saying.bounds import without_side
from traite_cli.saying.given import option_date
from traite_cli.saying.vocabulary import Words, kind_named

FOLDER = "queries"
_ENDING = ".sql"
_MOST_BYTES = 100_000
_NAME = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
_SAID = re.compile(r"--[ \t]*(?P<key>title|about)(?:\.(?P<language>[a-z]{2}))?[ \t]*:[ \t]*(?P<text>\S.*)")
_MEANINGS = r"(?:[ \t]*\"(?P<fr>[^\"]*)\")?(?:[ \t]*\"(?P<en>[^\"]*)\")?[ \t]*"
_PARAMETER = re.compile(
    r"--[ \t]*param[ \t]*:[ \t]*(?P<names>[^\W\d]\w*(?:/[^\W\d]\w*)?)[ \t]+(?P<type>\w+)"
    rf"(?:[ \t]*=[ \t]*(?P<default>[^\s\"]*))?{_MEANINGS}"
)
_COLUMN = re.compile(rf"--[ \t]*column[ \t]*:[ \t]*(?P<name>[^\s\"]+)(?:[ \t]+(?P<type>[^\s\"]+))?{_MEANINGS}")
_LOOKS_LIKE = re.compile(r"--[ \t]*(?P<key>param|column)\b")

Value = str | int | float | None
SINGULAR = {kind: kind.removesuffix("s") for kind in KINDS} | {"people": "person"}
"""What a parameter that names a record of a kind is typed as."""
TYPES = ("text", "number", "date", *SINGULAR.values())


class Parameter(NamedTuple):
    """What a query asks for; ``default`` is None where it must be given."""

    names: tuple[str, ...]
    """Its name, or the French one and the English."""
    type: str
    default: str | None
    meanings: Mapping[str, str]

    def called(self, language: str) -> str:
        """Its name in a language."""
        return self.names[-1 if language == "en" else 0]


class Titled(NamedTuple):
    """What people call a column of an answer, and the words it holds."""

    name: str
    words: Words
    titles: Mapping[str, str]
    place: str


class SavedQuery(NamedTuple):
    """A query of the collective's."""

    name: str
    path: str
    sql: str
    titles: Mapping[str, str]
    abouts: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Titled, ...] = ()


def said(by_language: Mapping[str, str], language: str) -> str:
    """Words in a language, or in another when there are none; '' for none at all."""
    return by_language.get(language) or by_language.get("") or next(iter(by_language.values()), "")


def looks_like_name(text: str) -> bool:
    """Whether what was asked is the name of a query, and no query."""
    return _NAME.fullmatch(text.removesuffix(_ENDING)) is not None


def saved_queries(source: Source) -> dict[str, str]:
    """The path of each query by its name."""
    return {name: file.path for file in source.files(FOLDER) if (name := _name_of(file))}


def _name_of(file: Found) -> str:
    """What a file's query is called; '' for a file that is none."""
    # A Mac may tell « é » in two characters, and a keyboard types it as one.
    name = unicodedata.normalize("NFC", file.path.removeprefix(f"{FOLDER}/").removesuffix(_ENDING))
    return name if file.path.endswith(_ENDING) and not file.refusal and looks_like_name(name) else ""


def all_saved(source: Source) -> Iterator[SavedQuery | ConfigurationError]:
    """Every file that is or ought to be a query, in the order of their names: the query, or why it cannot be asked."""
    for file in source.files(FOLDER):
        if name := _name_of(file):
            try:
                yield _read(source, name, file.path)
            except ConfigurationError as error:
                yield error
        elif file.path.endswith(_ENDING) or file.refusal:
            yield _unusable(file)


def _unusable(file: Found) -> ConfigurationError:
    if file.refusal:
        return _at(ConfigurationError(UNREADABLE[file.refusal], path=file.path), file.path)
    better = "-".join(words(file.path.removeprefix(f"{FOLDER}/").removesuffix(_ENDING))) or "question"
    error = ConfigurationError(
        N_("a question cannot be asked by this name: it has letters, digits and hyphens, without spaces, and stands right in queries/"),
        hint=N_("rename it: {better}"),
        better=f"{FOLDER}/{better}{_ENDING}",
    )
    return _at(error, file.path)


def saved_query(source: Source, name: str) -> SavedQuery:
    """A query by its name or its title, in any language. Raises ``NotFound`` or ``ConfigurationError``."""
    paths = saved_queries(source)
    name = unicodedata.normalize("NFC", name).removesuffix(_ENDING)
    called = {name: name for name in paths} if name in paths else _called(source)
    said = " ".join(words(name))
    found = called.get(name) or called.get(said, "")
    if not found:
        near = tuple(dict.fromkeys(called[one] for one in nearest(said, called)))
        hint = "" if near else N_("those there are: traite query; a query in SQL begins with SELECT")
        if name.lower() in tables():
            near, hint = (), N_('that is a table: traite query "SELECT * FROM {name}"')
        if is_sql(name):
            near, hint = (), N_('a question in SQL stands whole between quotation marks: traite query "SELECT title FROM meetings"')
        raise NotFound(N_("no query is called “{name}”"), near=near, hint=hint, name=name)
    return _read(source, found, paths[found])


def _called(source: Source) -> Mapping[str, str]:
    """What each query is called, folded: its name, and its titles."""
    queries = [one for one in all_saved(source) if isinstance(one, SavedQuery)]
    titles = {" ".join(words(title)): one.name for one in queries for title in one.titles.values()}
    return {**titles, **{" ".join(words(name)): name for name in saved_queries(source)}}


def _read(source: Source, name: str, path: str) -> SavedQuery:
    try:
        return _parsed(name, path, _text(source, path))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _at(ConfigurationError(UNREADABLE["encoding"], path=path), f"{path}:{line}") from error
    except Unreadable as error:
        raise _at(ConfigurationError(UNREADABLE[error.reason], path=path), path) from error


def _text(source: Source, path: str) -> str:
    data = source.read(path, _MOST_BYTES)
    if len(data) > _MOST_BYTES:
        raise Unreadable(path, "too-large")
    return data.decode("utf-8-sig")


def _at(error: ConfigurationError, place: str) -> ConfigurationError:
    error.place = place
    return error


def _parsed(name: str, path: str, sql: str) -> SavedQuery:
    said_of: dict[str, dict[str, str]] = {"title": {}, "about": {}}
    parameters: list[Parameter] = []
    columns: list[Titled] = []
    for number, line in enumerate(map(str.strip, sql.splitlines()), start=1):
        place = f"{path}:{number}"
        if found := _SAID.fullmatch(line):
            said_of[found["key"]][found["language"] or ""] = found["text"]
        elif found := _LOOKS_LIKE.match(line):
            if found["key"] == "param":
                parameters.append(_parameter(line, place))
            else:
                columns.append(_titled(line, place))
        elif line and not line.startswith("--"):
            break
    return SavedQuery(name, path, sql, said_of["title"], said_of["about"], tuple(parameters), tuple(columns))


def _parameter(line: str, place: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None or found["type"] not in TYPES:
        message = N_("this parameter cannot be read") if found is None else N_("“{type}” is no type of parameter")
        near = "" if found is None else "".join(nearest(found["type"], TYPES, most=1))
        hint = (
            N_("perhaps: {near}") if near else N_('it is written: -- param: NAME TYPE = DEFAULT "en français" "in English"; types: {types}')
        )
        facts = {"type": found["type"] if found else "", "near": near, "types": ", ".join(TYPES)}
        raise _at(ConfigurationError(message, hint=hint, **facts), place)
    return Parameter(tuple(found["names"].split("/")), found["type"], found["default"], _meanings(found))


def _meanings(found: re.Match[str]) -> Mapping[str, str]:
    return {"fr": found["fr"] or "", "en": found["en"] or found["fr"] or ""}


_TRUTH: Words = {"1": N_("yes"), "0": N_("no")}


def _titled(line: str, place: str) -> Titled:
    found = _COLUMN.fullmatch(line)
    if found is None:
        hint = N_('it is written: -- column: NAME TABLE.COLUMN "en français" "in English"; the second is left out where it holds no words')
        raise _at(ConfigurationError(N_("this column cannot be read"), hint=hint), place)
    table, _, column = (found["type"] or "").partition(".")
    words = _TRUTH if found["type"] == "truth" else words_held(table).get(column, {}) if table in tables() else {}
    if found["type"] and not words:
        of = sorted(f"{name}.{one}" for name in tables() for one in words_held(name))
        near = "".join(nearest(found["type"], ["truth", *of], most=1))
        hint = N_("perhaps: {near}") if near else N_("write the column of a table that holds such words, as commitments.status, or truth")
        raise _at(ConfigurationError(N_("“{type}” holds no words of a vocabulary"), hint=hint, type=found["type"], near=near), place)
    return Titled(found["name"], words, _meanings(found), place)


Named = Callable[..., Record]
"""Finds the record that a parameter is given the name of: the name, then its kind."""


def values_of(
    query: SavedQuery, given: Mapping[str, str], repository: Repository, sense: Sense, named: Named | None = None
) -> dict[str, Value]:
    """What is put into a query. Raises ``UsageError`` for what is missing, unknown or of another type, ``NotFound`` for a record.

    ``named`` finds records, where somebody is to be told which is taken.
    """
    find = named or (lambda text, *kinds: record_taken(repository, text, *kinds, sense=sense).record)
    known = [name for one in query.parameters for name in one.names]
    if unknown := next((name for name in given if fold(name) not in map(fold, known)), None):
        asked = ", ".join(one.called(sense.language) for one in query.parameters)
        near = "".join(nearest(unknown, known, most=1))
        hint = N_("perhaps: {near}") if near else N_("it asks for: {known}") if known else N_("it asks for nothing")
        raise UsageError(N_("“{query}” does not ask for “{name}”"), hint=hint, query=query.name, name=unknown, near=near, known=asked)
    values: dict[str, Value] = {}
    for one in query.parameters:
        text = _given(one, given)
        if text is None:
            asked = " ".join(f"{_option(two, sense)}=…" for two in query.parameters if two.default is None)
            raise UsageError(
                N_("“{query}” asks for “{name}”, which was not given"),
                hint=N_("give it: {asked}"),
                query=query.name,
                name=one.called(sense.language),
                asked=asked,
            )
        found = _typed(one, text, find, sense)
        values |= {f"{name}{ending}": value for name in one.names for ending, value in found.items()}
    return values


def _given(one: Parameter, given: Mapping[str, str]) -> str | None:
    return next((text for name, text in given.items() if fold(name) in map(fold, one.names)), one.default)


def dates_of(query: SavedQuery, given: Mapping[str, str], sense: Sense) -> Iterator[tuple[str, str, EdtfDate | None]]:
    """The dates that a query is given: the option, what was given, and which date that is. Raises ``UsageError``."""
    for one in query.parameters:
        if one.type == "date":
            text = _given(one, given) or ""
            yield _option(one, sense), text, _date(one, text, sense)


def _date(one: Parameter, text: str, sense: Sense) -> EdtfDate | None:
    return option_date(_option(one, sense), without_side(one.called("en"), text), sense, ends_apart=True)


def _option(one: Parameter, sense: Sense) -> str:
    return f"--param {one.called(sense.language)}"


def _typed(one: Parameter, text: str, named: Named, sense: Sense) -> dict[str, Value]:
    """What is put in for a parameter, by what stands behind its name."""
    if one.type == "date":
        date = _date(one, text, sense)
        return {"": date.first.isoformat() if date else None, "_last": date.last.isoformat() if date else None}
    if not text:
        return {"": None}
    if one.type == "number":
        number = number_in(text)
        if number is None:
            raise UsageError(N_('{name} cannot take "{value}"'), hint=N_("it takes a number"), name=_option(one, sense), value=text)
        return {"": number}
    if one.type == "text":
        return {"": text}
    return {"": named(text, KINDS[kind_named(one.type)]).slug}


def number_in(text: str) -> int | float | None:
    """The number that a text is; None for none."""
    if re.fullmatch(r"[-+]?[0-9]{1,15}", text):
        return int(text)
    return float(text.replace(",", ".")) if re.fullmatch(r"[-+]?[0-9]{1,15}[.,][0-9]{1,15}", text) else None
