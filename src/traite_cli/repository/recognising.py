"""Whom or what a name means as somebody types it: « A. Tallon », « Mme Tallon », « tallon alice », « AT », « la Miprof », « alice talon ».

Case, accents, hyphens, articles and forms of address do not count. A name is recognised surely when one record alone has it: as its name,
another name, its slug or acronym, in any order of the words, as family name alone or with initials, or as initials. What only holds the
words (« mission interministérielle »), is a first name, or is some slips of the finger away is proposed, and never taken by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from traite_cli.kinds import Meeting, Organisation, Person, Record
from traite_cli.language import KnownNames, has_honorific, may_address, telling_words, without_honorific, words
from traite_cli.repository.repository import Repository
from traite_cli.repository.spellings import family_name, spellings

PEOPLE_AND_ORGANISATIONS = (Person.KIND, Organisation.KIND)
_MOST = 8
_LONGEST = 200
_MOST_SHORT = 200
"""So many people who share a word are looked at for initials; where there are more, initials tell nobody."""
_SHORTEST_ACRONYM = 3
_LONGEST_INITIALS = 6


class How(IntEnum):
    """By what a record was recognised, the surest first."""

    NAME = 0
    """Its name, another name, its slug, its acronym; of a person, in any order of the words."""
    FAMILY = 1
    """The family name, alone or with initials: « Tallon », « Mme Tallon », « A. Tallon », « Alice T. »."""
    INITIALS = 2
    PART = 3
    """Some of its words, a first name among them."""
    NEAR = 4
    """A few slips of the finger."""


class Candidate(NamedTuple):
    """A record that may be meant."""

    record: Record
    how: How


class Recognised(NamedTuple):
    """The records that a name may mean, the surest first."""

    said: str
    candidates: tuple[Candidate, ...] = ()

    @property
    def found(self) -> Record | None:
        """The record that is surely meant; None where none is, or several are."""
        surest = self._surest
        return surest[0] if len(surest) == 1 else None

    @property
    def ambiguous(self) -> tuple[Record, ...]:
        """The records between which somebody has to choose, since the name fits each of them as well."""
        surest = self._surest
        return surest if len(surest) > 1 else ()

    @property
    def proposals(self) -> tuple[Record, ...]:
        """All that may be meant, in order."""
        return tuple(one.record for one in self.candidates)

    @property
    def _surest(self) -> tuple[Record, ...]:
        best = self.candidates[0].how if self.candidates else How.NEAR
        return tuple(one.record for one in self.candidates if one.how == best) if best <= How.INITIALS else ()


class Recogniser:
    """Recognises the records of one repository; what each kind is called is gathered once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._called: dict[str, _Called] = {}

    def recognise(self, said: str, kinds: Sequence[str] = PEOPLE_AND_ORGANISATIONS) -> Recognised:
        """The records of these kinds that a text may mean."""
        text = said.strip()[:_LONGEST]
        ways: dict[Record, How] = {}
        for kind in kinds:
            for record, how in self._of(kind).named(text, kind):
                ways[record] = min(how, ways.get(record, how))
        # Of those that are as sure, none goes before another but by its slug; of the others the nearest stay first.
        found = sorted(ways.items(), key=lambda way: (way[1], way[0].slug if way[1] <= How.INITIALS else ""))
        return Recognised(said, tuple(Candidate(*way) for way in found[:_MOST]))

    def called(self, said: str, kinds: Sequence[str] = PEOPLE_AND_ORGANISATIONS) -> Record | None:
        """The one record of these kinds that has this very name, small words aside, a person’s words in any order."""
        name = words(said[:_LONGEST])
        found = [record for kind in kinds for record in self._of(kind).called(name)] if name else []
        return found[0] if len(found) == 1 else None

    def beginning(self, typed: str, kinds: Sequence[str] = PEOPLE_AND_ORGANISATIONS, most: int = _MOST) -> tuple[Record, ...]:
        """The records whose names begin as somebody types."""
        return tuple(record for kind in kinds for record in self._of(kind).beginning(typed, most))[:most]

    def _of(self, kind: str) -> _Called:
        if kind not in self._called:
            self._called[kind] = _Called(tuple(self._repository.of_kind(kind).values()))
        return self._called[kind]


