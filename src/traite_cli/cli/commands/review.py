"""``traite review``: what a request would change, once merged; nothing of it is put on the disk or run."""

from __future__ import annotations

import re
from typing import Annotated

from typer import Argument, Option
from typer._types import TyperChoice  # as in validate.py

from traite_cli.cli.call import Call
from traite_cli.cli.records import Audience, completes_revisions, workspace_of
from traite_cli.cli.rendering import To, formats_of
from traite_cli.cli.reviewing import proposal, tell_change, tell_faults
from traite_cli.cli.telling import Tally, summary, worded
from traite_cli.diagnostics import reporters
from traite_cli.errors import UsageError
from traite_cli.language import N_

HELP = N_("Say what a pull request would change, and which faults it brings.")
DETAILS = N_(
    "It is looked at as merged into the last commit here: its records and attachments, with the configuration and the templates that are "
    "here. Nothing of it is put on the disk, and nothing in it is run. Ends with 1 when it brings an error."
)
EXAMPLES = (
    ("traite review moussa", N_("The branch of somebody")),
    ("traite review moussa --output build/moussa", N_("And the document as it would be, beside the comment for the request’s page")),
    ("traite review moussa --format github", N_("Only the faults, for a job of the forge")),
)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")
_COMPARED_THERE = frozenset({"gitlab"})
"""Reports in which the forge itself finds what is new: all faults stand in them."""


def command(
    call: Call,
    request: Annotated[
        str, Argument(metavar=N_("REVISION"), help=N_("The branch or the commit that is proposed."), autocompletion=completes_revisions)
    ],
    *,
    format: Annotated[str, Option(click_type=TyperChoice(reporters.names()), help=N_("How faults are told."))] = "text",  # noqa: A002  # the option's name
    output: Annotated[
        str | None, Option("-o", "--output", metavar=N_("FOLDER"), help=N_("Put the comment and the document as it would be there."))
    ] = None,
    to: To = None,
    audience: Audience = None,
    link: Annotated[str, Option(metavar=N_("ADDRESS"), help=N_("Where the comment says that the document can be opened."))] = "",
) -> int:
    from traite_cli.cli.reviewed import Wanted, write
    from traite_cli.repository import NARROWEST

    if link and not _ADDRESS.fullmatch(link):
        raise UsageError(N_("“{link}” is no address of a page"), hint=N_("an address begins with https://"), link=link)
    asked = proposal(call, workspace_of(call, reading=True), request)
    everything, new = asked.faults()
    told = worded(call, new)
    counted = summary(call, Tally.of(told), sum(1 for _ in asked.after.repository.all()))
    circle = audience or NARROWEST
    found = asked.difference(circle)
    if output is None and format == "text":
        tell_change(call, asked, found, circle)
    tell_faults(call, asked, found, worded(call, everything) if format in _COMPARED_THERE else told, format)
    call.console.say(counted)
    if output is not None:
        # What leaves the house is for the members, unless one says for whom.
        write(call, asked, Wanted(audience or "members", output, formats_of(asked.after, to, None), link), told, counted)
    return int(any(one.severity == "error" for one in told))
