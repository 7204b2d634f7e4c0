"""Asking what was asked before: as long as no file has changed and the day is the same, the same call is told the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from traite_cli.cli.call import Call


def answered(call: Call, ask: Callable[[], Any]) -> int:
    """Tell what is kept of the same call, or run it and keep what it tells; gives its exit code.

    A call that ends in an error, and one at a moment when records may be half changed, is run each time.
    """
    from traite_cli.cli.records import may_be_left, workspace_of

    workspace = workspace_of(call, reading=True)
    if may_be_left(workspace.root):
        return int(ask() or 0)
    answers, question = workspace.answers, _question(call)
    kept = answers.answer(question)
    if kept is not None:
        code, said = kept
        for where, text in said:
            call.console.again(where, text)
        return int(code)
    heard: list[tuple[str, str]] = []
    call.console = call.console._replace(heard=heard)
    code = int(ask() or 0)
    answers.keep(question, (code, heard))
    return code


def _question(call: Call) -> tuple[Any, ...]:
    """All that an answer depends on besides the records and the day."""
    console = call.console
    return (
        call.command_path,
        _plain(call.params),
        _plain(call.meta),
        call.t.language,
        (console.room, console.height, console.room_to_talk),
        (console.colour_out, console.colour_err, console.verbosity),
        (console.out.encoding, console.err.encoding),
    )


def _plain(given: Mapping[str, Any]) -> list[tuple[str, str]]:
    return sorted((name, repr(value)) for name, value in given.items())
