"""The editor that a person has chosen ($VISUAL, $EDITOR), opened on a file until it is closed."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from traite_cli.errors import MachineError, UsageError
from traite_cli.language import N_, system_reason

_USUAL = ("sensible-editor", "nano", "vi")
_SET = N_("name another one: EDITOR=nano traite …")


def edit(path: Path, environ: Mapping[str, str]) -> None:
    """Open the editor on a file, and wait until it is closed. Raises ``MachineError`` where it cannot be opened, or fails."""
    words = editor(environ)
    # Ctrl-C in the editor is the editor's; a handler of ours is not handed on to it, as being deaf would be.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        done = subprocess.run([*words, str(path)], check=False)  # noqa: S603  # what the person has chosen
    except OSError as error:
        raise MachineError(
            N_("the editor “{editor}” cannot be opened: {reason}"), hint=_SET, editor=words[0], reason=system_reason(error)
        ) from error
    finally:
        signal.signal(signal.SIGINT, before)
    if done.returncode:
        raise MachineError(N_("the editor “{editor}” ended with an error ({code})"), hint=_SET, editor=words[0], code=done.returncode)


def editor(environ: Mapping[str, str]) -> list[str]:
    """The editor's program, and what it is called with. Raises ``UsageError`` or ``MachineError`` where there is none."""
    name = next((one for one in ("VISUAL", "EDITOR") if environ.get(one, "").strip()), "")
    if not name:
        return [_usual()]
    chosen = environ[name].strip()
    if Path(chosen).is_file():
        return [chosen]
    try:
        words = shlex.split(chosen, posix=os.name != "nt")
    except ValueError as error:
        raise UsageError(N_("{name} cannot be read: a quote in “{value}” is never closed"), name=name, value=chosen) from error
    return [word.strip('"') for word in words] if os.name == "nt" else words


def _usual() -> str:
    if os.name == "nt":
        return "notepad"
    found = next((one for one in _USUAL if shutil.which(one)), "")
    if not found:
        raise MachineError(N_("no editor is chosen, and none of the usual ones is here"), hint=_SET)
    return found
