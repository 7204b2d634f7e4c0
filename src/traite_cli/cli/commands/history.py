"""``traite history``: who changed a record when, in the records' own terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Option

from traite_cli.cli.call import Call
from traite_cli.cli.records import Audience, RecordNamed, not_yet, record_named, seen_by, then, workspace_of
from traite_cli.errors import NotFound
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.kinds import Record
    from traite_cli.together.history import Event
    from traite_cli.workspace import Workspace

HELP = N_("Say who changed a record, when, and how.")
DETAILS = N_(
    "The newest change comes first; what is not committed yet stands above it. With --field: who wrote what stands in one field. With "
    "--as-of: nothing that happened later."
)
EXAMPLES = (
    ("traite history commitments/2014-10-22-lettre-aux-prefets", N_("The life of a commitment’s record")),
    ("traite history 2014-10-22-lettre-aux-prefets --field due", N_("Who moved the deadline")),
    ("traite history people/alice-tallon --format json", N_("For another program")),
)


def command(
    call: Call,
    record: RecordNamed,
    *,
    field: Annotated[
        str, Option(metavar=N_("FIELD"), help=N_("Only what became of this field, for instance due or follow_ups.status."))
    ] = "",
    format: Annotated[Literal["text", "json"], Option(help=N_("How to tell it."))] = "text",  # noqa: A002  # the option's name
    audience: Audience = None,
) -> int:
    workspace = workspace_of(call, reading=True)
    found = list(_events(call, workspace, record, field, audience))
    if format == "json":
        from traite_cli.diagnostics.json_text import json_page
        from traite_cli.together.plain import plain_history

        call.console.raw(json_page(plain_history(found, call.t)).encode())
    elif found:
        from traite_cli.cli.differences import print_event

        for number, event in enumerate(found):
            print_event(call.console, event, workspace.day, call.t, first=number == 0)
    else:
        call.console.say(call.t(N_("Nothing of it was ever committed.")))
    return 0


def _events(call: Call, workspace: Workspace, name: str, field: str, audience: str | None) -> Iterator[Event]:
    from traite_cli.kinds import KINDS
    from traite_cli.repository import NARROWEST, kind_and_slug
    from traite_cli.together.fields_named import field_named
    from traite_cli.together.history import events

    repository, circle = workspace.repository, audience or NARROWEST
    seen = seen_by(workspace, repository, circle)
    try:
        record: Record = record_named(call, workspace, name, among=seen)
    except NotFound:
        # A record that is gone has a history too, for those who may know of whatever there was.
        if circle != NARROWEST:
            raise
        kind, slug = kind_and_slug(name)
        if not kind or not any(version.commit for version in workspace.versions(f"records/{kind}/{slug}.md")):
            raise
        path, former = f"records/{kind}/{slug}.md", []
    else:
        if record.slug not in then(workspace, repository).of_kind(record.KIND):
            raise not_yet(workspace, record)
        kind, path, former = record.KIND, record.path, [f"records/{record.KIND}/{one}.md" for one in record.former_slugs]
    named = field_named(KINDS[kind], field) if field else ""
    yield from events(workspace.versions(path, former), repository, kind, seen, circle, named, workspace.as_of)
