"""One record on the screen: what it is, what follows from it, its fields and stories, its text, and who names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.cli.paragraphs import column_of, flowed, marked, prose
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.asking.showing import Page
    from traite_cli.asking.stories import Group
    from traite_cli.cli.console import Console
    from traite_cli.language import Translator
    from traite_cli.saying.values import Text


def printed(console: Console, page: Page, t: Translator) -> None:
    """Print a page."""
    for line in flowed([Painted(page.title, Role.HEADING)], console.room):
        console.data(*line)
    for line in flowed([Painted(f"{page.kind} · {page.path}", Role.PLACE)], console.room):
        console.data(*line)
    for number, fact in enumerate(page.facts):
        console.data(*([] if number else ["\n"]), fact)
    for group in page.groups:
        _print_group(console, group)
    if page.body:
        console.data("\n", Painted(t(N_("Text")), Role.HEADING))
        for text in prose(page.body, None if console.room is None else console.room - 2):
            console.data(f"  {text}".rstrip())
    if page.referrers:
        console.data("\n", Painted(t(N_("Named by")), Role.HEADING))
        for group in page.referrers:
            _print_group(console, group)


def _print_group(console: Console, group: Group) -> None:
    console.data("")
    if group.heading:
        console.data(*_spaced(_pieces(group.heading, Role.HEADING)))
    column = column_of([_pieces(line.mark) for line in group.lines], console.room)
    for line in group.lines:
        for pieces in marked(_pieces(line.mark), [_pieces(text) for text in line.texts], column, console.room):
            console.data(*pieces)


def _pieces(text: Text, role: Role | None = None) -> list[Piece]:
    return [Painted(words.text, Role.FAINT) if words.aside else Painted(words.text, role) if role else words.text for words in text]


def _spaced(pieces: list[Piece]) -> list[Piece]:
    return [piece for one in pieces for piece in (one, " ")][:-1]