class _Called:
    """What the records of one kind are called."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._names = KnownNames(tuple(_all_names(record)) for record in records)
        self._initials: dict[str, list[int]] = {}
        for number, record in enumerate(records):
            for initials in set(_initials_of(record, self._names.spelt(number))):
                self._initials.setdefault(initials, []).append(number)

    def called(self, name: Sequence[str]) -> Iterator[Record]:
        return (self._records[number] for number in dict.fromkeys((*self._names.called(name), *self._in_any_order(name))))

    def beginning(self, typed: str, most: int) -> Iterator[Record]:
        return (self._records[number] for number in self._names.beginning(typed, most))

    def named(self, text: str, kind: str) -> Iterator[tuple[Record, How]]:
        """The records that a text may name, and by what; one may come several times."""
        said = words(text.removeprefix(f"{kind}/").removesuffix(".md"))
        if not said:
            return
        bare = without_honorific(said)
        is_sure = False
        for number, how in self._exactly(said, bare):
            fits = not has_honorific(said) or may_address(said, _honorific(self._records[number]))
            is_sure = is_sure or fits
            yield self._records[number], how if fits else How.NEAR
        if not is_sure:
            for number, how in self._nearly(bare):
                yield self._records[number], how

    def _exactly(self, said: Sequence[str], bare: Sequence[str]) -> Iterator[tuple[int, How]]:
        for name in dict.fromkeys((tuple(said), tuple(bare))):
            yield from ((number, How.NAME) for number in self._names.called(name))
            yield from ((number, How.NAME) for number in self._in_any_order(name))
            yield from self._by_family(name)
            joined = "".join(name)
            if len(joined) <= _LONGEST_INITIALS and (len(name) == 1 or len(name) == len(joined)):
                yield from ((number, How.INITIALS) for number in self._initials.get(joined, ()))

    def _in_any_order(self, name: Sequence[str]) -> Iterator[int]:
        """People whose name has these words and no others."""
        telling = sorted(telling_words(name))
        for number in self._names.holding(name, _MOST_SHORT):
            if isinstance(self._records[number], Person) and any(telling == sorted(spelt) for spelt in self._names.spelt(number)):
                yield number

    def _by_family(self, name: Sequence[str]) -> Iterator[tuple[int, How]]:
        """People by their family name, alone or with what initials stand for."""
        longest = max(telling_words(name), key=len)
        for number in self._names.holding((longest,), _MOST_SHORT):
            record = self._records[number]
            if isinstance(record, Person) and any(_fits(name, given, family) for given, family in _parts(record)):
                yield number, How.FAMILY

    def _nearly(self, name: Sequence[str]) -> Iterator[tuple[int, How]]:
        if any(len(word) >= _SHORTEST_ACRONYM and not word.isdigit() for word in name):
            yield from ((number, How.PART) for number in self._names.holding(name, _MOST))
            yield from ((number, How.PART) for number in self._as_written_otherwise(name))
            yield from ((number, How.NEAR) for number in self._names.near(" ".join(name), _MOST))

    def _as_written_otherwise(self, name: Sequence[str]) -> Iterator[int]:
        """« Mairie de St Nazaire » for « Ville de Saint-Nazaire »."""
        for saints in (_SAINTS, {word: short for short, word in _SAINTS.items()}):
            written = tuple(saints.get(word, word) for word in name)
            if written != tuple(name):
                yield from self._names.holding(written, _MOST)
            place = [word for word in telling_words(written) if word not in _TOWN]
            if place and len(place) < len(telling_words(written)):
                held = self._names.holding(place, _MOST)
                yield from (number for number in held if any(not _TOWN.isdisjoint(spelt) for spelt in self._names.spelt(number)))


_SAINTS = {"st": "saint", "ste": "sainte"}
_TOWN = frozenset({"mairie", "ville", "commune", "municipalite"})
"""What one body is called in turn."""


def _all_names(record: Record) -> Iterator[str]:
    """Every name that a record has, those of its file included."""
    yield from spellings(record) if isinstance(record, Person | Organisation) else (record.label,)
    if isinstance(record, Meeting) and record.short_title:
        yield record.short_title
    yield from (record.slug, *record.former_slugs)


def _honorific(record: Record) -> Sequence[str]:
    return words(record.honorific or "") if isinstance(record, Person) else ()


def _initials_of(record: Record, spelt: Iterable[Sequence[str]]) -> Iterator[str]:
    """« AT » for Alice Tallon, « ACF » for Action catholique des femmes."""
    shortest = 2 if isinstance(record, Person) else _SHORTEST_ACRONYM
    if isinstance(record, Person | Organisation):
        yield from ("".join(word[0] for word in name) for name in spelt if len(name) >= shortest)


def _parts(person: Person) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The first names and the family name of somebody, by each of the names."""
    family = words(family_name(person))
    for name in (person.name or "", *person.other_names):
        whole = without_honorific(words(name))
        if family and len(whole) > len(family) and list(whole[-len(family) :]) == family:
            yield whole[: -len(family)], family
        elif len(whole) > 1:
            yield whole[:1], whole[1:]


def _fits(name: Sequence[str], given: Sequence[str], family: Sequence[str]) -> bool:
    """Whether a name is a family name alone or beside initials, or first names beside the initial of the family name."""
    said, own, first = list(name), list(family), list(given)
    if said == own:
        return True
    if said[-len(own) :] == own:
        return _are_initials(said[: -len(own)], first)
    if said[: len(own)] == own:
        return _are_initials(said[len(own) :], first)
    return said[: len(first)] == first and said[len(first) :] in [[word[0]] for word in telling_words(own)[:1]]


def _are_initials(said: Sequence[str], names: Sequence[str]) -> bool:
    """« A. », « J.-P. », « JP »."""
    letters = "".join(word[0] for word in names)
    joined = "".join(said)
    return bool(joined) and letters.startswith(joined) and (len(said) == 1 or all(len(word) == 1 for word in said))
