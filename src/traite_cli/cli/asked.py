"""What a call leaves out and cannot do without, asked of somebody who is there: which record is meant, and the words beside it.

Open commitments and unanswered requests are offered, the most urgent first; any record can be named instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer.core import TyperArgument

from traite_cli.cli.prompts.presence import is_somebody_there
from traite_cli.kinds import KINDS, Commitment, Request, kind_among
from traite_cli.language import N_, say_date

if TYPE_CHECKING:
    from datetime import date

    from typer._click.core import Parameter

    from traite_cli.cli.call import Call
    from traite_cli.dates import EdtfDate
    from traite_cli.repository import Repository
    from traite_cli.workspace import Workspace
    from traite_cli.writing.interview import Asker, Candidate, Question

_MOST = 9
_ANOTHER = "="
UNPROVED = ("kept", "partially_kept", "broken")
"""Of a promise that is called so it is said what that rests on."""
_QUESTIONS = {
    "commitment": N_("Which commitment is it about?"),
    "request": N_("Which request is it about?"),
    "meeting": N_("Which meeting is it about?"),
    "record": N_("Which record is it about?"),
    "item": N_("Which of its questions?"),
}
"""What is asked for the arguments; for what is not here, the help says what to give."""


def words_for(parameter: Parameter, call: Call) -> list[str] | None:
    """What somebody says for a parameter that is missing, as it would have been typed; None where nobody is there to be asked.

    Only a command that is about a record asks.
    """
    if not _kinds_of(call) or not is_somebody_there():
        return None
    from traite_cli.cli.prompts import asker_of

    said = _asked(parameter, call, asker_of(call))
    if not said:
        return None
    return [said] if isinstance(parameter, TyperArgument) else [max(parameter.opts, key=len), said]


def news_asked(call: Call, status: str) -> tuple[str, str]:
    """The status and the note of a follow-up that says neither, or no more than that a promise is kept or broken."""
    from traite_cli.cli.prompts import asker_of
    from traite_cli.kinds import FOLLOW_UP_STATUSES
    from traite_cli.writing.interview import Candidate, Question

    asker, t = asker_of(call), call.t
    if not status:
        choices = [Candidate(word, t(label)) for word, label in FOLLOW_UP_STATUSES.items()]
        status = asker.choice(Question(t(N_("How does it stand now?")), t(N_("Enter if nothing changed"))), choices)
    if status in UNPROVED:
        return status, asker.text(Question(t(N_("What shows it?")), t(N_("in a few words: a letter, an answer, what was seen"))))
    return status, asker.text(Question(t(N_("What was seen or heard?")), t(N_("Enter to go on without"))))


def _kinds_of(call: Call) -> tuple[str, ...]:
    """The kinds of the record that a command is about, by the name of its first argument; none where it is about something else."""
    first = _first(call)
    kind = kind_among(first)
    return tuple(KINDS) if first == "record" else (kind,) if kind else ()


def _first(call: Call) -> str:
    return next((one.name or "" for one in call.command.params if isinstance(one, TyperArgument)), "")


def _asked(parameter: Parameter, call: Call, asker: Asker) -> str:
    from traite_cli.writing.interview import Question

    asked = _QUESTIONS.get(parameter.name or "")
    question = Question(call.t(asked) if asked else str(getattr(parameter, "help", "") or parameter.name))
    if parameter.name in {"record", "other"} or kind_among(parameter.name or ""):
        return _record(call, asker, question)
    _refuse_unknown(call)
    if parameter.name == "item":
        return _chosen(asker, question, list(_questions(call)))
    return asker.text(question)


def _refuse_unknown(call: Call) -> None:
    """Nothing is asked about a record that is not there. Raises ``NotFound``."""
    from traite_cli.cli.records import record_named, workspace_of

    named = call.params.get(_first(call))
    if isinstance(named, str):
        record_named(call, workspace_of(call, reading=True), named, *map(KINDS.__getitem__, _kinds_of(call)))


def _chosen(asker: Asker, question: Question, offered: Sequence[Candidate], *others: Candidate) -> str:
    """One of those that are offered; one that is offered alone stands for Enter."""
    return asker.choice(question._replace(default=offered[0].value if len(offered) == 1 else ""), [*offered, *others])


def _record(call: Call, asker: Asker, question: Question) -> str:
    """One of those that wait for something, or any that is named."""
    from traite_cli.cli.new_filled import sitting_of
    from traite_cli.cli.records import workspace_of
    from traite_cli.writing.interview import Candidate
    from traite_cli.writing.interview.whom import known

    workspace, kinds = workspace_of(call, reading=True), _kinds_of(call)
    waiting = list(_waiting(call, workspace, kinds))[:_MOST]
    if waiting:
        said = _chosen(asker, question, waiting, Candidate(_ANOTHER, call.t(N_("another one, by its name"))))
        if said != _ANOTHER:
            return said
    question = question._replace(help=call.t(N_("its title, its name or its path")))
    return asker.names(question, known(sitting_of(call, workspace, asker), kinds))


def _waiting(call: Call, workspace: Workspace, kinds: Sequence[str]) -> Iterator[Candidate]:
    """The open commitments, those overdue first; the requests that are not answered whole, the oldest first."""
    from traite_cli.writing.interview import Candidate

    day = workspace.day
    if Commitment.KIND in kinds and len(kinds) == 1:
        for late, due, commitment in _open(workspace.repository, day):
            said = call.t(N_("without a deadline")) if due is None else say_date(due, call.t.language)
            note = call.t(N_("overdue since {date}"), date=said) if late else said
            yield Candidate(commitment.slug, commitment.label, note)
    if Request.KIND in kinds and len(kinds) == 1:
        from traite_cli.asking.conditions import is_unanswered

        for request in sorted(workspace.repository.of(Request).values(), key=lambda one: one.slug):
            if is_unanswered(request):
                yield Candidate(request.slug, request.label, say_date(request.date, call.t.language) if request.date else "")


def _open(repository: Repository, day: date) -> list[tuple[bool, EdtfDate | None, Commitment]]:
    """The commitments that are not settled: whether each is overdue, by when it is due."""
    from traite_cli.repository import SETTLED, state_on

    states = [(one, state_on(repository, one, day)) for one in repository.of(Commitment).values()]
    found = [(state.overdue, state.due, one) for one, state in states if state.status not in SETTLED]
    return sorted(found, key=lambda one: (not one[0], one[1].last if one[1] else day.max, one[2].slug))


def _questions(call: Call) -> Iterator[Candidate]:
    """The questions of the request that is named, those without an answer first."""
    from traite_cli.cli.records import record_named, workspace_of
    from traite_cli.writing.interview import Candidate

    request = record_named(call, workspace_of(call), call.params["request"], Request)
    answered = {one.item for one in request.answers}
    for one in sorted(request.questions(), key=lambda one: (one.number in answered, one.number)):
        yield Candidate(str(one.number), one.text)
