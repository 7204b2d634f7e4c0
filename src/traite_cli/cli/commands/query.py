"""``traite query``: a question in SQL, or one that was saved, asked of the records."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import Audience, as_asked, record_seen, say_moment, sense_of, tables_asked, workspace_of
from traite_cli.cli.saved import completes_queries, tell_saved
from traite_cli.cli.to_file import Output, form_of, into_file
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

_READ = frozenset({"table", "markdown", "chart"})
"""What people read; programs get lists as they are."""


def command(
    call: Call,
    query: Annotated[
        str | None,
        Argument(
            metavar=N_("SQL|NAME"),
            help=N_("The question, or the name or title of a saved one; without it, these."),
            autocompletion=completes_queries,
        ),
    ] = None,
    *,
    param: Annotated[list[str] | None, Option(metavar=N_("NAME=VALUE"), help=N_("What the question asks for; may be repeated."))] = None,
    format: Annotated[  # noqa: A002  # the option's name
        Literal["table", "csv", "tsv", "json", "ndjson", "markdown", "chart"], Option(help=N_("How to show the answer."))
    ] = "table",
    output: Output = None,
    audience: Audience = None,
) -> int:
    from traite_cli.asking.querying import answer, given, told, untyped
    from traite_cli.asking.read_lists import lists_read
    from traite_cli.asking.saved_queries import dates_of, looks_like_name, saved_query, values_of
    from traite_cli.asking.sql_faults import Query, is_sql
    from traite_cli.cli.answers import printed, remarked
    from traite_cli.cli.dates_said import say_back

    workspace = workspace_of(call, reading=True)
    if query is None:
        return tell_saved(call, workspace.source)
    parameters, saved = given(param or ()), None
    if looks_like_name(query) or not is_sql(query):
        saved, sense = saved_query(workspace.source, query), sense_of(call, workspace)
        repository = as_asked(workspace, audience)
        named = partial(record_seen, call, workspace, among=repository)
        asked, values = Query(saved.sql, saved.path), values_of(saved, parameters, repository, sense, named)
        say_back(call, dates_of(saved, parameters, sense))
    else:
        asked, values = Query(query), untyped(parameters)
    say_moment(call, workspace)
    found, form = answer(tables_asked(workspace, audience), workspace.day, asked, values), form_of(call, output, format)
    if form in _READ:
        # Tables that were asked can do nothing else: those who are asked next are others.
        found = lists_read(found, lambda *question: answer(tables_asked(workspace, audience), workspace.day, *question))
    if saved and (form in _READ or output):
        found = told(found, saved, call.t)
    with into_file(call, workspace, output, form, saved.name if saved else "query", audience):
        printed(call, found, workspace.day, form)
    if saved is None:
        remarked(call, found, asked.sql, values)
    return 0
