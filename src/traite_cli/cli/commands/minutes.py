"""``traite minutes``: the minutes of one meeting as a document."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from traite_cli.cli import rendering
from traite_cli.cli.call import Call
from traite_cli.cli.records import completes, record_for, workspace_of
from traite_cli.cli.rendering import Audience, DryRun, Output, Template, To, With, Without
from traite_cli.language import N_

ASKS_WITHOUT = ()
HELP = N_("Make the minutes of a meeting.")
DETAILS = N_("They are cut to the meeting's audience, or to a narrower circle's view with --audience.")
EXAMPLES = (
    ("traite minutes 2014-11-18-miprof --to docx", N_("One meeting's minutes, for Word")),
    ("traite minutes 2014-11-18-miprof -o -", N_("On the screen")),
)


def command(
    call: Call,
    meeting: Annotated[
        str,
        Argument(
            metavar=N_("MEETING"), help=N_("Which one: its title, its name, its day or its path."), autocompletion=completes("meetings")
        ),
    ],
    *,
    to: To = None,
    output: Output = None,
    audience: Audience = None,
    with_: With = None,
    without: Without = None,
    template: Template = None,
    dry_run: DryRun = False,
) -> int:
    workspace = workspace_of(call, reading=True)
    forms = rendering.formats_of(workspace, to, output)
    with rendering.beginning(forms):
        with workspace.beginning(template or "minutes", as_page=rendering.has_foot(forms)) as begun:
            from traite_cli.circulating.making import make_minutes
            from traite_cli.kinds import Meeting

            chosen = record_for(call, workspace, meeting, audience, Meeting)
            revision = workspace.revision if rendering.has_foot(forms) else ""
            order = rendering.order(workspace, forms, audience, with_, without, template)
            made = make_minutes(workspace.related, chosen, order, workspace.looks, workspace.source, revision, begun, workspace)
        to_where = rendering.destination(workspace, output, forms, f"{chosen.slug}-{made.audience}")
        return rendering.deliver(call, workspace.root, made, forms, to_where, dry_run=dry_run)
