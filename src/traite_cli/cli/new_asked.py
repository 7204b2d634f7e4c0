"""A record made by answering questions; what was answered is kept until it is written, whatever happens."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from traite_cli.cli.dates_said import say_given
from traite_cli.cli.held import KEPT
from traite_cli.cli.new_begun import said, taken_up
from traite_cli.cli.new_filled import filled_by, filled_for, on_any_day, sitting_of
from traite_cli.cli.new_options import Given, option_name
from traite_cli.cli.new_written import looked_at, write
from traite_cli.errors import TraiteError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.cli.task import Task
    from traite_cli.workspace import Workspace
    from traite_cli.writing.creating import Created, New
    from traite_cli.writing.interview import Asker, Sitting
    from traite_cli.writing.interview.memory import Begun, Memory


def made_by_asking(call: Call, workspace: Workspace, task: Task, given: Given, asker: Asker | None = None) -> int:
    """Ask for what the options do not give, show what would be written, and write it when the person agrees."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.files import private
    from traite_cli.writing.interview import BACK
    from traite_cli.writing.interview.interview import PlannedAlready

    asker = asker or asker_of(call)
    with _kept(call, task):
        sitting = sitting_of(call, workspace, None)
        say_given(call, sitting, task.kind, given)
        given = on_any_day(sitting, task.kind, given)
        kept = taken_up(call, workspace, asker, task, given)
        asker.say(call.t(N_("Ctrl-C stops; what you typed is kept for the next time.")))
        asker.say(call.t(N_("{sign} then Enter goes back to the question before."), sign=BACK))
        entry = _Entry(call, workspace, asker, task, given, kept.name)
        try:
            entry.hold(kept.begun)
        except PlannedAlready:
            private.forget(workspace.root, kept.name)
            raise
        if not any(new.is_new for new in entry.sitting.made):
            private.forget(workspace.root, kept.name)
            call.console.say(call.t(N_("There is nothing to add.")))
            return 0
        found = _agreed(entry)
        if found is None:
            _tell_edited(call, workspace, entry.sitting)
            message = N_("Nothing was written. What you typed is kept: traite {command} takes it up again.")
            call.console.say(call.t(message, command=task.command))
            return 0
        code = write(call, workspace, found, dry_run=given["dry_run"])
    if not given["dry_run"]:
        for name in (kept.name, *map(_draft_of, entry.sitting.made)):
            private.forget(workspace.root, name)
    return code


class _Entry:
    """What is being entered: held as often as an answer is given anew."""

    def __init__(self, call: Call, workspace: Workspace, asker: Asker, task: Task, given: Given, name: str) -> None:
        self.call = call
        self.workspace = workspace
        self.asker = asker
        self.task = task
        self.given = given
        self._name = name
        self.sitting: Sitting
        self.memory: Memory

    def hold(self, begun: Begun | None) -> None:
        """The interview, from its beginning or from where it was left, to its end."""
        from traite_cli.writing.interview import WentBack

        while True:
            try:
                self._ask(begun)
            except WentBack:
                begun = self.memory.before_this()
                if not self.memory.asked:
                    self.asker.say(self.call.t(N_("This is the first question.")))
            else:
                return

    def _ask(self, begun: Begun | None) -> None:
        from traite_cli.files import private
        from traite_cli.writing.interview import interview
        from traite_cli.writing.interview.holding import held
        from traite_cli.writing.interview.memory import Memory

        task, root = self.task, self.workspace.root
        given = {**(begun.given if begun else {}), **_typed(self.given)}
        self.memory = Memory(self.asker, lambda data: private.keep(root, self._name, data), _typed(given), begun)
        self.sitting = sitting = sitting_of(self.call, self.workspace, self.memory)
        options: dict[str, Any] = {**dict.fromkeys(_names(task.kind), ""), "absent": (), "body_from": None, "slug": "", **given}
        if task.planned is not None:
            held(sitting, task.planned, filled_for(sitting, task.planned, options))
        else:
            interview(sitting, task.kind, filled_by(sitting, task.kind, options), options["slug"])

    def correct(self) -> None:
        """One of the answers given anew, by its number."""
        from traite_cli.writing.interview import Candidate, Question

        t = self.call.t
        answers = [Candidate(str(number), f"{one.question} {said(self.call, one)}") for number, one in enumerate(self.memory.asked)]
        question = Question(t(N_("What is to be corrected?")), t(N_("the number of a line; Enter for nothing")))
        place = self.asker.choice(question, answers)
        if place:
            self.hold(self.memory.anew(int(place)))


def _agreed(entry: _Entry) -> Created | None:
    """The records that the person wants to have written, without an error; None where nothing is to be written."""
    from traite_cli.writing.interview import Candidate, Question

    t, workspace, is_edited = entry.call.t, entry.workspace, False
    while True:
        _summarise(entry.asker, entry.sitting)
        found = looked_at(entry.call, workspace, entry.sitting.made)
        if entry.given["dry_run"] and not found.faults:
            return found
        choices = [
            *([] if found.faults else [Candidate("yes", t(N_("yes")))]),
            # What was changed by hand is in no answer.
            *([] if is_edited or not entry.memory.asked else [Candidate("correct", t(N_("correct an answer")))]),
            Candidate("edit", t(N_("look it over in the editor first"))),
            Candidate("no", t(N_("no, not now"))),
        ]
        question = N_("It has the errors above, and cannot be written so. What now?") if found.faults else N_("Write this?")
        answer = entry.asker.choice(Question(t(question), default=choices[0].value), choices) or choices[0].value
        if answer == "correct":
            entry.correct()
        elif answer == "edit":
            records = [new for new in entry.sitting.made if _has_fault(new, found)] or entry.sitting.made[-1:]
            is_edited |= _edit(entry, records)
        else:
            return found if answer == "yes" else None


def _has_fault(new: New, found: Created) -> bool:
    return any(fault.path == new.path for fault in found.faults)


def _edit(entry: _Entry, records: Sequence[New]) -> bool:
    """Open records in the editor, one after the other; whether it could be opened."""
    from traite_cli.cli.editor import edit
    from traite_cli.files import private

    root = entry.workspace.root
    for new in records:
        name = _draft_of(new)
        before = private.kept(root, name)
        try:
            # What was changed there before, and not written, is gone on with.
            edit(private.keep(root, name, before or new.text.encode()), os.environ)
        except TraiteError as error:
            if before is None and private.kept(root, name) == new.text.encode():
                private.forget(root, name)  # nobody has changed anything
            entry.asker.say(entry.sitting.said(error))
            return False
        entry.sitting.put(new._replace(text=as_edited(new, private.kept(root, name) or b"")))
    return True


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


def _names(kind: str) -> list[str]:
    from traite_cli.writing.interview.form import FORMS

    return [option_name(item) for item in FORMS[kind]]


def _typed(given: Given) -> dict[str, Any]:
    """The options that say something about the record, as they can be kept."""
    kept = {name: value for name, value in given.items() if value and name not in {"ask", "dry_run", "edit", "from_", "meeting"}}
    return {name: value if isinstance(value, list | bool) else str(value) for name, value in kept.items()}


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
