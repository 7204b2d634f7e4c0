"""Which meeting ``traite hold`` is about: named as people name it, or chosen among those that wait to be completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.cli.records import record_named, sense_of
from traite_cli.errors import Refused, TraiteError, UsageError
from traite_cli.kinds import Meeting
from traite_cli.language import N_, say_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace
    from traite_cli.writing.interview import Asker, Candidate
    from traite_cli.writing.interview.holding import Held

_MOST = 9
"""So many meetings are offered: further back one names it."""
_ANOTHER = "="
KEPT = N_("These are in the record already, and stay as they stand there: {names}")


def of_file(workspace: Workspace, meeting: Meeting) -> Held:
    """A meeting with its file, as it still is. Raises ``LostRace``, or ``Refused`` where it is not to be completed."""
    from traite_cli.writing.interview.holding import Held
    from traite_cli.writing.naming import read_as_it_was

    if meeting.cancelled:
        hint = N_("if it was held after all, take cancelled: true out of {path} first")
        raise Refused(N_("“{title}” was called off"), hint=hint, title=meeting.label, path=meeting.path)
    _, file = read_as_it_was(workspace.source, meeting)
    return Held(meeting, file)


def meeting_named(call: Call, workspace: Workspace, text: str, asker: Asker | None) -> Meeting:
    """The meeting that a text means, by its slug, path, title or day. Raises ``NotFound`` or ``Refused``."""
    from traite_cli.repository import planned_like, to_complete
    from traite_cli.writing.interview.naming import Naming

    repository = workspace.repository
    exactly = repository.of(Meeting).get(text.strip().removeprefix(f"{Meeting.KIND}/"))
    meant = Naming(repository, sense_of(call, workspace)).one(text, (Meeting.KIND,))
    found = [one for one in ((exactly,) if exactly else meant.found) if isinstance(one, Meeting)]
    if asker is None and not exactly:
        # Whoever says a day and another meeting's name means another meeting.
        found = [one for one in found if one.date is None or one in planned_like(repository, one.date, text)]
    waiting = [one for one in found if one in to_complete(repository, workspace.day)]
    if len(found) == 1 or len(waiting) == 1:
        return (waiting if len(waiting) == 1 else found)[0]
    near = [one for one in meant.near if isinstance(one, Meeting)]
    if not found and near and asker is not None and text.count("/") == 0:
        return _chosen(call, asker, near) or near[0]
    if not found:
        return record_named(call, workspace, text, Meeting)
    if asker is None:
        names = ", ".join(_told(call, one) for one in found)
        raise Refused(N_("several meetings are called {name}: {names}"), hint=N_("write one of them whole"), name=text, names=names)
    return _chosen(call, asker, found) or found[0]


def meeting_asked(call: Call, workspace: Workspace, asker: Asker | None) -> Meeting:
    """One of the meetings whose day has come and of which something is not told yet, the last one first; or another that is named."""
    from traite_cli.repository import to_complete
    from traite_cli.writing.interview import Candidate

    waiting = to_complete(workspace.repository, workspace.day)
    if asker is None:
        hint = (
            N_("these wait to be completed: {names}")
            if waiting
            else N_("none waits to be completed; any other is named: traite hold MEETING")
        )
        raise UsageError(N_("it is not said which meeting"), hint=hint, names=", ".join(_told(call, one) for one in waiting[:_MOST]))
    if waiting:
        chosen = _chosen(call, asker, waiting[:_MOST], Candidate(_ANOTHER, call.t(N_("another one"))))
        if chosen is not None:
            return chosen
    else:
        asker.say(call.t(N_("No meeting waits to be completed.")))
    return _typed(call, workspace, asker)


def _typed(call: Call, workspace: Workspace, asker: Asker) -> Meeting:
    """The meeting that somebody names, asked until there is one."""
    from traite_cli.cli.new_filled import sitting_of
    from traite_cli.writing.interview import Question
    from traite_cli.writing.interview.whom import known

    sitting = sitting_of(call, workspace, asker)
    question = Question(call.t(N_("Which meeting?")), call.t(N_("its name or its day")))
    while True:
        typed = asker.names(question, known(sitting, (Meeting.KIND,)))
        try:
            if typed:
                return meeting_named(call, workspace, typed, asker)
        except TraiteError as error:
            asker.say(sitting.said(error))
            question = question._replace(begun=typed)


def _chosen(call: Call, asker: Asker, meetings: Sequence[Meeting], *others: Candidate) -> Meeting | None:
    """One of some meetings; None for another."""
    from traite_cli.writing.interview import Candidate, Question

    choices = [Candidate(one.slug, one.label, say_date(one.date, call.t.language, weekday=True) if one.date else "") for one in meetings]
    value = asker.choice(Question(call.t(N_("Which meeting?")), default=meetings[0].slug), [*choices, *others])
    return next((one for one in meetings if one.slug == value), None)


def _told(call: Call, meeting: Meeting) -> str:
    day = f", {say_date(meeting.date, call.t.language)}" if meeting.date else ""
    return f"{meeting.slug} ({meeting.label}{day})"
