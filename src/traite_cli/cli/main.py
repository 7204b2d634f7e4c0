"""``traite``: tells again what it told before, or chooses the language and hands the call to the command it names; gives the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from traite_cli.cli.early import ASKING, MAKING, VARIABLE, command

if TYPE_CHECKING:
    from traite_cli.cli.answering import Asked
    from traite_cli.cli.beginning import FirstLook
    from traite_cli.cli.console import Console
    from traite_cli.language import Translator

COMMANDS = "traite_cli.cli.commands"


def main(argv: Sequence[str] | None = None, *, commands: str = COMMANDS) -> int:
    """Run the command that ``argv`` names (none: the arguments of this process) and give its exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        asked = _asked(words)
        told = asked.told_again() if asked is not None else None
        return _run(words, commands, asked) if told is None else told
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (a person is never shown a traceback)
        return _ended(error, words)


def _asked(words: Sequence[str]) -> Asked | None:
    """The call as a question, where it seems to be one."""
    if command(words) not in ASKING | MAKING:
        return None
    from traite_cli.cli.answering import Asked

    return Asked.by(words, os.environ)


# What is told again is told without Typer, whose import is most of a start.


def _run(words: Sequence[str], commands: str, asked: Asked | None) -> int:
    from traite_cli.cli.completion import answer
    from traite_cli.cli.group import Group

    look, console, t = _beginning(words)
    group = Group(commands, t, asked)
    code: int = 0
    if instruction := os.environ.get(VARIABLE):
        console.data(answer(instruction, group, t, debug=look.debug))
    else:
        code = group.main(words, prog_name="traite", standalone_mode=False, obj=t) or 0
    console.flush()
    return code


def _ended(error: BaseException, words: Sequence[str]) -> int:
    from traite_cli.cli.ending import ended

    look, console, t = _beginning(words)
    return ended(error, console, t, debug=look.debug)


def _beginning(words: Sequence[str]) -> tuple[FirstLook, Console, Translator]:
    from traite_cli.cli.beginning import first_look
    from traite_cli.cli.console import Console
    from traite_cli.language import translator

    look = first_look(words, os.environ)
    return look, Console.of(look.color, 0, os.environ), translator(look.language)
