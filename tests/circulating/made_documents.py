"""Documents made from repositories, in this process, as the command line has them made."""

from __future__ import annotations

from traite_cli.circulating.making import Made, Order, make_edition, make_minutes
from traite_cli.kinds import Edition, Meeting
from traite_cli.workspace import Workspace


def made(workspace: Workspace, name: str, **order: object) -> Made:
    """What is made of an edition, or of the minutes of a meeting (``meetings/…``)."""
    kind, _, slug = name.rpartition("/")
    asked = Order(**order)  # type: ignore[arg-type]
    place = (asked, workspace.looks, workspace.source, "")
    if kind == "meetings":
        return make_minutes(workspace.repository, workspace.repository.of(Meeting)[slug], *place)
    return make_edition(workspace.repository, workspace.repository.of(Edition)[slug], *place)
