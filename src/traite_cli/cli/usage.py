"""A command called wrongly, told from the facts of the call.

Typer's own sentences are English and speak of Python's types, so none of them is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from typer._click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption
from typer.core import TyperArgument, TyperOption

from traite_cli.cli.values import bad_value, choices_of, spelled
from traite_cli.errors import Choices, UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from typer import TyperException
    from typer._click.core import Context, Parameter

_SEE_HELP = N_("see: {command} --help")


def told(error: TyperException, call: Context | None = None, arguments: Sequence[str] = ()) -> UsageError:
    """Tell what was wrong with a call; ``arguments`` are those that were being read."""
    call = getattr(error, "ctx", None) or call
    if call is None:
        return _not_understood(error, "traite")
    match error:
        case NoSuchOption(option_name=name):
            return _no_such_option(name, call, arguments)
        case BadOptionUsage(option_name=name):
            return _badly_used(name, call)
        case MissingParameter(param=parameter) if parameter is not None:
            return _missing(parameter, call)
        case BadParameter(param=parameter) if parameter is not None:
            return bad_value(parameter, call, arguments)
    return _not_understood(error, call.command_path)


def no_such_command(name: str, known: Collection[str]) -> UsageError:
    """Tell that there is no such command, and which is near."""
    from traite_cli.cli.french_names import COMMANDS

    return _near(N_("there is no command {name}"), name, known, "traite", COMMANDS)


def left_over(arguments: Sequence[str], call: Context) -> UsageError:
    """Tell which words of the call nobody asked for, and what they may be: the rest of a name, or an option without its hyphens."""
    words = " ".join(arguments)
    message = N_("one word too many: {words}") if len(arguments) == 1 else N_("{number} words too many: {words}")
    name, near = _begun_name(call), _option_meant(words, call)
    hint = N_("perhaps: {near}") if near else _SEE_HELP
    if name:
        hint = N_('a name of several words stands between quotation marks: {command} "{name} {words}"')
    return UsageError(message, hint=hint, words=words, number=len(arguments), command=call.command_path, name=name, near=near)


def _begun_name(call: Context) -> str:
    """The one name that a command was given, which may go on; '' where it takes none, or several, or a word out of a few."""
    taken = [one for one in call.command.get_params(call) if isinstance(one, TyperArgument)]
    value = call.params.get(taken[0].name or "") if len(taken) == 1 and taken[0].name != "kind" and not choices_of(taken[0]) else None
    return value if isinstance(value, str) else ""


def _option_meant(words: str, call: Context) -> str:
    """The option that words without hyphens were meant for; '' for none."""
    from traite_cli.cli.french_names import OPTIONS, meant

    known = _long_options(call)
    as_written = f"--{words.replace(' ', '-')}"
    return as_written if as_written in known else meant(words, OPTIONS, known)


def _long_options(call: Context) -> list[str]:
    return [one for parameter in call.command.get_params(call) for one in parameter.opts if one.startswith("--")]


_NO_OPTION = N_("{command} has no option {name}")


def _no_such_option(name: str, call: Context, arguments: Sequence[str]) -> UsageError:
    from traite_cli.cli.french_names import OPTIONS

    if " " in name or "\n" in name:
        said = name.splitlines()[0]
        hint = N_('what begins with a hyphen and is no option stands behind --: {command} -- "{name} …"')
        return UsageError(_NO_OPTION, hint=hint, name=said, command=call.command_path)
    if word := _word_with_hyphen(name, call, arguments):
        hint = N_("what begins with a hyphen and is no option stands behind --: {command} -- {name}")
        return UsageError(_NO_OPTION, hint=hint, name=word, command=call.command_path)
    kind = _kind_listed(call, arguments)
    known = [one for one in _long_options(call) if _may_filter(one, kind)]
    if state := _state_meant(name, kind, known):
        return UsageError(_NO_OPTION, hint=N_("perhaps: {near}"), name=name, near=f"--state {state}", command=call.command_path)
    return _near(_NO_OPTION, name, known, call.command_path, OPTIONS)


def _word_with_hyphen(name: str, call: Context, arguments: Sequence[str]) -> str:
    """The word of which a letter was taken for an option, where a command takes any number of words: ``search -lettre``."""
    takes_words = any(isinstance(one, TyperArgument) and one.nargs == -1 for one in call.command.params)
    words = (one for one in arguments if len(one) > len(name) and one[0] == "-" != one[1] and name[-1] in one)
    return next(words, "") if takes_words and not name.startswith("--") else ""


def _kind_listed(call: Context, arguments: Sequence[str]) -> str:
    """The kind of which records are to be listed, '' where none is said, or a command lists none."""
    from traite_cli.kinds import kind_among

    lists = any(isinstance(one, TyperArgument) and one.name == "kind" for one in call.command.params)
    return next(filter(None, map(kind_among, arguments)), "") if lists else ""


def _may_filter(option: str, kind: str) -> bool:
    """Whether an option is no filter of other kinds alone."""
    from traite_cli.cli.filter_table import ROWS

    return not kind or all(kind in one.kinds for one in ROWS if one.option == option)


def _state_meant(name: str, kind: str, options: Collection[str]) -> str:
    """The state of a kind that somebody wrote as an option, as ``--state`` takes it: ``--tenus``, ``--en-cours``; '' for none.

    Nor for what has an option of its own: ``--held``.
    """
    from traite_cli.kinds import meant_among, word_among
    from traite_cli.saying.vocabulary import STATES

    states, said = STATES.get(kind, {}), name.lstrip("-")
    spelt = next((one for one in (said, *map(said.removesuffix, _PLURALS)) if word_among(states, one)), "")
    state = word_among(states, spelt) or meant_among(states, said)
    return "" if f"--{state}" in options else spelt or state


_PLURALS = ("s", "es", "e")


def _near(message: str, name: str, known: Collection[str], command: str, french: Mapping[str, str]) -> UsageError:
    from traite_cli.cli.french_names import meant
    from traite_cli.language import nearest

    by_words = {one.lstrip("-"): one for one in known}
    near = meant(name, french, known) or ", ".join(by_words[one] for one in nearest(name.lstrip("-"), list(by_words)))
    return UsageError(message, hint=N_("perhaps: {near}") if near else _SEE_HELP, name=name, near=near, command=command)


def _badly_used(name: str, call: Context) -> UsageError:
    options = [one for one in call.command.get_params(call) if isinstance(one, TyperOption)]
    flags = {name for one in options if one.is_flag or one.count for name in one.opts + one.secondary_opts}
    message = N_("{name} takes no value") if name in flags else N_("{name} needs a value after it")
    return UsageError(message, hint=_SEE_HELP, name=name, command=call.command_path)


def _missing(parameter: Parameter, call: Context) -> UsageError:
    message = N_("{name} is missing") if isinstance(parameter, TyperArgument) else N_("the option {name} is missing")
    choices = ", ".join(choices_of(parameter)) or (_kinds() if parameter.name == "kind" else "")
    hint = N_("one of: {choices}") if choices else _SEE_HELP
    return UsageError(message, hint=hint, name=spelled(parameter, call), choices=choices, command=call.command_path)


def _kinds() -> Choices:
    from traite_cli.kinds import SEVERAL

    return Choices(SEVERAL)


def _not_understood(error: TyperException, command: str) -> UsageError:
    return UsageError(N_("the command was not understood: {reason}"), hint=_SEE_HELP, reason=error.message, command=command)
