"""``traite init``: a repository for another collective, and what a later traite brings to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from traite_cli.cli.call import Call
from traite_cli.cli.entering import Ask, DryRun
from traite_cli.errors import UsageError
from traite_cli.language import N_

HELP = N_("Make a repository for another collective, or bring one up to date.")
DETAILS = N_(
    "It writes the configuration, the templates, an example of each kind of record, what forges and editors want, and a page for the "
    "members; all of it or nothing, and never over a file that is there. With --update a newer traite brings along what it does better, "
    "and what people changed stays."
)
EXAMPLES = (
    ('traite init voisins --name "Les Voisins du Port"', N_("A new folder, with the questions that the options leave open")),
    (
        'traite init . --name "Les Voisins du Port" --letterhead "3 quai de l’Exemple" --timezone Europe/Paris',
        N_("In this folder"),
    ),
    ("traite init --remove-examples", N_("Take the example records away")),
    ("traite init --update --dry-run", N_("Show what a newer traite would change")),
)


def command(
    call: Call,
    folder: Annotated[Path | None, Argument(metavar=N_("FOLDER"), help=N_("Where; it is made where it is missing."))] = None,
    *,
    name: Annotated[str, Option(metavar=N_("TEXT"), help=N_("What the collective is called."))] = "",
    letterhead: Annotated[
        list[str] | None, Option(metavar=N_("TEXT"), help=N_("A line below its name: address, telephone, site; several times."))
    ] = None,
    language: Annotated[
        Literal["fr", "en"] | None, Option(help=N_("The language of all that is written (default: that of messages)."))
    ] = None,
    timezone: Annotated[str, Option(metavar=N_("ZONE"), help=N_("Its time zone (default: Europe/Paris)."))] = "",
    update: Annotated[bool, Option("--update", help=N_("Bring a repository that an earlier traite made up to date."))] = False,
    mark_conflicts: Annotated[
        bool, Option("--mark-conflicts", help=N_("With --update: write both versions between marks where they differ."))
    ] = False,
    remove_examples: Annotated[bool, Option("--remove-examples", help=N_("Take away the example records that nobody changed."))] = False,
    ask: Ask = None,
    dry_run: DryRun = False,
) -> int:
    from traite_cli.cli import bringing, founding

    if update and remove_examples:
        raise UsageError(N_("--update and --remove-examples do not go together"), hint=N_("run one, then the other"))
    if mark_conflicts and not update:
        raise UsageError(N_("--mark-conflicts is for --update"), hint=N_("write both, or neither"))
    if not update and not remove_examples:
        if folder is None:
            raise UsageError(N_("the folder is missing"), hint=N_("name it: traite init FOLDER (a point, for the one you are in)"))
        place = founding.place_of(call, folder)
        if not dry_run:
            founding.take_back_what_is_half_made(call, place)
        founding.refuse_what_is_there(place)
        collective = founding.collective_of(call, name, letterhead or [], language, timezone, ask=ask)
        return founding.make(call, place, collective, dry_run=dry_run)
    if name or letterhead or language or timezone:
        raise UsageError(
            N_("a repository that is there has its name, letterhead, language and time zone already"),
            hint=N_("they are changed in traite.toml"),
        )
    workspace = bringing.there(call, folder)
    if remove_examples:
        return bringing.remove_examples(call, workspace, dry_run=dry_run)
    return bringing.update(call, workspace, mark=mark_conflicts, dry_run=dry_run)
