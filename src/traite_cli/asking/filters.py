"""The filters of ``list``, declared once: the command's options, its help, completion and the reference are all read from this table.

Those that ask for what a field holds are made from the fields of the kinds: every reference, every list of words, every yes or no has
its filter, under the field's own name. What is here besides asks for what no field says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from traite_cli.kinds import KINDS, AnyField, Choice, Reference, Struct
from traite_cli.kinds.types import Truth
from traite_cli.language import N_

Takes = Literal["flag", "words", "date", "span", "state", "sort", "record"]
ALL = tuple(KINDS)
DATED = ("meetings", "commitments", "requests", "updates", "documents", "editions")
_WITH_STATES = ("commitments", "meetings", "organisations", "topics")
_WHO = ("people", "organisations")


class Filter(NamedTuple):
    """A filter: its name, what it leaves (a message id), what it takes, and the kinds that it is for."""

    name: str
    meaning: str
    takes: Takes
    kinds: tuple[str, ...]
    records: tuple[str, ...] = ()
    """The kinds of the records that it takes the names of."""

    of_field: bool = False
    """Whether it asks for what the field of its name holds; the others have a condition of their own (``conditions``)."""

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"


_OWN = (
    Filter("topic", N_("Filed under this topic; of people and organisations, those who follow it too."), "record", ALL, ("topics",)),
    Filter("person", N_("That name this person."), "record", ALL, ("people",)),
    Filter(
        "organisation",
        N_("That name this organisation; meetings where its people were, what each member owes; of people, those with a function there."),
        "record",
        ALL,
        ("organisations",),
    ),
    Filter("text", N_("With these words in the title or name."), "words", ALL),
    Filter("since", N_("Dated or made on that day or later."), "date", DATED),
    Filter("until", N_("Dated or made on that day or earlier."), "date", DATED),
    Filter("before", N_("Dated or made before."), "date", DATED),
    Filter("state", N_("In this state on the day asked about."), "state", _WITH_STATES),
    Filter("with", N_("At which this person or organisation was, present or met."), "record", ("meetings",), _WHO),
    Filter("planned", N_("Still to be held on the day asked about."), "flag", ("meetings",)),
    Filter("held", N_("Held by the day asked about."), "flag", ("meetings",)),
    Filter("function", N_("Who hold a function with these words."), "words", ("people",)),
    Filter(
        "memberships",
        N_("Who hold or ever held a function in this organisation."),
        "record",
        ("people",),
        ("organisations",),
    ),
    Filter("member", N_("Members of the collective on the day asked about."), "flag", ("organisations",)),
    Filter("by", N_("Promised by, or on behalf of."), "record", ("commitments",), _WHO),
    Filter("to", N_("Promised or put to."), "record", ("commitments", "requests"), _WHO),
    Filter("overdue", N_("Overdue on the day asked about."), "flag", ("commitments",)),
    Filter("due_since", N_("Still owed, and due on that day or later; with --state, in that state."), "date", ("commitments",)),
    Filter("due_before", N_("Still owed, and due before; with --state, in that state."), "date", ("commitments",)),
    Filter("silent_for", N_("Not settled, and not looked at for so long: 90d, 6m."), "span", ("commitments",)),
    Filter("unanswered", N_("With a question that nobody has answered."), "flag", ("requests",)),
)
_HAVE_THEIR_OWN = {"topics", "audience"}


@cache
def filters() -> Mapping[str, Filter]:
    """Every filter by its name, those for all kinds first."""
    found = {one.name: one for one in _OWN}
    for kind in KINDS.values():
        for field in kind.FIELDS.values():
            if field.name not in _HAVE_THEIR_OWN and found.get(field.name) not in _OWN:
                for one in _of_field(field, kind.KIND):
                    known = found.get(one.name)
                    found[one.name] = one._replace(kinds=(*known.kinds, kind.KIND), records=_both(known, one)) if known else one
    return found


def filters_of(kind: str) -> tuple[Filter, ...]:
    """The filters that a kind knows."""
    return tuple(one for one in filters().values() if kind in one.kinds)


def _both(one: Filter, other: Filter) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.records, *other.records)))


def _of_field(field: AnyField, kind: str) -> Iterator[Filter]:
    """The filter by a field, where it can have one."""
    declared = field.type
    if isinstance(declared, Struct) and declared.short in declared.block.FIELDS:
        declared = declared.block.FIELDS[declared.short].type
    if isinstance(declared, Reference):
        yield Filter(field.name, field.label, "record", (kind,), declared.kinds, of_field=True)
    elif isinstance(declared, Choice) and declared is field.type:
        yield Filter(field.name, field.label, "sort", (kind,), of_field=True)
    elif isinstance(declared, Truth):
        yield Filter(field.name, field.label, "flag", (kind,), of_field=True)
