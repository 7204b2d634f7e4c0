"""A list names each thing once.

Twice in a list, a topic, an author or an enclosure is counted twice and printed twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import AgendaItem, Answer, Attendance, Author, Block, Enclosure, Link, Place, Record, Ref
from traite_cli.language import N_
from traite_cli.repository import Repository

_EDITION = "---\ntitle: Document de travail\ndate: 2015-01-22\nauthors:\n  - alice-tallon\n{}---\n"
_PERSON = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}

CHECK = Check(
    code="TR315",
    severity=Severity.WARNING,
    messages={
        "": N_("“{value}” stands in this list already, on line {line}"),
        "same-line": N_("“{value}” stands in this list already"),
        "entry": N_("this entry stands in the list already, on line {line}"),
        "answer": N_("question {item} has this answer of the same day already, on line {line}"),
    },
    hints={
        "": N_("delete one of the two"),
        "answer": N_("put the two texts together into one answer, or correct the number of the question"),
    },
    faulty=Example({"records/editions/2015-01-22.md": _EDITION.format("  - ⟦alice-tallon⟧\n"), **_PERSON}),
    healthy=Example({"records/editions/2015-01-22.md": _EDITION.format(""), **_PERSON}),
)

_TELLING: dict[type[Block], tuple[str, ...]] = {
    Answer: ("item", "date", "status", "by", "meeting", "document"),
    Author: ("author", "name"),
    Enclosure: ("document",),
    Link: ("url",),
}
"""Of some entries a part is enough to know them by: an enclosure is one document whatever is noted beside it."""
_Twice = tuple[Hashable, Place, Place]
"""An item, where it stands, and where it stood before."""
_ELSEWHERE = (AgendaItem, Attendance)
"""An agenda may well have two breaks; people listed twice are told with what else an attendance list can say of them."""


def find(repository: Repository) -> Iterator[Fault]:
    """The items of a list that stand in it already."""
    for record in repository.all_examined():
        for item, place, other in _of(record):
            # A name that nobody knows is told each time that it stands there.
            if not isinstance(item, Ref) or repository.resolve(item) is not None:
                yield _fault(record, item, place, record.document.line_of(other[0]))


def _of(block: Block) -> Iterator[_Twice]:
    for name, value in block.values.items():
        if type(value) is tuple and value:
            if len(value) > 1 and not isinstance(value[0], _ELSEWHERE):
                yield from _in_list(block, name, value)
            if isinstance(value[0], Block):
                for one in value:
                    if tuple in map(type, one.values.values()):
                        yield from _of(one)


def _in_list(block: Block, name: str, items: tuple[Hashable, ...]) -> Iterator[_Twice]:
    # Nearly always a part of each item is enough to tell it from the others.
    if len(set(map(_part_of_key, items))) == len(items):
        return
    keys = [_key(item) for item in items]
    if len(set(keys)) < len(keys):
        first: dict[Hashable, int] = {}
        for number, key in enumerate(keys):
            other = first.setdefault(key, number)
            if other != number:
                yield items[number], block.place_of(name, number), block.place_of(name, other)


def _part_of_key(item: Hashable) -> Hashable:
    """What items have in common that are known by the same: of an entry its first field."""
    if isinstance(item, Ref):
        return item.slug
    if isinstance(item, Block):
        name = next((name for name in _TELLING.get(type(item), item.FIELDS) if name in item.values), "")
        return name, _part_of_key(item.get(name))
    return _key(item)


def _key(item: Hashable) -> Hashable:
    """What an item of a list is known by."""
    if isinstance(item, Ref):
        return str(item)
    if isinstance(item, Block):
        values = item.values
        return frozenset((name, _key(values[name])) for name in _TELLING.get(type(item), tuple(values)) if name in values)
    return tuple(map(_key, item)) if isinstance(item, tuple) else item


def _fault(record: Record, item: Hashable, place: Place, line: int) -> Fault:
    document = record.document
    facts: dict[str, Fact] = {"value": document.text[slice(*place)], "line": line}
    if isinstance(item, Answer):
        facts["item"] = item.item or 0
        return document.fault("listed-twice", *place, "answer", facts)
    variant = "entry" if isinstance(item, Block) else "same-line" if document.line_of(place[0]) == line else ""
    return document.fault("listed-twice", *place, variant, facts)
