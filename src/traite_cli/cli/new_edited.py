"""``--edit``: a record written in an editor, looked at when that is closed; what was written is never lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from traite_cli.cli.editor import edit
from traite_cli.cli.new_filled import asks, filled_by, filled_for, refuse_double, sitting_of
from traite_cli.cli.new_options import Given
from traite_cli.cli.new_written import looked_at, write
from traite_cli.errors import MachineError, Refused, TraiteError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.cli.task import Task
    from traite_cli.workspace import Workspace
    from traite_cli.writing.creating import Created, New
    from traite_cli.writing.interview import Asker


def made_in_editor(call: Call, workspace: Workspace, task: Task, given: Given) -> int:
    """Open a record in the editor, until it is right or the person gives up: then it is kept as it is."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.files import private

    asker = asker_of(call) if asks(given) else None
    begun = _begun(call, workspace, task, given)
    name, text = _draft(call, workspace, task.name, asker)
    path = private.keep(workspace.root, name, text or begun.encode())
    try:
        found = _edited(call, workspace, asker, lambda: edit(path, os.environ), _Draft(task, name, begun, given.get("slug", "")))
        if asker is not None and task.kind == "meetings":
            found = _with_what_is_marked(call, workspace, asker, found)
    except (TraiteError, KeyboardInterrupt):
        if not private.kept(workspace.root, name):
            # An editor that failed may take away, or empty, what was written another time.
            private.keep(workspace.root, name, text or begun.encode())
        if private.kept(workspace.root, name) == begun.encode():
            private.forget(workspace.root, name)  # nobody has written anything yet
            raise
        place = path.relative_to(workspace.root).as_posix()
        call.console.complain(
            call.t(N_("What you wrote is kept in {path}; traite {command} --edit takes it up again."), path=place, command=task.command)
        )
        raise
    code = write(call, workspace, found, dry_run=given["dry_run"])
    if not given["dry_run"]:
        private.forget(workspace.root, name)
    return code


def _begun(call: Call, workspace: Workspace, task: Task, given: Given) -> str:
    """The text to begin with: a template, or the record that is there, with what the options say."""
    from traite_cli.writing.interview.holding import completed
    from traite_cli.writing.interview.template import completing_template, template

    sitting = sitting_of(call, workspace, None)
    if task.planned is None:
        return template(task.kind, filled_by(sitting, task.kind, given), call.t)
    record = completed(sitting, task.planned, filled_for(sitting, task.planned, given))
    return completing_template(record, call.t)


class _Draft:
    """What is being written, the name under which it is kept, the text it began with, the slug that is asked for."""

    def __init__(self, task: Task, name: str, begun: str, slug: str) -> None:
        self.task = task
        self.name = name
        self.begun = begun
        self.slug = slug


def _draft(call: Call, workspace: Workspace, task_name: str, asker: Asker | None) -> tuple[str, bytes]:
    """The name to keep a draft under, and what is kept there and is gone on with."""
    from traite_cli.files import private
    from traite_cli.writing.interview import Question

    for number in count(1):
        name = f"{task_name}.md" if number == 1 else f"{task_name}-{number}.md"
        kept = private.kept(workspace.root, name)
        if not kept:
            return name, b""
        question = Question(call.t(N_("Something was begun in the editor, and not written. Go on with it?")))
        if asker is not None and asker.agrees(question, default=True):
            return name, kept
    raise AssertionError  # count() does not end


def _edited(call: Call, workspace: Workspace, asker: Asker | None, open_editor: Callable[[], None], draft: _Draft) -> Created:
    """Open the editor until the record has no error."""
    from traite_cli.writing.interview import Question

    while True:
        open_editor()
        found = _read(call, workspace, draft)
        if not found.faults:
            return found
        if asker is None or not asker.agrees(Question(call.t(N_("Back into the editor?"))), default=True):
            raise Refused(N_("nothing was written: the errors above have to be mended first"))


def _with_what_is_marked(call: Call, workspace: Workspace, asker: Asker, found: Created) -> Created:
    """The meeting with the records that its minutes mark, as far as the person wants them."""
    from traite_cli.writing.creating import New
    from traite_cli.writing.interview.minutes import marked_at

    sitting = sitting_of(call, workspace, asker)
    (change,) = found.changes
    slug = change.path.rpartition("/")[2].removesuffix(".md")
    marked_at(sitting, sitting.put(New("meetings", slug, (change.after or b"").decode(), change.before)))
    if len(sitting.made) == 1:
        return found
    again = looked_at(call, workspace, sitting.made)
    if again.faults:
        raise Refused(N_("nothing was written: the errors above have to be mended first"))
    return again


def _read(call: Call, workspace: Workspace, draft: _Draft) -> Created:
    """The record as it stands in the draft, looked at."""
    from traite_cli.files import private

    data = private.kept(workspace.root, draft.name)
    if data is None:
        raise MachineError(N_("the editor left nothing behind"))
    try:
        text = data.decode("utf-8-sig" if draft.task.planned is None else "utf-8")
    except UnicodeDecodeError as error:
        raise Refused(N_("what the editor has written is not UTF-8"), hint=N_("choose UTF-8 where it asks for the encoding")) from error
    if text in {draft.begun, draft.begun.replace("\n", "\r\n")}:
        raise Refused(
            N_("nothing was written: the text is as it was"),
            hint=N_('an editor that opens a window of its own has to wait until it is closed: EDITOR="code --wait"'),
        )
    return looked_at(call, workspace, [_new(call, workspace, draft, text)])


def _new(call: Call, workspace: Workspace, draft: _Draft, text: str) -> New:
    """The record that is made of what the editor has left."""
    from traite_cli.kinds import read_record
    from traite_cli.writing.creating import New
    from traite_cli.writing.interview.template import without_its_remarks, without_remarks

    kind, planned = draft.task.kind, draft.task.planned
    if planned is not None:
        return New(kind, planned.meeting.slug, without_its_remarks(text, draft.begun, planned.file.text), planned.file.data)
    text = without_remarks(text.replace("\r\n", "\n"), draft.begun)
    names = sitting_of(call, workspace, None).names
    values = read_record(kind, "x", "x.md", text.encode()).values
    if not draft.slug:
        refuse_double(workspace.repository, kind, values)
    return New(kind, names.take(kind, draft.slug) if draft.slug else names.give(kind, values), text)
