"""What columns hold: cells, and how each is found in a record; of a field, what it says in a few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate, TimeSpan
from traite_cli.kinds import AnyField, Block, Person, Record, Ref
from traite_cli.language import N_, Translator, sorted_as
from traite_cli.repository import Repository, short_name, sorting_name
from traite_cli.saying.values import own_words
from traite_cli.saying.vocabulary import Words, labels_of


class Named(NamedTuple):
    """A record in a cell: what it is called where there is little room, and its name with its kind."""

    label: str
    ref: str
    order: str
    """What it is sorted by."""

    def __str__(self) -> str:
        return self.label


class Word(NamedTuple):
    """A word of a vocabulary: a message id, and the word that records and programs have for it."""

    message: str
    word: str


class Share(NamedTuple):
    """So many of all: ``7/9``, which a spreadsheet takes for a day."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


Cell = str | int | EdtfDate | Word | Named | Share
Cells = tuple[Cell, ...]
Value = Callable[[Any, Repository, date], Cells]


class Column(NamedTuple):
    """A column: its stable name, its heading (a message id), and what it holds for a record: nothing, one thing or several."""

    name: str
    heading: str
    value: Value
    whole: bool = False
    """Whether its values are never broken into lines."""
    right: bool = False
    """Whether they are set flush right, as numbers are."""
    by_end: bool = False
    """Whether its dates are sorted by their last days, as deadlines are."""
    order: Callable[[Any], str] | None = None
    """What sorts a record by it, where that is not what it shows."""


def one(value: Callable[[Any, Repository, date], Cell | None]) -> Value:
    """A column that holds one thing or nothing."""

    def cells(record: Record, repository: Repository, day: date) -> Cells:
        found = value(record, repository, day)
        return () if found is None or found == "" else (found,)

    return cells


def word(labels: Words, value: str | None) -> Word | None:
    """A word of a vocabulary, to be told in the language asked."""
    return Word(labels[value], value) if value is not None and value in labels else None


YES, NO = Word(N_("yes"), "true"), Word(N_("no"), "false")


def named(record: Record) -> Named:
    """A record as a cell."""
    return Named(short_name(record), record.ref, sorting_name(record) if isinstance(record, Person) else short_name(record))


def of_field(field: AnyField) -> Column:
    """The column of a field: what it says."""
    return Column(field.name, field.label, lambda record, repository, _day: cells_of(repository, record, field.name))


def cells_of(repository: Repository, block: Block, name: str) -> Cells:
    """What a field of a block says, each value in a cell."""
    value = block.get(name)
    values = () if value is None else value if isinstance(value, tuple) else (value,)
    return tuple(cell for one in values if (cell := _cell(repository, block, name, one)) is not None)


def _cell(
    repository: Repository,
    block: Block,
    name: str,
    value: Any,  # a value of any field
) -> Cell | None:
    match value:
        case bool():
            return YES if value else NO
        case int() | EdtfDate():
            return value
        case Ref():
            found = repository.resolve(value)
            return named(found) if found else value.slug or None
        case Block():
            return _gist(repository, value)
        case str() | TimeSpan():
            return word(labels_of(type(block), name), str(value)) or str(value)
    return own_words(value)


def _gist(repository: Repository, block: Block) -> Cell | None:
    """The first thing that a mapping says: whom it is about, or what comes first in it."""
    names = (*block.SUBJECT, "*", *block.FIELDS)
    return next((cell for name in names for cell in cells_of(repository, block, name)), None)


def plain_cells(cells: Cells) -> Any:  # a value of any field
    """Cells for other programs: nothing, the one there is, or all of them."""
    plain = [plain_cell(cell) for cell in cells]
    return None if not plain else plain[0] if len(plain) == 1 else plain


def plain_cell(cell: Cell) -> str | int:
    """A cell for other programs: a record by its name with its kind, a word of a vocabulary as records write it."""
    match cell:
        case int():
            return cell
        case Word():
            return cell.word
        case Named():
            return cell.ref
    return str(cell)


Key = tuple[int, str]


def key_of(cells: Cells, t: Translator, *, by_end: bool = False) -> Key:
    """Sorts cells: dates by their day, numbers by their size, words as they are read in the language asked; nothing comes last."""
    if not cells:
        return (1, "")
    return (0, "\0".join(_key(cell, t, by_end=by_end) for cell in cells))


_LAST = "\uffff"


def _key(cell: Cell, t: Translator, *, by_end: bool) -> str:
    match cell:
        case EdtfDate():
            days = cell.first.isoformat(), cell.last.isoformat()
            return "".join(reversed(days) if by_end else days)
        case int():
            return f"{cell:09}"
        case Word():
            return f"{_LAST}{sorted_as(t(cell.message))}"  # behind names: « each member »
        case Named():
            return sorted_as(cell.order)
    return sorted_as(str(cell))
