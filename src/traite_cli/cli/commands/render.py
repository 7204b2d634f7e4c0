"""``traite render``: an edition of the working document, in the formats asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from traite_cli.cli import rendering
from traite_cli.cli.call import Call
from traite_cli.cli.records import completes, record_for, seen_by, workspace_of
from traite_cli.cli.rendering import Audience, DryRun, Output, Template, To, With, Without
from traite_cli.errors import NotFound
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.kinds import Edition

ASKS_WITHOUT = ()
HELP = N_("Make the working document of an edition.")
DETAILS = N_(
    "It is made as things stood on the edition's own date, unless --as-of says otherwise, and cut to its audience. "
    "Nothing is written when a record that it uses has errors."
)
EXAMPLES = (
    ("traite render", N_("The latest edition, in the formats of traite.toml, into build/")),
    ("traite render 2015-01-22 --to docx,pdf", N_("This edition, for Word and as a PDF")),
    ("traite render --audience public --with commitments --to html", N_("What everyone may read, with the table of commitments")),
)


def command(
    call: Call,
    edition: Annotated[
        str,
        Argument(
            metavar=N_("EDITION"),
            help=N_("Which one: its title, its name, its day or its path (default: the latest)."),
            autocompletion=completes("editions"),
        ),
    ] = "",
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
        with workspace.beginning(template, as_page=rendering.has_foot(forms)) as begun:
            from traite_cli.circulating.edition import latest
            from traite_cli.circulating.making import make_edition
            from traite_cli.kinds import Edition

            repository = workspace.related
            chosen = record_for(call, workspace, edition, audience, Edition) if edition else latest(repository, workspace.day)
            if chosen is None:
                raise _none_yet(repository.of(Edition), seen_by(workspace, repository, audience).of(Edition))
            revision = workspace.revision if rendering.has_foot(forms) else ""
            order = rendering.order(workspace, forms, audience, with_, without, template)
            made = make_edition(repository, chosen, order, workspace.looks, workspace.source, revision, begun, workspace)
        to_where = rendering.destination(workspace, output, forms, f"{chosen.slug}-{made.audience}")
        return rendering.deliver(call, workspace.root, made, forms, to_where, dry_run=dry_run)


def _none_yet(there: Mapping[str, Edition], seen: Mapping[str, Edition]) -> NotFound:
    """That there is no edition, or that all are of a later day, with the name of one that the circle sees."""
    if not there:
        return NotFound(N_("there is no edition to render"), hint=N_("to make one: traite new-edition"))
    hint = N_("one that is to come is named: traite render {slug}")
    return NotFound(N_("there is no edition of this day or before"), hint=hint if seen else "", slug=min(seen, default=""))
