"""A record made by answering questions; what was answered is kept until it is written, whatever happens."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from traite_cli.cli.dates_said import say_given
from traite_cli.cli.held import KEPT
from traite_cli.cli.new_filled import filled_by, filled_for, on_any_day, sitting_of
from traite_cli.cli.new_options import Given, option_name
from traite_cli.cli.new_written import looked_at, write
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.cli.task import Task
    from traite_cli.workspace import Workspace
    from traite_cli.writing.creating import Created, New
    from traite_cli.writing.interview import Asker, Sitting
    from traite_cli.writing.interview.memory import Begun


def made_by_asking(call: Call, workspace: Workspace, task: Task, given: Given, asker: Asker | None = None) -> int:
    """Ask for what the options do not give, show what would be written, and write it when the person agrees."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.files import private

    asker = asker or asker_of(call)
    with _kept(call, task):
        begun = _taken_up(call, workspace, asker, task)
        sitting = _sitting(call, workspace, asker, task, {**(begun.given if begun else {}), **_typed(given)}, begun)
        if not any(new.is_new for new in sitting.made):
            private.forget(workspace.root, f"{task.name}.json")
            call.console.say(call.t(N_("There is nothing to add.")))
            return 0
        found = _agreed(call, workspace, asker, sitting, dry_run=given["dry_run"])
        if found is None:
            _tell_edited(call, workspace, sitting)
            message = N_("Nothing was written. What you typed is kept: traite {command} takes it up again.")
            call.console.say(call.t(message, command=task.command))
            return 0
        code = write(call, workspace, found, dry_run=given["dry_run"])
    if not given["dry_run"]:
        for name in (f"{task.name}.json", *map(_draft_of, sitting.made)):
            private.forget(workspace.root, name)
    return code


def _agreed(call: Call, workspace: Workspace, asker: Asker, sitting: Sitting, *, dry_run: bool) -> Created | None:
    """The records that the person wants to have written, without an error; None where nothing is to be written."""
    from traite_cli.writing.interview import Candidate, Question

    t = call.t
    while True:
        _summarise(asker, sitting)
        found = looked_at(call, workspace, sitting.made)
        if dry_run and not found.faults:
            return found
        choices = [
            *([] if found.faults else [Candidate("yes", t(N_("yes")))]),
            Candidate("edit", t(N_("look it over in the editor first"))),
            Candidate("no", t(N_("no, not now"))),
        ]
        question = N_("It has the errors above, and cannot be written so. What now?") if found.faults else N_("Write this?")
        answer = asker.choice(Question(t(question), default=choices[0].value), choices) or choices[0].value
        if answer != "edit":
            return found if answer == "yes" else None
        _edit(workspace, sitting, [new for new in sitting.made if _has_fault(new, found)] or sitting.made[-1:])


def _has_fault(new: New, found: Created) -> bool:
    return any(fault.path == new.path for fault in found.faults)


def _edit(workspace: Workspace, sitting: Sitting, records: Sequence[New]) -> None:
    """Open records in the editor, one after the other."""
    from traite_cli.cli.editor import edit
    from traite_cli.files import private

    for new in records:
        name = _draft_of(new)
        # What was changed there before, and not written, is gone on with.
        edit(private.keep(workspace.root, name, private.kept(workspace.root, name) or new.text.encode()), os.environ)
        sitting.put(new._replace(text=as_edited(new, private.kept(workspace.root, name) or b"")))


def as_edited(new: New, data: bytes) -> str:
    """What an editor has left of a record: one that is there keeps its mark and its line ends, a new one has none of its own."""
    if new.before is not None:
        return data.decode("utf-8", "replace")
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _draft_of(new: New) -> str:
    """The name under which a record is kept that was opened in the editor."""
    return f"{new.kind}-{new.slug}.md"


