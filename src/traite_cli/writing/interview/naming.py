"""Names of records other than people: several with commas between them, meetings by their day too (« celle du 2 février »).

Lists of people are taken apart by the repository's ``entries``, which knows functions and organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.kinds import Meeting, Organisation, Person, Record
from traite_cli.language import Unclear, understood_date
from traite_cli.repository import Recognised, Recogniser, Repository, planned_like
from traite_cli.writing.interview.understanding import Sense

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_AND = re.compile(r"\s+(?:et|and|&)\s+", re.IGNORECASE)
_OF_DAY = re.compile(r"\b(?:du|of|on)\s+(?=\w)", re.IGNORECASE)
_MOST_DAYS, _LONGEST = 4, 200
_MOST_NEAR = 5


class Meant(NamedTuple):
    """A name as it was typed, the records that it may mean (one: it is certain), and where there is none those it is near."""

    typed: str
    found: tuple[Record, ...]
    near: tuple[Record, ...] = ()


class Naming:
    """Whom names mean in a repository."""

    def __init__(self, repository: Repository, sense: Sense) -> None:
        self._repository = repository
        self._sense = sense
        self.recogniser = Recogniser(repository)

    def line(self, text: str, kinds: Sequence[str]) -> tuple[Meant, ...]:
        """Whom a line of names means; « et » parts two of them where it stands in no name."""
        return tuple(meant for part in _BETWEEN.split(text.strip()) if part for meant in self._part(part, kinds))

    def _part(self, text: str, kinds: Sequence[str]) -> Iterator[Meant]:
        whole = self.one(text, kinds)
        halves = [half for half in _AND.split(text) if half]
        if whole.found or len(halves) == 1:
            yield whole
        else:
            yield from (self.one(half, kinds) for half in halves)

    def one(self, text: str, kinds: Sequence[str]) -> Meant:
        """Whom one name means."""
        recognised = self.recogniser.recognise(text, kinds)
        if recognised.found is None and Meeting.KIND in kinds and (of_day := self._of_day(text)):
            return Meant(text, of_day)
        return as_meant(recognised)

    def _of_day(self, text: str) -> tuple[Record, ...]:
        """The meetings of a day that is said: « 2 février », « celle du 2 février », « réunion du bureau du 2 février »."""
        for before, said in _parted(text[:_LONGEST]):
            day = understood_date(said, self._sense.day, language=self._sense.language)
            if not isinstance(day, Unclear):
                meetings = [one for one in self._repository.of(Meeting).values() if one.date is not None]
                exactly = tuple(one for one in meetings if one.date == day)
                found = exactly or tuple(one for one in meetings if one.date and one.date.first <= day.last and day.first <= one.date.last)
                alike = planned_like(self._repository, day, before)
                return tuple(one for one in found if one in alike) or found
        return ()


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """A text as what a meeting is called and its day, which stands alone or behind « du »."""
    yield "", text
    yield from ((text[: found.start()], text[found.end() :]) for found, _ in zip(_OF_DAY.finditer(text), range(_MOST_DAYS), strict=False))


def as_meant(recognised: Recognised) -> Meant:
    """Whom a name that was looked for means."""
    found = (recognised.found,) if recognised.found is not None else recognised.ambiguous
    return Meant(recognised.said, found, () if found else recognised.proposals[:_MOST_NEAR])


def names_of(record: Record) -> Iterator[str]:
    """What a record is called."""
    yield record.label
    if isinstance(record, Person | Organisation):
        yield from record.other_names
    if isinstance(record, Organisation) and record.acronym:
        yield record.acronym
    if isinstance(record, Meeting) and record.short_title:
        yield record.short_title
