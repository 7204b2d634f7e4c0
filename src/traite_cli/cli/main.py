"""``traite``: chooses the language, hands the call to the command it names, and ends with its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from traite_cli.cli.beginning import first_look
from traite_cli.cli.completion import VARIABLE, answer
from traite_cli.cli.console import Console
from traite_cli.cli.ending import ended
from traite_cli.cli.group import Group
from traite_cli.language import translator

COMMANDS = "traite_cli.cli.commands"


def main(argv: Sequence[str] | None = None, *, commands: str = COMMANDS) -> int:
    """Run the command that ``argv`` names (none: the arguments of this process) and give its exit code."""
    asked = first_look(sys.argv[1:] if argv is None else argv, os.environ)
    t = translator(asked.language)
    console = Console.of(asked.color, 0, os.environ)
    try:
        group = Group(commands, t)
        if instruction := os.environ.get(VARIABLE):
            console.data(answer(instruction, group, t, debug=asked.debug))
            code = 0
        else:
            code = group.main(argv, prog_name="traite", standalone_mode=False, obj=t) or 0
        console.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (a person is never shown a traceback)
        code = ended(error, console, t, debug=asked.debug)
    return code
