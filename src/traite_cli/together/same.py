"""When two values of two versions of the records are the same: what they say, aside from where it stands and how it is written."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from traite_cli.kinds import Attendance, Block, Ref
from traite_cli.together.following import name_of


def core(value: Any) -> Hashable:  # a value of any field
    """What a value says, to be compared and looked up: no places, no way of writing."""
    if value is None or isinstance(value, bool | int | float):
        return type(value).__name__, value
    match value:
        case Ref():
            return name_of(value)
        case Block():
            return _block(value)
        case Mapping():
            return frozenset((str(key), core(one)) for key, one in value.items())
        case tuple() | list():
            return tuple(map(core, value))
    return " ".join(str(value).split())


def same(one: Any, other: Any) -> bool:  # values of the same field
    """Whether two values say the same."""
    return one is other or core(one) == core(other)


def _block(block: Block) -> Hashable:
    said = {name: core(value) for name, value in block.values.items() if value not in (None, ())}
    if isinstance(block, Attendance) and len(said) == 1:
        # « alice-tallon » and « {person: alice-tallon} » are two ways to write one thing.
        return frozenset([("*", next(iter(said.values())))])
    return frozenset(said.items())


def identity(entry: Any, rank: int) -> Hashable:  # an entry of a list of any type
    """By what an entry of a list is known again in another version of the list, the surest (0) or another; None where nothing says it."""
    if not isinstance(entry, Block) or rank >= len(entry.IDENTITY):
        return None
    names = entry.IDENTITY[rank]
    values = tuple(_named(entry, name) for name in names)
    if all(value in (None, ()) for value in values):
        return None
    return tuple(map(_either, names)), tuple(map(core, values))


def _named(entry: Block, name: str) -> Any:  # a value of any field
    value = entry.values.get(name)
    # The bare slug of an attendance list is a person's or an organisation's.
    return entry.values.get("*") if value is None and _either(name) == _WHO else value


_WHO = "who"


def _either(name: str) -> str:
    return _WHO if name in {"person", "organisation"} else name
