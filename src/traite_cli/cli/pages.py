"""One record on the screen: what it is, what follows from it, its fields and stories, its text, and who names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traite_cli.cli.paragraphs import column_of, flowed, marked, prose
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.language import N_

if TYPE_CHECKING:
    from traite_cli.asking.showing import Page
    from traite_cli.asking.stories import Group, Line
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
    for group in (*page.groups, *page.related):
        _print_group(console, group)
    if page.body:
        console.data("\n", Painted(t(N_("Text")), Role.HEADING))
        for text in prose(page.body, None if console.room is None else console.room - 2):
            console.data(f"  {text}".rstrip())
    if page.referrers:
        console.data("\n", Painted(t(N_("Named by")), Role.HEADING))
        for group in page.referrers:
            _print_group(console, group)


def as_markdown(page: Page, t: Translator) -> str:
    """The page as Markdown, for a message or a forge: what stands in records shows as it is, and marks nothing up."""
    from traite_cli.circulating.body_text import body_markdown
    from traite_cli.circulating.field_text import escaped

    parts = [f"# {escaped(page.title)}", escaped(f"{page.kind} · {page.path}"), "\n".join(f"- {escaped(fact)}" for fact in page.facts)]
    parts += [part for group in (*page.groups, *page.related) for part in _group_as_markdown(group, 2, t)]
    if page.body:
        parts += [f"## {t(N_('Text'))}", body_markdown(page.body, below=2)]
    if page.referrers:
        parts += [f"## {t(N_('Named by'))}", *(part for group in page.referrers for part in _group_as_markdown(group, 3, t))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _group_as_markdown(group: Group, level: int, t: Translator) -> list[str]:
    heading = [f"{'#' * level} {_inline(group.heading)}"] if group.heading else []
    return [*heading, "\n".join(_line_as_markdown(line, t) for line in group.lines)] if group.lines else []


def _line_as_markdown(line: Line, t: Translator) -> str:
    """An item of a list: the mark, what comes first behind it, and the rest as items below."""
    first, *rest = [_inline(text) for text in line.texts] or [""]
    mark = _inline(line.mark)
    told = mark if not mark or mark.endswith(".") else t(N_("{label}:"), label=mark)
    return "\n".join([f"- **{told}** {first}" if told else f"- {first}", *(f"  - {text}" for text in rest)])


def _inline(text: Text) -> str:
    from traite_cli.circulating.field_text import escaped

    return " ".join(escaped(" ".join(words.text.split())) for words in text)


def _print_group(console: Console, group: Group) -> None:
    if not group.lines:
        return
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
