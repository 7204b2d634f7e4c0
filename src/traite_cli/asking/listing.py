"""Lists of records of one kind: filtered, sorted, in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from traite_cli.asking.plain import meeting_state
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Term
from traite_cli.kinds import Commitment, Edition, Meeting, Organisation, Person, Record, Request, Update, WrittenDocument
from traite_cli.language import N_, fold
from traite_cli.repository import Repository, State, memberships_on, names, standing_on, state_on

Cell = str | int | EdtfDate | Term | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable name, its heading (a message id), and what it holds for a record."""

    name: str
    heading: str
    value: Callable[[Any, Repository, date], Cell]


@dataclass(frozen=True, slots=True)
class Listing:
    """The records found, and the columns they are shown in."""

    kind: str
    columns: tuple[Column, ...]
    records: tuple[Record, ...]

    def rows(self, repository: Repository, day: date) -> Iterable[tuple[Cell, ...]]:
        for record in self.records:
            yield tuple(column.value(record, repository, day) for column in self.columns)


STATUS = {
    "open": N_("open"),
    "in_progress": N_("in progress"),
    "partially_kept": N_("kept in part"),
    "kept": N_("kept"),
    "broken": N_("broken"),
    "no_news": N_("no news"),
    "withdrawn": N_("withdrawn"),
    "held": N_("held"),
    "planned": N_("planned"),
    "cancelled": N_("called off"),
    "candidate": N_("candidate"),
    "member": N_("member"),
    "coordinator": N_("coordinator"),
    "observer": N_("observer"),
    "refused": N_("refused"),
    "left": N_("left"),
    "plenary": N_("plenary"),
    "preparatory": N_("preparatory"),
    "institutional": N_("with an institution"),
    "event": N_("event"),
    "association": N_("association"),
    "ministry": N_("ministry"),
    "public-body": N_("public body"),
    "international-organisation": N_("international organisation"),
    "union": N_("union"),
    "company": N_("company"),
    "collective": N_("collective"),
    "other": N_("other"),
    "questions": N_("questions"),
    "proposals": N_("proposals"),
    "letter": N_("letter"),
    "report": N_("report"),
    "draft": N_("draft"),
    "book": N_("book"),
    "statement": N_("statement"),
    "note": N_("note"),
    "public": N_("public"),
    "members": N_("members"),
    "contributors": N_("contributors"),
}
"""The words of vocabularies as people read them."""


def word(value: str | None) -> Term | None:
    """A word of a vocabulary, to be told in the language asked."""
    return Term(STATUS[value]) if value else None


def _slug(record: Record, _repository: Repository, _day: date) -> Cell:
    return record.slug


def _label(record: Record, _repository: Repository, _day: date) -> Cell:
    return record.label


def _date(record: Meeting | Request | Update | WrittenDocument | Edition, _repository: Repository, _day: date) -> Cell:
    return record.date


def _due(record: Commitment, repository: Repository, day: date) -> Cell:
    return _state(repository, record, day).due


def _status(record: Commitment, repository: Repository, day: date) -> Cell:
    state = _state(repository, record, day)
    if state.overdue and state.status == "open":
        return Term(N_("overdue"))
    return word(state.status)


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
    return word(standing.status) if standing else None


def _answered(record: Request, _repository: Repository, _day: date) -> Cell:
    answered = {answer.item for answer in record.answers}
    questions = record.questions()
    return f"{sum(one.number in answered for one in questions)}/{len(questions)}"


COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "meetings": (
        Column("date", N_("Date"), _date),
        Column("state", N_("State"), lambda record, _repository, day: word(meeting_state(record, day))),
        Column("classification", N_("Sort"), lambda record, _repository, _day: word(record.classification)),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Name"), _slug),
    ),
    "people": (Column("name", N_("Who"), _label), Column("function", N_("Function"), _function), Column("slug", N_("Name"), _slug)),
    "organisations": (
        Column("name", N_("Organisation"), _label),
        Column("acronym", N_("Acronym"), lambda record, _repository, _day: record.acronym),
        Column("classification", N_("Sort"), lambda record, _repository, _day: word(record.classification)),
        Column("standing", N_("In the collective"), _standing),
        Column("slug", N_("Name"), _slug),
    ),
    "commitments": (
        Column("due", N_("Due"), _due),
        Column("status", N_("State"), _status),
        Column("overdue", N_("Overdue"), _overdue),
        Column("kept", N_("Kept"), _counted),
        Column("by", N_("Who"), _by),
        Column("title", N_("Commitment"), _label),
        Column("slug", N_("Name"), _slug),
    ),
    "requests": (
        Column("date", N_("Date"), _date),
        Column("to", N_("To"), lambda record, repository, _day: ", ".join(names(repository, record.to))),
        Column("answered", N_("Answered"), _answered),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Name"), _slug),
    ),
    "topics": (
        Column("title", N_("Title"), _label),
        Column("lead", N_("Followed by"), lambda record, repository, _day: ", ".join(names(repository, record.lead))),
        Column("slug", N_("Name"), _slug),
    ),
    "updates": (
        Column("date", N_("Date"), _date),
        Column("title", N_("Title"), _label),
        Column("topics", N_("Dossiers"), lambda record, repository, _day: ", ".join(names(repository, record.topics))),
        Column("slug", N_("Name"), _slug),
    ),
    "documents": (
        Column("date", N_("Date"), _date),
        Column("classification", N_("Sort"), lambda record, _repository, _day: word(record.classification)),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Name"), _slug),
    ),
    "editions": (
        Column("date", N_("Date"), _date),
        Column("audience", N_("For"), lambda record, _repository, _day: word(record.audience)),
        Column("title", N_("Title"), _label),
        Column("slug", N_("Name"), _slug),
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
