"""``traite search``: the records that hold some words."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli import words as known_words
from traite_cli.cli.call import Call
from traite_cli.cli.dates_said import say_bounds
from traite_cli.cli.records import Audience, as_asked, completes, finder_asked, record_seen, sense_of, workspace_of
from traite_cli.cli.to_file import Output, form_of, into_file
from traite_cli.language import N_

ASKS_WITHOUT = ("output",)
HELP = N_("Search the text of the records.")
DETAILS = N_(
    'All words must be there; accents and capitals do not count. "in quotation marks": next to each other; traff*: words that begin so; '
    "-word: must not be there. A word that begins with a hyphen stands inside the quotation marks of the shell, behind another one."
)
EXAMPLES = (
    ("traite search préfecture", N_("Where it is spoken of, in names first, then in fields, then in texts")),
    ("traite search 'traff* -lettre' --since 2014-11", N_("Words that begin with traff, without the word lettre, since November")),
    ("traite search '\"titre de séjour\"' --kind commitments", N_("The very words, in commitments")),
)


def command(
    call: Call,
    words: Annotated[list[str], Argument(metavar=N_("WORDS"), help=N_("What to look for."))],
    *,
    kind: Annotated[str, Option(metavar=N_("KIND"), help=N_("Only in records of this kind."), autocompletion=known_words.kinds)] = "",
    topic: Annotated[
        str, Option(metavar=N_("TOPIC"), help=N_("Only what is filed under this topic."), autocompletion=completes("topics"))
    ] = "",
    since: Annotated[str, Option(metavar=N_("DATE"), help=N_("Dated or made on that day or later."))] = "",
    until: Annotated[str, Option(metavar=N_("DATE"), help=N_("Dated or made by then."))] = "",
    limit: Annotated[int, Option(metavar=N_("NUMBER"), min=1, max=10000, help=N_("No more records than that."))] = 20,
    format: Annotated[Literal["text", "json"], Option(help=N_("How to show them."))] = "text",  # noqa: A002  # the option's name
    output: Output = None,
    audience: Audience = None,
) -> int:
    from traite_cli.asking.searching import Among, asked_of, search
    from traite_cli.cli.findings import printed
    from traite_cli.index.finders import Reading, finder
    from traite_cli.kinds import Topic
    from traite_cli.saying.bounds import End, period_given
    from traite_cli.saying.vocabulary import kind_named

    text = " ".join(words)
    asked = asked_of(text)
    wanted = kind_named(kind) if kind else ""
    workspace = workspace_of(call, reading=True)
    sense = sense_of(call, workspace)
    period = period_given((End("--since", since, "since", "past"), End("--until", until, "until")), sense)
    say_bounds(call, period)
    repository = as_asked(workspace, audience)
    filed = record_seen(call, workspace, topic, Topic, among=repository).slug if topic else ""
    found_by = finder_asked(workspace, audience)
    if isinstance(found_by, Reading):
        call.console.detail(call.t(N_("This Python’s SQLite has no full text (FTS5): every record is read, which takes longer.")))
    first = next((bound.day for bound in period if bound.side == "since"), None)
    among = Among(wanted, filed, first, min((bound.last for bound in period if bound.side != "since"), default=None))
    findings = search(repository, found_by, asked, among, limit)
    if workspace.as_of is not None and (findings.begun or not findings.found):
        # What is proposed instead must stand in the records of that day.
        findings = search(repository, finder(repository), asked, among, limit)
    form = form_of(call, output, format)
    with into_file(call, workspace, output, form, "search", audience):
        printed(call, findings, text, form)
    return 0 if findings.found else 1
