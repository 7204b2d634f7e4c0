"""``traite answer``: what was answered to a question, added to the request's record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.changing import workspace_to_change
from traite_cli.cli.dates_said import date_of, doubt_future
from traite_cli.cli.entering import Date, DryRun, deliver, entry_of
from traite_cli.cli.records import completes, record_named, sense_of
from traite_cli.errors import NotFound
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.kinds import Request

HELP = N_("Add an answer to one of the questions of a request.")
DETAILS = N_(
    "Every other character of the file stays as it was; traite undo goes back. The question is named by its number or by some of its words."
)
EXAMPLES = (
    (
        'traite answer 2014-11-07-questions-a-la-miprof 5 --status answered --text "La lutte est une priorité." --date 2015-02-02',
        N_("By the number of the question"),
    ),
    (
        'traite answer 2014-11-07-questions-a-la-miprof "volonté politique" --status declined',
        N_("By some of its words: no answer was given"),
    ),
)


def command(
    call: Call,
    request: Annotated[
        str, Argument(metavar=N_("REQUEST"), help=N_("Which one: its title, its name or its path."), autocompletion=completes("requests"))
    ],
    item: Annotated[str, Argument(metavar=N_("QUESTION"), help=N_("Its number, or some of its words."))],
    *,
    status: Annotated[str, Option(metavar=N_("STATUS"), help=N_("How far it is answered: answered, partial or declined."))],
    text: Annotated[str, Option(metavar=N_("WORDS"), help=N_("What was answered."))] = "",
    date: Date = "",
    by: Annotated[str, Option(metavar=N_("WHO"), help=N_("Who answered."), autocompletion=completes("people", "organisations"))] = "",
    meeting: Annotated[str, Option(metavar=N_("MEETING"), help=N_("Where it was answered."), autocompletion=completes("meetings"))] = "",
    document: Annotated[
        str, Option(metavar=N_("DOCUMENT"), help=N_("The document that answers."), autocompletion=completes("documents"))
    ] = "",
    dry_run: DryRun = False,
) -> int:
    from traite_cli.dates import EdtfDate
    from traite_cli.kinds import Answer, Meeting, Organisation, Person, Request, WrittenDocument
    from traite_cli.saying.vocabulary import labels_of, word_given
    from traite_cli.writing import with_answer

    workspace = workspace_to_change(call, dry_run=dry_run)
    repository = workspace.repository
    chosen = record_named(call, workspace, request, Request)
    held_at = record_named(call, workspace, meeting, Meeting) if meeting else None
    # The day of the meeting is the answer's, where one is named.
    today = EdtfDate.of(workspace.day)
    when = date_of(call, "--date", date, sense_of(call, workspace), "past") or (None if held_at else today)
    doubt_future(call, when or (held_at.date if held_at else None), today)
    entry = entry_of(
        item=_number(chosen, item),
        date=when,
        status=word_given("--status", status, labels_of(Answer, "status")),
        text=text.strip(),
        by=by and record_named(call, workspace, by, Person, Organisation).slug,
        meeting=held_at and held_at.slug,
        document=document and record_named(call, workspace, document, WrittenDocument).slug,
    )
    return deliver(call, workspace, with_answer(repository, workspace.source, chosen, entry, workspace.day), dry_run=dry_run)


def _number(request: Request, item: str) -> int:
    """The number of the question that is meant. Raises ``NotFound`` where none or several are."""
    from traite_cli.language import words

    questions = request.questions()
    wanted = words(item)
    found = [one for one in questions if item.strip().rstrip(".)") == str(one.number)]
    found = found or [one for one in questions if wanted and f" {' '.join(wanted)} " in f" {' '.join(words(one.text))} "]
    if len(found) == 1:
        return found[0].number
    numbers = ", ".join(str(one.number) for one in found or questions)
    message = N_("several questions have these words: {numbers}") if found else N_("no question has this number or these words: “{item}”")
    raise NotFound(message, hint=N_("the questions: {numbers}"), item=item, numbers=numbers)
