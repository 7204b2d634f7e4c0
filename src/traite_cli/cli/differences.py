"""A difference on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from traite_cli.cli.paragraphs import flowed, folded, marked
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
        _passages(console, report.document.passages, t, 2)
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
        _passages(console, told.passages, t, 2)
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
    _passages(console, told.passages, t, 4)


def _list(console: Console, items: list[list[Piece]], indent: int) -> None:
    room = None if console.room is None else console.room - indent + 2
    for item in items:
        for line in marked([_DOT], [item], len(_DOT) + 2, room):
            console.data(" " * (indent - 2), *line)


def _passages(console: Console, passages: Iterable[Passage], t: Translator, indent: int) -> None:
    """Changed passages, each in a row; without colours, [-old-] and {+new+} as `git diff --word-diff` marks them."""
    before = " " * indent + f"{_DOT}  "
    for passage in passages:
        head = t(N_("text, under “{section}”:"), section=passage.section) if passage.section else t(N_("text:"))
        words = [" " * len(before), " ".join(head.split()), " ", *_runs(passage, with_marks=not console.colour_out)]
        for number, line in enumerate(folded(words, console.room)):
            console.data(before if number == 0 else line[0], *line[1:])


def _runs(passage: Passage, *, with_marks: bool) -> Iterator[Piece]:
    """The words of a passage, those that are in one version only painted or between marks; spaces stay outside."""
    from traite_cli.together.abridged import abridged

    spaced = True
    for run in abridged(passage.runs):
        words = " ".join(run.text.split())
        if (run.text[:1].isspace() or not words) and not spaced:
            yield " "
        spaced = not words or run.text[-1:].isspace()
        if words and run.sort == "same":
            yield words
        elif words:
            opening, closing, role = _MARKS[run.sort]
            yield Painted(f"{opening}{words}{closing}" if with_marks else words, role)
        if words and spaced:
            yield " "


_MARKS = {"old": ("[-", "-]", Role.OLD), "new": ("{+", "+}", Role.NEW)}
