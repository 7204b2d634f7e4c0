"""All commands: their names are the files' names in ``commands/``, and only the one asked for is imported."""

from __future__ import annotations

import ast
import os
import re
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from typer._click.core import Command as ClickCommand
from typer._click.shell_completion import CompletionItem
from typer.core import TyperGroup

from traite_cli.cli import help_page
from traite_cli.cli.command import InWords, command_of
from traite_cli.cli.completion import completion_options
from traite_cli.cli.options import shared_options
from traite_cli.cli.usage import no_such_command
from traite_cli.language import N_

if TYPE_CHECKING:
    from types import ModuleType

    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter

    from traite_cli.cli.answering import Asked
    from traite_cli.cli.call import Call
    from traite_cli.language import Translator

_HELP = N_("Keep what institutions promise: meetings, commitments and answers, and the working document made from them.")
_DETAILS = N_(
    "The options of every command stand before or after its name. Each option has its variable in the environment: "
    "TRAITE_LANG for --lang, TRAITE_LIST_FORMAT for the --format of list."
)
_EXAMPLES = (
    ("traite list --help", N_("How to use a command")),
    ("traite -C ../convention --as-of 2015-01-22 validate", N_("Another repository, as it stood on another day")),
)
# The sentence is read from the source, since importing every command to list them takes longer than all the rest.
_SENTENCE = r"(?ms)^HELP = N_\((.*?)\)$"


class Group(InWords, TyperGroup):
    """``traite`` itself."""

    shared_heading = N_("Options:")
    examples = _EXAMPLES

    def __init__(self, package: str, t: Translator, asked: Asked | None = None) -> None:
        """Gather the commands of a package; ``asked`` is the call as a question, where it may be one."""
        super().__init__(
            name="traite",
            help=t(_HELP),
            rich_markup_mode=None,
            context_settings={"auto_envvar_prefix": "TRAITE", "max_content_width": 100},
        )
        self.package = package
        self._asked = asked
        self.details = t(_DETAILS)
        self.settle(t, [*shared_options(environment=True), *completion_options()])

    @cached_property
    def files(self) -> dict[str, Path]:
        """The file of each command, by the command's name, in the order of the alphabet."""
        spec = find_spec(self.package)
        folders = (spec.submodule_search_locations or []) if spec else []
        # Names alone: matching Paths with a pattern, or ordering them, takes longer than all the rest.
        names = sorted((folder, name) for folder in folders for name in os.listdir(folder))  # noqa: PTH208  # as said above
        found = ((folder, name) for folder, name in names if name.endswith(".py") and not name.startswith("_"))
        # `import` is a word of Python's: its file is import_.py.
        return {name.removesuffix(".py").rstrip("_").replace("_", "-"): Path(folder, name) for folder, name in found}

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (Click's signature)
        """Give the names of all commands."""
        return list(self.files)

    def get_command(self, ctx: Context, cmd_name: str) -> ClickCommand | None:  # noqa: ARG002 (Click's signature)
        """Import the one command asked for."""
        if cmd_name in self.files and cmd_name not in self.commands:
            self.commands[cmd_name] = command_of(self._module(cmd_name), cmd_name, self.t, self._asked)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, ClickCommand | None, list[str]]:
        """Find the command that the arguments begin with."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            raise no_such_command(args[0], self.files)
        return args[0] if command else None, command, args[1:]

    def invoke(self, ctx: Context) -> Any:
        """Run the command asked for, or show what there is to ask for."""
        if ctx._protected_args:  # noqa: SLF001 (where Click keeps the command's name, and nowhere else)
            return super().invoke(ctx)
        cast("Call", ctx).console.data(ctx.get_help())
        return None

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands, and the options where a hyphen is written."""
        commands = [CompletionItem(name, help=self.sentence(name)) for name in self.files if name.startswith(incomplete)]
        return commands + ClickCommand.shell_complete(self, ctx, incomplete)

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Give what stands after « traite » in the usage line."""
        return [*super().collect_usage_pieces(ctx), self.t(N_("COMMAND ..."))]

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 (Click's signature)
        """Write each command with its sentence."""
        help_page.write_entries(N_("Commands:"), [(name, self.sentence(name)) for name in self.files], formatter, self.t)

    def sentence(self, name: str) -> str:
        """Say in one sentence what a command does, without importing it."""
        found = re.search(_SENTENCE, self.files[name].read_text(encoding="utf-8"))
        try:
            written = ast.literal_eval(f"({found[1]})") if found else ""
        except (SyntaxError, ValueError):
            written = ""
        return self.t(written or str(self._module(name).HELP))

    def _module(self, name: str) -> ModuleType:
        return import_module(f"{self.package}.{self.files[name].stem}")
