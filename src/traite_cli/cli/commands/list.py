"""``traite list``: the records of one kind that filters leave."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli import words
from traite_cli.cli.call import Call
from traite_cli.cli.filter_options import filter_options as more_options
from traite_cli.cli.filter_options import filters_given
from traite_cli.cli.lists import Form, printed
from traite_cli.cli.records import Audience, as_asked, record_seen, say_moment, workspace_of
from traite_cli.cli.to_file import Output, form_of, into_file
from traite_cli.errors import UsageError
from traite_cli.language import N_, N_n

ASKS_WITHOUT = ("output",)
HELP = N_("List the records of a kind, all or those that filters leave.")
DETAILS = N_(
    "Kinds: meetings, people, organisations, commitments, requests, topics, updates, documents, editions. "
    "States: open, in_progress, partially_kept, kept, broken, no_news, withdrawn for commitments; planned, held, cancelled for meetings; "
    "candidate, member, coordinator, observer, refused, left for organisations; open, closed for topics. "
    "A filter given several times leaves what fits one or the other of its values; states and sorts may stand with commas too. "
    "A date may be said in words, or told from the day asked about: yesterday, end of February, last Friday; -6m is six months before "
    "it, +30d thirty days after; d, w, m and y are days, weeks, months and years. Columns may be any field of the kind, and what follows "
    "from a record: the columns of each kind are in the reference."
)
EXAMPLES = (
    ("traite list commitments --overdue", N_("What is overdue today")),
    ("traite list commitments --by miprof --format csv", N_("What the MIPROF promised, for a spreadsheet")),
    ("traite list meetings --since 2014-11 --as-of 2015-01-22", N_("The meetings since November, as of that day")),
    ("traite list commitments --group-by organisation --count", N_("How many commitments each organisation made")),
    (
        N_("traite list commitments --due-since today --due-before +31d --sort due --columns due,by,title,last"),
        N_("What falls due within thirty days"),
    ),
)
_UNDATED = N_n(
    "of {n} record no date says since when that is so: it counts on every day asked about",
    "of {n} records no date says since when that is so: they count on every day asked about",
)
__all__ = ["command", "more_options"]


def command(
    call: Call,
    kind: Annotated[str, Argument(metavar=N_("KIND"), help=N_("Which records."), autocompletion=words.kinds)],
    *,
    sort: Annotated[
        list[str] | None,
        Option(metavar=N_("COLUMNS"), help=N_("Sorted by columns, with commas; backwards: -COLUMN."), autocompletion=words.columns),
    ] = None,
    columns: Annotated[
        list[str] | None, Option(metavar=N_("COLUMNS"), help=N_("The columns to show, with commas."), autocompletion=words.columns)
    ] = None,
    group_by: Annotated[
        list[str] | None,
        Option(metavar=N_("COLUMNS"), help=N_("In groups, by what columns say, with commas."), autocompletion=words.columns),
    ] = None,
    count: Annotated[bool, Option("--count", help=N_("How many, instead of which."))] = False,
    limit: Annotated[int | None, Option(metavar=N_("NUMBER"), min=1, help=N_("No more records than that."))] = None,
    format: Annotated[  # noqa: A002  # the option's name
        Literal["table", "json", "csv", "markdown", "paths"], Option(help=N_("How to show them."))
    ] = "table",
    output: Output = None,
    audience: Audience = None,
) -> int:
    from traite_cli.asking.filtering import bounds_among, without_beginning
    from traite_cli.asking.listing import Order, listing
    from traite_cli.cli.dates_said import say_bounds
    from traite_cli.cli.rendering import words as words_of
    from traite_cli.saying.vocabulary import kind_named

    wanted = kind_named(kind)
    workspace = workspace_of(call, reading=True)
    repository = as_asked(workspace, audience)
    order = Order(words_of(sort), words_of(columns), words_of(group_by))
    named = partial(record_seen, call, workspace, among=repository)
    if limit and count:
        raise UsageError(N_("--count counts all: --limit cannot stand beside it"))
    found = listing(repository, wanted, filters_given(call), workspace.day, order, call.t.language, named)
    say_moment(call, workspace)
    say_bounds(call, bounds_among(filters_given(call), workspace.day, call.t.language))
    form = form_of(call, output, format)
    with into_file(call, workspace, output, form, wanted, audience):
        printed(call, repository, found.cut(limit), workspace.day, Form(form, count, chosen=bool(columns)))
    if limit and len(found.records) > limit:
        call.console.say(call.t(N_("There are more: {total} in all."), total=len(found.records)))
    if workspace.as_of is not None and (undated := without_beginning(wanted, filters_given(call), found.records, workspace.day)):
        call.console.say(call.t.plural(*_UNDATED, undated, n=undated))
    return 0
