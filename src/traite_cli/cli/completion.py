"""Shell completion: what could stand next, told to the shell that asks through ``_TRAITE_COMPLETE``.

Typer's scripts, with our answers: Typer words its own through Rich, which takes longer than all the rest. Shells evaluate some of
what they are told, so what could be a command of theirs is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typer import Exit
from typer._click.shell_completion import CompletionItem, ShellComplete
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import _get_shell_name, get_completion_script, install

from traite_cli.cli.early import VARIABLE
from traite_cli.cli.options import action
from traite_cli.errors import UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from typer import CallbackParam
    from typer._click.core import Command
    from typer.core import TyperOption

    from traite_cli.cli.call import Call
    from traite_cli.language import Translator

_HARMLESS = r"[\w./:=,@%+-]+"
_MARKS = str.maketrans({"'": "\u2019", '"': "”", "`": "\u2019", "\\": "/", "$": " ", "\n": " ", "\r": " ", "\t": " "})


class _Ours(ShellComplete):
    """Answers in plain words; ``between`` stands between a value and its meaning (none: the shell shows no meanings)."""

    between = ""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        return [item for item in super().get_completions(args, incomplete) if re.fullmatch(_HARMLESS, item.value)]

    def format_completion(self, item: CompletionItem) -> str:
        meaning = (item.help or "").translate(_MARKS)
        return f"{item.value}{self.between}{meaning}" if self.between and meaning else item.value


class _Bash(_Ours, BashComplete):
    pass


class _Fish(_Ours, FishComplete):
    between = "\t"


class _PowerShell(_Ours, PowerShellComplete):
    between = ":::"


class _Zsh(_Ours, ZshComplete):
    def format_completion(self, item: CompletionItem) -> str:
        value, meaning = (text.translate(_MARKS).replace(":", r"\\:") for text in (item.value, item.help or ""))
        return f'"{value}":"{meaning}"' if meaning else f'"{value}"'


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish, "powershell": _PowerShell, "pwsh": _PowerShell}


def answer(instruction: str, command: Command, t: Translator, *, debug: bool = False) -> str:
    """Give what a shell asks for: ``complete_zsh`` the next words, ``source_zsh`` the script that will ask."""
    asked, _, shell = instruction.partition("_")
    if shell not in _SHELLS or asked not in {"complete", "source"}:
        raise _unknown(shell)
    if asked == "source":
        return get_completion_script(prog_name="traite", complete_var=VARIABLE, shell=shell)
    try:
        return _SHELLS[shell](command, {"obj": t}, "traite", VARIABLE).complete()
    except Exception:
        if debug:
            raise
        return ""  # a line that is being typed is no place for an error


def completion_options() -> list[TyperOption]:
    """Make the options that set completion up."""
    return [
        action("--install-completion", _install, N_("Let this shell complete the words of traite.")),
        action("--show-completion", _show, N_("Show the script that does so.")),
    ]


def _install(call: Call, parameter: CallbackParam, value: bool) -> None:  # noqa: ARG001, FBT001 (Click's signature)
    if not value or call.resilient_parsing:
        return
    _, path = install(shell=_shell(), prog_name="traite", complete_var=VARIABLE)
    call.console.say(call.t(N_("written: {path}"), path=str(path)))
    call.console.say(
        call.t(N_("It works in the next terminal. To undo it, delete that file and the line about it in the shell's start file."))
    )
    raise Exit


def _show(call: Call, parameter: CallbackParam, value: bool) -> None:  # noqa: ARG001, FBT001 (Click's signature)
    if value and not call.resilient_parsing:
        call.console.data(answer(f"source_{_shell()}", call.command, call.t))
        raise Exit


def _shell() -> str:
    name = _get_shell_name() or ""
    if name not in _SHELLS:
        raise _unknown(name)
    return name


def _unknown(shell: str) -> UsageError:
    hint = N_("completion works in {shells}; {variable}=source_bash traite shows the script for bash")
    return UsageError(
        N_("no completion for this shell: {shell}"), hint=hint, shell=shell or "?", shells=", ".join(_SHELLS), variable=VARIABLE
    )
