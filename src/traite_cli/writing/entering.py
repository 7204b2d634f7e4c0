"""An entry that a command adds to a record: news of a promise, an answer to a question.

The file is read again as it will be, and nothing is written unless it then says what it said before and the entry besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from traite_cli.diagnostics import Fault
from traite_cli.errors import Refused
from traite_cli.files import Source
from traite_cli.kinds import Block, Commitment, Record, Request, read_record
from traite_cli.language import N_
from traite_cli.repository import Repository
from traite_cli.syntax import inserted
from traite_cli.writing.changes import Change
from traite_cli.writing.file_text import FileText, with_stretches
from traite_cli.writing.naming import new_faults, read_as_it_was

Entry = Mapping[str, str]
"""Keys and what is written behind them, in their order."""


class Entered(NamedTuple):
    """The change that adds an entry, and the errors that the record would have by it: then it is not to be written."""

    change: Change
    faults: tuple[Fault, ...]


def with_follow_up(repository: Repository, source: Source, commitment: Commitment, entry: Entry, on: date) -> Entered:
    """News of a promise, put where its day belongs: the oldest come first. Raises ``Refused``."""
    later = (number for number, one in enumerate(commitment.follow_ups) if one.date is not None and one.date.first > on)
    return _entered(repository, source, commitment, "follow_ups", entry, next(later, len(commitment.follow_ups)), on)


def with_answer(repository: Repository, source: Source, request: Request, entry: Entry, on: date) -> Entered:
    """The answer to a question, put behind the others. Raises ``Refused``."""
    return _entered(repository, source, request, "answers", entry, len(request.answers), on)


def _entered(repository: Repository, source: Source, record: Record, name: str, entry: Entry, index: int, on: date) -> Entered:
    before, file = read_as_it_was(source, record)
    stretches = () if record.doubtful else inserted(record.document, name, entry, index)
    after = FileText(file.mark, with_stretches(file.text, sorted(stretches)))
    again = read_record(record.KIND, record.slug, record.path, after.data)
    if not stretches or not _says_the_same(record, again, name, index):
        raise cannot_be_added_to(record)
    return Entered(Change(record.path, before, after.data), new_faults(repository, repository.replacing([again]), [record.path], on))


def cannot_be_added_to(record: Record) -> Refused:
    """The refusal to add to a file of which something else has to be mended first."""
    return Refused(
        N_("{path} cannot be added to by machine: something else in it has to be mended first"),
        hint=N_("what is wrong with it: traite validate {path}"),
        path=record.path,
    )


def _says_the_same(before: Record, after: Record, name: str, index: int) -> bool:
    """Whether a record says what it said, and one entry more in a list."""
    was, now = _held(before), _held(after)
    entries = now.get(name, ())
    rest = (*entries[:index], *entries[index + 1 :])
    text = before.document.text[before.document.body_start :] == after.document.text[after.document.body_start :]
    return text and len(entries) == len(rest) + 1 and {**was, name: was.get(name, ())} == {**now, name: rest}


def _held(value: object) -> dict[str, tuple[object, ...]]:
    return {name: _plain(one) for name, one in value.values.items()} if isinstance(value, Block) else {}


def _plain(value: object) -> tuple[object, ...]:
    """A value without the places that it stands at."""
    found = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
    return tuple(_held(one) if isinstance(one, Block) else str(one) for one in found)
