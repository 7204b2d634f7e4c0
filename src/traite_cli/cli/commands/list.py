"""``traite list``: the records of one kind that filters leave."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli import words
from traite_cli.cli.call import Call
from traite_cli.cli.lists import printed
from traite_cli.cli.records import Audience, as_asked, completes, workspace_of
from traite_cli.language import N_

HELP = N_("List the records of a kind, all or those that filters leave.")
DETAILS = N_(
    "Kinds: meetings, people, organisations, commitments, requests, topics, updates, documents, editions. "
    "States: open, in_progress, partially_kept, kept, broken, no_news, withdrawn for commitments; planned, held, cancelled for meetings; "
    "candidate, member, coordinator, observer, refused, left for organisations."
)
EXAMPLES = (
    ("traite list commitments --overdue", N_("What is overdue today")),
    ("traite list commitments --by miprof --format csv", N_("What the MIPROF promised, for a spreadsheet")),
    ("traite list meetings --since 2014-11 --as-of 2015-01-22", N_("The meetings since November, as of that day")),
)

_WHO = completes("people", "organisations")


def command(
    call: Call,
    kind: Annotated[str, Argument(metavar=N_("KIND"), help=N_("Which records."), autocompletion=words.kinds)],
    *,
    topic: Annotated[str, Option(metavar=N_("TOPIC"), help=N_("Filed under this dossier."), autocompletion=completes("topics"))] = "",
    by: Annotated[str, Option(metavar=N_("WHO"), help=N_("Promised by, or on behalf of."), autocompletion=_WHO)] = "",
    to: Annotated[str, Option(metavar=N_("WHO"), help=N_("Promised or put to."), autocompletion=_WHO)] = "",
    person: Annotated[str, Option(metavar=N_("WHO"), help=N_("That name this person."), autocompletion=completes("people"))] = "",
    organisation: Annotated[
        str, Option(metavar=N_("WHO"), help=N_("That name this organisation."), autocompletion=completes("organisations"))
    ] = "",
    state: Annotated[str, Option(metavar=N_("STATE"), help=N_("In this state on the day asked about."), autocompletion=words.states)] = "",
    classification: Annotated[
        str, Option(metavar=N_("SORT"), help=N_("Of this sort: plenary, event, ministry …"), autocompletion=words.sorts)
    ] = "",
    overdue: Annotated[bool, Option("--overdue", help=N_("Overdue on the day asked about."))] = False,
    due_before: Annotated[str, Option(metavar=N_("DATE"), help=N_("Due before."))] = "",
    since: Annotated[str, Option(metavar=N_("DATE"), help=N_("Dated or made on that day or later."))] = "",
    before: Annotated[str, Option(metavar=N_("DATE"), help=N_("Dated or made before."))] = "",
    text: Annotated[str, Option(metavar=N_("WORDS"), help=N_("With these words in the title or name."))] = "",
    sort: Annotated[
        str, Option(metavar=N_("COLUMN"), help=N_("Sorted by a column; backwards: -COLUMN."), autocompletion=words.columns)
    ] = "",
    format: Annotated[  # noqa: A002  # the option's name
        Literal["table", "json", "csv", "markdown", "paths"], Option(help=N_("How to show them."))
    ] = "table",
    audience: Audience = None,
) -> int:
    from traite_cli.asking.filtering import Filters, listing
    from traite_cli.cli.lists import date_given
    from traite_cli.saying.vocabulary import kind_named

    wanted = kind_named(kind)
    workspace = workspace_of(call, reading=True)
    repository = as_asked(workspace, audience)
    filters = Filters(
        topic=topic,
        by=by,
        to=to,
        person=person,
        organisation=organisation,
        state=state,
        classification=classification,
        overdue=overdue,
        due_before=date_given("--due-before", due_before),
        since=date_given("--since", since),
        before=date_given("--before", before),
        text=text,
    )
    printed(call, repository, listing(repository, wanted, filters, workspace.day, sort), workspace.day, format)
    return 0
