"""``traite show``: one record, and all that refers to it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.pages import as_markdown, printed
from traite_cli.cli.records import Audience, RecordNamed, as_asked, not_yet, record_seen, say_moment, seen_by, workspace_of
from traite_cli.errors import NotFound, Refused
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.kinds import Record
    from traite_cli.workspace import Workspace

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
    try:
        found = record_seen(call, workspace, record, among=repository)
    except NotFound as error:
        later = _not_yet(workspace, record, audience) if workspace.as_of is not None else None
        if later is None:
            raise
        raise later from error
    say_moment(call, workspace)
    shown = showing.show(repository, found, workspace.day)
    if format == "json":
        from traite_cli.diagnostics.json_text import json_page

        call.console.raw(json_page(showing.plain(repository, shown, workspace.day)).encode())
        return 0
    page = showing.page(repository, shown, workspace.day, call.t)
    if format == "markdown":
        call.console.markdown(as_markdown(page, call.t))
    else:
        printed(call.console, page, call.t)
    return 0


def _not_yet(workspace: Workspace, said: str, audience: str | None) -> NotFound | None:
    """What to tell of a record that the circle may know, and that is of a later day than the one asked about; None where it is not that."""
    from traite_cli.repository import record_called

    known = seen_by(workspace, workspace.repository, audience)
    with suppress(Refused):
        found: Record = record_called(known, said)
        return not_yet(workspace, found)
    return None
