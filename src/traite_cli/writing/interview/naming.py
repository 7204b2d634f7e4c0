"""Records by what people call them: « S. O'Dy », « miprof », « la plénière du 2 février », several with commas between them.

A name is certain where it is one record's own; else where it begins, or abbreviates, the name of one record only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.kinds import Meeting, Organisation, Person, Record
from traite_cli.language import Unclear, fold, nearest, understood_date, words
from traite_cli.repository import Repository, slug_of
from traite_cli.writing.interview.understanding import Sense

_BETWEEN = re.compile(r"\s*[,;]\s*")
_AND = re.compile(r"\s+(?:et|and|&)\s+", re.IGNORECASE)
_LONGEST_INITIALS = 4
_MOST_NEAR = 3


class Meant(NamedTuple):
    """A name as it was typed, the records that it may mean (one: it is certain), and where there is none those it is near."""

    typed: str
    found: tuple[Record, ...]
    near: tuple[Record, ...] = ()


def meant_by(text: str, repository: Repository, kinds: Sequence[str], sense: Sense) -> tuple[Meant, ...]:
    """Whom a line of names means; « et » parts two of them where it stands in no name."""
    return tuple(meant for part in _BETWEEN.split(text.strip()) if part for meant in _part(part, repository, kinds, sense))


def _part(text: str, repository: Repository, kinds: Sequence[str], sense: Sense) -> Iterator[Meant]:
    whole = one_meant(text, repository, kinds, sense)
    halves = [half for half in _AND.split(text) if half]
    if whole.found or len(halves) == 1:
        yield whole
    else:
        yield from (one_meant(half, repository, kinds, sense) for half in halves)


def one_meant(text: str, repository: Repository, kinds: Sequence[str], sense: Sense) -> Meant:
    """Whom one name means."""
    records = [record for kind in kinds for record in repository.of_kind(kind).values()]
    for fits in (_is_named, _is_abbreviated):
        found = tuple(record for record in records if fits(text, record))
        if found:
            return Meant(text, found)
    if Meeting.KIND in kinds and (of_day := _of_day(text, repository, sense)):
        return Meant(text, of_day)
    by_name = {fold(name): record for record in records for name in names_of(record)}
    return Meant(text, (), tuple(dict.fromkeys(by_name[name] for name in nearest(fold(text), list(by_name))[:_MOST_NEAR])))


def names_of(record: Record) -> Iterator[str]:
    """What a record is called."""
    yield record.label
    if isinstance(record, Person | Organisation):
        yield from record.other_names
    if isinstance(record, Organisation) and record.acronym:
        yield record.acronym
    if isinstance(record, Meeting) and record.short_title:
        yield record.short_title


def _is_named(text: str, record: Record) -> bool:
    wanted = text.strip().removeprefix("records/").removesuffix(".md")
    return wanted in {record.slug, record.ref} or fold(text) in {fold(name) for name in names_of(record)} or slug_of(text) == record.slug


def _is_abbreviated(text: str, record: Record) -> bool:
    typed = words(text)
    return bool(typed) and any(_abbreviates(typed, words(name)) for name in names_of(record))


def _abbreviates(typed: list[str], name: list[str]) -> bool:
    """Whether words begin, in order, words of a name (« o dy », « s o dy »), or are its initials (« sod »)."""
    if len(typed) == 1 and len(typed[0]) <= _LONGEST_INITIALS and typed[0] == "".join(word[0] for word in name) and len(name) > 1:
        return True
    rest = iter(name)
    return all(any(word.startswith(begun) for word in rest) for begun in typed) and (len(typed) > 1 or len(typed[0]) > 1)


def _of_day(text: str, repository: Repository, sense: Sense) -> tuple[Record, ...]:
    """The meetings of a day that is said."""
    day = understood_date(text, sense.day, language=sense.language)
    if isinstance(day, Unclear):
        return ()
    meetings: Iterable[Meeting] = repository.of(Meeting).values()
    return tuple(one for one in meetings if one.date is not None and one.date.first <= day.last and day.first <= one.date.last)
