"""The record that a name nobody knows was probably meant for.

Looking for it goes through all names of a kind, so each name is looked for once, and only so many in one run: a file full of wrong
names must not take the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from traite_cli.kinds import KINDS, Organisation, Person, Record
from traite_cli.language import is_body, nearest, surest, words
from traite_cli.repository import Repository

if TYPE_CHECKING:
    from traite_cli.repository import Recogniser

MOST_LOOKED_FOR = 100
_EITHER = frozenset((Person.KIND, Organisation.KIND))


def fitting_kinds(name: str, kinds: Sequence[str], near: Record | None = None) -> tuple[str, ...]:
    """The kinds of record that a name suits, of those that a field takes: a person's or an organisation's, or both where nothing tells."""
    from traite_cli.language import GIVEN_NAMES, looks_like_person, telling_words

    said = words(name)
    if set(kinds) != _EITHER or not said:
        return tuple(kinds[:1])
    if is_body(telling_words(said)[0]):
        return (Organisation.KIND,)
    if looks_like_person(" ".join(said).title()) and not GIVEN_NAMES.isdisjoint(said):
        return (Person.KIND,)
    return (near.KIND,) if near is not None else tuple(kinds)


class Near:
    """Suggestions from one repository."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._found: dict[tuple[str, tuple[str, ...]], tuple[Record | None, bool]] = {}

    def record(self, slug: str, kinds: tuple[str, ...]) -> Record | None:
        """The record of one of these kinds that had this name before, or has the one truly near; None when there is none."""
        return self._looked_up(slug, kinds)[0]

    def certain(self, slug: str, kinds: tuple[str, ...]) -> Record | None:
        """The record of one of these kinds that the name certainly means: it had it before, or is alone in being near, a slip away."""
        found, is_certain = self._looked_up(slug, kinds)
        return found if is_certain else None

    def elsewhere(self, slug: str) -> Record | None:
        """A record of any kind that has this very name."""
        return next((record for kind in KINDS if (record := self._repository.of_kind(kind).get(slug))), None)

    def only_elsewhere(self, slug: str) -> Record | None:
        """The record that has this very name, when it is the only one; a name of digits alone, a date, says too little."""
        if not any(map(str.isalpha, slug)):
            return None
        found = [record for kind in KINDS if (record := self._repository.of_kind(kind).get(slug))]
        return found[0] if len(found) == 1 else None

    def _looked_up(self, slug: str, kinds: tuple[str, ...]) -> tuple[Record | None, bool]:
        key = (slug, kinds)
        if key not in self._found:
            self._found[key] = self._search(slug, kinds) if len(self._found) < MOST_LOOKED_FOR else (None, False)
        return self._found[key]

    def _search(self, slug: str, kinds: tuple[str, ...]) -> tuple[Record | None, bool]:
        known = {name: record for kind in kinds for name, record in self._repository.of_kind(kind).items()}
        former = [record for record in known.values() if slug in record.former_slugs]
        if former:
            return former[0], len(former) == 1
        near = nearest(slug, known, most=2)
        if near:
            return known[near[0]], bool(surest(slug, near))
        # Not near by its slug, it may be another of somebody's names: an acronym, initials.
        return next(iter(self._recogniser.recognise(slug, kinds).proposals), None), False

    @cached_property
    def _recogniser(self) -> Recogniser:
        from traite_cli.repository import Recogniser

        return Recogniser(self._repository)
