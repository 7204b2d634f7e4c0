"""``traite.toml``: the collective's name, letterhead, language, time zone and defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from traite_cli.errors import ConfigurationError
from traite_cli.files import UNREADABLE, Source, Unreadable
from traite_cli.kinds import AUDIENCE_WORDS, OPTIONAL_PARTS, SLUG, meant_among
from traite_cli.language import LANGUAGES, N_, nearest
from traite_cli.repository.toml_text import NAME, at, read_toml

if TYPE_CHECKING:
    from datetime import tzinfo

_MOST = 1 << 18
FORMATS = ("md", "html", "docx", "odt", "pdf")


class Rendering(NamedTuple):
    """``[render]``: what documents are made of unless a command says otherwise."""

    parts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("md",)
    gaps: bool = False
    """Whether a document says where a passage was left out for its audience."""
    template: str = "working-document"
    template_place: str = ""
    """Where ``traite.toml`` names the template, as ``path:line:column``; '' where it does not."""


class Ignored(NamedTuple):
    """One entry of ``[validate] ignore``: codes not told, in files whose path matches, for a reason."""

    codes: tuple[str, ...]
    path: str
    reason: str
    place: str = ""
    """Where ``traite.toml`` names the codes."""


class Configuration(NamedTuple):
    """What ``traite.toml`` says; a file that holds only a name gives the defaults."""

    name: str
    organisation: str = ""
    language: str = "fr"
    timezone: str = "Europe/Paris"
    audience: str = "members"
    letterhead: tuple[str, ...] = ()
    render: Rendering = Rendering()
    ignored: tuple[Ignored, ...] = ()

    @property
    def zone(self) -> tzinfo | None:
        """The time zone; None, the machine's own, where it has no data of time zones."""
        from traite_cli.dates.zones import zone_named

        return zone_named(self.timezone)


