"""Which record is which of another moment: by its name, by the names it had, by what it says."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from traite_cli.kinds import KINDS, Record
from traite_cli.repository import Repository

_ALIKE = 0.6
_MOST_COMPARED = 30
"""Of so many new and vanished records of a kind each is compared with each."""
_LONGEST = 20_000


class Match(NamedTuple):
    """A record at two moments; None where it was not there. ``into`` is the record that one was merged into."""

    before: Record | None
    after: Record | None
    into: Record | None = None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  # a match is of something
        return found


def matched(before: Repository, after: Repository) -> Iterator[Match]:
    """Every record that is not the same file at both moments, kind by kind in the order of slugs."""
    for kind in KINDS:
        yield from _of_kind(kind, before, after)


def _of_kind(kind: str, before: Repository, after: Repository) -> Iterator[Match]:
    old, new = before.of_kind(kind), after.of_kind(kind)
    gone = {slug: record for slug, record in old.items() if slug not in new}
    come = {slug: record for slug, record in new.items() if slug not in old}
    called = {former: record for record in new.values() for former in record.former_slugs if former in gone}
    renamed = {slug: record.slug for slug, record in called.items() if record.slug in come}
    merged = {slug: record for slug, record in called.items() if record.slug not in come}
    left = {slug: one for slug, one in gone.items() if slug not in called}
    fresh = {slug: one for slug, one in come.items() if slug not in set(renamed.values())}
    renamed |= dict(_alike(left, fresh))
    found = [Match(old[slug], new[slug]) for slug in old if slug in new]
    found += [Match(gone[slug], come[target]) for slug, target in renamed.items()]
    found += [Match(one, None, merged.get(slug)) for slug, one in gone.items() if slug not in renamed]
    found += [Match(None, one) for slug, one in come.items() if slug not in set(renamed.values())]
    for match in sorted(found, key=lambda one: one.record.slug):
        if match.before is None or match.after is None or not _is_the_same_file(match.before, match.after):
            yield match


def _is_the_same_file(before: Record, after: Record) -> bool:
    return before.slug == after.slug and before.document.text == after.document.text


def _alike(gone: dict[str, Record], come: dict[str, Record]) -> Iterator[tuple[str, str]]:
    """The records that were given another name by hand: most of their lines are the same."""
    if not gone or not come or max(len(gone), len(come)) > _MOST_COMPARED:
        return
    found = sorted((-_likeness(one, other), slug, name) for slug, one in gone.items() for name, other in come.items())
    taken: set[str] = set()
    for likeness, slug, name in found:
        if -likeness >= _ALIKE and slug not in taken and name not in taken:
            taken |= {slug, name}
            yield slug, name


def _likeness(one: Record, other: Record) -> float:
    old, new = (record.document.text[:_LONGEST].splitlines() for record in (one, other))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
