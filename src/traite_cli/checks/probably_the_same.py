"""A person or an organisation has one record.

Two records of one person share its meetings and promises between them, and every list by person is wrong. The same name in capitals or
with the family name first, a spelling that the other record lists, one letter apart within one organisation, a name with what it is
called besides behind a dash: each is told once, at the later of the two records. Where they are two indeed, a comment says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Organisation, Person
from traite_cli.language import N_, one_slip_apart, words
from traite_cli.repository import Repository, spellings, words_of

_HINT = N_(
    "if they are one, keep one of the two files: list the other spelling under its other_names, and name it wherever the other is named"
)

CHECK = Check(
    code="TR612",
    severity=Severity.WARNING,
    messages={
        "person": N_("“{name}” is probably the same person as “{other}” ({path})"),
        "organisation": N_("“{name}” is probably the same organisation as “{other}” ({path})"),
    },
    hints={"person": N_("if they are one: traite merge-people {stays} {goes}, and the first stays"), "organisation": _HINT},
    faulty=Example(
        {
            "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
            "records/people/tallon-alice.md": "---\nname: ⟦TALLON Alice⟧\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
            "records/people/anne-tallon.md": "---\nname: Anne Tallon\n---\n",
        }
    ),
)

_BESIDES = re.compile(r"\s+[–—-]\s+|\s*\(")
# What names a part of a body rather than the body by another name: « Amnesty International – Groupe de Lyon ».
_PARTS = frozenset(
    [
        *("groupe", "section", "comite", "antenne", "delegation", "union", "federation", "region", "departement", "pole", "service"),
        *("direction", "commission", "bureau", "cabinet", "secretariat", "centre", "site", "ville", "maison", "reseau", "branche"),
    ]
)
_MOST_BESIDES = 3
_SHORTEST_TELLING = 6
_Named = Person | Organisation


def find(repository: Repository) -> Iterator[Fault]:
    """The records that are probably of one person or one organisation."""
    people, organisations = tuple(repository.of(Person).values()), tuple(repository.of(Organisation).values())
    examined = {record.path for kind in (Person, Organisation) for record in repository.examined(kind)}
    yield from _told("person", _pairs(people, _of_person, _slipped(people)), examined)
    yield from _told("organisation", _pairs(organisations, _of_organisation, ()), examined)


def _told(kind: str, pairs: Iterable[tuple[_Named, _Named]], examined: set[str]) -> Iterator[Fault]:
    for first, second in sorted(pairs, key=lambda pair: (pair[1].path, pair[0].path)):
        at, other = (second, first) if second.path in examined else (first, second)
        if at.path in examined:
            facts = {"name": at.label, "other": other.label, "path": other.path, "stays": other.slug, "goes": at.slug}
            yield at.document.fault("probably-the-same", *at.place_of("name"), kind, facts)


def _pairs(
    records: Iterable[_Named], keys: Callable[[_Named], Iterator[Hashable]], slipped: Iterable[tuple[_Named, _Named]]
) -> set[tuple[_Named, _Named]]:
    """Each record with the first one that shares a key with it, and those one slip apart."""
    first: dict[Hashable, _Named] = {}
    found: dict[_Named, _Named] = {}
    for record in records:
        for key in dict.fromkeys(keys(record)):
            other = first.setdefault(key, record)
            if other is not record and not _belongs(record, other):
                found.setdefault(record, other)
    for one, other in slipped:
        found.setdefault(other, one)
    return {(other, record) for record, other in found.items()}


def _belongs(record: _Named, other: _Named) -> bool:
    """Whether one is a part of the other, by its record."""
    return any(
        parent.organisation is not None and parent.organisation.slug == whole.slug
        for part, whole in ((record, other), (other, record))
        if isinstance(part, Organisation)
        for parent in part.parents
    )


def _of_person(person: _Named) -> Iterator[Hashable]:
    for spelling in spellings(person):
        if len(told := words_of(spelling)) > 1:
            yield tuple(sorted(told))


def _of_organisation(organisation: _Named) -> Iterator[Hashable]:
    for spelling in spellings(organisation):
        if len(told := words_of(spelling)) > 1:
            yield told
        yield from _before_what_it_is_called_besides(spelling)
    if isinstance(organisation, Organisation) and organisation.acronym:
        yield from ((organisation.acronym.casefold(), word) for word in sorted(_telling(organisation.name or "")))


def _before_what_it_is_called_besides(spelling: str) -> Iterator[Hashable]:
    """« Secours Catholique » of « Secours Catholique – Caritas France »; nothing where a part of a body follows."""
    parts = _BESIDES.split(spelling, maxsplit=1)
    if len(parts) == 1:
        return
    before, besides = words(parts[0]), words(parts[1])
    if len(before) > 1 and len(besides) <= _MOST_BESIDES and _PARTS.isdisjoint(besides) and "".join(besides).isalpha():
        yield tuple(before)


def _telling(name: str) -> set[str]:
    return {word for word in words(name) if len(word) >= _SHORTEST_TELLING}


def _slipped(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """People of one organisation whose names are one slip apart."""
    of: dict[str, list[Person]] = {}
    for person in people:
        for slug in dict.fromkeys(one.organisation.slug for one in person.memberships if one.organisation is not None):
            of.setdefault(slug, []).append(person)
    for members in of.values():
        for one, other in one_slip_apart([person.name or "" for person in members]):
            yield members[one], members[other]
