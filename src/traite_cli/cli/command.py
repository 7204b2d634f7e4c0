"""A command as Typer runs it, made from its module in the language asked.

A module in ``commands`` has ``HELP`` (one sentence), ``EXAMPLES``, ``command`` and, where one sentence is not enough, ``DETAILS``;
``more_options`` makes options that are read from a table. One of which what it says follows from the records, the day and the call alone
has ``ASKS_WITHOUT``: the parameters with which that is not so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from typer import Exit, Typer, TyperException
from typer._click.core import Command as ClickCommand
from typer._click.exceptions import MissingParameter
from typer.core import TyperArgument, TyperCommand, TyperOption
from typer.main import get_command

from traite_cli import __version__
from traite_cli.cli import help_page
from traite_cli.cli.call import Call
from traite_cli.cli.options import action, shared_options
from traite_cli.cli.usage import left_over, told
from traite_cli.errors import MachineError, UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from types import ModuleType

    from typer import CallbackParam
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter

    from traite_cli.cli.answering import Asked
    from traite_cli.cli.streams import Said
    from traite_cli.language import Translator


class InWords(ClickCommand):
    """What all our commands share: faults and help worded by us, and the options that stand before or after a command's name."""

    context_class = Call
    t: Translator
    shared: Sequence[TyperOption] = ()
    shared_heading = N_("Options of every command:")
    details = ""
    examples: Sequence[help_page.Example] = ()

    def settle(self, t: Translator, options: Sequence[TyperOption]) -> None:
        """Take the options of every command, and put all words into the language of ``t``."""
        self.t = t
        self._help_option = action("--help", _show_help, N_("Show this help."), short="-h")
        self.shared = [*options, action("--version", _show_version, N_("Show the version.")), self._help_option]
        self.params = [*self.params, *self.shared[:-1]]
        for parameter in [*self.params, self._help_option]:
            _translate(parameter, t)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments, or raise what is wrong with them as an error of ours."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            raise told(error, ctx, given) from error

    def get_help_option(self, ctx: Context) -> TyperOption | None:  # noqa: ARG002 (Click's signature)
        """Give the ``--help`` of ours, which is worded by us and writes to our console."""
        return self._help_option

    def collect_usage_pieces(self, ctx: Context) -> list[str]:  # noqa: ARG002 (Click's signature)
        """Give what stands after the command's name in the usage line."""
        return help_page.usage(self.params, self.t)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=self.t(N_("Usage:")) + " ")

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the whole page."""
        own = [one for one in self.params if one not in self.shared]
        self.format_usage(ctx, formatter)
        help_page.write_text("\n\n".join(text for text in (self.help, self.details) if text), formatter)
        help_page.write_parameters(N_("Arguments:"), [one for one in own if isinstance(one, TyperArgument)], formatter, self.t)
        options = [one for one in own if isinstance(one, TyperOption)]
        help_page.write_parameters(N_("Options:"), [one for one in options if not one.rich_help_panel], formatter, self.t)
        for section in dict.fromkeys(one.rich_help_panel for one in options if one.rich_help_panel):
            help_page.write_parameters(section, [one for one in options if one.rich_help_panel == section], formatter, self.t)
        self.format_commands(ctx, formatter)
        help_page.write_examples(self.examples, formatter, self.t)
        help_page.write_parameters(self.shared_heading, self.shared, formatter, self.t)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list of commands, where there are any."""


class Command(InWords, TyperCommand):
    """One verb."""

    asked: Asked | None = None
    """The call as a question whose answer may be kept; None where it is none."""
    asks_without: Sequence[str] = ()
    """The parameters with which what it says follows from more than the records, the day and the call."""

    # Click would refuse the words that are left over with a sentence of its own.
    allow_extra_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments; none may be left over."""
        rest = self._read_or_ask(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise left_over(rest, ctx)
        return rest

    def _read_or_ask(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments; somebody who is there is asked for what is missing."""
        try:
            return super().parse_args(ctx, list(args))
        except UsageError as error:
            missing = error.__cause__.param if isinstance(error.__cause__, MissingParameter) else None
            if missing is None or ctx.resilient_parsing:
                raise
            from traite_cli.cli.asked import words_for

            said = words_for(missing, cast("Call", ctx))
            if said is None:
                raise
        self.asked = None  # what a person adds is not in the question
        return self._read_or_ask(ctx, [*args, *said])

    def invoke(self, ctx: Context) -> Any:
        """Run the command, once it is sure that its settings are right."""
        try:
            call = cast("Call", ctx)
            _ = call.settings
            call.asked = self.asked if not any(call.params[name] for name in self.asks_without) else None
            return _answered(call, lambda: super(Command, self).invoke(ctx)) if call.asked is not None else super().invoke(ctx)
        except BrokenPipeError as error:
            # Typer takes any broken pipe for our reader's; the console tells of that one in its own way.
            raise MachineError(N_("a program ended before it had read what it was given")) from error


def _answered(call: Call, ask: Callable[[], Any]) -> int:
    """Answer the question that a call is, from what is kept or by running it; gives its exit code."""
    from traite_cli.cli.records import workspace_of

    heard: list[Said] = []
    call.console = call.console._replace(heard=heard)
    workspace = workspace_of(call, reading=True)
    if call.asked is None or call.asked.root != workspace.root:
        return int(ask() or 0)
    return call.asked.answered(lambda: int(ask() or 0), heard, call.wrote, lambda: workspace.end_of_day)


def command_of(module: ModuleType, name: str, t: Translator, asked: Asked | None) -> Command:
    """Make the command that a module holds; ``asked`` is the call as a question, where it may be one."""
    app = Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command, help=t(module.HELP))(module.command)
    made = cast("Command", get_command(app))
    made.details = t(module.DETAILS) if hasattr(module, "DETAILS") else ""
    made.examples = module.EXAMPLES
    if hasattr(module, "ASKS_WITHOUT"):
        made.asked, made.asks_without = asked, module.ASKS_WITHOUT
    if hasattr(module, "more_options"):
        made.params = [*made.params, *module.more_options(t)]
    made.settle(t, shared_options(environment=False))
    return made


def _translate(parameter: object, t: Translator) -> None:
    if isinstance(parameter, (TyperArgument, TyperOption)):
        parameter.help = _sentence(t(parameter.help)) if parameter.help else None
        parameter.metavar = t(parameter.metavar) if parameter.metavar else None


def _sentence(text: str) -> str:
    """What an option is for as a sentence; the meaning of a field, which some have for it, is a part of one."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")


def _show_help(call: Call, parameter: CallbackParam, value: bool) -> None:  # noqa: ARG001, FBT001 (Click's signature)
    if value and not call.resilient_parsing:
        call.console.data(call.get_help())
        raise Exit


def _show_version(call: Call, parameter: CallbackParam, value: bool) -> None:  # noqa: ARG001, FBT001 (Click's signature)
    if value and not call.resilient_parsing:
        call.console.data(f"traite {__version__}")
        raise Exit
