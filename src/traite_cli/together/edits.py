"""What became of the fields of a record between two moments: values set, changed, taken out; entries added, removed, reordered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from traite_cli.kinds import Block, Ref
from traite_cli.together.pairing import paired
from traite_cli.together.same import same

Sort = Literal["set", "changed", "unset", "added", "removed", "moved"]


class Step(NamedTuple):
    """An entry of a list, or a mapping, on the way from the record to a value: the field it stands in, as it was and as it is."""

    holder: type[Block]
    """The sort of block that has the field."""
    field: str
    before: Block
    after: Block


class Edit(NamedTuple):
    """What became of one value."""

    sort: Sort
    blocks: tuple[Block, Block]
    """The block that has the field, as it was and as it is."""
    field: str
    before: Any
    after: Any
    way: tuple[Step, ...] = ()
    """The entries that the value stands in, from the record inward."""

    @property
    def holder(self) -> type[Block]:
        """The sort of block that has the field."""
        return type(self.blocks[1])

    @property
    def path(self) -> str:
        """The dotted name of the field: ``follow_ups.due``."""
        return ".".join([*(step.field for step in self.way), self.field])


def edits(before: Block, after: Block, way: tuple[Step, ...] = ()) -> Iterator[Edit]:
    """What became of the fields of a block, in the order of their declaration."""
    blocks = before, after
    for name, field in after.FIELDS.items():
        old, new = _said(before.values.get(name)), _said(after.values.get(name))
        if old is None and new is None:
            continue
        if field.many:
            yield from _of_list(blocks, name, old or (), new or (), way)
        elif not same(old, new):
            yield from _of_value(blocks, name, old, new, way)


def _said(value: Any) -> Any:
    """A value as it is told: whom a circle may not know of is nobody, whose coming and going is none."""
    if isinstance(value, tuple):
        return tuple(one for one in value if not _is_nobody(one))
    return None if _is_nobody(value) else value


def _is_nobody(value: Any) -> bool:
    return isinstance(value, Ref) and not value.slug


def _of_value(blocks: tuple[Block, Block], name: str, old: Any, new: Any, way: tuple[Step, ...]) -> Iterator[Edit]:
    if old is None:
        yield Edit("set", blocks, name, None, new, way)
    elif new is None:
        yield Edit("unset", blocks, name, old, None, way)
    elif isinstance(old, Block) and isinstance(new, Block):
        yield from edits(old, new, (*way, Step(type(blocks[1]), name, old, new)))
    else:
        yield Edit("changed", blocks, name, old, new, way)


def _of_list(blocks: tuple[Block, Block], name: str, old: tuple[Any, ...], new: tuple[Any, ...], way: tuple[Step, ...]) -> Iterator[Edit]:
    pairs = paired(old, new)
    for one in pairs.removed:
        yield Edit("removed", blocks, name, one, None, way)
    for one, other in pairs.kept:
        if not same(one, other):
            if isinstance(one, Block):
                yield from _of_entry(type(blocks[1]), name, one, other, way)
            else:
                yield Edit("changed", blocks, name, one, other, way)
    for one in pairs.added:
        yield Edit("added", blocks, name, None, one, way)
    if pairs.moved:
        yield Edit("moved", blocks, name, old, new, way)


def _of_entry(holder: type[Block], name: str, old: Block, new: Block, way: tuple[Step, ...]) -> Iterator[Edit]:
    """What became of an entry's fields; of one that was a bare name and has fields now, that it is another."""
    if "*" in old.values or "*" in new.values:
        old, new = _spelt(old, new), _spelt(new, old)
    yield from edits(old, new, (*way, Step(holder, name, old, new)))


def _spelt(entry: Block, other: Block) -> Block:
    """An entry whose bare name stands under the field that the other version has it under."""
    bare = entry.values.get("*")
    if bare is None:
        return entry
    named = next((name for name in ("person", "organisation") if same(other.values.get(name), bare)), "*")
    values = {name: value for name, value in entry.values.items() if name != "*"}
    return type(entry)({**values, named: bare})
