"""``traite.toml``: the collective's name, letterhead, language, time zone and defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from traite_cli.errors import ConfigurationError
from traite_cli.files import Source, Unreadable
from traite_cli.kinds import AUDIENCES, SLUG
from traite_cli.language import N_, nearest

NAME = "traite.toml"
_MOST = 1 << 18
# tomllib takes minutes over a key of thousands of parts.
_NESTED = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){20}")
FORMATS = ("md", "html", "docx", "odt", "pdf")


@dataclass(frozen=True, slots=True)
class Rendering:
    """``[render]``: what documents are made of unless a command says otherwise."""

    parts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("md",)
    gaps: bool = False
    """Whether a document says where a passage was left out for its audience."""
    template: str = "working-document"


@dataclass(frozen=True, slots=True)
class Ignored:
    """One entry of ``[validate] ignore``: codes not told, in files whose path matches, for a reason."""

    codes: tuple[str, ...]
    path: str
    reason: str
    line: int = field(default=0, compare=False)
    """Where the codes stand in ``traite.toml``."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What ``traite.toml`` says; a file that holds only a name gives the defaults."""

    name: str
    organisation: str = ""
    language: str = "fr"
    timezone: str = "Europe/Paris"
    audience: str = "members"
    letterhead: tuple[str, ...] = ()
    render: Rendering = field(default_factory=Rendering)
    ignored: tuple[Ignored, ...] = ()


