"""What commands that add an entry to a record share: what they are told, and writing it or showing what would be written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Option

from traite_cli.cli.changing import refuse, write_all
from traite_cli.errors import UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from datetime import date

    from traite_cli.cli.call import Call
    from traite_cli.dates import EdtfDate
    from traite_cli.kinds import Record
    from traite_cli.language.date_choice import Toward
    from traite_cli.workspace import Workspace
    from traite_cli.writing import Entered

DryRun = Annotated[bool, Option("--dry-run", help=N_("Show what would be written, and write nothing."))]
Status = Annotated[str, Option(metavar=N_("STATUS"), help=N_("How it stands since."))]
Date = Annotated[str, Option(metavar=N_("DATE"), help=N_("The day (default: today)."))]


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


def date_said(call: Call, option: str, text: str, day: date, toward: Toward = "past") -> EdtfDate | None:
    """The date that an option says, as people say it from a day: « hier », « fin avril »; None for none. Raises ``UsageError``."""
    from traite_cli.language import Unclear, enumerate_words, say_date, understood_date

    found = understood_date(text, day, toward=toward, language=call.t.language) if text.strip() else None
    if isinstance(found, Unclear):
        readings = [say_date(one, call.t.language, weekday=True) for one in found.readings]
        error = UsageError(
            found.why,
            hint=N_("write which of them is meant") if readings else N_("write the day with its year: 2 February 2015, or 2015-02-02"),
            said=found.said,
            readings=enumerate_words(readings, call.t.language, alternative=True),
        )
        error.place = option
        raise error
    return found


def deliver(call: Call, workspace: Workspace, entered: Entered, *, dry_run: bool) -> int:
    """Write an entry, unless it would make the record faulty, and say how to go back."""
    refuse(call, entered.faults, N_("nothing was written: with this entry the record would have the errors above"))
    return write_all(call, workspace, [entered.change], N_("Added. To go back: traite undo"), dry_run=dry_run)
