"""What one part of a manuscript tells of one meeting: when, where, who, what about, what was decided, and the text that is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from traite_cli.syntax import Chunk
from traite_cli.writing.importing.agenda import Agenda, agenda
from traite_cli.writing.importing.attendance import Group, attendance
from traite_cli.writing.importing.decided import Decision, decided
from traite_cli.writing.importing.entries import Known
from traite_cli.writing.importing.source import Manuscript
from traite_cli.writing.importing.when_where import Beginning, beginning


class Minutes(NamedTuple):
    """The minutes of one meeting, taken apart."""

    beginning: Beginning
    people: tuple[Group, ...]
    agenda: Agenda
    decisions: tuple[Decision, ...]

    @property
    def body(self) -> tuple[Chunk, ...]:
        """What is left of the text."""
        return self.agenda.body


def minutes(source: Manuscript, chunks: Sequence[Chunk], known: Known, *, is_part: bool) -> Minutes:
    """Take apart what some chunks tell of a meeting."""
    listed = attendance(chunks, known)
    beside = [group.said for group in listed.groups if not group.named and not group.status]
    begun = beginning(source, listed.body, beside, is_part=is_part)
    points = agenda(begun.body)
    return Minutes(begun, listed.groups, points, tuple(decided(points.body)))
