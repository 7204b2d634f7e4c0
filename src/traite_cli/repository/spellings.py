"""The spellings under which records know people and organisations: name, sorted name, other names, acronym."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language import Spelling, words
from traite_cli.repository.repository import Repository


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


def spellings_of(record: Person | Organisation) -> Iterator[Spelling]:
    """The spellings, and the family name of a person, as a text is compared with them."""
    yield from (Spelling(words_of(spelling)) for spelling in spellings(record))
    if isinstance(record, Person):
        yield Spelling(words_of(family_name(record)), is_family=True)


@lru_cache(maxsize=1 << 14)  # several checks ask of the same names
def words_of(spelling: str) -> tuple[str, ...]:
    """The folded words of a spelling."""
    return tuple(words(spelling))


def family_name(person: Person) -> str:
    """The name of a person without the first names: from the sorted name where there is one, else all but the first word."""
    family, comma, _ = (person.sort_name or "").partition(",")
    return family if comma else " ".join((person.name or "").split()[1:])


def sorting_name(record: Record) -> str:
    """The name that sorts a record among others: of a person the family name, then the first names, unless the record says otherwise."""
    if not isinstance(record, Person):
        return record.label
    first, _, _ = (record.name or record.label).partition(" ")
    return record.sort_name or ", ".join(part for part in (family_name(record), first) if part)


def named_like(repository: Repository, said: Callable[[], Collection[str]]) -> Iterable[Person | Organisation]:
    """Those with a name who tell what is nearly one of theirs among some folded words: all, or the few that do.

    These are, for each of the words, one who has it in a name, or else everyone who has one that a slip makes of it.
    """
    refs = repository.names(said()) if repository.names is not None else None
    if refs is None:
        return named(repository)
    found = [one for one in map(repository.record, refs) if isinstance(one, Person | Organisation)]
    return sorted(found, key=lambda one: (isinstance(one, Organisation), one.path))


def named(repository: Repository) -> Iterator[Person | Organisation]:
    """Everybody and every body that has a name."""
    yield from repository.of(Person).values()
    yield from repository.of(Organisation).values()


def name_words(people: Iterable[Person]) -> frozenset[str]:
    """The folded words that the names of people are made of."""
    return frozenset(word for person in people for spelling in spellings(person) for word in words_of(spelling) if len(word) > 1)
