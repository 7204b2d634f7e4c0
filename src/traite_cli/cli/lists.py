"""A list of records on the screen or for another program."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from traite_cli.cli.pieces import Painted, Role
from traite_cli.cli.tables import fits
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n

if TYPE_CHECKING:
    from traite_cli.asking.columns import Cell, Cells, Column
    from traite_cli.asking.listing import Group, Listing
    from traite_cli.cli.call import Call
    from traite_cli.repository import Repository

_FOUND = N_n("{n} record", "{n} records")
_PARTS = N_n("{found}, {n} of which is a part of another", "{found}, {n} of which are parts of others")
_NUMBER = N_("Number")
_SPARED = ("slug", "part_of")
"""What a narrow screen leaves out first: the title finds a record too, and ``show`` tells what it is a part of."""


class Form(NamedTuple):
    """How a list is asked for: ``table``, ``json``, ``csv``, ``markdown`` or ``paths``; whether only to be counted; with which columns."""

    name: str
    counted: bool = False
    chosen: bool = False
    """Whether columns were asked for; a program gets whole records where they were not."""


def printed(call: Call, repository: Repository, listing: Listing, day: date, form: Form) -> None:
    """Print a list in one of its forms."""
    shown = _Shown(call, repository, listing, day, form)
    if form.name == "table":
        shown.on_screen()
    else:
        texts: dict[str, Callable[[], str]] = {"json": shown.json, "csv": shown.csv, "markdown": shown.markdown, "paths": shown.paths}
        call.console.raw(texts[form.name]().encode("utf-8", "backslashreplace"))


def _one_or_all(values: list[Any]) -> Any:  # what JSON can say
    """The one value there is, as it is; of several, the list."""
    return values[0] if len(values) == 1 else values


class _Shown:
    """A list on its way out."""

    def __init__(self, call: Call, repository: Repository, listing: Listing, day: date, form: Form) -> None:
        from traite_cli.asking.listing import groups

        self.call, self.repository, self.listing, self.day, self.form = call, repository, listing, day, form
        self.grouped: tuple[Column, ...] = listing.grouped
        self.groups: tuple[Group, ...] = groups(listing, repository, day)

    # --- people -----------------------------------------------------------------------------------------------------------

    def on_screen(self) -> None:
        console, number, parts = self.call.console, len(self.listing.records), self.listing.parts
        found = self.call.t.plural(*_FOUND, number, n=number)
        said = self.call.t.plural(*_PARTS, parts, found=found, n=parts) if parts else found
        if self.form.counted and not self.grouped:
            console.data(str(number))
            if parts:
                console.say(said)
            return
        if not number:
            self._tell_of_none()
            return
        if self.form.counted:
            head, *rows = self._counts()
            console.table(head, rows, right=[len(self.grouped)])
        else:
            for place, group in enumerate(self.groups):
                self._table(group, first=not place)
            self._tell_spared()
        console.say(said)

    def _table(self, group: Group, *, first: bool) -> None:
        if self.grouped:
            count = f"({len(group.listing.records)})"
            self.call.console.data(
                *([] if first else ["\n"]), Painted(" · ".join(self._group(group)), Role.HEADING), " ", Painted(count, Role.FAINT)
            )
        columns, rows = self._used(group.listing, self._spared)
        self.call.console.table(
            [self.call.t(column.heading) for column in columns],
            rows,
            right=[number for number, column in enumerate(columns) if column.right],
            whole=[number for number, column in enumerate(columns) if column.whole],
        )

    @cached_property
    def _spared(self) -> Mapping[str, str]:
        """The columns for which a narrow screen has no room, with their headings; none where they were asked for, or that does not help."""
        room = self.call.console.room
        if room is None or self.form.chosen:
            return {}
        columns, rows = self._used(self.listing)
        headings = [self.call.t(column.heading) for column in columns]
        table = [headings, *rows]
        for spared, closely in (((), False), (_SPARED[:1], False), (_SPARED, False), (_SPARED[:1], True), (_SPARED, True)):
            kept = [number for number, column in enumerate(columns) if column.name not in spared]
            whole = [place for place, number in enumerate(kept) if columns[number].whole or columns[number].right]
            if fits([[row[number] for number in kept] for row in table], whole, room, closely=closely):
                return {column.name: heading for column, heading in zip(columns, headings, strict=True) if column.name in spared}
        return {}

    def _tell_spared(self) -> None:
        """Say which columns there was no room for."""
        if self._spared:
            message = N_("No room for: {columns}. A record is found by its title as well; a wider window, or --columns, shows them.")
            self.call.console.say(self.call.t(message, columns=", ".join(self._spared.values())))

    def _used(self, listing: Listing, spared: Collection[str] = ()) -> tuple[list[Column], list[list[str]]]:
        """Columns and rows; unless columns were asked for, without those in which nothing stands, and without some."""
        rows = list(self._rows(listing))
        wanted = [number for number, column in enumerate(listing.columns) if column.name not in spared]
        kept = [number for number in wanted if self.form.chosen or any(row[number] for row in rows)]
        return [listing.columns[number] for number in kept], [[row[number] for number in kept] for row in rows]

    def _tell_of_none(self) -> None:
        """An empty list, told with what was asked for: one looks at that first."""
        from traite_cli.kinds import SEVERAL
        from traite_cli.repository import NARROWEST

        t = self.call.t
        kind, total = t(SEVERAL[self.listing.kind]), len(self.repository.of_kind(self.listing.kind))
        asked = visible(" ".join(self.listing.asked))
        is_cut = self.call.params.get("audience") not in {None, NARROWEST}
        fitting = N_("Nothing fits: {asked} (of all {kind}: {total}).")
        none = N_("There are none yet: {kind}.")
        if is_cut:
            fitting = N_("Nothing that this circle may see fits: {asked} ({kind} that it may see: {total}).")
            none = N_("There are none that this circle may see: {kind}.")
        self.call.console.say(t(fitting if total else none, asked=asked, kind=kind, total=total))

    # --- other programs ---------------------------------------------------------------------------------------------------

    def paths(self) -> str:
        """One path a line: a name that holds a line end is shown with its number."""
        if self.form.counted:
            return f"{len(self.listing.records)}\n"
        return "".join(f"{visible(record.path)}\n" for record in self.listing.records)

    def json(self) -> str:
        from traite_cli.diagnostics.json_text import json_page

        found: dict[str, Any] = {"version": 1, "kind": self.listing.kind, "as_of": self.day.isoformat()}
        if self.grouped:
            found |= {
                "group_by": _one_or_all([one.name for one in self.grouped]),
                "groups": [self._group_as_json(group) for group in self.groups],
            }
        return json_page(found | self._listed_as_json(self.listing) if not self.grouped else found)

    def _group_as_json(self, group: Group) -> dict[str, Any]:
        from traite_cli.asking.columns import plain_cell

        values = [None if cell is None else plain_cell(cell) for cell in group.cells]
        return {"value": _one_or_all(values), **self._listed_as_json(group.listing)}

    def _listed_as_json(self, listing: Listing) -> dict[str, Any]:
        from traite_cli.asking.columns import plain_cells
        from traite_cli.saying.plain import plain_record

        if self.form.counted:
            return {"count": len(listing.records)}
        if not self.form.chosen:
            return {"records": [plain_record(self.repository, record, self.day) for record in listing.records]}
        rows = zip(listing.records, listing.rows(self.repository, self.day), strict=True)
        names = [column.name for column in listing.columns]
        return {"records": [{"ref": record.ref, **dict(zip(names, map(plain_cells, row), strict=True))} for record, row in rows]}

    def csv(self) -> str:
        from traite_cli.asking.spreadsheet import csv_of

        head, *rows = self._lines()
        return csv_of(head, rows)

    def _lines(self) -> Iterator[Sequence[str]]:
        """The headings, and a line for each record, all in the words of people; what groups them is the first column."""
        if self.form.counted:
            yield from self._counts()
            return
        before = [self.call.t(one.heading) for one in self.grouped]
        yield [*before, *(self.call.t(column.heading) for column in self.groups[0].listing.columns)] if self.groups else before
        for group in self.groups:
            beginning = [self._said(cell) for cell in group.cells]
            yield from ([*beginning, *row] for row in self._rows(group.listing))

    def _counts(self) -> Iterator[list[str]]:
        yield [*(self.call.t(one.heading) for one in self.grouped), self.call.t(_NUMBER)]
        if not self.grouped:
            yield [str(len(self.listing.records))]
            return
        for group in self.groups:
            yield [*self._group(group), str(len(group.listing.records))]

    def markdown(self) -> str:
        if self.form.counted and not self.grouped:
            return f"{len(self.listing.records)}\n"
        if self.form.counted:
            head, *rows = self._counts()
            return "".join(self._table_as_markdown(head, rows))
        return "\n".join("".join(self._group_as_markdown(group)) for group in self.groups)

    def _group_as_markdown(self, group: Group) -> Iterator[str]:
        from traite_cli.circulating.filters import cell

        if self.grouped:
            yield f"### {cell(' · '.join(self._group(group)))}\n\n"
        yield from self._table_as_markdown([self.call.t(column.heading) for column in group.listing.columns], self._rows(group.listing))

    @staticmethod
    def _table_as_markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        from traite_cli.circulating.filters import cell

        yield f"| {' | '.join(head)} |\n"
        yield f"| {' | '.join('---' for _ in head)} |\n"
        for row in rows:
            yield f"| {' | '.join(cell(one) if one else '' for one in row)} |\n"

    # --- words ------------------------------------------------------------------------------------------------------------

    def _group(self, group: Group) -> list[str]:
        return [self._said(cell) or self.call.t(N_("(none)")) for cell in group.cells]

    def _rows(self, listing: Listing) -> Iterable[list[str]]:
        for row in listing.rows(self.repository, self.day):
            yield [self._joined(cells) for cells in row]

    def _joined(self, cells: Cells) -> str:
        return ", ".join(self._said(cell) for cell in cells)

    def _said(self, cell: Cell | None) -> str:
        from traite_cli.asking.columns import Share, Word

        match cell:
            case None:
                return ""
            case Share() if self.form.name == "csv":
                return self.call.t(N_("{number} of {of}"), number=cell.number, of=cell.of)
            case Word():
                return self.call.t(cell.message)
        # The name of a file may hold what a terminal obeys.
        return visible(str(cell))
