"""Records that are called by their names where the names of their files were expected: « Raphaël Sodini » for ``raphael-sodini``.

Reading a file cannot know whom a name belongs to. With all records at hand it is told: the record that has it, those that share it or
are near, the entry that « Alice Tallon (ALC) » means, the lines that several names in one should be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from traite_cli.checks.near import fitting_kinds
from traite_cli.checks.typed import new
from traite_cli.diagnostics import Edit, Fact, Fault
from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language import fold, words
from traite_cli.repository import Repository, slug_of, spellings
from traite_cli.syntax import quoted

if TYPE_CHECKING:
    from traite_cli.repository import Entry, Recognised, Recogniser

_CHECK, _REFERENCE = "not-a-slug", "reference"
MOST_LOOKED_FOR = 100
"""In one run, beyond those that are a record’s very name: a file full of names must not take the day."""
_LONGEST = 200


class Called:
    """Whom the names of a repository mean that stand where slugs should."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._recognised: dict[tuple[str, tuple[str, ...]], Recognised] = {}

    def told(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """The faults; those that call a record by its name say which it is, and have an edit where that is certain."""
        for fault in faults:
            is_name = fault.check == _CHECK and fault.variant == _REFERENCE
            yield self._of(fault) if is_name else fault

    def _of(self, fault: Fault) -> Fault:
        value, given = str(fault.facts["value"]), fault.facts["kinds"]
        kinds = tuple(map(str, given)) if isinstance(given, tuple) else ()
        if len(value) > _LONGEST:
            return fault
        known = self._recogniser.called(value, kinds)
        if known is not None:
            return _with(fault, "known", _named(known))._replace(edits=self._edits(fault, value, known))
        recognised = self._looked_for(value, kinds)
        return fault if recognised is None else self._by(recognised, fault, value, kinds)

    def _by(self, recognised: Recognised, fault: Fault, value: str, kinds: tuple[str, ...]) -> Fault:
        """What is told of a name that is no record’s own."""
        if recognised.found is not None:
            return _with(fault, "known", _named(recognised.found))._replace(edits=self._edits(fault, value, recognised.found))
        if recognised.ambiguous:
            names = tuple(f"{record.slug} ({record.label})" for record in recognised.ambiguous)
            return _with(fault, "several", {"names": names})
        near = next(iter(recognised.proposals), None)
        apart = self._taken_apart(fault, value, kinds)
        if apart is not None or near is None:
            return apart or fault
        command = new(fitting_kinds(value, kinds, near)[0], "--slug", str(fault.facts["slug"]))
        return _with(fault, "near", _named(near) | {"command": command})

    def _looked_for(self, value: str, kinds: tuple[str, ...]) -> Recognised | None:
        """Whom a name may mean, looked for once; None when enough were."""
        key = (value, kinds)
        if key not in self._recognised:
            if len(self._recognised) >= MOST_LOOKED_FOR:
                return None
            self._recognised[key] = self._recogniser.recognise(value, kinds)
        return self._recognised[key]

    @cached_property
    def _recogniser(self) -> Recogniser:
        from traite_cli.repository import Recogniser

        return Recogniser(self._repository)

    def _edits(self, fault: Fault, value: str, record: Record) -> tuple[Edit, ...]:
        """A machine writes the slug where the name is the record's own, case and accents aside."""
        written = fault.source[fault.span.column - 1 : fault.span.end_column - 1]
        own = spellings(record) if isinstance(record, Person | Organisation) else (record.label,)
        is_own = slug_of(value) == record.slug or fold(value) in map(fold, own)
        return (Edit(fault.span, record.slug),) if is_own and written.strip("\"'") == value else ()

    def _taken_apart(self, fault: Fault, value: str, kinds: Sequence[str]) -> Fault | None:
        """A name with a function or an organisation behind it, or several names in one line; only where a record is met in it."""
        from traite_cli.repository import entries

        if Organisation.KIND not in kinds:
            return None
        said = entries(self._recogniser, value)
        lines = [_line(one) for one in said]
        takes_entries = bool(fault.facts.get("entry"))
        if len(said) > 1 and all(map(_is_sure, said)) and (takes_entries or not any(line.startswith("{") for line in lines)):
            return _with(fault, "list", {"lines": "".join(f"\n- {line}" for line in lines)})
        if len(said) != 1 or not takes_entries or not _has_both(said[0]):
            return None
        command = _new(said[0])
        return _with(fault, "entry-new" if command else "entry", {"line": lines[0], "command": command})


def _with(fault: Fault, ending: str, facts: dict[str, Fact]) -> Fault:
    return fault._replace(variant=f"{_REFERENCE}+{ending}", facts={**fault.facts, **facts})


def _named(record: Record) -> dict[str, Fact]:
    return {"near": record.slug, "label": record.label}


def _has_both(one: Entry) -> bool:
    """Whether an entry says a person and, surely, for whom."""
    return one.person is not None and one.organisation is not None and one.organisation.found is not None and not one.rest


def _is_sure(one: Entry) -> bool:
    """Whether it is known whom an entry is about."""
    subject = one.person or one.organisation
    return subject is not None and subject.found is not None and not one.rest


def _new(one: Entry) -> str:
    """The command that makes the record that an entry wants and that is not there."""
    is_new = one.person is not None and one.person.found is None
    return new(Person.KIND, "--name", one.person.said, "--slug", slug_of(one.person.said)) if is_new and one.person is not None else ""


def _line(one: Entry) -> str:
    """An entry as the attendance list has it."""
    person = (one.person.found.slug if one.person.found else slug_of(one.person.said)) if one.person is not None else ""
    organisation = one.organisation.found.slug if one.organisation is not None and one.organisation.found is not None else ""
    role = one.role if not _is_known_role(one) else ""
    parts = [("person", person), ("organisation", organisation), ("role", quoted(role) if role else "")]
    given = [f"{name}: {value}" for name, value in parts if value]
    return f"{{{', '.join(given)}}}" if len(given) > 1 else person or organisation


def _is_known_role(one: Entry) -> bool:
    """Whether the function is that of a membership, which need not be said again."""
    person = one.person.found if one.person is not None else None
    return isinstance(person, Person) and any(words(held.role or "") == words(one.role) for held in person.memberships)
