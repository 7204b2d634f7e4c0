"""The record that a name nobody knows was probably meant for.

Looking for it goes through all names of a kind, so each name is looked for once, and only so many in one run: a file full of wrong
names must not take the day.
"""

from __future__ import annotations

from traite_cli.kinds import KINDS, Record
from traite_cli.language import nearest
from traite_cli.repository import Repository

MOST_LOOKED_FOR = 100


class Near:
    """Suggestions from one repository."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._found: dict[tuple[str, tuple[str, ...]], Record | None] = {}

    def record(self, slug: str, kinds: tuple[str, ...]) -> Record | None:
        """The record of one of these kinds that had this name before, or has the one truly near; None when there is none."""
        key = (slug, kinds)
        if key not in self._found:
            self._found[key] = self._search(slug, kinds) if len(self._found) < MOST_LOOKED_FOR else None
        return self._found[key]

    def elsewhere(self, slug: str) -> Record | None:
        """A record of any kind that has this very name."""
        return next((record for kind in KINDS if (record := self._repository.of_kind(kind).get(slug))), None)

    def _search(self, slug: str, kinds: tuple[str, ...]) -> Record | None:
        known = {name: record for kind in kinds for name, record in self._repository.of_kind(kind).items()}
        former = next((record for record in known.values() if slug in record.former_slugs), None)
        return former or next((known[name] for name in nearest(slug, known, most=1)), None)
