"""What asks a person at a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.writing.interview import Asker


def asker_of(call: Call) -> Asker:
    """The asker for this terminal: on the screen where that can be, else line by line."""
    from traite_cli.cli.prompts.plain import PlainAsker, reader

    if sys.stdin is not None and sys.stdin.isatty() and call.console.err.isatty():
        from traite_cli.cli.prompts.screen import screen_asker

        asker = screen_asker(call.console, call.t, os.environ)
        if asker is not None:
            return asker
    return PlainAsker(call.console, call.t, reader(call.console))
