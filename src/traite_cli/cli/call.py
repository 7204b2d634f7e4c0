"""One call of a command: what it is handed besides its own options and arguments.

A command asks for it by a parameter of this type; nothing in it is global.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from typer import Context
from typer._click.formatting import HelpFormatter

from traite_cli.cli.console import Console
from traite_cli.cli.options import Settings, color_among, settings_among, verbosity_among

if TYPE_CHECKING:
    from traite_cli.cli.answering import Asked
    from traite_cli.language import Translator
    from traite_cli.workspace import Workspace


class _Page(HelpFormatter):
    """Click's help formatter, without the colon that it puts after a heading in its own way."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}\n")


class Call(Context):
    """Typer's context, with the settings, the console and the language of this call."""

    formatter_class = _Page
    asked: Asked | None = None
    """The call as a question whose answer may be kept; None where it is none."""
    workspace: Workspace | None = None
    """The repository that the call is about, once somebody has asked for it."""

    @cached_property
    def wrote(self) -> dict[str, str]:
        """The documents that were written, by their paths, each with its sum."""
        return {}

    @property
    def t(self) -> Translator:
        """Puts a message id and its facts into words."""
        translator: Translator = self.obj
        return translator

    @cached_property
    def settings(self) -> Settings:
        """What the options of every command settle; a wrong value of theirs is raised here, before the command runs."""
        return settings_among(self.meta, self.t.language)

    @cached_property
    def console(self) -> Console:
        """Where answers and remarks go."""
        return Console.of(color_among(self.meta), verbosity_among(self.meta), os.environ)
