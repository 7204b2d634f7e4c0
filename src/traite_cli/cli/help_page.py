"""The page that ``--help`` shows: usage, meaning, arguments, options, commands and examples, in the language asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from typer.core import TyperArgument, TyperOption

from traite_cli.cli.values import choices_of
from traite_cli.language import N_

if TYPE_CHECKING:
    from typer._click.core import Parameter
    from typer._click.formatting import HelpFormatter

    from traite_cli.language import Translator

# A command line, and a message id that says what it does.
Example = tuple[str, str]


def usage(parameters: Iterable[Parameter], t: Translator) -> list[str]:
    """Give what stands after the command's name in the usage line."""
    arguments = [one for one in parameters if isinstance(one, TyperArgument) and not one.hidden]
    return [t(N_("[OPTIONS]")), *(name(one) if one.required else f"[{name(one)}]" for one in arguments)]


def name(parameter: Parameter) -> str:
    """Give a parameter's name as help shows it: ``KIND``, ``PATH...``, ``-C, --directory FOLDER``."""
    if isinstance(parameter, TyperArgument):
        return _value(parameter) + ("..." if parameter.nargs != 1 else "")
    names = ", ".join(sorted(parameter.opts, key=len))
    opposite = "".join(f" / {one}" for one in parameter.secondary_opts)
    takes_value = not (isinstance(parameter, TyperOption) and (parameter.is_flag or parameter.count))
    return f"{names}{opposite} {_value(parameter)}" if takes_value else names + opposite


def write_parameters(heading: str, parameters: Sequence[Parameter], page: HelpFormatter, t: Translator) -> None:
    """Write a section with one entry for each parameter."""
    write_entries(heading, [(name(one), _meaning(one, t)) for one in parameters if not getattr(one, "hidden", False)], page, t)


def write_entries(heading: str, entries: Sequence[tuple[str, str]], page: HelpFormatter, t: Translator) -> None:
    """Write a section of names and meanings."""
    if entries:
        with page.section(t(heading)):
            page.write_dl(entries)


def write_text(text: str, page: HelpFormatter) -> None:
    """Write paragraphs, indented."""
    page.write_paragraph()
    with page.indentation():
        page.write_text(text)


def write_examples(examples: Sequence[Example], page: HelpFormatter, t: Translator) -> None:
    """Write the examples; their lines stay whole, to be copied."""
    if not examples:
        return
    with page.section(t(N_("Examples:"))):
        for line, meaning in examples:
            page.write_text(t(meaning))
            page.write(f"{'':>{page.current_indent + 2}}{t(line)}\n")


def _value(parameter: Parameter) -> str:
    return parameter.metavar or "|".join(choices_of(parameter)) or (parameter.name or "").upper()


def _meaning(parameter: Parameter, t: Translator) -> str:
    remarks = []
    if (default := _default(parameter)) and getattr(parameter, "show_default", False):
        remarks.append(t(N_("default: {value}"), value=default))
    if parameter.required and not isinstance(parameter, TyperArgument):
        remarks.append(t(N_("required")))
    meaning: str = getattr(parameter, "help", None) or ""
    return "  ".join(part for part in (meaning, f"[{', '.join(remarks)}]" if remarks else "") if part)


def _default(parameter: Parameter) -> str:
    shown: Any = getattr(parameter, "show_default", None)
    value: Any = shown if isinstance(shown, str) else parameter.default
    if value is None or isinstance(value, bool) or callable(value):
        return ""
    values = value if isinstance(value, (list, tuple)) else [value]
    return ", ".join(str(one.value if isinstance(one, Enum) else one) for one in values)
