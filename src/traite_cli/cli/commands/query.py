"""``traite query``: a question in SQL, or one that was saved, asked of the records."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import Audience, as_asked, say_moment, sense_of, tables_asked, workspace_of
from traite_cli.cli.saved import completes_queries, tell_saved
from traite_cli.language import N_

HELP = N_("Ask the records in SQL, or ask a saved question.")
DETAILS = N_(
    "Saved questions are files queries/NAME.sql; without an argument they are listed. The tables and their columns are in the reference; "
    "a query can only read, and is stopped when it takes too long."
)
EXAMPLES = (
    ("traite query", N_("The saved questions, and what they ask for")),
    ("traite query promesses-par-organisation --format chart", N_("A saved question, as bars")),
    ('traite query "SELECT kind, count(*) FROM records GROUP BY kind"', N_("A question of one’s own")),
)


def command(
    call: Call,
    query: Annotated[
        str | None,
        Argument(metavar=N_("SQL|NAME"), help=N_("The question; without it, the saved ones."), autocompletion=completes_queries),
    ] = None,
    *,
    param: Annotated[list[str] | None, Option(metavar=N_("NAME=VALUE"), help=N_("What the question asks for; may be repeated."))] = None,
    format: Annotated[  # noqa: A002  # the option's name
        Literal["table", "csv", "tsv", "json", "ndjson", "markdown", "chart"], Option(help=N_("How to show the answer."))
    ] = "table",
    audience: Audience = None,
) -> int:
    from traite_cli.asking.querying import answer, compares_with_nothing, given, untyped
    from traite_cli.asking.saved_queries import dates_of, looks_like_name, saved_query, values_of
    from traite_cli.asking.sql_faults import Query
    from traite_cli.cli.answers import printed
    from traite_cli.cli.dates_said import say_back

    workspace = workspace_of(call, reading=True)
    if query is None:
        return tell_saved(call, workspace.source)
    parameters = given(param or ())
    if looks_like_name(query):
        saved, sense = saved_query(workspace.source, query), sense_of(call, workspace)
        asked, values = Query(saved.sql, saved.path), values_of(saved, parameters, as_asked(workspace, audience), sense)
        say_back(call, dates_of(saved, parameters, sense))
    else:
        asked, values = Query(query), untyped(parameters)
    say_moment(call, workspace)
    found = answer(tables_asked(workspace, audience), workspace.day, asked, values)
    printed(call, found, workspace.day, format)
    if not found.rows and compares_with_nothing(asked.sql):
        call.console.say(call.t(N_("A field that was left empty has no value: IS NULL finds it, = '' and = NULL do not.")))
    return 0
