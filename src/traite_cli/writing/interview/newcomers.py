"""A record made in passing, for a name that nobody has yet: asked for the little that tells it from others."""

from __future__ import annotations

from collections.abc import Mapping

from traite_cli.kinds import KINDS, Person, Record
from traite_cli.language import N_
from traite_cli.writing.interview.filling import is_wanted, put
from traite_cli.writing.interview.form import FORMS
from traite_cli.writing.interview.items import ask
from traite_cli.writing.interview.sitting import Filled, Sitting

_ASKED: Mapping[str, tuple[str, ...]] = {
    "people": ("name", "memberships", "memberships.role"),
    "organisations": ("name", "acronym", "classification"),
    "topics": ("title",),
}
"""The items of each kind that can be made in passing, what it is called first."""


def newcomer(sitting: Sitting, kind: str, typed: str, known: Filled) -> Record:
    """Make a record for a name, of which some is known; what was typed is its name unless another is given."""
    filled = dict(known)
    for item in FORMS[kind]:
        if item.field in _ASKED[kind] and is_wanted(sitting, item, filled):
            put(kind, item, filled, ask(sitting, kind, item, _named(kind, typed) if item.field == KINDS[kind].NAMED_BY else ""))
    record = sitting.make(kind, filled)
    if sitting.asker is not None:
        sitting.asker.say(sitting.t(N_("{name}: the record is made with the rest, at the end."), name=record.label))
    return record


def _named(kind: str, typed: str) -> str:
    """A name as one prints it: somebody who types quickly leaves out the capitals."""
    return typed.title() if kind == Person.KIND and typed.islower() else typed
