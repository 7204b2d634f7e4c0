"""The rows that a record makes, each with the day from which it is known: what ``on_day`` leaves out before is not seen before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.index import times
from traite_cli.index.columns import Cell, Filled, Named, date_cells
from traite_cli.index.schema import ATTENDANCE, attendance_columns, child_columns, child_of, own_columns
from traite_cli.index.times import Spell, standings, states
from traite_cli.kinds import (
    Answer,
    Block,
    CollectiveMembership,
    Commitment,
    Edition,
    FollowUp,
    Meeting,
    Membership,
    Organisation,
    Parent,
    Record,
    Ref,
    Request,
    Struct,
    Update,
)
from traite_cli.repository import (
    Repository,
    answered_on,
    attendee,
    audience_of,
    dated,
    prose_of,
    references,
    shown_references,
    subject_of,
)
from traite_cli.repository.moment import OF_A_HELD_MEETING

ALWAYS = 0


class Row(NamedTuple):
    """A row of a kept table, without its owner."""

    table: str
    known: int
    cells: Sequence[Cell]


def rows_of(repository: Repository, record: Record, membership: times.Membership) -> Iterator[Row]:
    """All rows of a record; ``membership`` is that of the repository."""
    made = _Rows(repository, record)
    yield from made.record_itself()
    yield from made.lists()
    yield from made.mentions()
    yield from made.passages()
    match record:
        case Commitment():
            yield from made.states(record, membership)
        case Meeting():
            yield from made.attendance(record)
        case Request():
            yield from made.questions(record)


class _Rows:
    def __init__(self, repository: Repository, record: Record) -> None:
        self.repository, self.record = repository, record
        self.when = dated(repository, record)
        self.known = _from(self.when) if isinstance(record, Update | Edition | Commitment | Request) else ALWAYS
        self.held = _from(self.when) if isinstance(record, Meeting) else self.known
        """From when on what is written of a meeting is known; of other records, their text."""

    def named(self, ref: Ref) -> str:
        found = self.repository.resolve(ref)
        return found.ref if found is not None else str(ref)

    def record_itself(self) -> Iterator[Row]:
        record = self.record
        audience = audience_of(record, self.repository.configuration)
        yield Row("records", self.known, (record.ref, record.KIND, record.slug, record.label, audience, *_three(self.when)))
        cells = _cells(own_columns(record.KIND), record, self.named)
        more = _three(self.when) if isinstance(record, Commitment) else ()
        yield Row(record.KIND, self.known, (record.slug, audience, *cells, *more))

    def lists(self) -> Iterator[Row]:
        """The rows of lists of mappings."""
        record = self.record
        for name, entries in record.values.items():
            child = child_of(record.KIND, name)
            if child is None or not isinstance(record.FIELDS[name].type, Struct):
                continue
            owner = record.ref if child.owner == "record" else record.slug
            spells = standings(record) if isinstance(record, Organisation) and child.name == "standings" else None
            for number, entry in enumerate(entries):
                more = _days(spells.get(number)) if spells is not None else ()
                cells = _cells(child_columns(record.KIND, name), entry, self.named)
                yield Row(child.name, self.known_of(name, entry), (owner, number + 1, *cells, *more))

    def known_of(self, field: str, entry: object) -> int:
        """From when on an entry of a field is known."""
        if isinstance(entry, FollowUp):
            return max(self.known, _from(entry.date))
        if isinstance(entry, Answer):
            return max(self.known, _from(answered_on(self.repository, entry)))
        if isinstance(entry, Membership | Parent | CollectiveMembership):
            # A function that is taken up later is not there yet.
            return max(self.known, _from(entry.date if isinstance(entry, CollectiveMembership) else entry.start_date))
        return self.held if isinstance(self.record, Meeting) and field in OF_A_HELD_MEETING else self.known

    def attendance(self, meeting: Meeting) -> Iterator[Row]:
        day = meeting.date.first if meeting.date else None
        for name in ATTENDANCE:
            for number, entry in enumerate(meeting.values.get(name, ()), start=1):
                found = attendee(self.repository, entry, day)
                seen = {
                    "person": found.person.slug if found.person else _slug(entry.person),
                    "organisation": found.organisation.slug if found.organisation else _slug(entry.organisation),
                    "role": found.role or None,
                }
                if found.person is None and found.organisation is None and (subject := subject_of(entry)) is not None:
                    # Nobody knows whether a name that leads nowhere is a person's: most are.
                    seen["person"] = subject.slug or None
                said = {one.column.name: one.cell(entry, self.named) for one in attendance_columns()}
                yield Row("attendance", self.held, (meeting.slug, name, number, *{**said, **seen}.values()))

    def questions(self, request: Request) -> Iterator[Row]:
        for one in request.questions():
            yield Row("questions", self.known, (request.slug, one.number, one.text, request.document.line_of(one.start)))

    def states(self, commitment: Commitment, membership: times.Membership) -> Iterator[Row]:
        for spell, state in states(self.repository, commitment, membership):
            deadline, _, last = _three(state.due)
            cells = (
                commitment.slug,
                *_days(spell),
                state.status,
                deadline,
                last,
                int(state.overdue),
                state.kept,
                None if commitment.each_member else state.of,
            )
            yield Row("states", max(self.known, _counted(spell.first)), cells)

    def mentions(self) -> Iterator[Row]:
        """Each record that is named, once for each field; since both are known."""
        found: dict[tuple[str, str], int] = {}
        for field, ref, known in self._references():
            target = self.repository.resolve(ref)
            if target is not None and target is not self.record:
                since = max(known, _known(self.repository, target))
                key = (field, target.ref)
                found[key] = min(found.get(key, since), since)
        for (field, target_ref), since in found.items():
            yield Row("mentions", since, (field, target_ref))

    def _references(self) -> Iterator[tuple[str, Ref, int]]:
        for name, value in self.record.values.items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Ref):
                    yield name, one, self.known_of(name, one)
                elif isinstance(one, Block):
                    known = self.known_of(name, one)
                    for field, ref in references(one, f"{name}."):
                        yield field, ref, max(known, self._replied(one)) if field.startswith("follow_ups.reply.") else known
        for link in shown_references(self.record):
            if link.ref is not None:
                yield "body", link.ref, self.held

    def _replied(self, news: Block) -> int:
        reply = news.get("reply")
        return _from(reply.date) if reply is not None else ALWAYS

    def passages(self) -> Iterator[Row]:
        for number, prose in enumerate(prose_of(self.record), start=1):
            line = self.record.document.line_of(prose.start)
            yield Row("passages", self.held, (number, prose.topic or None, line, prose.text))


def _known(repository: Repository, record: Record) -> int:
    return _from(dated(repository, record)) if isinstance(record, Update | Edition | Commitment | Request) else ALWAYS


def _cells(columns: Sequence[Filled], block: Block, named: Named) -> list[Cell]:
    return [one.cell(block, named) for one in columns]


def _slug(ref: Ref | None) -> str | None:
    return (ref.slug or None) if ref is not None else None


def _from(when: EdtfDate | None) -> int:
    return _counted(when.first) if when is not None else ALWAYS


def _counted(day: date) -> int:
    """A day as ``known`` tells it: of a day that is before all others, nothing is earlier."""
    return day.toordinal()


def _three(when: EdtfDate | None) -> tuple[Any, ...]:
    return date_cells(when) if when is not None else (None, None, None)


def _days(spell: Spell | None) -> tuple[str | None, str | None]:
    return (spell.first.isoformat(), spell.last.isoformat()) if spell is not None else (None, None)
