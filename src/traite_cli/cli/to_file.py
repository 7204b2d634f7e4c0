"""What a command answers, into a file instead of onto the screen: ``--output``.

A table for people to open by a double click: a spreadsheet tells UTF-8 by the mark at its beginning, and where French is spoken it
wants semicolons between cells and a comma in numbers. What goes to standard output stays plain, for other programs.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from traite_cli.errors import UsageError
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.cli.call import Call
    from traite_cli.workspace import Workspace

Output = Annotated[
    str | None,
    Option("-o", "--output", metavar=N_("PATH"), help=N_("Into a file, in the form that --format or its ending says.")),
]
_ENDINGS = {"csv": "csv", "tsv": "tsv", "json": "json", "ndjson": "ndjson", "markdown": "md"}
"""What ends the name of a file in each form; ``txt`` in the others, as it is on the screen."""
_FORMS = {**{ending: form for form, ending in _ENDINGS.items()}, "markdown": "markdown", "jsonl": "ndjson"}
_PLAIN = "txt"
_FRACTION = re.compile(r"-?[0-9]+\.[0-9]+")


def form_of(call: Call, output: str | None, form: str) -> str:
    """The form asked for or, where none is, that of a file's ending. Raises ``UsageError`` for an ending that says another one."""
    from traite_cli.cli.values import choices_of

    ending = "" if output is None or Path(output).is_dir() else Path(output).suffix.lower().removeprefix(".")
    forms = next(choices_of(one) for one in call.command.params if one.name == "format")
    if ending in {"", _PLAIN}:
        return form
    if _FORMS.get(ending) not in forms:
        raise UsageError(
            N_("a file that ends with {ending} is not written by this command"),
            hint=N_("the endings: {endings} (a spreadsheet opens .csv)") if "csv" in forms else N_("the endings: {endings}"),
            ending=f".{ending}",
            endings=", ".join(f".{_ENDINGS[one]}" for one in forms if one in _ENDINGS) + f", .{_PLAIN}",
        )
    return _FORMS[ending] if form in {"table", "text"} else form


@contextmanager
def into_file(call: Call, workspace: Workspace, output: str | None, form: str, name: str, audience: str | None) -> Iterator[None]:
    """Put into a file what is answered meanwhile, and say for whom it is; in a folder its name says so too.

    Raises ``Refused`` for a place that holds the collective's own files.
    """
    if not output:
        yield
        return
    from traite_cli.circulating.making import AUDIENCE_SAID
    from traite_cli.cli.rendering import destination
    from traite_cli.cli.written_for import write_for
    from traite_cli.repository import NARROWEST

    circle, ending = audience or NARROWEST, _ENDINGS.get(form, _PLAIN)
    path = destination(workspace, output, (ending,), f"{name}-{circle}").path(ending)
    if path is None:
        yield
        return
    screen, answered = call.console, io.BytesIO()
    page = io.TextIOWrapper(answered, "utf-8", newline="", write_through=True)
    call.console = screen._replace(out=page, colour_out=False, heard=None)
    try:
        yield
    finally:
        call.console = screen
    data = answered.getvalue()
    write_for(call, workspace.root, circle, {path: _for_a_spreadsheet(data, french=call.t.language == "fr") if form == "csv" else data})
    screen.say(call.t(N_("{audience}."), audience=call.t(AUDIENCE_SAID[circle])))


def _for_a_spreadsheet(data: bytes, *, french: bool) -> bytes:
    """Comma-separated values as the spreadsheets of a country open them."""
    if not french:
        return data.decode().encode("utf-8-sig")
    text = io.StringIO()
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))  # a text may be as long as a record
    rows = csv.reader(io.StringIO(data.decode(), newline=""))
    csv.writer(text, delimiter=";").writerows(map(_with_commas, rows))
    return text.getvalue().encode("utf-8-sig")


def _with_commas(row: list[str]) -> list[str]:
    """A row with its numbers as French writes them."""
    return [cell.replace(".", ",") if _FRACTION.fullmatch(cell) else cell for cell in row]
