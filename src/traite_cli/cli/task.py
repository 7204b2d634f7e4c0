"""What a command that writes a record is about: a new one of a kind, or a meeting that is there and is completed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from traite_cli.writing.interview.holding import Held


class Task(NamedTuple):
    """The kind of the record, the command that takes up what was typed, the name under which that is kept, the meeting where it is one."""

    kind: str
    command: str
    name: str
    planned: Held | None = None

    @classmethod
    def making(cls, kind: str) -> Task:
        """A new record."""
        return cls(kind, command_name(kind), kind)

    @classmethod
    def completing(cls, planned: Held) -> Task:
        """A meeting that is there."""
        slug = planned.meeting.slug
        return cls("meetings", f"hold {slug}", f"hold-{slug}", planned)


def command_name(kind: str) -> str:
    """The command that makes records of a kind."""
    return f"new-{'person' if kind == 'people' else kind.removesuffix('s')}"
