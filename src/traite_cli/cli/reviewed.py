"""The files that ``review`` makes: the comment for the page of a request, and the document of the last edition as it would be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from traite_cli import files
from traite_cli.cli import rendering
from traite_cli.cli.altering import OBSTACLE, in_document
from traite_cli.cli.reviewing import conflicts_told
from traite_cli.cli.written_for import shown_path
from traite_cli.errors import TraiteError
from traite_cli.language import N_
from traite_cli.together.comment import Draft, Page, comment

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.cli.reviewing import Proposal
    from traite_cli.diagnostics import Diagnostic
    from traite_cli.workspace import Workspace


class Wanted(NamedTuple):
    """What is to be made: for whom, in which folder and formats; ``link`` is where the document can be opened, '' where that is unknown."""

    circle: str
    folder: str
    forms: tuple[str, ...]
    link: str


def write(call: Call, asked: Proposal, wanted: Wanted, faults: Sequence[Diagnostic], counted: str) -> None:
    """Make both, and say where they are; ``counted`` says in one line how many faults there are.

    A document that cannot be made keeps no comment back: its error is raised once that is written.
    """
    failure = None
    try:
        draft = _write_document(call, asked.after, wanted)
    except TraiteError as error:
        failure, draft = error, Draft(obstacle=call.t(N_("The document could not be made; the job’s log says why.")))
    text = comment(_page(call, asked, wanted.circle, faults, counted, draft), call.t)
    path = _place(asked.after, wanted, "comment", "md")
    files.write(path, text.encode())
    call.console.say(shown_path(path))
    if failure is not None:
        raise failure


def _page(call: Call, asked: Proposal, circle: str, faults: Sequence[Diagnostic], counted: str, draft: Draft | None) -> Page:
    from traite_cli.together.report import report
    from traite_cli.together.telling_faults import told_to

    found = asked.difference(circle)
    said = report(found, asked.after.day, call.t)
    if draft is not None and not draft.obstacle:
        said = said._replace(document=in_document(asked.after, found, circle, call.t))
    return Page(
        said, counted, told_to(found, asked.after.repository, faults), conflicts_told(asked, found, circle, call.t), asked.others, draft
    )


def _write_document(call: Call, workspace: Workspace, wanted: Wanted) -> Draft | None:
    """None where there is no edition."""
    from traite_cli.circulating.edition import latest
    from traite_cli.circulating.making import Order, make_edition

    edition = latest(workspace.repository, date.max)
    if edition is None:
        return None
    order = Order(audience=wanted.circle, as_page=wanted.forms != ("md",))
    made = make_edition(workspace.repository, edition, order, workspace.looks, workspace.source, workspace.revision)
    if made.manuscript is None:
        return Draft(obstacle=call.t(N_("The document: {obstacle}."), obstacle=call.t.plural(*OBSTACLE, len(made.faults))))
    for form, data in rendering.in_formats(call, made.manuscript, wanted.forms):
        path = _place(workspace, wanted, f"{edition.slug}-{wanted.circle}", form)
        files.write(path, data)
        call.console.say(shown_path(path))
    return Draft(wanted.link)


def _place(workspace: Workspace, wanted: Wanted, name: str, form: str) -> Path:
    """Where a file goes. Raises ``Refused`` for a folder of the collective's own."""
    return rendering.destination(workspace, f"{wanted.folder}/", (form,), name).path(form) or Path(wanted.folder)