def read_configuration(source: Source) -> Configuration:
    """Read ``traite.toml``. Raises ``ConfigurationError`` with the line at fault."""
    import tomllib

    try:
        data = source.read(NAME, _MOST)
        text = data.decode("utf-8-sig")
    except Unreadable as error:
        raise ConfigurationError(N_("traite.toml cannot be read ({reason})."), reason=error.reason) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _at(line, ConfigurationError(N_("traite.toml is not UTF-8 text; save it again as UTF-8."))) from error
    if len(data) > _MOST:
        raise ConfigurationError(N_("traite.toml is larger than {most} KB."), most=_MOST // 1024)
    deep = _NESTED.search(text)
    if deep is not None:
        raise _at(text.count("\n", 0, deep.start()) + 1, ConfigurationError(N_("traite.toml nests too deeply.")))
    try:
        # A file that Windows saved has other line ends, which the reasons given by tomllib would count apart.
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except ValueError as error:
        # Not only TOMLDecodeError: a number of thousands of digits is one that Python refuses to read.
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else max(text.rstrip().count("\n") + 1, 1)
        raise _at(
            line,
            ConfigurationError(
                N_("traite.toml cannot be read: {reason}."),
                hint=N_('Text stands between double quotes: name = "Ensemble contre la traite"'),
                reason=str(error),
            ),
        ) from error
    except RecursionError as error:
        raise ConfigurationError(N_("traite.toml nests too deeply.")) from error
    return _Reader(text).configuration(table)


def _at(line: int, error: ConfigurationError) -> ConfigurationError:
    error.place = f"{NAME}:{line}"
    return error


class _Reader:
    """Takes the values out of the parsed file, each with the type it must have."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()

    def configuration(self, table: Mapping[str, Any]) -> Configuration:
        values = self.table(table, _TOP)
        if not values.get("name"):
            hint = N_('Add a first line: name = "the name of your collective"')
            error = ConfigurationError(N_("traite.toml gives no name."), hint=hint)
            raise _at(1, error)
        values.pop("format", None)
        render = Rendering(**self.table(values.pop("render", {}), _RENDER, "render"))
        validate = self.table(values.pop("validate", {}), _VALIDATE, "validate")
        ignored = tuple(self.ignored(entry, number) for number, entry in enumerate(validate.get("ignore", ())))
        return Configuration(**values, render=render, ignored=ignored)

    def ignored(self, entry: object, number: int) -> Ignored:
        values = self.table(entry, _IGNORE, "validate.ignore", number)
        for key in ("codes", "reason"):
            if not values.get(key):
                hint = N_("An entry says codes and reason, and path where it is for some files only.")
                raise self.error("ignore", N_("An entry of {key} has no {missing}."), "validate.ignore", number, hint, missing=key)  # noqa: EM101  # a key
        return Ignored(**{"path": "", **values}, line=self._line_of("codes", self._begin("validate.ignore", number)))

    def table(self, table: object, known: Mapping[str, Callable[[object], object]], place: str = "", number: int = 0) -> dict[str, Any]:
        """The values of a table, the one called ``place``; ``number`` says which one, where several are called so."""
        if not isinstance(table, Mapping):
            above, _, key = place.rpartition(".")
            raise self.error(key, N_("{key} is a table: write [{key}] on a line of its own."), above)
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                near = nearest(key, list(known), most=1)
                hint = N_("Did you mean {near}?") if near else N_("Known keys: {known}.")
                facts = {"near": "".join(near), "known": ", ".join(known)}
                raise self.error(key, N_("traite.toml has no key {key}."), place, number, hint, **facts)
            try:
                values[key] = known[key](value)
            except _Unfit as unfit:
                raise self.error(key, unfit.message, place, number, unfit.hint, words=unfit.words) from unfit
        return values

    def error(self, key: str, message: str, place: str = "", number: int = 0, hint: str = "", **facts: str) -> ConfigurationError:
        line = self._line_of(key, self._begin(place, number))
        return _at(line, ConfigurationError(message, hint=hint, key=key, line=line, **facts))

    def _begin(self, place: str, number: int) -> int:
        """The line, from 0, on which a table begins; 0 for the first of all, and for one written in another way."""
        head = re.compile(rf"\s*(?:\[+\s*{re.escape(place)}\s*\]|{re.escape(place)}\s*[=.])")
        heads = [at for at, text in enumerate(self.lines) if head.match(text)] if place else []
        return heads[min(number, len(heads) - 1)] if heads else 0

    def _line_of(self, key: str, begin: int) -> int:
        """The line of a key, from 1: where one begins with it, else where it stands at all."""
        word = re.escape(key)
        anywhere = re.compile(rf"(?<!\w){word}(?!\w)")
        if begin and not self.lines[begin].lstrip().startswith("[") and anywhere.search(self.lines[begin]):
            return begin + 1  # a table on one line
        beginning = re.compile(rf"\s*\[*\s*[\"']?(?:\w+\.)*{word}\b[\"']?\s*[=.\]]")
        places = (at for look in (beginning.match, anywhere.search) for at in range(begin, len(self.lines)) if look(self.lines[at]))
        return next(places, begin) + 1


class _Unfit(Exception):
    def __init__(self, message: str, hint: str = "", words: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.words = message, hint, words


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip() and "\n" not in value:
        return value
    raise _Unfit(N_("{key} is one line of text between quotes."))


def _slug(value: object) -> str:
    if isinstance(value, str) and SLUG.fullmatch(value):
        return value
    raise _Unfit(N_("{key} is the slug of an organisation: the name of its file, without .md."))


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) and "\n" not in one for one in value):
        return tuple(value)
    raise _Unfit(N_('{key} is a list of texts: {key} = ["first", "second"]'))


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _Unfit(N_("{key} is true or false, without quotes."))


def _one_of(*words: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value in words:
            return str(value)
        raise _Unfit(N_("{key} is not a word that traite knows."), N_("One of: {words}."), ", ".join(words))

    return read


def _formats(value: object) -> tuple[str, ...]:
    one = _one_of(*FORMATS)
    return tuple(one(each) for each in _texts(value))


def _timezone(value: object) -> str:
    from zoneinfo import ZoneInfo, available_timezones

    name = _text(value)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        if isinstance(error, KeyError) and not available_timezones():
            return name  # this machine knows no time zone at all, so that one cannot tell
        raise _Unfit(N_("{key} is not a time zone."), N_("Write it as Europe/Paris.")) from error
    return name


def _version(value: object) -> int:
    if value == 1 and not isinstance(value, bool):
        return 1
    raise _Unfit(N_("This traite reads format 1 only."), N_("Install a newer traite."))


def _template(value: object) -> str:
    if isinstance(value, str) and SLUG.fullmatch(value):
        return value
    raise _Unfit(N_("{key} is the name of a template, without its ending."))


def _as_is(value: object) -> object:
    return value


def _entries(value: object) -> tuple[object, ...]:
    if isinstance(value, list):
        return tuple(value)
    raise _Unfit(N_("{key} is a list of tables: write [[validate.ignore]] above each."))


_TOP: Mapping[str, Callable[[object], object]] = {
    "name": _text,
    "format": _version,
    "organisation": _slug,
    "language": _one_of("fr", "en"),
    "timezone": _timezone,
    "audience": _one_of(*AUDIENCES),
    "letterhead": _texts,
    "render": _as_is,
    "validate": _as_is,
}
_RENDER: Mapping[str, Callable[[object], object]] = {
    "parts": _texts,
    "formats": _formats,
    "gaps": _truth,
    "template": _template,
}
_VALIDATE: Mapping[str, Callable[[object], object]] = {"ignore": _entries}
_IGNORE: Mapping[str, Callable[[object], object]] = {"codes": _texts, "path": _text, "reason": _text}
