"""``traite propose``: from changed files to the page of a request, for whoever never used git."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import workspace_of
from traite_cli.language import N_

HELP = N_("Send the records that you changed, as a proposal that others read before it is taken in.")
DETAILS = N_(
    "Shows what would be sent and asks; then makes a branch for it, and gives the page on which the request is made. Your files stay as "
    "they are, and nothing but records, attachments, templates, queries and traite.toml is sent. What is corrected later goes to the same "
    "proposal, what is new makes another. Nothing is ever overwritten on the other side."
)
EXAMPLES = (
    ("traite propose", N_("Send what I changed")),
    ('traite propose -m "Relecture du 18 novembre"', N_("With a title of one’s own")),
    ("traite propose --dry-run", N_("Only show what would be sent")),
    ("traite propose --yes --open", N_("Ask nothing, and open the page in the browser")),
)


def command(
    call: Call,
    *,
    message: Annotated[str, Option("-m", "--message", metavar=N_("WORDS"), help=N_("Its title (default: drawn from what changed)."))] = "",
    yes: Annotated[bool, Option("--yes", "-y", help=N_("Send it without asking."))] = False,
    open_page: Annotated[bool, Option("--open", help=N_("Open the page of the request in the browser."))] = False,
    dry_run: Annotated[bool, Option("--dry-run", help=N_("Show what would be sent, and send nothing."))] = False,
) -> int:
    from traite_cli.cli.proposing import agreed, prepared, send, tell

    workspace = workspace_of(call)
    prepared_one = prepared(call, workspace, is_asked=not (yes or dry_run), dry_run=dry_run)
    if prepared_one is None:
        return 0
    tell(call, prepared_one)
    if dry_run:
        call.console.say(call.t(N_("Only tried: nothing was sent.")))
        return 0
    if not yes and not agreed(call):
        call.console.say(call.t(N_("Nothing was sent.")))
        return 0
    send(call, prepared_one, message, is_opened=open_page)
    return 0
