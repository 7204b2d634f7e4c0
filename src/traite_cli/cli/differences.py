"""A difference on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from traite_cli.cli.paragraphs import flowed, marked
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.dates import EdtfDate
from traite_cli.language import N_, say_date

if TYPE_CHECKING:
    from datetime import date

    from traite_cli.cli.console import Console
    from traite_cli.language import Translator
    from traite_cli.together.history import Event
    from traite_cli.together.prose import Passage
    from traite_cli.together.report import Report, Told

_DOT = "–"
_SHORT = 10


def printed(console: Console, report: Report, t: Translator) -> None:
    """Print a difference: what more people may read first."""
    if report.opened:
        console.data(Painted(t(N_("More people may read this than before:")), Role.ERROR))
        _list(console, [[line] for line in report.opened], 2)
        console.data("")
    for number, group in enumerate(report.groups):
        console.data(*(["\n"] if number else []), Painted(group.title, Role.HEADING))
        for told in group.told:
            _told(console, told, t)
    if report.files:
        console.data(*(["\n"] if report.groups else []), Painted(t(N_("Files")), Role.HEADING))
        _list(console, [[line] for line in report.files], 2)
    if report.document:
        console.data("\n", Painted(t(N_("In the document “{name}”"), name=report.document.name), Role.HEADING))
        _list(console, [[report.document.obstacle]] if report.document.obstacle else [], 2)
        _list(console, [list(_passage(passage, t, console)) for passage in report.document.passages], 2)
    if report.withheld:
        is_first = not (report.groups or report.files or report.document)
        console.data(*([] if is_first else ["\n"]), report.withheld)


def print_event(console: Console, event: Event, day: date, t: Translator, *, first: bool) -> None:
    """Print what one commit did to a record."""
    from traite_cli.together.report import report

    head, aside = _head(event, t)
    if not first:
        console.data("")
    console.data(Painted(head, Role.HEADING), Painted(f" ({aside})" if aside else "", Role.FAINT))
    said = report(event.difference, day, t)
    if said.opened:
        console.data("  ", Painted(t(N_("More people may read this than before:")), Role.ERROR))
        _list(console, [[line] for line in said.opened], 4)
    for told in (told for group in said.groups for told in group.told):
        if told.sort != "changed":
            console.data("  ", told.heading)
        _list(console, [[sentence] for sentence in told.sentences], 2)
        _list(console, [list(_passage(passage, t, console)) for passage in told.passages], 2)
    if said.withheld:
        console.data("  ", t(N_("changed in a way that is not for this circle")))


def _head(event: Event, t: Translator) -> tuple[str, str]:
    if event.commit is None:
        return t(N_("not committed yet")), ""
    number, _, day, author, subject = event.commit
    return f"{say_date(EdtfDate.parse(day), t.language)}, {author}", f"{number[:_SHORT]} {subject}".rstrip()


def _told(console: Console, told: Told, t: Translator) -> None:
    for line in flowed([told.heading, Painted(f"({told.ref})", Role.FAINT)], None if console.room is None else console.room - 2):
        console.data("  ", *line)
    _list(console, [[sentence] for sentence in told.sentences], 4)
    _list(console, [list(_passage(passage, t, console)) for passage in told.passages], 4)


def _list(console: Console, items: list[list[Piece]], indent: int) -> None:
    room = None if console.room is None else console.room - indent + 2
    for item in items:
        for line in marked([_DOT], [item], len(_DOT) + 2, room):
            console.data(" " * (indent - 2), *line)


def _passage(passage: Passage, t: Translator, console: Console) -> Iterator[Piece]:
    """A changed passage in a row; without colours, [-old-] and {+new+} as `git diff --word-diff` marks them."""
    from traite_cli.together.abridged import abridged

    yield t(N_("text, under “{section}”:"), section=passage.section) if passage.section else t(N_("text:"))
    marks = (
        {"old": ("", "", Role.OLD), "new": ("", "", Role.NEW)}
        if console.colour_out
        else {"old": ("[-", "-]", Role.OLD), "new": ("{+", "+}", Role.NEW)}
    )
    for run in abridged(passage.runs):
        text = " ".join(run.text.split())
        if text and run.sort == "same":
            yield text
        elif text:
            opening, closing, role = marks[run.sort]
            yield Painted(f"{opening}{text}{closing}", role)
