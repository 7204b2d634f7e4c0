"""A value that its option or argument cannot take, told with what could stand there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer import TyperException
from typer.core import TyperArgument

from traite_cli.errors import TraiteError, UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


def spelled(parameter: Parameter, call: Context) -> str:
    """Give the name that a person knows a parameter by: ``--format``, ``KIND``."""
    if isinstance(parameter, TyperArgument):
        return parameter.metavar or (parameter.name or "").upper()
    return max(parameter.opts, key=len) if parameter.opts else parameter.get_error_hint(call)


def choices_of(parameter: Parameter) -> tuple[str, ...]:
    """Give the words that a parameter takes, when it takes no others."""
    return tuple(str(getattr(choice, "value", choice)) for choice in getattr(parameter.type, "choices", ()))


def bad_value(parameter: Parameter, call: Context, arguments: Sequence[str]) -> UsageError:
    """Tell which value does not fit; ``arguments`` are the call's."""
    value, variable = _as_given(parameter, call, arguments)
    name = variable or spelled(parameter, call)
    if choices := choices_of(parameter):
        return _no_such_choice(name, value, choices)
    if parameter.type.name.startswith("int"):
        return _no_such_number(name, value, parameter)
    if parameter.type.name in {"path", "file", "directory"} and not os.path.exists(value):  # noqa: PTH110  # a name too long neither
        return UsageError(N_('{name}: "{value}" does not exist'), name=name, value=value)
    return UsageError(
        N_('{name} cannot take "{value}"'), hint=N_("see: {command} --help"), name=name, value=value, command=call.command_path
    )


def _no_such_choice(name: str, value: str, choices: Sequence[str]) -> UsageError:
    from traite_cli.cli.french_names import VALUES, meant
    from traite_cli.language import nearest

    near = meant(value, VALUES, choices) or ", ".join(nearest(value, choices, most=1))
    hint = N_("perhaps: {near} (one of: {choices})") if near else N_("one of: {choices}")
    return UsageError(N_('{name} cannot take "{value}"'), hint=hint, name=name, value=value, near=near, choices=", ".join(choices))


def _no_such_number(name: str, value: str, parameter: Parameter) -> UsageError:
    lowest, highest = getattr(parameter.type, "min", None), getattr(parameter.type, "max", None)
    hint = N_("it takes a whole number")
    if lowest is not None and highest is not None:
        hint = N_("it takes a whole number from {lowest} to {highest}")
    elif lowest is not None:
        hint = N_("it takes a whole number, {lowest} or more")
    elif highest is not None:
        hint = N_("it takes a whole number, {highest} or less")
    return UsageError(N_('{name} cannot take "{value}"'), hint=hint, name=name, value=value, lowest=lowest or 0, highest=highest or 0)


def _as_given(parameter: Parameter, call: Context, arguments: Sequence[str]) -> tuple[str, str]:
    """Give the value as it was written, and the environment variable it came from, if it did.

    The exception has neither, so the arguments are taken apart once more.
    """
    given, _, _ = call.command.make_parser(call).parse_args(args=list(arguments))
    value, source = parameter.consume_value(call, given)
    written = list(_one_by_one(value))
    refused = next((one for one in written if not _fits(one, parameter, call)), " ".join(written))
    return refused, _variable(parameter, call) if source.name == "ENVIRONMENT" else ""


def _one_by_one(value: object) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _one_by_one(one)
    elif value is not None:
        yield str(value)


def _fits(value: str, parameter: Parameter, call: Context) -> bool:
    try:
        parameter.type(value, parameter, call)
    except (TyperException, TraiteError):
        return False
    return True


def _variable(parameter: Parameter, call: Context) -> str:
    if parameter.envvar:
        return parameter.envvar if isinstance(parameter.envvar, str) else parameter.envvar[0]
    return f"{call.auto_envvar_prefix}_{(parameter.name or '').upper()}"
