"""Writing an export: where it goes, and saying for whom it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.rendering import destination
from traite_cli.dates import EdtfDate
from traite_cli.language import N_, N_n, say_date

if TYPE_CHECKING:
    from traite_cli.asking.exporting import Export
    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace

_FILES = N_n("{n} file", "{n} files")


def deliver(call: Call, workspace: Workspace, export: Export, form: str, output: str | None, *, dry_run: bool) -> int:
    """Write an export as one file, or its tables into a folder."""
    from traite_cli.asking import exporting

    name, ending = exporting.called(form)
    to = destination(workspace, output, (ending,), f"{name}-{export.audience}").path(ending)
    if to is None:
        call.console.raw(exporting.load(form)(export))
        return 0
    if form == "csv" and output is not None and not output.lower().endswith(".zip"):
        from traite_cli.asking.exporting import csv

        folder = Path(output)
        found = {folder / name: data for name, data in csv.files(export).items()}
    else:
        found = {to: exporting.load(form)(export)}
    _write(call, workspace, export, found, dry_run=dry_run)
    return 0


def _write(call: Call, workspace: Workspace, export: Export, found: dict[Path, bytes], *, dry_run: bool) -> None:
    from traite_cli.circulating.making import AUDIENCE_SAID
    from traite_cli.cli.written_for import write_for

    write_for(call, workspace.root, export.audience, found, marked=True, dry_run=dry_run)
    said = call.t(AUDIENCE_SAID[export.audience])
    written = call.t.plural(*_FILES, len(found), n=len(found))
    done = N_("Only tried: nothing was written. {audience}.") if dry_run else N_("{files} written, as of {day}. {audience}.")
    call.console.say(call.t(done, files=written, day=say_date(EdtfDate.of(export.day), call.t.language), audience=said))
