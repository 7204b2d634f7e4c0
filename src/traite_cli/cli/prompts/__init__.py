"""What asks a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.writing.interview import Asker


def asker_of(call: Call) -> Asker:
    """The asker for this terminal."""
    from traite_cli.cli.prompts.plain import PlainAsker, reader

    return PlainAsker(call.console, call.t, reader(call.console))
