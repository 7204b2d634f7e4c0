"""What commands that add an entry to a record share: what they are told, and writing it or showing what would be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Option

from traite_cli.cli.changing import refuse, write_all
from traite_cli.language import N_

if TYPE_CHECKING:
    from datetime import date

    from traite_cli.cli.call import Call
    from traite_cli.dates import EdtfDate
    from traite_cli.kinds import AnyField, Record
    from traite_cli.workspace import Workspace
    from traite_cli.writing import Entered

DryRun = Annotated[bool, Option("--dry-run", help=N_("Show what would be written, and write nothing."))]
Status = Annotated[str, Option(metavar=N_("STATUS"), help=N_("How it stands since."))]
Date = Annotated[str, Option(metavar=N_("DATE"), help=N_("The day (default: today)."))]


def date_said(call: Call, day: date, option: str, text: str, field: AnyField) -> EdtfDate | None:
    """The date that an option says as people say dates, told from a day; None for none. Raises ``UsageError``."""
    from traite_cli.cli.new_filled import told_of
    from traite_cli.dates import EdtfDate
    from traite_cli.writing.interview.understanding import Sense, value_of

    if not text:
        return None
    with told_of(option):
        said = value_of(field, text, Sense(day, call.t.language))
    return said if isinstance(said, EdtfDate) else None


def record_said(workspace: Workspace, text: str, *kinds: str) -> Record:
    """The record that is named, by slug or path or as people call it. Raises ``NotFound`` with the nearest."""
    from traite_cli.repository import Recogniser

    repository = workspace.repository
    found = [record for kind in kinds if (record := repository.of_kind(kind).get(text.rpartition("/")[2]))]
    meant = found[0] if found else Recogniser(repository).recognise(text, kinds).found
    return meant or repository.find(text, kinds[0])


def entry_of(**values: object) -> dict[str, str]:
    """What was given, under the keys of the record, in the order of its format."""
    return {name: str(value) for name, value in values.items() if value not in {None, ""}}


def deliver(call: Call, workspace: Workspace, entered: Entered, *, dry_run: bool) -> int:
    """Write an entry, unless it would make the record faulty, and say how to go back."""
    refuse(call, entered.faults, N_("nothing was written: with this entry the record would have the errors above"))
    return write_all(call, workspace, [entered.change], N_("Added. To go back: traite undo"), dry_run=dry_run)
