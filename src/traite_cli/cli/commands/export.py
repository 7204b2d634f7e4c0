"""``traite export``: the records for other programs."""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.circles import circle_option
from traite_cli.cli.exporting import deliver
from traite_cli.cli.records import as_asked, workspace_of
from traite_cli.cli.rendering import DryRun
from traite_cli.language import N_

HELP = N_("Write the records for another program.")
DETAILS = N_(
    "sqlite: a database for Datasette and its kin; json: everything; csv: a table a file, in an archive or a folder; popolo: people, "
    "organisations and meetings as civic programs exchange them; ics: a calendar of meetings and deadlines; vcard: an address book. "
    "Only what the public may see, unless --audience says otherwise."
)
EXAMPLES = (
    ("traite export sqlite", N_("A database of what is public")),
    ("traite export ics --audience members -o reunions.ics", N_("The calendar of the members")),
    ("traite export csv --as-of 2015-01-22 -o tables/", N_("Tables for a spreadsheet, as of that day")),
)


def command(
    call: Call,
    form: Annotated[
        Literal["sqlite", "json", "csv", "popolo", "ics", "vcard"], Argument(metavar=N_("FORMAT"), help=N_("For which program."))
    ],
    *,
    audience: Annotated[str, circle_option(N_("Only what this circle may see."))] = "public",
    output: Annotated[
        str | None, Option("-o", "--output", metavar=N_("PATH"), help=N_("A file, a folder, or - for standard output."))
    ] = None,
    dry_run: DryRun = False,
) -> int:
    from traite_cli.asking.exporting import Export
    from traite_cli.language import Language, translator

    workspace = workspace_of(call, reading=True)
    repository = as_asked(workspace, audience)
    language: Language = "fr" if workspace.configuration.language == "fr" else "en"
    export = Export(repository, workspace.day, audience, workspace.revision, translator(language))
    return deliver(call, workspace, export, form, output, dry_run=dry_run)
