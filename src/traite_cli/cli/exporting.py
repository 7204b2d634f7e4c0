"""Writing an export: where it goes, and saying for whom it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from traite_cli.cli.rendering import destination, shown_path
from traite_cli.dates import EdtfDate
from traite_cli.errors import Message, Refused
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
    for path in found:
        _keep_apart(path, export.audience)
    _write(call, export, found, dry_run=dry_run)
    return 0


def _keep_apart(path: Path, audience: str) -> None:
    """Leave the export for another circle where it is: whoever hands a file on goes by its name. Raises ``Refused``."""
    from traite_cli.asking.exporting import HEAD, circle_of
    from traite_cli.kinds import AUDIENCE_WORDS

    if not path.is_file():
        return
    with path.open("rb") as file:
        there = circle_of(file.read(HEAD))
    if there and there != audience:
        raise Refused(
            N_("{path} is an export for another circle ({there}); one for {asked} does not take its place"),
            hint=N_("give this one another name with -o, or delete that file first"),
            path=shown_path(path),
            there=Message(AUDIENCE_WORDS[there]),
            asked=Message(AUDIENCE_WORDS[audience]),
        )


def _write(call: Call, export: Export, found: dict[Path, bytes], *, dry_run: bool) -> None:
    from traite_cli import files
    from traite_cli.circulating.making import AUDIENCE_SAID

    for path, data in found.items():
        if dry_run:
            call.console.say(call.t(N_("would be written: {path}"), path=shown_path(path)))
        else:
            files.write(path, data)
            call.console.data(shown_path(path))
    said = call.t(AUDIENCE_SAID[export.audience])
    written = call.t.plural(*_FILES, len(found), n=len(found))
    done = N_("Only tried: nothing was written. {audience}.") if dry_run else N_("{files} written, as of {day}. {audience}.")
    call.console.say(call.t(done, files=written, day=say_date(EdtfDate.of(export.day), call.t.language), audience=said))
