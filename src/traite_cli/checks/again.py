"""What the checks find once a few records have changed in what no other record is asked about: only these are looked at again.

Such are texts below the front matter, and the fields of ``_OWN``: news of a promise, answers, who was at a meeting; and a record that is
new and that no other names, where nothing was told, or silenced, that it could settle (``_SETTLES``). What was found
elsewhere then stands as it stood, but for the quotes of what was said in those texts. Where only a text is other, most checks need
not even be asked about its record: those that look at texts say so (``Check.of_text``). Where more than that may have changed,
nothing is said, and all is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Protocol

from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.choosing import set_aside
from traite_cli.checks.near import MOST_LOOKED_FOR
from traite_cli.checks.running import faults_of
from traite_cli.checks.silencing import has_comments, may_silence
from traite_cli.diagnostics import Changed, Fault, Rule
from traite_cli.kinds import Block, Commitment, Meeting, Record, Ref, Request, Update
from traite_cli.repository import Repository, prose_of, references

_OF_ALL = frozenset({"links", "source", "x"})
_OWN: Mapping[str, frozenset[str]] = {
    Commitment.KIND: _OF_ALL | {"escalation", "follow_ups", "kept_when"},
    Meeting.KIND: _OF_ALL
    | {"agenda", "decisions", "documents", "excused", "interlocutors", "participants", "place", "represented", "room", "time"},
    Request.KIND: _OF_ALL | {"answers"},
}
"""The fields that no check looks at in another record; of a promise, unless it is a part of another or has parts."""
_QUOTE, _OUTSIDE = "quote-not-found", "field-outside"
_QUOTED = frozenset({Meeting.KIND, Update.KIND})
"""The kinds of record at which a promise may be made."""
_OF_SEVERAL = frozenset({"circle", "probably-the-same"})
"""Checks that tell at one record what is wrong with several."""
_LIMITED = frozenset({_QUOTE, "attachment-missing", "dead-link", "fence-topic", "not-a-slug", "unknown-reference"})
"""Checks that look only so often in one run for what may have been meant."""
_NEAR = _LIMITED | {"file-name", "section-empty"}
_SETTLES: Mapping[str, frozenset[str]] = {
    Commitment.KIND: _NEAR | {"unrecorded-commitment"},
    Meeting.KIND: _NEAR | {"unrecorded-commitment"},
    Request.KIND: _NEAR,
    Update.KIND: _NEAR | {"minutes-missing"},
}
"""The kinds of which a new record may stand alone, and the checks that tell of other records what one of these may settle or be near."""


class Before(Protocol):
    """What was found before some records changed."""

    @property
    def records(self) -> int:
        """In how many."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """How many faults each check found."""
        ...

    @property
    def rules(self) -> Mapping[str, Rule]:
        """How these checks tell them."""
        ...

    def of(self, paths: Collection[str]) -> Sequence[Fault]:
        """What was found in some files."""
        ...


class Since(Protocol):
    """What became of the records since."""

    @property
    def records(self) -> Sequence[Record]:
        """Those that changed, as they were."""
        ...

    @property
    def new(self) -> Sequence[str]:
        """The paths of those that came."""
        ...


class Naming(Protocol):
    """Knows who names whom."""

    def naming(self, kind: str, slugs: Collection[str]) -> Mapping[str, Collection[str]] | None:
        """By each of some slugs the records of a kind, by theirs, that may name a record of it; None where that is not known."""
        ...

    def is_said(self, says: Callable[[str, bytes], bool]) -> bool:
        """Whether a record says something: ``says`` looks at its path, and at a part of what is kept of it."""
        ...


def found_again(before: Before, repository: Repository, day: date, since: Since, known: Naming) -> Changed | None:
    """What the checks find now, where nothing else has changed since ``before`` than these records."""
    new = [repository.record(path.removeprefix("records/").removesuffix(".md")) for path in since.new]
    now = [repository.of_kind(old.KIND).get(old.slug) for old in since.records]
    pairs = [(old, one) for old, one in zip(since.records, now, strict=True) if one is not None and _looks_the_same(old, one)]
    if len(pairs) < len(now):
        return None
    changed = [one for _, one in pairs]
    texts = {one.path for old, one in pairs if _has_the_same_front_matter(old, one)}
    fields = [one for one in changed if one.path not in texts]
    named = _named(changed, fields, known)
    if named is None:
        return None
    quoting = _quoting(repository, changed, named)
    if any(map(has_comments, (*since.records, *changed, *quoting, *new))):
        return None
    paths = {record.path for record in (*changed, *quoting, *new)}
    told = before.of(paths)
    stand_alone = all(_is_alone(told, one, named) for one in fields) and all(_settles_nothing(before, one) for one in new)
    if not stand_alone or _are_named(new, known):
        return None
    looked_at = _Asked(texts, {one.path for one in (*fields, *new)}, {one.path for one in quoting} - {one.path for one in changed})
    found = sorted([*(fault for fault in told if not looked_at.has(fault)), *looked_at.found(repository, day)], key=attrgetter("order"))
    counts = Counter(before.counts)
    counts.subtract(fault.check for fault in told)
    counts.update(fault.check for fault in found)
    if _has_limits(before.counts, repository) or _has_limits(counts, repository):
        return None
    rules = {name: before.rules.get(name) or catalogue()[name].check.rule for name, count in counts.items() if count}
    files = {path: [fault for fault in found if fault.path == path] for path in paths}
    return Changed(files, before.records + len(new), +counts, rules)


class _Asked:
    """Which checks are asked about which files: those of texts and of reading, nearly all, that of quotes."""

    def __init__(self, texts: set[str], fields: set[str], quotes: set[str]) -> None:
        names = frozenset(catalogue())
        of_text = frozenset(name for name, one in catalogue().items() if one.of_text or not one.looks)
        self._parts = [(texts, of_text), (fields, names - _OF_SEVERAL), (quotes, frozenset({_QUOTE}))]

    def has(self, fault: Fault) -> bool:
        """Whether a fault is one that is looked for."""
        return any(fault.path in paths and fault.check in checks for paths, checks in self._parts)

    def found(self, repository: Repository, day: date) -> list[Fault]:
        return [
            fault
            for paths, checks in self._parts
            for fault in (faults_of(repository.focused(paths), day, checks) if paths else ())
            if fault.path in paths
        ]


def _looks_the_same(old: Record, new: Record) -> bool:
    """Whether nothing that other records look at differs between two versions of a record."""
    own = _OWN.get(old.KIND, _OF_ALL)
    fields = (old.values.keys() | new.values.keys()) - own
    return (
        old.doubtful == new.doubtful
        and not any(fault.check == _OUTSIDE for fault in (*old.document.faults, *new.document.faults))
        and all(name in old.values and name in new.values and _said(old.values[name]) == _said(new.values[name]) for name in fields)
        and (not isinstance(old, Meeting) or _filed(old) == _filed(new))
    )


def _said(value: Any) -> Hashable:  # a value of any field
    """What a value says, wherever it stands."""
    match value:
        case Ref():
            return value.slug, value.kinds
        case Block():
            return tuple((name, _said(one)) for name, one in value.values.items())
        case tuple():
            return tuple(map(_said, value))
    return repr(value) if isinstance(value, dict) else str(value)


def _filed(record: Record) -> frozenset[str]:
    """The topics under which there is something in a text; '' for what is under none."""
    return frozenset(prose.topic for prose in prose_of(record))


def _has_the_same_front_matter(old: Record, new: Record) -> bool:
    before, after = old.document, new.document
    return before.header_start == after.header_start and before.text[: before.body_start] == after.text[: after.body_start]


def _settles_nothing(before: Before, record: Record) -> bool:
    """Whether a record that is new settles nothing that was told of others, nor names itself, nor is a part of another."""
    settles = _SETTLES.get(record.KIND)
    if settles is None or any(before.counts.get(check) for check in settles):
        return False
    names_itself = any(ref is not None and ref.slug == record.slug for _, ref in references(record))
    return not names_itself and (not isinstance(record, Commitment) or record.part_of is None)


def _are_named(new: Iterable[Record], known: Naming) -> bool:
    """Whether others may name one of some new records; or a comment may silence anything, which is told once it is of no use."""
    slugs = [(record.path, record.slug.encode("utf-8", "surrogatepass")) for record in new]

    def says(path: str, part: bytes) -> bool:
        return may_silence(part) or any(slug in part and path != of_slug for of_slug, slug in slugs)

    return bool(slugs) and known.is_said(says)


_Named = Mapping[str, Collection[str]]
"""By the slug of a record the slugs of the commitments that may name it."""


def _named(changed: Iterable[Record], fields: Iterable[Record], known: Naming) -> _Named | None:
    """Which commitments may name those at which promises are made, and those of which more changed than the text."""
    asked = {one.slug for one in changed if one.KIND in _QUOTED} | {one.slug for one in fields if isinstance(one, Commitment)}
    return known.naming(Commitment.KIND, asked)


def _is_alone(told: Iterable[Fault], record: Record, named: _Named) -> bool:
    """Whether no other record is told with what is wrong with one, nor a promise counted with its parts."""
    if any(fault.path == record.path and fault.check in _OF_SEVERAL for fault in told):
        return False
    return not isinstance(record, Commitment) or (record.part_of is None and set(named[record.slug]) <= {record.slug})


def _quoting(repository: Repository, changed: Iterable[Record], named: _Named) -> list[Commitment]:
    """The commitments that may quote one of some records."""
    found: dict[str, Commitment] = {}
    for record in changed:
        if record.KIND in _QUOTED:
            commitments = (repository.of(Commitment).get(slug) for slug in named[record.slug])
            found.update({one.slug: one for one in commitments if one is not None and repository.resolve(one.made_at) is record})
    return list(found.values())


def _has_limits(counts: Mapping[str, int], repository: Repository) -> bool:
    """Whether what a check finds in one record may depend on how much it found before it."""
    many = {name for name, count in counts.items() if count >= MOST_LOOKED_FOR}
    return not _LIMITED.isdisjoint(many | set_aside(repository.configuration.ignored))
