"""``traite rename``: a record under another name, with every reference to it."""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from traite_cli.cli.call import Call
from traite_cli.cli.changing import refuse, tell, workspace_to_change, write_all
from traite_cli.cli.entering import DryRun
from traite_cli.cli.records import completes, record_named
from traite_cli.kinds import Record
from traite_cli.language import N_

HELP = N_("Give a record another name, with every reference to it.")
DETAILS = N_(
    "Its file, the fields and the links that name it, and the passages filed under it change together, or nothing does; the old name is "
    "kept among its former_slugs. traite undo goes back."
)
EXAMPLES = (
    ("traite rename people/raphael-sodini raphael-sodini-dupont", N_("A name that changed")),
    ("traite rename 2014-11-18-miprof 2014-11-18-rencontre-miprof --dry-run", N_("Show what would change, without changing anything")),
)


def command(
    call: Call,
    record: Annotated[
        str, Argument(metavar=N_("RECORD"), help=N_("Which one: its title, its name or its path."), autocompletion=completes())
    ],
    slug: Annotated[str, Argument(metavar=N_("NEW-NAME"), help=N_("Lower-case letters without accents, digits and hyphens."))],
    *,
    dry_run: DryRun = False,
) -> int:
    from traite_cli.writing import renamed

    workspace = workspace_to_change(call, dry_run=dry_run)
    repository = workspace.repository
    chosen: Record = record_named(call, workspace, record)
    found = renamed(repository, workspace.source, chosen, slug.removesuffix(".md"), workspace.day)
    refuse(call, found.faults, N_("nothing was written: with this name the records would have the errors above"))
    tell(call, found.told)
    code = write_all(call, workspace, found.changes, N_("Renamed. To go back: traite undo"), dry_run=dry_run)
    if dry_run:
        return code
    path = chosen.path.replace(f"{chosen.slug}.md", f"{slug.removesuffix('.md')}.md")
    message = N_("It is still called “{label}”; to change that: the line {field}: of {path}")
    call.console.say(call.t(message, label=chosen.label, field=chosen.NAMED_BY, path=path))
    return code
