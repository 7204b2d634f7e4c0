"""A list of records on the screen or for another program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from traite_cli.diagnostics.visible import visible
from traite_cli.errors import UsageError
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.asking.listing import Cell, Column, Listing
    from traite_cli.cli.call import Call
    from traite_cli.dates import EdtfDate
    from traite_cli.repository import Repository

_FOUND = N_n("{n} record", "{n} records")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def date_given(option: str, text: str) -> EdtfDate | None:
    """The date that an option was given; None for none. Raises ``UsageError`` with the date that was probably meant."""
    if not text:
        return None
    from traite_cli.dates import DateError, EdtfDate

    try:
        return EdtfDate.parse(text)
    except DateError as error:
        if error.certain and error.suggestion:
            return EdtfDate.parse(error.suggestion)
        hint = N_("perhaps: {suggestion}") if error.suggestion else N_("a day is written 2015-01-22, a month 2015-01, a year 2015")
        raise UsageError(
            N_("{option}: “{value}” is not a date"), hint=hint, option=option, value=text, suggestion=error.suggestion or ""
        ) from error


def printed(call: Call, repository: Repository, listing: Listing, day: date, form: str) -> None:
    """Print a list in one of its forms."""
    if form == "paths":
        # One path a line: a name that holds a line end is shown with its number.
        call.console.raw("".join(f"{visible(record.path)}\n" for record in listing.records).encode())
    elif form == "json":
        call.console.raw(_json(repository, listing, day).encode())
    elif form == "csv":
        call.console.raw(_csv(call, repository, listing, day).encode("utf-8", "backslashreplace"))
    elif form == "markdown":
        call.console.raw("".join(_markdown(call, repository, listing, day)).encode("utf-8", "backslashreplace"))
    else:
        _print_table(call, repository, listing, day)


def _print_table(call: Call, repository: Repository, listing: Listing, day: date) -> None:
    columns, rows = _used(call, repository, listing, day)
    if not rows:
        _tell_of_none(call, repository, listing)
        return
    call.console.table(
        [call.t(column.heading) for column in columns],
        rows,
        right=[number for number, column in enumerate(columns) if column.right],
        whole=[number for number, column in enumerate(columns) if column.whole],
    )
    call.console.say(call.t.plural(*_FOUND, len(rows), n=len(rows)))


def _tell_of_none(call: Call, repository: Repository, listing: Listing) -> None:
    """An empty list, told with what was asked for: one looks at that first."""
    from traite_cli.kinds import SEVERAL

    kind = call.t(SEVERAL[listing.kind])
    total = len(repository.of_kind(listing.kind))
    if total:
        asked = visible(" ".join(listing.asked))
        call.console.say(call.t(N_("Nothing fits: {asked} (of all {kind}: {total})."), asked=asked, kind=kind, total=total))
    else:
        call.console.say(call.t(N_("There are none yet: {kind}."), kind=kind))


def _said(call: Call, cell: Cell) -> str:
    from traite_cli.diagnostics import Term

    match cell:
        case None:
            return ""
        case Term():
            return call.t(cell.message)
        case _:
            # The name of a file may hold what a terminal obeys.
            return visible(str(cell))


def _rows(call: Call, repository: Repository, listing: Listing, day: date) -> Iterable[list[str]]:
    for row in listing.rows(repository, day):
        yield [_said(call, cell) for cell in row]


def _used(call: Call, repository: Repository, listing: Listing, day: date) -> tuple[list[Column], list[list[str]]]:
    """Columns and rows without the columns in which nothing stands."""
    rows = list(_rows(call, repository, listing, day))
    kept = [number for number in range(len(listing.columns)) if any(row[number] for row in rows)]
    return [listing.columns[number] for number in kept], [[row[number] for number in kept] for row in rows]


def _json(repository: Repository, listing: Listing, day: date) -> str:
    from traite_cli.diagnostics.json_text import json_page
    from traite_cli.saying.plain import plain_record

    records = [plain_record(repository, record, day) for record in listing.records]
    found = {"version": 1, "kind": listing.kind, "as_of": day.isoformat(), "records": records}
    return json_page(found)


def _csv(call: Call, repository: Repository, listing: Listing, day: date) -> str:
    """RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in listing.columns])
    for row in _rows(call, repository, listing, day):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue()


def _markdown(call: Call, repository: Repository, listing: Listing, day: date) -> Iterable[str]:
    from traite_cli.circulating.filters import cell

    yield f"| {' | '.join(call.t(column.heading) for column in listing.columns)} |\n"
    yield f"| {' | '.join('---' for _ in listing.columns)} |\n"
    for row in _rows(call, repository, listing, day):
        yield f"| {' | '.join(cell(one) if one else '' for one in row)} |\n"
