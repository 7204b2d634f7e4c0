"""``traite show``: one record, and all that refers to it."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.pages import as_markdown, printed
from traite_cli.cli.records import Audience, RecordNamed, as_asked, record_named, workspace_of
from traite_cli.language import N_

ASKS_WITHOUT = ()
HELP = N_("Show one record, what follows from it, and all that refers to it.")
DETAILS = N_(
    "A commitment with its whole story, a person with the meetings attended and the functions held, an organisation with its attendance "
    "and what it owes, a meeting with what was promised there, a topic with all that is filed under it."
)
EXAMPLES = (
    ("traite show miprof", N_("An organisation, and where it is named")),
    ("traite show commitments/2014-10-22-lettre-aux-prefets", N_("A commitment with its story")),
    ("traite show miprof --format json", N_("For another program")),
    ("traite show 2014-10-22-lettre-aux-prefets --format markdown --audience members", N_("For a message to the members")),
)


def command(
    call: Call,
    record: RecordNamed,
    *,
    format: Annotated[Literal["text", "json", "markdown"], Option(help=N_("How to show it."))] = "text",  # noqa: A002  # the option's name
    audience: Audience = None,
) -> int:
    from traite_cli.asking import showing

    workspace = workspace_of(call, reading=True)
    repository = as_asked(workspace, audience)
    shown = showing.show(repository, record_named(call, workspace, record, among=repository), workspace.day)
    if format == "json":
        from traite_cli.diagnostics.json_text import json_page

        call.console.raw(json_page(showing.plain(repository, shown, workspace.day)).encode())
        return 0
    page = showing.page(repository, shown, workspace.day, call.t)
    if format == "markdown":
        call.console.raw(as_markdown(page, call.t).encode("utf-8", "backslashreplace"))
    else:
        printed(call.console, page, call.t)
    return 0
