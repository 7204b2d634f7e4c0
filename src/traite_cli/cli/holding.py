"""What ``traite hold`` does: options, a file, the editor or questions say what a meeting's record lacks, and it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traite_cli.cli.call import Call
from traite_cli.cli.new_options import Given
from traite_cli.errors import Refused, UsageError
from traite_cli.language import N_, say_date

if TYPE_CHECKING:
    from traite_cli.workspace import Workspace
    from traite_cli.writing.interview import Sitting
    from traite_cli.writing.interview.holding import Held
    from traite_cli.writing.interview.sitting import Filled


def complete(call: Call, **given: Any) -> int:
    """Complete the record of a meeting."""
    from traite_cli.cli.changing import workspace_to_change
    from traite_cli.cli.held import meeting_asked, meeting_named, of_file
    from traite_cli.cli.new_filled import asks
    from traite_cli.cli.prompts import asker_of
    from traite_cli.cli.records import workspace_of
    from traite_cli.cli.task import Task

    asker = asker_of(call) if asks(given) and not given["from_"] else None
    # Nobody else is kept waiting while somebody is asked; what was written meanwhile is met when this is.
    is_waiting = asker is not None or given["edit"]
    workspace = workspace_of(call) if is_waiting else workspace_to_change(call, dry_run=given["dry_run"])
    named = given["meeting"].strip()
    meeting = meeting_named(call, workspace, named, asker) if named else meeting_asked(call, workspace, asker)
    planned = of_file(workspace, meeting)
    if given["from_"]:
        return _of_a_file(call, workspace, planned, given)
    if given["edit"]:
        from traite_cli.cli.new_edited import made_in_editor

        return made_in_editor(call, workspace, Task.completing(planned), given)
    if asker is not None:
        from traite_cli.cli.new_asked import made_by_asking

        return made_by_asking(call, workspace, Task.completing(planned), given, asker)
    return _of_options(call, workspace, planned, given)


def _of_options(call: Call, workspace: Workspace, planned: Held, given: Given) -> int:
    from traite_cli.cli.dates_said import say_given
    from traite_cli.cli.new_filled import filled_for, sitting_of

    sitting = sitting_of(call, workspace, None)
    filled = filled_for(sitting, planned, given)
    if not filled:
        raise UsageError(
            N_("there is nothing to add: nothing says who was there, or what was said"),
            hint=N_("for instance: --with NAMES, --body-from FILE; at a terminal it is asked"),
        )
    say_given(call, sitting, planned.meeting.KIND, given)
    return _deliver(call, workspace, sitting, planned, filled, given)


def _of_a_file(call: Call, workspace: Workspace, planned: Held, given: Given) -> int:
    """A meeting out of a YAML or JSON file, and the records beside it, such as what was promised there."""
    from traite_cli.cli.new_filled import bytes_of, sitting_of
    from traite_cli.cli.new_written import refuse
    from traite_cli.writing.given import given as read
    from traite_cli.writing.interview.form import BODY

    path = given["from_"]
    records, faults = read(path, bytes_of("--from", path), "meetings")
    # What a meeting that is there says already need not be said; what is missing in a record beside it is found with the rest.
    if wrong := [fault for fault in faults if fault.check != "field-missing"]:
        return refuse(call, wrong)
    meetings = [one for one in records if one.kind == "meetings" and one.slug in {"", planned.meeting.slug}]
    if len(meetings) != 1:
        raise UsageError(N_("--from: one meeting is wanted, and there are {n} in {path}"), path=path, n=len(meetings))
    sitting = sitting_of(call, workspace, None)
    for one in records:
        if one is not meetings[0]:
            sitting.make(one.kind, one.values, one.body, one.slug)
    return _deliver(call, workspace, sitting, planned, {**meetings[0].values, BODY: meetings[0].body}, given)


def _deliver(call: Call, workspace: Workspace, sitting: Sitting, planned: Held, filled: Filled, given: Given) -> int:
    from traite_cli.cli.held import KEPT
    from traite_cli.cli.new_written import deliver
    from traite_cli.writing.interview.holding import completed

    _refuse_to_come(sitting, planned, filled)
    completed(sitting, planned, filled)
    if sitting.kept:
        call.console.say(call.t(KEPT, names=", ".join(sitting.kept)))
    if not any(new.is_new for new in sitting.made):
        call.console.say(call.t(N_("There is nothing to add.")))
        return 0
    return deliver(call, workspace, sitting.made, dry_run=given["dry_run"])


def _refuse_to_come(sitting: Sitting, planned: Held, filled: Filled) -> None:
    """Raises ``Refused`` where it is told what happened at a meeting that is to come."""
    from traite_cli.dates import EdtfDate
    from traite_cli.writing.interview.absences import ABSENT
    from traite_cli.writing.interview.form import FORMS

    day = filled.get("date", planned.meeting.date)
    told = [ABSENT, *(item.field for item in FORMS["meetings"] if item.when in {"held", "met"})]
    if any(filled.get(name) for name in told) and isinstance(day, EdtfDate) and day.first > sitting.sense.day:
        raise Refused(
            N_("“{title}” is planned for {date}: it has not been held yet"),
            hint=N_("if it was held on another day, say so: --date DATE"),
            title=planned.meeting.label,
            date=say_date(day, sitting.t.language),
        )
