"""Saved queries: ``queries/NAME.sql``, which say in comments at their head what they are called and what they ask for.

::

    -- title.fr: Ce qui a été promis depuis un jour
    -- title.en: What was promised since a day
    -- about.en: One sentence more.
    -- param: since date = 2014 "depuis quand" "since when"
    SELECT title FROM commitments WHERE made_first >= :since

``title`` and ``about`` without a language are for both. A parameter has a name, a type, ``=`` and what it is when it is not given (nothing:
it may be left out), and its meaning in French and in English. A date is put in as its first day, and under NAME_last as its last.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.errors import ConfigurationError, NotFound, UsageError
from traite_cli.files import Found, Source
from traite_cli.files.source import UNREADABLE, Unreadable
from traite_cli.kinds import KINDS
from traite_cli.language import N_, Sense, nearest, words
from traite_cli.repository import Repository, record_called
from traite_cli.saying.bounds import without_side
from traite_cli.saying.given import option_date
from traite_cli.saying.vocabulary import kind_named

FOLDER = "queries"
_ENDING = ".sql"
_MOST_BYTES = 100_000
_NAME = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
_SAID = re.compile(r"--[ \t]*(?P<key>title|about)(?:\.(?P<language>[a-z]{2}))?[ \t]*:[ \t]*(?P<text>\S.*)")
_PARAMETER = re.compile(
    r"--[ \t]*param[ \t]*:[ \t]*(?P<name>[A-Za-z_]\w*)[ \t]+(?P<type>\w+)"
    r"(?:[ \t]*=[ \t]*(?P<default>[^\s\"]*))?(?:[ \t]*\"(?P<fr>[^\"]*)\")?(?:[ \t]*\"(?P<en>[^\"]*)\")?[ \t]*"
)
_LOOKS_LIKE_PARAMETER = re.compile(r"--[ \t]*param\b")

Value = str | int | float | None
SINGULAR = {kind: kind.removesuffix("s") for kind in KINDS} | {"people": "person"}
"""What a parameter that names a record of a kind is typed as."""
TYPES = ("text", "number", "date", *SINGULAR.values())


class Parameter(NamedTuple):
    """What a query asks for; ``default`` is None where it must be given."""

    name: str
    type: str
    default: str | None
    meanings: Mapping[str, str]


class SavedQuery(NamedTuple):
    """A query of the collective's."""

    name: str
    path: str
    sql: str
    titles: Mapping[str, str]
    abouts: Mapping[str, str]
    parameters: tuple[Parameter, ...]


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
    """A query by its name. Raises ``NotFound`` or ``ConfigurationError``."""
    paths = saved_queries(source)
    name = unicodedata.normalize("NFC", name).removesuffix(_ENDING)
    if name not in paths:
        near = tuple(nearest(name, paths))
        hint = "" if near else N_("those there are: traite query; a query in SQL begins with SELECT")
        raise NotFound(N_("no query is called “{name}”"), near=near, hint=hint, name=name)
    return _read(source, name, paths[name])


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
    for number, line in enumerate(sql.splitlines(), start=1):
        if found := _SAID.fullmatch(line.strip()):
            said_of[found["key"]][found["language"] or ""] = found["text"]
        elif _LOOKS_LIKE_PARAMETER.match(line.strip()):
            parameters.append(_parameter(line.strip(), f"{path}:{number}"))
        elif line.strip() and not line.startswith("--"):
            break
    return SavedQuery(name, path, sql, said_of["title"], said_of["about"], tuple(parameters))


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
    meanings = {"fr": found["fr"] or "", "en": found["en"] or found["fr"] or ""}
    return Parameter(found["name"], found["type"], found["default"], meanings)


def values_of(query: SavedQuery, given: Mapping[str, str], repository: Repository, sense: Sense) -> dict[str, Value]:
    """What is put into a query. Raises ``UsageError`` for what is missing, unknown or of another type, ``NotFound`` for a record."""
    known = {one.name: one for one in query.parameters}
    if unknown := next((name for name in given if name not in known), None):
        near = "".join(nearest(unknown, known, most=1))
        hint = N_("perhaps: {near}") if near else N_("it asks for: {known}") if known else N_("it asks for nothing")
        raise UsageError(
            N_("“{query}” does not ask for “{name}”"), hint=hint, query=query.name, name=unknown, near=near, known=", ".join(known)
        )
    values: dict[str, Value] = {}
    for one in query.parameters:
        text = given.get(one.name, one.default)
        if text is None:
            asked = " ".join(f"--param {two.name}=…" for two in query.parameters if two.default is None)
            raise UsageError(
                N_("“{query}” asks for “{name}”, which was not given"),
                hint=N_("give it: {asked}"),
                query=query.name,
                name=one.name,
                asked=asked,
            )
        values |= _typed(one, text, repository, sense)
    return values


def dates_of(query: SavedQuery, given: Mapping[str, str], sense: Sense) -> Iterator[tuple[str, str, EdtfDate | None]]:
    """The dates that a query is given: the option, what was given, and which date that is. Raises ``UsageError``."""
    for one in query.parameters:
        if one.type == "date":
            text = given.get(one.name, one.default or "")
            yield _option(one), text, _date(one, text, sense)


def _date(one: Parameter, text: str, sense: Sense) -> EdtfDate | None:
    return option_date(_option(one), without_side(one.name, text), sense, ends_apart=True)


def _option(one: Parameter) -> str:
    return f"--param {one.name}"


def _typed(one: Parameter, text: str, repository: Repository, sense: Sense) -> dict[str, Value]:
    if one.type == "date":
        date = _date(one, text, sense)
        return {one.name: date.first.isoformat() if date else None, f"{one.name}_last": date.last.isoformat() if date else None}
    if not text:
        return {one.name: None}
    if one.type == "number":
        number = number_in(text)
        if number is None:
            raise UsageError(N_('{name} cannot take "{value}"'), hint=N_("it takes a number"), name=_option(one), value=text)
        return {one.name: number}
    if one.type == "text":
        return {one.name: text}
    return {one.name: record_called(repository, text, KINDS[kind_named(one.type)], sense=sense).slug}


def number_in(text: str) -> int | float | None:
    """The number that a text is; None for none."""
    if re.fullmatch(r"[-+]?[0-9]{1,15}", text):
        return int(text)
    return float(text.replace(",", ".")) if re.fullmatch(r"[-+]?[0-9]{1,15}[.,][0-9]{1,15}", text) else None