def _tell_edited(call: Call, workspace: Workspace, sitting: Sitting) -> None:
    """Say where the records are kept that were changed in the editor: answers alone would not make them again."""
    from traite_cli.files import private

    for name in map(_draft_of, sitting.made):
        if private.kept(workspace.root, name) is not None:
            call.console.say(call.t(N_("What you changed in the editor is kept in {path}."), path=f"{private.PLACE}/{name}"))


def _sitting(call: Call, workspace: Workspace, asker: Asker, task: Task, given: Given, begun: Begun | None) -> Sitting:
    """The interview, held."""
    from traite_cli.files import private
    from traite_cli.writing.interview import interview
    from traite_cli.writing.interview.holding import held
    from traite_cli.writing.interview.memory import Memory

    say_given(call, sitting_of(call, workspace, None), task.kind, given)
    given = on_any_day(sitting_of(call, workspace, None), task.kind, given)
    memory = Memory(asker, lambda data: private.keep(workspace.root, f"{task.name}.json", data), _typed(given), begun)
    sitting = sitting_of(call, workspace, memory)
    asker.say(call.t(N_("Ctrl-C stops; what you typed is kept for the next time.")))
    options: dict[str, Any] = {**dict.fromkeys(_names(task.kind), ""), "absent": (), "body_from": None, "slug": "", **given}
    if task.planned is not None:
        held(sitting, task.planned, filled_for(sitting, task.planned, options))
    else:
        interview(sitting, task.kind, filled_by(sitting, task.kind, options), options["slug"])
    return sitting


def _names(kind: str) -> list[str]:
    from traite_cli.writing.interview.form import FORMS

    return [option_name(item) for item in FORMS[kind]]


def _typed(given: Given) -> dict[str, Any]:
    """The options that say something about the record, as they can be kept."""
    kept = {name: value for name, value in given.items() if value and name not in {"ask", "dry_run", "edit", "from_", "meeting"}}
    return {name: value if isinstance(value, list | bool) else str(value) for name, value in kept.items()}


def _taken_up(call: Call, workspace: Workspace, asker: Asker, task: Task) -> Begun | None:
    """What was begun and not written, when the person wants to go on with it."""
    from traite_cli.files import private
    from traite_cli.writing.interview import Question
    from traite_cli.writing.interview.memory import Begun

    begun = Begun.read(private.kept(workspace.root, f"{task.name}.json"))
    if begun is None:
        return None
    asker.say(call.t(N_("Something was begun here, and not written:")))
    for question, answer in [one for one in begun.answers if isinstance(one[1], str) and one[1]][:_SHOWN]:
        asker.say(f"  {question} {answer}")
    if asker.agrees(Question(call.t(N_("Go on with it? (If not, it is forgotten.)"))), default=True):
        return begun
    private.forget(workspace.root, f"{task.name}.json")
    return None


_SHOWN = 4


def _summarise(asker: Asker, sitting: Sitting) -> None:
    """Show what would be written."""
    from traite_cli.writing.interview.summary import summary

    if sitting.kept:
        asker.say(sitting.t(KEPT, names=", ".join(sitting.kept)))
    asker.say()
    for line in summary(sitting):
        asker.say(line)
    asker.say()


@contextmanager
def _kept(call: Call, task: Task) -> Iterator[None]:
    """Whoever breaks off is told that nothing is lost; a terminal that is closed breaks off too."""
    before = [(one, signal.signal(one, _break_off)) for one in _HANGING_UP]
    try:
        yield
    except KeyboardInterrupt:
        message = N_("Stopped: nothing was written. What you typed is kept: traite {command} takes it up again.")
        with suppress(OSError):  # the terminal may be gone
            call.console.say(call.t(message, command=task.command))
        raise
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _break_off(number: int, frame: object) -> None:  # noqa: ARG001  # what a handler is given
    raise KeyboardInterrupt


_HANGING_UP = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))
"""What a terminal sends that is closed, and a machine that is shut down; Windows has the second only."""
