"""A record made by answering questions; what was answered is kept until it is written, whatever happens."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from traite_cli.cli.new_filled import command_name, filled_by, sitting_of
from traite_cli.cli.new_options import Given, option_name
from traite_cli.cli.new_written import looked_at, write
from traite_cli.errors import Refused
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace
    from traite_cli.writing.interview import Asker, Sitting
    from traite_cli.writing.interview.memory import Begun


def made_by_asking(call: Call, workspace: Workspace, kind: str, given: Given) -> int:
    """Ask for what the options do not give, show what would be written, and write it when the person agrees."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.files import private

    asker, name = asker_of(call), f"{kind}.json"
    with _kept(call, kind):
        begun = _taken_up(call, workspace, asker, kind)
        sitting = _sitting(call, workspace, asker, kind, {**(begun.given if begun else {}), **_typed(given)}, begun)
        found = looked_at(call, workspace, sitting.made)
        if found.faults:
            raise Refused(
                N_("nothing was written: the errors above have to be mended first"),
                hint=N_("what you typed is kept: traite {command} takes it up again"),
                command=command_name(kind),
            )
        _summarise(asker, sitting)
        if not given["dry_run"] and not _agrees(call, asker):
            call.console.say(
                call.t(N_("Nothing was written. What you typed is kept: traite {command} takes it up again."), command=command_name(kind))
            )
            return 0
        code = write(call, workspace, found, dry_run=given["dry_run"])
    if not given["dry_run"]:
        private.forget(workspace.root, name)
    return code


def _sitting(call: Call, workspace: Workspace, asker: Asker, kind: str, given: Given, begun: Begun | None) -> Sitting:
    """The interview, held."""
    from traite_cli.files import private
    from traite_cli.writing.interview import interview
    from traite_cli.writing.interview.memory import Memory

    memory = Memory(asker, lambda data: private.keep(workspace.root, f"{kind}.json", data), _typed(given), begun)
    sitting = sitting_of(call, workspace, memory)
    asker.say(call.t(N_("Ctrl-C stops; what you typed is kept for the next time.")))
    options: dict[str, Any] = {**dict.fromkeys(_names(kind), ""), "body_from": None, "slug": "", **given}
    interview(sitting, kind, filled_by(sitting, kind, options), options["slug"])
    return sitting


def _names(kind: str) -> list[str]:
    from traite_cli.writing.interview.form import FORMS

    return [option_name(item) for item in FORMS[kind]]


def _typed(given: Given) -> dict[str, Any]:
    """The options that say something about the record, as they can be kept."""
    kept = {name: value for name, value in given.items() if value and name not in {"ask", "dry_run", "edit", "from_"}}
    return {name: value if isinstance(value, list | bool) else str(value) for name, value in kept.items()}


def _taken_up(call: Call, workspace: Workspace, asker: Asker, kind: str) -> Begun | None:
    """What was begun and not written, when the person wants to go on with it."""
    from traite_cli.files import private
    from traite_cli.writing.interview import Question
    from traite_cli.writing.interview.memory import Begun

    begun = Begun.read(private.kept(workspace.root, f"{kind}.json"))
    if begun is None:
        return None
    asker.say(call.t(N_("Something was begun here, and not written:")))
    for question, answer in [one for one in begun.answers if isinstance(one[1], str) and one[1]][:_SHOWN]:
        asker.say(f"  {question} {answer}")
    if asker.agrees(Question(call.t(N_("Go on with it? (If not, it is forgotten.)"))), default=True):
        return begun
    private.forget(workspace.root, f"{kind}.json")
    return None


_SHOWN = 4


def _summarise(asker: Asker, sitting: Sitting) -> None:
    """Show what would be written."""
    from traite_cli.writing.interview.summary import summary

    asker.say()
    for line in summary(sitting):
        asker.say(line)
    asker.say()


def _agrees(call: Call, asker: Asker) -> bool:
    from traite_cli.writing.interview import Question

    return asker.agrees(Question(call.t(N_("Write this?"))), default=True)


@contextmanager
def _kept(call: Call, kind: str) -> Iterator[None]:
    """Whoever breaks off is told that nothing is lost; a terminal that is closed breaks off too."""
    before = [(one, signal.signal(one, _break_off)) for one in _HANGING_UP]
    try:
        yield
    except KeyboardInterrupt:
        call.console.say(
            call.t(
                N_("Stopped: nothing was written. What you typed is kept: traite {command} takes it up again."), command=command_name(kind)
            )
        )
        raise
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _break_off(number: int, frame: object) -> None:  # noqa: ARG001  # what a handler is given
    raise KeyboardInterrupt


_HANGING_UP = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
"""What a terminal sends that is closed, and a machine that is shut down; Windows has the second only."""
