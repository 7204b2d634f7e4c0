"""``traite log``: what happened to the records since a day, fit for a message to the members."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.circles import circle_option
from traite_cli.cli.dates_said import say_since
from traite_cli.cli.records import completes_revisions, workspace_of
from traite_cli.errors import UsageError
from traite_cli.language import N_, enumerate_words

HELP = N_("Sum up what happened to the records since a day or a revision.")
DETAILS = N_(
    "What was promised and what became of it comes first. It is for a message to the members: it holds what they may read, unless "
    "--audience says otherwise. With --as-of, nothing that happened later is in it."
)
EXAMPLES = (
    ("traite log --since 2015-01-22", N_("What happened since the last working document")),
    ("traite log --since 2015-01", N_("What happened since the first of January")),
    ("traite log --since v1 --format markdown", N_("For a message or a page")),
)


def command(
    call: Call,
    *,
    since: Annotated[
        str,
        Option(
            metavar=N_("DAY|REVISION"),
            help=N_("The day or the revision after which, or the month or year."),
            autocompletion=completes_revisions,
        ),
    ] = "",
    format: Annotated[Literal["text", "markdown", "json"], Option(help=N_("How to tell it."))] = "text",  # noqa: A002  # the option's name
    audience: Annotated[str, circle_option(N_("For whom it is."))] = "members",
) -> int:
    from traite_cli.diagnostics.markdown_text import escaped
    from traite_cli.saying.values import Saying
    from traite_cli.together import markdown, plain
    from traite_cli.together.differences import difference
    from traite_cli.together.digest import digest
    from traite_cli.together.report import report
    from traite_cli.together.sentences import Teller

    if not since:
        raise UsageError(N_("--since is missing: since when?"), hint=N_("for instance: traite log --since 2015-01-22"))
    workspace = workspace_of(call, reading=True)
    say_since(call, workspace, since)
    found = difference(*workspace.moments(since, workspace.at, since=True), audience, workspace.as_of)
    summed = digest(found, report(found, workspace.day, call.t), workspace.commits_since(since), call.t)
    if format == "json":
        from traite_cli.diagnostics.json_text import json_page

        told = plain.plain(found, Teller(Saying(found.before, call.t), Saying(found.after, call.t)))
        call.console.raw(json_page({**told, "authors": [{"name": name, "commits": count} for name, count in summed.authors]}).encode())
        return 0
    names = enumerate_words([name for name, _ in summed.authors], call.t.language) if summed.authors else ""
    written = call.t(N_("Written by {names}."), names=names) if names else ""
    if format == "markdown":
        call.console.raw(markdown.markdown(summed.report, call.t).encode())
        if written:
            call.console.raw(f"\n{escaped(written)}\n".encode())
    elif found:
        from traite_cli.cli.differences import printed

        printed(call.console, summed.report, call.t)
        if written:
            call.console.data("\n", written)
    else:
        call.console.say(call.t(N_("No record says anything else than before.")))
    return 0
