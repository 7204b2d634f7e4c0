"""Whom somebody means by a name: told apart where several have it, and given a record there and then where nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from traite_cli.checks.near import fitting_kinds
from traite_cli.checks.typed import new
from traite_cli.errors import NotFound, Refused
from traite_cli.kinds import SINGULAR, Meeting, Organisation, Person, Record, Topic
from traite_cli.language import N_, fold, say_date
from traite_cli.repository import Entry, Recognised, affiliation, entries, short_name
from traite_cli.writing.interview.asker import Candidate, Question
from traite_cli.writing.interview.naming import Meant, as_meant, names_of
from traite_cli.writing.interview.sitting import Filled, Sitting

_OTHERWISE, _NOBODY = "=", "-"
_NEW = {Person.KIND: N_("a new person"), Organisation.KIND: N_("a new organisation"), Topic.KIND: N_("a new topic")}
"""What can be made while something else is written, each with what it is called there."""


class Present(NamedTuple):
    """Somebody of a list: a person, an organisation or both, with the function that is said."""

    person: Record | None = None
    organisation: Record | None = None
    role: str = ""

    @property
    def subject(self) -> Record | None:
        """Whom the entry is about."""
        return self.person or self.organisation


def whom(sitting: Sitting, text: str, kinds: Sequence[str]) -> list[Record]:
    """The records that a line of names means. Raises ``NotFound`` or ``Refused`` where that is not certain and nobody can be asked."""
    if Person.KIND in kinds:
        subjects = [one.subject for one in those_present(sitting, text, kinds)]
    else:
        subjects = [one for meant in sitting.naming.line(text, kinds) for one in _settled(sitting, meant, kinds)]
    return list(dict.fromkeys(one for one in subjects if one is not None))


def those_present(sitting: Sitting, text: str, kinds: Sequence[str]) -> list[Present]:
    """The people and organisations of a list, as ``whom`` finds them."""
    said = entries(sitting.naming.recogniser, text, sitting.day)
    return [found for one in said for part in _parted(sitting, one) if (found := _present(sitting, part, kinds)).subject is not None]


def _parted(sitting: Sitting, said: Entry) -> tuple[Entry, ...]:
    """« Alice Tallon, MIPROF » where she has nothing to do with it: two that a comma parts, as one was told to type them."""
    person, organisation = said.person, said.organisation
    if person is None or organisation is None or said.role or "," not in said.said or person.found or not organisation.found:
        return (said,)
    alone = sitting.naming.recogniser.recognise(person.said, (Person.KIND,))
    if alone.found is None:
        return (said,)
    return Entry(person.said, alone), Entry(organisation.said, None, organisation)


def _present(sitting: Sitting, said: Entry, kinds: Sequence[str]) -> Present:
    organisation = _one(sitting, said.organisation, (Organisation.KIND,)) if said.organisation and Organisation.KIND in kinds else None
    if said.person is not None:
        belongs = {"memberships": [_membership(organisation, said.role)]} if organisation is not None else {}
        return Present(_one(sitting, said.person, kinds, belongs), organisation, said.role)
    if organisation is not None:
        return Present(None, organisation, said.role)
    # Nothing tells what it is: whoever typed it is asked.
    found = next(iter(_settled(sitting, sitting.naming.one(said.said, kinds), kinds)), None)
    return Present(found) if isinstance(found, Person) else Present(None, found)


def _membership(organisation: Record, role: str) -> dict[str, str]:
    return {"organisation": organisation.slug, **({"role": role} if role else {})}


def _one(sitting: Sitting, recognised: Recognised, kinds: Sequence[str], belongs: Filled | None = None) -> Record | None:
    meant = as_meant(recognised)
    return next(iter(_settled(sitting, meant, kinds, belongs)), None)


def _settled(sitting: Sitting, meant: Meant, kinds: Sequence[str], filled: Filled | None = None) -> list[Record]:
    if len(meant.found) == 1:
        return [meant.found[0]]
    if sitting.asker is None:
        raise _unsettled(meant, kinds)
    if meant.found:
        return _chosen(sitting, meant)
    told = [one for one in meant.near if one.ref == sitting.told.get(fold(meant.typed))]
    return told or _unknown(sitting, meant, kinds, filled or {})


def _unsettled(meant: Meant, kinds: Sequence[str]) -> Refused:
    if meant.found:
        names = ", ".join(f"{record.ref} ({record.label})" for record in meant.found)
        return Refused(N_("several records are called {name}: {names}"), hint=N_("write one of them whole"), name=meant.typed, names=names)
    near = tuple(f"{record.ref} ({record.label})" for record in meant.near)
    fitting = [kind for kind in fitting_kinds(meant.typed, kinds) if kind in _NEW]
    hint = (N_("a record of its own: {command}"), N_("a record of its own: {command}, or {other}"))[len(fitting) - 1] if fitting else ""
    command, other = (*(new(kind, "--title" if kind == Topic.KIND else "--name", meant.typed) for kind in fitting), "", "")[:2]
    return NotFound(N_("no record is called {name}"), near=near, hint=hint, name=meant.typed, command=command, other=other)


def _chosen(sitting: Sitting, meant: Meant) -> list[Record]:
    """One of several of a name."""
    assert sitting.asker is not None  # noqa: S101  # looked at where this is called
    question = Question(sitting.t(N_("Whom do you mean by “{name}”?"), name=meant.typed))
    choices = [*candidates(sitting, meant.found), Candidate(_NOBODY, sitting.t(N_("none of them: leave it out")))]
    value = sitting.asker.choice(question, choices)
    return [record for record in meant.found if record.ref == value]


def _unknown(sitting: Sitting, meant: Meant, kinds: Sequence[str], filled: Filled) -> list[Record]:
    """A name that nobody has: of somebody near it, of somebody new (of whom ``filled`` is known), or to be written otherwise."""
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
    text = N_("Nobody has just the name “{name}”. What do you mean?") if meant.near else N_("“{name}” is not known yet. What is it?")
    value = sitting.asker.choice(Question(t(text, name=meant.typed), default=default), choices) or default
    if value == _OTHERWISE:
        again = Question(t(N_("How is it written?")), begun=meant.typed)
        return whom(sitting, sitting.asker.names(again, known(sitting, kinds)), kinds)
    if value.startswith("+"):
        kind = value.removeprefix("+")
        return [sitting.newcomer(sitting, kind, meant.typed, filled if kind == Person.KIND else {})]
    sitting.told[fold(meant.typed)] = value
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
    """All records of some kinds as an asker offers them: the same list as long as there is nobody new."""
    key = tuple(kinds)
    if key not in sitting.candidates:
        sitting.candidates[key] = candidates(sitting, _all_of(sitting, kinds))
    return sitting.candidates[key]


def _note(sitting: Sitting, record: Record) -> str:
    """What tells a record from another of its name."""
    if isinstance(record, Meeting):
        return say_date(record.date, sitting.t.language) if record.date else ""
    if isinstance(record, Person):
        held = affiliation(sitting.repository, record, sitting.sense.day) or record.memberships[-1:]
        return ", ".join(filter(None, (short_name(sitting.repository.resolve(one.organisation)) for one in held)))
    return sitting.t(SINGULAR[record.KIND]) if isinstance(record, Organisation) else ""
