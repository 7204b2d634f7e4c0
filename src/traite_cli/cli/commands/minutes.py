"""``traite minutes``: the minutes of one meeting as a document."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli import rendering
from traite_cli.cli.call import Call
from traite_cli.cli.records import completes, workspace_of
from traite_cli.errors import NotFound
from traite_cli.language import N_

HELP = N_("Make the minutes of a meeting.")
DETAILS = N_("They are cut to the meeting's audience, or to a narrower circle's view with --audience.")
EXAMPLES = (
    ("traite minutes 2014-11-18-miprof --to docx", N_("One meeting's minutes, for Word")),
    ("traite minutes 2014-11-18-miprof -o -", N_("On the screen")),
)


def command(
    call: Call,
    meeting: Annotated[str, Argument(metavar=N_("MEETING"), help=N_("Which one."), autocompletion=completes("meetings"))],
    *,
    to: Annotated[list[str] | None, Option(metavar=N_("FORMATS"), help=N_("md, html, docx, odt, pdf; several with commas."))] = None,
    output: Annotated[
        str | None,
        Option("-o", "--output", metavar=N_("PATH"), help=N_("A file, a path without an ending, a folder, or - for standard output.")),
    ] = None,
    audience: Annotated[
        Literal["public", "members", "contributors"] | None, Option(help=N_("Whom they are for (default: the meeting's own)."))
    ] = None,
    with_: Annotated[
        list[str] | None, Option("--with", metavar=N_("PARTS"), help=N_("Optional parts to add: commitments, questions, decisions."))
    ] = None,
    without: Annotated[list[str] | None, Option(metavar=N_("PARTS"), help=N_("Optional parts to leave out."))] = None,
    template: Annotated[str | None, Option(metavar=N_("NAME"), help=N_("Another template of templates/."))] = None,
    dry_run: Annotated[bool, Option("--dry-run", help=N_("Try it, and write nothing."))] = False,
) -> int:
    from traite_cli.circulating.making import make_minutes
    from traite_cli.kinds import Meeting

    workspace = workspace_of(call)
    forms = rendering.formats_of(workspace, to, output)
    chosen = workspace.repository.find(meeting, "meetings")
    if not isinstance(chosen, Meeting):
        raise NotFound(N_("{name} is no meeting"), name=chosen.ref)
    order = rendering.order(call, audience, with_, without, template)
    made = make_minutes(workspace.repository, chosen, order, workspace.looks, workspace.source, workspace.revision)
    to_where = rendering.destination(workspace, output, forms, f"{chosen.slug}-{made.audience}")
    return rendering.deliver(call, workspace, made, forms, to_where, dry_run=dry_run)
