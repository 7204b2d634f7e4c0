"""The options that every command has, before or after its name, and what they settle.

The innermost that is given wins; then the environment (``TRAITE_LANG``, ``TRAITE_AS_OF`` …); then the default.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from typer._types import TyperChoice  # Typer makes a Literal's type of it, and has no public name for it
from typer.core import TyperOption

from traite_cli.errors import UsageError
from traite_cli.language import LANGUAGES, N_

if TYPE_CHECKING:
    from typer import CallbackParam, Context

    from traite_cli.dates import EdtfDate
    from traite_cli.language import Language
    from traite_cli.workspace import AsOf

COLORS = ("auto", "always", "never")
_KEY = "traite."
_FROM_ENVIRONMENT = "traite.environment."


class Settings(NamedTuple):
    """What the options of every command settle.

    ``directory`` is the repository asked for (none: the nearest one upward), ``as_of`` the day asked about, also as it is told from
    today (none: today), ``at`` the revision or day whose files are read ('': as they are now), ``verbosity`` -1 with ``-q``, else
    how often ``-v`` was given.
    """

    directory: Path | None
    as_of: AsOf
    at: str
    language: Language
    color: str
    verbosity: int


def settings_among(given: Mapping[str, Any], language: Language) -> Settings:
    """Make the settings of what the options have left in Typer's context, or raise what is wrong with it.

    It is looked at only now, so that a wrong value in the environment keeps nobody from ``--help``.
    """
    directory, as_of = given.get(_KEY + "directory"), given.get(_KEY + "as_of")
    return Settings(
        directory=None if directory is None else _folder(directory),
        as_of=None if as_of is None else _day(option_given(given, "as_of"), as_of, language),
        at=str(given.get(_KEY + "at", "")).strip(),
        language=language,
        color=color_among(given),
        verbosity=verbosity_among(given),
    )


def color_among(given: Mapping[str, Any]) -> str:
    """Give the colours asked for: ``auto``, ``always`` or ``never``."""
    return str(given.get(_KEY + "color", "auto"))


def verbosity_among(given: Mapping[str, Any]) -> int:
    """Give how much is to be said: -1 with ``-q``, else how often ``-v`` was given."""
    return int(given.get(_KEY + "verbosity", 0))


def option_given(given: Mapping[str, Any], name: str) -> str:
    """Give what the value of an option came from: ``--as-of``, or ``TRAITE_AS_OF`` where it stands in the environment."""
    variable: str = given.get(_FROM_ENVIRONMENT + name, "")
    return variable or f"--{name.replace('_', '-')}"


def as_of_given(given: Mapping[str, Any]) -> str:
    """Give the day asked about as it was written."""
    return str(given.get(_KEY + "as_of", "")).strip()


def shared_options(*, environment: bool) -> list[TyperOption]:
    """Make the options of every command anew; only those before the command's name read the environment."""

    def option(*names: str, **attributes: Any) -> TyperOption:
        envvar = "TRAITE_" + names[-1].removeprefix("--").replace("-", "_").upper() if environment else None
        return TyperOption(
            param_decls=list(names), envvar=envvar, allow_from_autoenv=False, expose_value=False, callback=_keep, **attributes
        )

    return [
        option("-C", "--directory", metavar=N_("FOLDER"), help=N_("The repository (default: the nearest one upward).")),
        option("--as-of", metavar=N_("DATE"), help=N_("The day asked about (default: today).")),
        option(
            "--at",
            metavar=N_("REVISION"),
            help=N_("The records as they were committed: at a revision, or by the end of a day."),
            autocompletion=complete_revisions,
        ),
        option("--lang", type=TyperChoice(LANGUAGES), help=N_("The language of messages.")),
        option("--color", type=TyperChoice(COLORS), help=N_("Colours: for terminals only, always or never.")),
        option("-q", "--quiet", is_flag=True, help=N_("Say nothing that is not asked for.")),
        option("-v", "--verbose", count=True, help=N_("Say more; twice, also where an error comes from.")),
    ]


def action(name: str, act: Callable[..., None], meaning: str, *, short: str = "") -> TyperOption:
    """Make an option that does something instead of running the command; ``act`` is asked with its value."""
    return TyperOption(
        param_decls=[short, name] if short else [name],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        allow_from_autoenv=False,
        callback=act,
        help=meaning,
    )


def _keep(context: Context, parameter: CallbackParam, value: Any) -> Any:
    """Leave a value that was given where the inner command finds it: ``meta`` is shared by nested contexts."""
    name = parameter.name or ""
    source = context.get_parameter_source(name)
    if source is None or source.name not in {"COMMANDLINE", "ENVIRONMENT"}:
        return value
    if name in {"quiet", "verbose"}:
        name, value = "verbosity", (-1 if value else 0) if name == "quiet" else value
    given: MutableMapping[str, Any] = context.meta
    if source.name == "COMMANDLINE":
        given[_KEY + name] = value
        given.pop(_FROM_ENVIRONMENT + name, None)
    elif _KEY + name not in given:
        given[_KEY + name] = value
        given[_FROM_ENVIRONMENT + name] = str(parameter.envvar)
    return value


def complete_revisions(context: Context, words: list[str], incomplete: str) -> list[str]:  # noqa: ARG001 (Typer's signature)
    """Offer the branches and tags of the repository that the call is about."""
    from traite_cli.files.git import Git
    from traite_cli.workspace import Workspace

    root = Workspace.nearest(settings_among(context.meta, LANGUAGES[0]).directory, None).root
    return [name for name in Git(root).names() if name.startswith(incomplete)]


def _folder(text: str) -> Path:
    if not os.path.isdir(text):  # noqa: PTH112  # a name too long is no folder
        raise UsageError(
            N_('"{folder}" is not a folder'),
            hint=N_("the repository (--directory, TRAITE_DIRECTORY) is the folder that holds traite.toml"),
            folder=text,
        )
    return Path(text)


def _day(option: str, text: str, language: Language) -> AsOf:
    """Give the day meant, or how it is told from today; a month or a year means its last day, as deadlines do."""
    from traite_cli.dates import DateError, EdtfDate

    try:
        return _one_day(option, text, EdtfDate.parse(text))
    except DateError:
        _told(option, text, language, date(2000, 1, 1))  # what is no day on any day is told at once
        return partial(_told, option, text, language)


def _told(option: str, text: str, language: Language, today: date) -> date:
    """Give the day that words say on a day."""
    from traite_cli.language import Sense
    from traite_cli.saying.given import option_date

    found = option_date(option, text, Sense(today, language), "past")
    return today if found is None else _one_day(option, text, found)


def _one_day(option: str, text: str, asked: EdtfDate) -> date:
    if asked.is_interval or asked.approximate:
        error = UsageError(N_("“{value}” is not one day"), hint=N_("a day is written 2015-01-22, a month 2015-01, a year 2015"), value=text)
        error.option = option
        raise error
    return asked.last
