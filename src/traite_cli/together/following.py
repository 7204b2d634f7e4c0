"""References that follow a record to its new name: whoever makes them says the same as before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeVar

from traite_cli.kinds import Block, Ref
from traite_cli.repository import Repository
from traite_cli.together.matching import Match
from traite_cli.together.prose import Paragraph

_B = TypeVar("_B", bound=Block)
_FILE = re.compile(r"(?<=[(/])(?P<slug>[a-z0-9-]+)(?=\.md[)#\s])")
"""The record's name in what a Markdown link leads to."""


class Followed(Ref):
    """A reference to a record that has another name by now."""

    __slots__ = ("now",)

    def __init__(self, ref: Ref, now: str) -> None:
        super().__init__(ref.slug, ref.kinds, ref.place)
        self.now = now


class NewNames:
    """Knows what records that were renamed, or made one with another, are called now."""

    def __init__(self, matches: Iterable[Match], after: Repository) -> None:
        self._now = {
            (record.KIND, former): record.slug
            for record in after.all()
            for former in record.former_slugs
            if former not in after.of_kind(record.KIND)
        }
        for before, now, into in matches:
            target = into or now
            if before is not None and target is not None and before.slug != target.slug:
                self._now[before.KIND, before.slug] = target.slug
        self._by_slug = {slug: now for (_, slug), now in self._now.items()}

    def followed(self, block: _B) -> _B:
        """The same block with its references as they are to be compared."""
        if not self._now:
            return block
        values = {name: self._value(value) for name, value in block.values.items()}
        return block.replaced(**values) if any(values[name] is not value for name, value in block.values.items()) else block

    def read(self, before: Iterable[Paragraph]) -> list[Paragraph]:
        """Paragraphs with their links as they are to be compared."""
        if not self._now:
            return list(before)
        return [one._replace(text=_FILE.sub(self._file, one.text)) if "](" in one.text else one for one in before]

    def _file(self, found: re.Match[str]) -> str:
        return self._by_slug.get(found["slug"], found["slug"])

    def _value(self, value: Any) -> Any:  # of any field
        match value:
            case Ref():
                now = next((self._now[kind, value.slug] for kind in value.kinds if (kind, value.slug) in self._now), None)
                return value if now is None else Followed(value, now)
            case Block():
                return self.followed(value)
            case tuple():
                made = tuple(map(self._value, value))
                return made if any(one is not other for one, other in zip(made, value, strict=True)) else value
        return value


def name_of(ref: Ref) -> str:
    """The name by which references are compared."""
    return ref.now if isinstance(ref, Followed) else ref.slug
