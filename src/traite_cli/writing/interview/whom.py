"""Whom somebody means by a name: told apart where several have it, and given a record there and then where nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from traite_cli.errors import NotFound, Refused
from traite_cli.kinds import SINGULAR, Meeting, Organisation, Person, Record, Topic
from traite_cli.language import N_, say_date
from traite_cli.repository import affiliation, short_name
from traite_cli.writing.interview.asker import Candidate, Question
from traite_cli.writing.interview.naming import Meant, meant_by, names_of
from traite_cli.writing.interview.sitting import Sitting

_OTHERWISE, _NOBODY = "=", "-"
_NEW = {Person.KIND: N_("a new person"), Organisation.KIND: N_("a new organisation"), Topic.KIND: N_("a new dossier")}
"""What can be made while something else is written, each with what it is called there."""


def whom(sitting: Sitting, text: str, kinds: Sequence[str]) -> list[Record]:
    """The records that a line of names means. Raises ``NotFound`` or ``Refused`` where that is not certain and nobody can be asked."""
    found: list[Record] = []
    for meant in meant_by(text, sitting.repository, kinds, sitting.sense):
        found += [one for one in _settled(sitting, meant, kinds) if one not in found]
    return found


def _settled(sitting: Sitting, meant: Meant, kinds: Sequence[str]) -> list[Record]:
    if len(meant.found) == 1:
        return [meant.found[0]]
    if sitting.asker is None:
        raise _unsettled(meant)
    return _chosen(sitting, meant) if meant.found else _unknown(sitting, meant, kinds)


def _unsettled(meant: Meant) -> Refused:
    if meant.found:
        names = ", ".join(f"{record.ref} ({record.label})" for record in meant.found)
        return Refused(N_("several records are called {name}: {names}"), hint=N_("write one of them whole"), name=meant.typed, names=names)
    near = tuple(f"{record.ref} ({record.label})" for record in meant.near)
    return NotFound(N_("no record is called {name}"), near=near, name=meant.typed)


def _chosen(sitting: Sitting, meant: Meant) -> list[Record]:
    """One of several of a name."""
    assert sitting.asker is not None  # noqa: S101  # looked at where this is called
    question = Question(sitting.t(N_("Whom do you mean by “{name}”?"), name=meant.typed))
    choices = [*candidates(sitting, meant.found), Candidate(_NOBODY, sitting.t(N_("none of them: leave it out")))]
    value = sitting.asker.choice(question, choices)
    return [record for record in meant.found if record.ref == value]


def _unknown(sitting: Sitting, meant: Meant, kinds: Sequence[str]) -> list[Record]:
    """A name that nobody has: of somebody near it, of somebody new, or to be written otherwise."""
    assert sitting.asker is not None  # noqa: S101  # looked at where this is called
    t = sitting.t
    new = [kind for kind in kinds if kind in _NEW]
    choices = [
        *candidates(sitting, meant.near),
        *(Candidate(f"+{kind}", t(_NEW[kind])) for kind in new),
        Candidate(_OTHERWISE, t(N_("I write it otherwise"))),
        Candidate(_NOBODY, t(N_("leave it out"))),
    ]
    default = choices[0].value if meant.near or new else _OTHERWISE
    value = (
        sitting.asker.choice(Question(t(N_("“{name}” is not known yet. What is it?"), name=meant.typed), default=default), choices)
        or default
    )
    if value == _OTHERWISE:
        again = Question(t(N_("How is it written?")), begun=meant.typed)
        return whom(sitting, sitting.asker.names(again, candidates(sitting, _all_of(sitting, kinds))), kinds)
    if value.startswith("+"):
        return [sitting.newcomer(sitting, value.removeprefix("+"), meant.typed)]
    return [record for record in meant.near if record.ref == value]


def _all_of(sitting: Sitting, kinds: Sequence[str]) -> Iterator[Record]:
    for kind in kinds:
        yield from sitting.repository.of_kind(kind).values()


def candidates(sitting: Sitting, records: Iterable[Record]) -> list[Candidate]:
    """Records as an asker offers them."""
    return [
        Candidate(one.ref, one.label, _note(sitting, one), tuple(name for name in names_of(one) if name != one.label)) for one in records
    ]


def known(sitting: Sitting, kinds: Sequence[str]) -> list[Candidate]:
    """All records of some kinds as an asker offers them."""
    return candidates(sitting, _all_of(sitting, kinds))


def _note(sitting: Sitting, record: Record) -> str:
    """What tells a record from another of its name."""
    if isinstance(record, Meeting):
        return say_date(record.date, sitting.t.language) if record.date else ""
    if isinstance(record, Person):
        held = affiliation(sitting.repository, record, sitting.sense.day) or record.memberships[-1:]
        return ", ".join(filter(None, (short_name(sitting.repository.resolve(one.organisation)) for one in held)))
    return sitting.t(SINGULAR[record.KIND]) if isinstance(record, Organisation) else ""
