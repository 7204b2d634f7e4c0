"""Lists of records of one kind: filtered, sorted, in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Term
from traite_cli.kinds import Commitment, Edition, Meeting, Organisation, Person, Record, Request, Update, WrittenDocument
from traite_cli.language import N_, fold
from traite_cli.repository import Repository, State, memberships_on, names, standing_on, state_on
from traite_cli.saying.plain import meeting_state
from traite_cli.saying.vocabulary import MEETING_STATES, STATES, Words, labels_of

Cell = str | int | EdtfDate | Term | None


class Column(NamedTuple):
    """A column: its stable name, its heading (a message id), and what it holds for a record."""

    name: str
    heading: str
    value: Callable[[Any, Repository, date], Cell]
    whole: bool = False
    """Whether its values are never broken into lines."""
    right: bool = False
    """Whether they are set flush right, as numbers are."""


class Listing(NamedTuple):
    """The records found, and the columns they are shown in."""

    kind: str
    columns: tuple[Column, ...]
    records: tuple[Record, ...]
    asked: tuple[str, ...] = ()
    """The filters that left them, as they are written: ``--by miprof``."""

    def rows(self, repository: Repository, day: date) -> Iterable[tuple[Cell, ...]]:
        for record in self.records:
            yield tuple(column.value(record, repository, day) for column in self.columns)


def word(labels: Words, value: str | None) -> Term | None:
    """A word of a vocabulary, to be told in the language asked."""
    return Term(labels[value]) if value is not None and value in labels else None


def _chosen(field: str) -> Callable[[Record, Repository, date], Cell]:
    """What a field with a list of words holds."""
    return lambda record, _repository, _day: word(labels_of(type(record), field), record.values.get(field))


def _slug(record: Record, _repository: Repository, _day: date) -> Cell:
    return record.slug


def _label(record: Record, _repository: Repository, _day: date) -> Cell:
    return record.label


def _date(record: Meeting | Request | Update | WrittenDocument | Edition, _repository: Repository, _day: date) -> Cell:
    return record.date


def _due(record: Commitment, repository: Repository, day: date) -> Cell:
    return _state(repository, record, day).due


def _status(record: Commitment, repository: Repository, day: date) -> Cell:
    return word(STATES["commitments"], _state(repository, record, day).status)


def _overdue(record: Commitment, repository: Repository, day: date) -> Cell:
    return Term(N_("overdue")) if _state(repository, record, day).overdue else None


def _counted(record: Commitment, repository: Repository, day: date) -> Cell:
    state = _state(repository, record, day)
    return f"{state.kept}/{state.of}" if state.of else None


def _state(repository: Repository, commitment: Commitment, day: date) -> State:
    return state_on(repository, commitment, day)


def _by(record: Commitment, repository: Repository, _day: date) -> Cell:
    if record.each_member:
        return Term(N_("each member"))
    return ", ".join(names(repository, record.by))


def _function(record: Person, repository: Repository, day: date) -> Cell:
    held = memberships_on(record, day)
    parts = ([one.role or "", *names(repository, [one.organisation] if one.organisation else [])] for one in held)
    return " ; ".join(", ".join(part for part in one if part) for one in parts)


def _standing(record: Organisation, _repository: Repository, day: date) -> Cell:
    standing = standing_on(record, day)
    return word(STATES["organisations"], standing.status) if standing else None


def _answered(record: Request, _repository: Repository, _day: date) -> Cell:
    answered = {answer.item for answer in record.answers}
    questions = record.questions()
    return f"{sum(one.number in answered for one in questions)}/{len(questions)}"


COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "meetings": (
        Column("date", N_("Date"), _date, whole=True),
        Column("state", N_("State"), lambda record, _repository, day: word(MEETING_STATES, meeting_state(record, day))),
        Column("classification", N_("Sort"), _chosen("classification")),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "people": (
        Column("name", N_("Who"), _label),
        Column("function", N_("Function"), _function),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "organisations": (
        Column("name", N_("Organisation"), _label),
        Column("acronym", N_("Acronym"), lambda record, _repository, _day: record.acronym),
        Column("classification", N_("Sort"), _chosen("classification")),
        Column("standing", N_("In the collective"), _standing),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "commitments": (
        Column("due", N_("Due"), _due, whole=True),
        Column("status", N_("State"), _status),
        Column("overdue", N_("Overdue"), _overdue),
        Column("kept", N_("Kept"), _counted, right=True),
        Column("by", N_("Who"), _by),
        Column("title", N_("Commitment"), _label),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "requests": (
        Column("date", N_("Date"), _date, whole=True),
        Column("to", N_("To"), lambda record, repository, _day: ", ".join(names(repository, record.to))),
        Column("answered", N_("Answered"), _answered, right=True),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "topics": (
        Column("title", N_("Title"), _label),
        Column("lead", N_("Followed by"), lambda record, repository, _day: ", ".join(names(repository, record.lead))),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "updates": (
        Column("date", N_("Date"), _date, whole=True),
        Column("title", N_("Title"), _label),
        Column("topics", N_("Dossiers"), lambda record, repository, _day: ", ".join(names(repository, record.topics))),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "documents": (
        Column("date", N_("Date"), _date, whole=True),
        Column("classification", N_("Sort"), _chosen("classification")),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
    "editions": (
        Column("date", N_("Date"), _date, whole=True),
        Column("audience", N_("For"), _chosen("audience")),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Record"), _slug, whole=True),
    ),
}


def sort_key(column: Column, repository: Repository, day: date) -> Callable[[Record], tuple[bool, str]]:
    """Sorts records by a column: dates by their day, words without their accents; what has no value comes last."""

    def key(record: Record) -> tuple[bool, str]:
        value = column.value(record, repository, day)
        match value:
            case None | "":
                return (True, "")
            case EdtfDate():
                return (False, value.first.isoformat() + value.last.isoformat())
            case Term():
                return (False, value.message)
            case int():
                return (False, f"{value:09}")
            case _:
                return (False, fold(value))

    return key
