"""A list names each thing once.

Twice in a list, a dossier, an author or an enclosure is counted twice and printed twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import AgendaItem, Answer, Attendance, Author, Block, Enclosure, Link, Record, Ref
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
_ELSEWHERE = (AgendaItem, Attendance)
"""An agenda may well have two breaks; people listed twice are told with what else an attendance list can say of them."""


def find(repository: Repository) -> Iterator[Fault]:
    """The items of a list that stand in it already."""
    for record in repository.all_examined():
        yield from _of(record, record)


def _of(record: Record, block: Block) -> Iterator[Fault]:
    for name, value in block.values.items():
        if isinstance(value, tuple) and value:
            if len(value) > 1 and not isinstance(value[0], _ELSEWHERE):
                yield from _in_list(record, block, name, value)
            if isinstance(value[0], Block):
                for one in value:
                    yield from _of(record, one)


def _in_list(record: Record, block: Block, name: str, items: tuple[Hashable, ...]) -> Iterator[Fault]:
    keys = [_key(item) for item in items]
    if len(set(keys)) < len(keys):
        first: dict[Hashable, int] = {}
        for number, key in enumerate(keys):
            other = first.setdefault(key, number)
            if other != number:
                yield _fault(record, items[number], block.place_of(name, number), block.place_of(name, other)[0])


def _key(item: Hashable) -> Hashable:
    """What an item of a list is known by."""
    if isinstance(item, Ref):
        return str(item)
    if isinstance(item, Block):
        values = item.values
        return frozenset((name, _key(values[name])) for name in _TELLING.get(type(item), tuple(values)) if name in values)
    return tuple(map(_key, item)) if isinstance(item, tuple) else item


def _fault(record: Record, item: Hashable, place: tuple[int, int], other: int) -> Fault:
    document = record.document
    line = document.line_of(other)
    facts: dict[str, Fact] = {"value": document.text[slice(*place)], "line": line}
    if isinstance(item, Answer):
        facts["item"] = item.item or 0
        return document.fault("listed-twice", *place, "answer", facts)
    variant = "entry" if isinstance(item, Block) else "same-line" if document.line_of(place[0]) == line else ""
    return document.fault("listed-twice", *place, variant, facts)
