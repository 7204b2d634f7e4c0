"""The spellings under which records know people and organisations: name, sorted name, other names, acronym, title with the family name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from traite_cli.kinds import Organisation, Person
from traite_cli.language import words
from traite_cli.repository.repository import Repository

_TITLES = ("M", "Mme", "Mlle", "Monsieur", "Madame", "Dr", "Me")


def spellings(record: Person | Organisation) -> Iterator[str]:
    """Every spelling of a name that a record lists or implies."""
    yield from filter(None, (record.name, *record.other_names))
    if isinstance(record, Organisation):
        yield from filter(None, (record.acronym,))
        return
    if record.sort_name:
        family, comma, given = record.sort_name.partition(",")
        yield f"{family} {given}"
        if comma:
            yield f"{given} {family}"


@lru_cache(maxsize=1 << 14)  # several checks ask of the same names
def said(spelling: str) -> tuple[str, ...]:
    """The folded words of a spelling."""
    return tuple(words(spelling))


def family_name(person: Person) -> str:
    """The name of a person without the first names: from the sorted name where there is one, else all but the first word."""
    family, comma, _ = (person.sort_name or "").partition(",")
    return family if comma else " ".join((person.name or "").split()[1:])


def known_as(repository: Repository) -> Mapping[str, tuple[Person | Organisation, ...]]:
    """Who is meant by the folded words of a spelling, several where they share it."""
    known: dict[str, list[Person | Organisation]] = {}
    for record in named(repository):
        for spelling in dict.fromkeys(" ".join(said(one)) for one in (*spellings(record), *_with_titles(record))):
            known.setdefault(spelling, []).append(record)
    return {spelling: tuple(records) for spelling, records in known.items() if spelling}


def _with_titles(record: Person | Organisation) -> Iterator[str]:
    """« M. Sodini », « Madame Tallon »."""
    if isinstance(record, Person) and (family := family_name(record)):
        yield from (f"{title} {family}" for title in _TITLES)


def named(repository: Repository) -> Iterator[Person | Organisation]:
    """Everybody and every body that has a name."""
    yield from repository.of(Person).values()
    yield from repository.of(Organisation).values()


def name_words(people: Iterable[Person]) -> frozenset[str]:
    """The folded words that the names of people are made of."""
    return frozenset(word for person in people for spelling in spellings(person) for word in said(spelling) if len(word) > 1)