def read_configuration(source: Source) -> Configuration:
    """Read ``traite.toml``. Raises ``ConfigurationError`` with the line at fault."""
    try:
        data = source.read(NAME, _MOST)
        text = data.decode("utf-8-sig")
    except Unreadable as error:
        raise ConfigurationError(UNREADABLE[error.reason], path=NAME) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise at(ConfigurationError(UNREADABLE["encoding"], path=NAME), line) from error
    if len(data) > _MOST:
        raise ConfigurationError(N_("traite.toml is larger than {most} KB"), most=_MOST // 1024)
    table = read_toml(text.replace("\r\n", "\n"))
    return _Reader(text).configuration(table)


class _Reader:
    """Takes the values out of the parsed file, each with the type it must have."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        # A file may name ten thousand tables, all of one name: it is not gone through again for each.
        self._heads = cache(self._heads_of)
        self._line_of = cache(self._line_after)

    def configuration(self, table: Mapping[str, Any]) -> Configuration:
        values = self.table(table, _TOP)
        if not values.get("name"):
            hint = N_('add a first line: name = "the name of your collective"')
            error = ConfigurationError(N_("traite.toml gives no name"), hint=hint)
            raise at(error, 1)
        values.pop("format", None)
        render = self.table(values.pop("render", {}), _RENDER, "render")
        if "template" in render:
            render["template_place"] = self.place("template", "render")
        validate = self.table(values.pop("validate", {}), _VALIDATE, "validate")
        ignored = tuple(self.ignored(entry, number) for number, entry in enumerate(validate.get("ignore", ())))
        return Configuration(**values, render=Rendering(**render), ignored=ignored)

    def ignored(self, entry: object, number: int) -> Ignored:
        values = self.table(entry, _IGNORE, "validate.ignore", number)
        for key in ("codes", "reason"):
            if not values.get(key):
                hint = N_("an entry says codes and reason, and path where it is for some files only")
                raise self.error("ignore", N_("an entry of {key} has no {missing}"), "validate.ignore", number, hint, missing=key)  # noqa: EM101  # a key
        return Ignored(**{"path": "", **values}, place=self.place("codes", "validate.ignore", number))

    def table(self, table: object, known: Mapping[str, Callable[[object], object]], place: str = "", number: int = 0) -> dict[str, Any]:
        """The values of a table, the one called ``place``; ``number`` says which one, where several are called so."""
        if not isinstance(table, Mapping):
            above, _, key = place.rpartition(".")
            raise self.error(key, N_("{key} is a table: write [{key}] on a line of its own"), above)
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                near = nearest(key, list(known), most=1)
                hint = N_("perhaps: {near}") if near else N_("known keys: {known}")
                facts = {"near": "".join(near), "known": ", ".join(known)}
                raise self.error(key, N_("traite.toml has no key {key}"), place, number, hint, **facts)
            try:
                values[key] = known[key](value)
            except _Unfit as unfit:
                raise self.error(key, unfit.message, place, number, unfit.hint, **unfit.facts) from unfit
        return values

    def error(self, key: str, message: str, place: str = "", number: int = 0, hint: str = "", **facts: str) -> ConfigurationError:
        error = ConfigurationError(message, hint=hint, key=key, **facts)
        error.place = self.place(key, place, number)
        return error

    def place(self, key: str, table: str = "", number: int = 0) -> str:
        """Where a key stands, as ``path:line:column``."""
        line = self._line_of(key, self._begin(table, number))
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return f"{NAME}:{line}:{max(text.find(key), 0) + 1}"

    def _begin(self, place: str, number: int) -> int:
        """The line, from 0, on which a table begins; 0 for the first of all, and for one written in another way."""
        heads = self._heads(place) if place else ()
        return heads[min(number, len(heads) - 1)] if heads else 0

    def _heads_of(self, place: str) -> tuple[int, ...]:
        head = re.compile(rf"\s*(?:\[+\s*{re.escape(place)}\s*\]|{re.escape(place)}\s*[=.])")
        return tuple(at for at, text in enumerate(self.lines) if head.match(text))

    def _line_after(self, key: str, begin: int) -> int:
        """The line of a key, from 1: where one begins with it, else where it stands at all."""
        word = re.escape(key)
        anywhere = re.compile(rf"(?<!\w){word}(?!\w)")
        if begin and not self.lines[begin].lstrip().startswith("[") and anywhere.search(self.lines[begin]):
            return begin + 1  # a table on one line
        beginning = re.compile(rf"\s*\[*\s*[\"']?(?:\w+\.)*{word}\b[\"']?\s*[=.\]]")
        places = (at for look in (beginning.match, anywhere.search) for at in range(begin, len(self.lines)) if look(self.lines[at]))
        return next(places, begin) + 1


class _Unfit(Exception):
    def __init__(self, message: str, hint: str = "", **facts: str) -> None:
        super().__init__(message)
        self.message, self.hint, self.facts = message, hint, facts


def _text(value: object) -> str:
    if isinstance(value, str) and value.strip() and "\n" not in value:
        return value
    raise _Unfit(N_("{key} is one line of text between quotes"))


def _slug(value: object) -> str:
    if isinstance(value, str) and SLUG.fullmatch(value):
        return value
    raise _Unfit(N_("{key} is the slug of an organisation: the name of its file, without .md"))


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) and "\n" not in one for one in value):
        return tuple(value)
    raise _Unfit(N_('{key} is a list of texts: {key} = ["first", "second"]'))


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _Unfit(N_("{key} is true or false, without quotes"))


def _one_of(labels: Mapping[str, str]) -> Callable[[object], str]:
    """Reads one word of a vocabulary."""

    def read(value: object) -> str:
        if isinstance(value, str) and value in labels:
            return value
        near = meant_among(labels, str(value))
        hint = N_("perhaps: {near} (one of: {choices})") if near else N_("one of: {choices}")
        raise _Unfit(N_("{key} cannot be “{value}”"), hint, value=str(value), near=near, choices=", ".join(labels))

    return read


def _some_of(labels: Mapping[str, str]) -> Callable[[object], tuple[str, ...]]:
    one = _one_of(labels)
    return lambda value: tuple(one(each) for each in _texts(value))


def _timezone(value: object) -> str:
    from zoneinfo import ZoneInfo, available_timezones

    name = _text(value)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        if isinstance(error, KeyError) and not available_timezones():
            return name  # this machine knows no time zone at all, so that one cannot tell
        raise _Unfit(N_("{key} is not a time zone"), N_("write it as Europe/Paris")) from error
    return name


def _version(value: object) -> int:
    if value == 1 and not isinstance(value, bool):
        return 1
    raise _Unfit(N_("this traite reads format 1 only"), N_("install a newer traite"))


def _template(value: object) -> str:
    if isinstance(value, str) and SLUG.fullmatch(value):
        return value
    raise _Unfit(N_("{key} is the name of a template, without its ending"))


def _as_is(value: object) -> object:
    return value


def _entries(value: object) -> tuple[object, ...]:
    if isinstance(value, list):
        return tuple(value)
    raise _Unfit(N_("{key} is a list of tables: write [[validate.ignore]] above each"))


_TOP: Mapping[str, Callable[[object], object]] = {
    "name": _text,
    "format": _version,
    "organisation": _slug,
    "language": _one_of({language: language for language in LANGUAGES}),
    "timezone": _timezone,
    "audience": _one_of(AUDIENCE_WORDS),
    "letterhead": _texts,
    "render": _as_is,
    "validate": _as_is,
}
_RENDER: Mapping[str, Callable[[object], object]] = {
    "parts": _some_of(OPTIONAL_PARTS),
    "formats": _some_of({form: form for form in FORMATS}),
    "gaps": _truth,
    "template": _template,
}
_VALIDATE: Mapping[str, Callable[[object], object]] = {"ignore": _entries}
_IGNORE: Mapping[str, Callable[[object], object]] = {"codes": _texts, "path": _text, "reason": _text}
