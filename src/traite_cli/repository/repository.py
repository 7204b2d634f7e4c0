"""All records of one moment, immutable: resolved from references, asked who refers to whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from traite_cli.diagnostics import Fault
from traite_cli.kinds import KINDS, Commitment, Organisation, Record, Ref
from traite_cli.repository.configuration import Configuration
from traite_cli.repository.references import references, shown_references
from traite_cli.repository.seen import See, Seen

R = TypeVar("R", bound=Record)


class Mention(NamedTuple):
    """One record's reference to another: who refers, and through which field (``body`` for a link in the text)."""

    record: Record
    field: str


class Relations(Protocol):
    """Knows who names whom without looking at all records."""

    def naming(self, ref: str, kind: str) -> Iterable[str] | None:
        """The records of a kind that name one, and perhaps others, by their names with their kinds; None where that is not known.

        Under ``told`` it knows which records say something in a field.
        """
        ...

    def may_name(self, ref: str, name: str) -> bool | None:
        """Whether a record, by its name with its kind, may name another, or say what ``told`` stands for; None where there is none."""
        ...


Names = Callable[[Collection[str]], "Iterable[str] | None"]
"""Knows who has a name like some words, without looking at all records (see ``named_like``); None where that is not known."""


class Repository:
    """Records by kind and slug, with the configuration they are read under. It does not change."""

    def __init__(
        self,
        configuration: Configuration,
        records: Mapping[str, Mapping[str, Record]],
        faults: Sequence[Fault] = (),
        attachments: frozenset[str] = frozenset(),
    ) -> None:
        self.configuration = configuration
        self.attachments = attachments
        """The paths of the plain files below ``attachments/``."""
        self.faults = tuple(faults)
        """Faults of files that are no record: a link, a name that is no slug, a file in the wrong place."""
        self.members: dict[date, tuple[Organisation, ...]] = {}
        """Who belonged to the collective on each day asked about: ``members_on`` keeps it here, since each promise may ask again."""
        self.states: tuple[date, dict[int, tuple[Commitment, Any]]] = date.min, {}
        """Where each promise stands on the day last asked about, by its number in this process: ``state_on`` keeps it here likewise."""
        self.relations: Relations | None = None
        """Who may know who names whom; else all records are gone through."""
        self.names: Names | None = None
        """Who may know who has a name like some words; else all are gone through."""
        self._asked = 0
        """How often they were asked."""
        self._found: dict[str, tuple[Commitment, ...]] = {}
        """The parts that they knew of."""
        self._focus: Collection[str] | None = None
        self._records = {kind: _kept(records.get(kind, {})) for kind in KINDS}

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """The records of a kind by slug, in the order of their slugs."""
        return cast("Mapping[str, R]", self._records[kind.KIND])

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        return self._records[kind]

    def all(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for records in self._records.values():
            yield from records.values()

    def resolve(self, ref: Ref | None) -> Record | None:
        """The record that a reference means, None when there is none."""
        if ref is None:
            return None
        for kind in ref.kinds:
            found = self._records[kind].get(ref.slug)
            if found is not None:
                return found
        return None

    def get(self, kind: type[R], ref: Ref | None) -> R | None:
        """The record that a reference means, when it is of this kind."""
        found = self.resolve(ref)
        return found if isinstance(found, kind) else None

    def record(self, name: str) -> Record:
        """The record of a ``kind/slug``. Raises ``KeyError`` where there is none."""
        kind, _, slug = name.partition("/")
        return self._records[kind][slug]

    def path_of(self, ref: Ref) -> str:
        """The path of the record that a reference means, '' when there is none: the record itself is not looked at."""
        return next((f"records/{kind}/{ref.slug}.md" for kind in ref.kinds if ref.slug in self._records[kind]), "")

    def may_say(self, name: str, what: str) -> bool | None:
        """Whether a record, by its name with its kind, may say what ``told`` stands for; None where it is known that there is none."""
        return self.relations is None or self.relations.may_name(name, what)

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        mentions: dict[str, list[Mention]] = {}
        for record in self.all():
            for field, ref in _named(record):
                target = self.resolve(ref)
                if target is not None and target is not record:
                    mentions.setdefault(target.ref, []).append(Mention(record, field))
        return {ref: tuple(dict.fromkeys(found)) for ref, found in mentions.items()}

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Commitment, ...]]:
        parts: dict[str, list[Commitment]] = {}
        for one in self.of(Commitment).values():
            if one.part_of is not None:
                parts.setdefault(one.part_of.slug, []).append(one)
        return {slug: tuple(found) for slug, found in parts.items()}

    def parts(self, commitment: Commitment) -> tuple[Commitment, ...]:
        """The promises that are a part of one, in the order of their slugs."""
        if commitment.slug not in self._found:
            near = self.naming(commitment, Commitment)
            if near is None:
                return self._parts.get(commitment.slug, ())
            self._found[commitment.slug] = tuple(one for one in near if one.part_of is not None and one.part_of.slug == commitment.slug)
        return self._found[commitment.slug]

    def referrers(self, record: Record, kind: type[Record] = Record) -> tuple[Mention, ...]:
        """Who refers to a record, and how; with a kind, perhaps those of that kind alone."""
        near = self.naming(record, kind)
        if near is None:
            return self._mentions.get(record.ref, ())
        found = (Mention(one, field) for one in near if one is not record for field, ref in _named(one) if self._leads_to(ref, record))
        return tuple(dict.fromkeys(found))

    def _leads_to(self, ref: Ref | None, record: Record) -> bool:
        """Whether a reference means a record: what has another name is not looked at for that."""
        return ref is not None and ref.slug == record.slug and self.resolve(ref) is record

    def naming(self, record: Record, kind: type[R]) -> tuple[R, ...] | None:
        """The records of a kind that name one, and perhaps others, in their order; None where all must be looked at for that."""
        return self._near(record.ref, kind)

    def holding(self, kind: type[R], field: str) -> tuple[R, ...]:
        """The records of a kind in which one of the fields ``TOLD`` says something."""
        near = self._near(told(kind.KIND, field), kind)
        return tuple(one for one in (self.of(kind).values() if near is None else near) if one.get(field))

    def _near(self, name: str, kind: type[R]) -> tuple[R, ...] | None:
        """The records of a kind that have a name in them; None for who asks for one after the other: to look at all is quicker then."""
        if self.relations is None or self._asked > _SOME:
            return None
        self._asked += 1
        refs = self.relations.naming(name, kind.KIND)
        if refs is None:
            self.relations = None
            return None
        places = sorted((ref.split("/", 1) for ref in refs), key=_place)
        found = (self._records[one].get(slug) for one, slug in places if issubclass(KINDS[one], kind))
        return tuple(one for one in found if isinstance(one, kind))

    def related_by(self, relations: Relations | None) -> Repository:
        """The same records, of which somebody knows who names whom."""
        related = Repository(self.configuration, self._records, self.faults, self.attachments)
        related.relations = relations
        return related

    def referring(self, kind: type[R], field: str, record: Record) -> list[R]:
        """The records of a kind that refer to a record in a field of their own, in their order."""

        def refers(one: Record) -> bool:
            value = one.get(field)
            refs: tuple[Ref, ...] = value if isinstance(value, tuple) else (value,) if value else ()
            return any(self._leads_to(ref, record) for ref in refs)

        near = self.naming(record, kind)
        return [one for one in (self.of(kind).values() if near is None else near) if refers(one)]

    @property
    def looked_at(self) -> Iterator[Record]:
        """The records that somebody has asked for until now, of a repository that was ``seen``."""
        for records in self._records.values():
            yield from records.known if isinstance(records, Seen) else records.values()

    def examined(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind that checks look at: all of them, unless the repository is focused."""
        return self.of(kind).values() if self._focus is None else cast("Iterable[R]", self._focused[kind.KIND])

    def examines(self, kinds: Collection[str]) -> bool:
        """Whether checks look at a record of these kinds; of any, where none is named."""
        return self._focus is None or not kinds or any(self._focused[kind] for kind in kinds)

    def all_examined(self) -> Iterable[Record]:
        """The records of every kind that checks look at."""
        return self._all

    # Every check asks, and what is made for each record anew would be as long as some checks.

    @cached_property
    def _all(self) -> tuple[Record, ...]:
        return tuple(self.all()) if self._focus is None else tuple(record for records in self._focused.values() for record in records)

    @cached_property
    def _focused(self) -> Mapping[str, tuple[Record, ...]]:
        """By kind, the records that a focused repository looks at. The others are only looked up, and may be recalled or not."""
        found: dict[str, list[Record]] = {kind: [] for kind in self._records}
        for path in sorted(self._focus or ()):
            kind, _, slug = path.removeprefix(f"{_FOLDER}/").removesuffix(_ENDING).partition("/")
            if path == f"{_FOLDER}/{kind}/{slug}{_ENDING}" and slug in self._records.get(kind, {}):
                found[kind].append(self._records[kind][slug])
        return {kind: tuple(records) for kind, records in found.items()}

    @property
    def is_large(self) -> bool:
        """Whether there are so many records to look at that two processes pay."""
        return self._focus is None and sum(map(len, self._records.values())) >= _MANY

    def looks_at(self, path: str) -> bool:
        """Whether checks look at a file: at each, unless the repository is focused."""
        return self._focus is None or path in self._focus

    def focused(self, paths: Collection[str]) -> Repository:
        """The same repository, of which checks look at some files only; everything still resolves."""
        told = [fault for fault in self.faults if fault.path in paths]
        focused = Repository(self.configuration, self._records, told, self.attachments)
        focused._focus = paths
        focused.names = self.names
        return focused

    def replacing(self, records: Iterable[Record]) -> Repository:
        """The repository with some records in the place of those that have their names."""
        other: dict[str, dict[str, Record]] = {}
        for record in records:
            other.setdefault(record.KIND, {})[record.slug] = record
        return self.with_records({kind: {**known, **other[kind]} if kind in other else known for kind, known in self._records.items()})

    def seen(self, see: See) -> Repository:
        """The repository as it is seen from somewhere: each record is looked at when somebody asks for it."""
        return self.with_records({kind: Seen(records, see) for kind, records in self._records.items()}).related_by(self.relations)

    def with_records(self, records: Mapping[str, Mapping[str, Record]]) -> Repository:
        """The repository with other records under the same configuration."""
        return Repository(self.configuration, records, self.faults, self.attachments)


def _named(record: Record) -> Iterator[tuple[str, Ref | None]]:
    """Every reference that a record shows, with its field."""
    yield from references(record)
    yield from (("body", link.ref) for link in shown_references(record))


TOLD = (("organisations", "collective_membership"), ("commitments", "each_member"))
"""Fields that few records of a kind have, and that are asked for of all."""


def told(kind: str, field: str) -> str:
    """Under which name relations know the records in which a field says something."""
    return f"{kind}.{field}"


def _place(ref: list[str]) -> tuple[int, str]:
    """The place of a record among all: a folder's files come in the order of their names."""
    kind, slug = ref
    return _ORDER[kind], f"{slug}.md"


_ORDER = {kind: number for number, kind in enumerate(KINDS)}
_SOME = 200


def _kept(records: Mapping[str, Record]) -> Mapping[str, Record]:
    """Records that nobody changes any more: those of a dict are copied, and whatever else there is gives its own as they are asked for."""
    return MappingProxyType(dict(records)) if isinstance(records, dict) else records


_FOLDER, _ENDING = "records", ".md"
_MANY = 500
