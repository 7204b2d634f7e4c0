"""All records of one moment, immutable: looked up by name, resolved from references, asked who refers to whom."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from traite_cli.diagnostics import Fault
from traite_cli.errors import NotFound
from traite_cli.kinds import KINDS, Commitment, Organisation, Record, Ref
from traite_cli.language import N_, fold, nearest
from traite_cli.repository.configuration import Configuration
from traite_cli.repository.references import body_references, references
from traite_cli.repository.seen import See, Seen

R = TypeVar("R", bound=Record)


class Mention(NamedTuple):
    """One record's reference to another: who refers, and through which field (``body`` for a link in the text)."""

    record: Record
    field: str


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
        self._focus: Container[str] | None = None
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

    def path_of(self, ref: Ref) -> str:
        """The path of the record that a reference means, '' when there is none: the record itself is not looked at."""
        return next((f"records/{kind}/{ref.slug}.md" for kind in ref.kinds if ref.slug in self._records[kind]), "")

    def find(self, name: str, kind: str = "") -> Record:
        """A record by its slug, ``kind/slug`` or path. Raises ``NotFound`` with the nearest names."""
        wanted = name.strip().replace("\\", "/").removesuffix(".md")
        folder, _, slug = wanted.rpartition("/")
        folder = folder.rpartition("/")[2]
        kinds = [one for one in KINDS if one == (folder or kind or one)]
        found = [record for one in kinds if (record := self._records[one].get(slug))]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(record.ref for record in found)
            raise NotFound(N_("several records are called {name}: {names}"), hint=N_("write one of them whole"), name=name, names=names)
        raise self._not_found(name, slug, kinds or list(KINDS))

    def _not_found(self, name: str, slug: str, kinds: list[str]) -> NotFound:
        slugs = {one: record for kind in kinds for one, record in self._records[kind].items()}
        labels = {fold(record.label): record for record in slugs.values()}
        near = [slugs[one] for one in nearest(slug, list(slugs))] or [labels[one] for one in nearest(fold(slug), list(labels))]
        near = near or [record for one, record in slugs.items() if len(slug) > _TELLING and slug in one]
        names = tuple(f"{record.ref} ({record.label})" for record in near[:3])
        return NotFound(N_("no record is called {name}"), near=names, name=name)

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        mentions: dict[str, list[Mention]] = {}
        for record in self.all():
            for field, ref in (*references(record), *(("body", link.ref) for link in body_references(record))):
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
        return self._parts.get(commitment.slug, ())

    def referrers(self, record: Record) -> tuple[Mention, ...]:
        """Who refers to a record, and how."""
        return self._mentions.get(record.ref, ())

    def referring(self, kind: type[R], field: str, record: Record) -> list[R]:
        """The records of a kind that refer to a record in a field of their own, in their order."""

        def refers(one: Record) -> bool:
            value = one.values.get(field)
            refs: tuple[Ref, ...] = value if isinstance(value, tuple) else (value,) if value else ()
            return any(ref.slug == record.slug and self.resolve(ref) is record for ref in refs)

        return [one for one in self.of(kind).values() if refers(one)]

    @property
    def looked_at(self) -> Iterator[Record]:
        """The records that somebody has asked for until now, of a repository that was ``seen``."""
        for records in self._records.values():
            yield from records.known if isinstance(records, Seen) else records.values()

    def examined(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind that checks look at: all of them, unless the repository is focused."""
        return self._looked_at(self.of(kind).values())

    def all_examined(self) -> Iterable[Record]:
        """The records of every kind that checks look at."""
        return self._looked_at(self._all)

    def _looked_at(self, records: Iterable[R]) -> Iterable[R]:
        # Every check asks, and what is made for each record anew would be as long as some checks.
        return records if self._focus is None else [record for record in records if self.looks_at(record.path)]

    @cached_property
    def _all(self) -> tuple[Record, ...]:
        return tuple(self.all())

    @property
    def is_large(self) -> bool:
        """Whether there are so many records to look at that two processes pay."""
        return self._focus is None and sum(map(len, self._records.values())) >= _MANY

    def looks_at(self, path: str) -> bool:
        """Whether checks look at a file: at each, unless the repository is focused."""
        return self._focus is None or path in self._focus

    def focused(self, paths: Container[str]) -> Repository:
        """The same repository, of which checks look at some files only; everything still resolves."""
        told = [fault for fault in self.faults if fault.path in paths]
        focused = Repository(self.configuration, self._records, told, self.attachments)
        focused._focus = paths
        return focused

    def replacing(self, records: Iterable[Record]) -> Repository:
        """The repository with some records in the place of those that have their names."""
        other: dict[str, dict[str, Record]] = {}
        for record in records:
            other.setdefault(record.KIND, {})[record.slug] = record
        return self.with_records({kind: {**known, **other[kind]} if kind in other else known for kind, known in self._records.items()})

    def seen(self, see: See) -> Repository:
        """The repository as it is seen from somewhere: each record is looked at when somebody asks for it."""
        return self.with_records({kind: Seen(records, see) for kind, records in self._records.items()})

    def with_records(self, records: Mapping[str, Mapping[str, Record]]) -> Repository:
        """The repository with other records under the same configuration."""
        return Repository(self.configuration, records, self.faults, self.attachments)


def _kept(records: Mapping[str, Record]) -> Mapping[str, Record]:
    """Records that nobody changes any more: those of a dict are copied, and whatever else there is gives its own as they are asked for."""
    return MappingProxyType(dict(records)) if isinstance(records, dict) else records


_TELLING = 3
_MANY = 500
