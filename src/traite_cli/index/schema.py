"""The tables that people ask: one for each kind, one for each list of mappings, and those of what holds records together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from traite_cli.index.columns import FIRST, LAST, Filled, filled_by
from traite_cli.index.layout import DAY, HORIZON, KEPT, KNOWN, Column, Table, day_of, said_of, whole
from traite_cli.kinds import KINDS, Represented, Struct
from traite_cli.language import N_

_TEXT, _NUMBER, _DAY, _REF = N_("one line of text"), N_("a whole number"), N_("a day"), N_("a record, as kind/slug")
_TRUTH = N_("0 or 1")
MOMENT = Table(
    "moment",
    N_("one row: the day asked about"),
    (
        Column("day", _DAY, N_("the day on which states, functions and what is held or planned are looked at")),
        Column("horizon", _DAY, N_("nothing that is dated later is there: the day asked about with --as-of, else 9999-12-31")),
    ),
    ("day",),
)
ATTENDANCE = ("participants", "interlocutors", "excused", "represented")
"""The lists of a meeting that make one table."""


class Child(NamedTuple):
    """The table of a list of mappings: its name, the column that says whose list it is, and what it holds (a message id)."""

    name: str
    owner: str
    meaning: str


CHILDREN: Mapping[tuple[str, str], Child] = {
    ("", "links"): Child("links", "record", N_("pages elsewhere that belong to a record")),
    ("meetings", "agenda"): Child("agenda_items", "meeting", N_("the points of the agenda of a meeting")),
    ("meetings", "decisions"): Child("decisions", "meeting", N_("what was decided at a meeting")),
    ("people", "memberships"): Child("memberships", "person", N_("the functions of a person, and when they were held")),
    ("people", "contact_details"): Child("contact_details", "person", N_("how a person is reached")),
    ("organisations", "parents"): Child("parents", "child", N_("the bodies that an organisation belongs to, and when")),
    ("organisations", "collective_membership"): Child("standings", "organisation", N_("what an organisation is to the collective")),
    ("commitments", "follow_ups"): Child("follow_ups", "commitment", N_("what became of a commitment, news by news")),
    ("commitments", "escalation"): Child("escalations", "commitment", N_("what happens when a commitment is not kept")),
    ("requests", "answers"): Child("answers", "request", N_("what was answered to the questions of a request")),
    ("documents", "authors"): Child("authors", "document", N_("who wrote a document")),
    ("editions", "sections"): Child("sections", "edition", N_("the sections of an edition, in order")),
    ("editions", "enclosures"): Child("enclosures", "edition", N_("what was sent with an edition")),
}
"""Which list makes which table; ``links`` is the same for every kind."""


def child_of(kind: str, field: str) -> Child | None:
    """The table that a field of a kind fills besides that of its kind."""
    return CHILDREN.get((kind, field)) or CHILDREN.get(("", field))


@cache
def own_columns(kind: str) -> tuple[Filled, ...]:
    """The columns that the fields of a kind make, in the order of their declaration; who may read it is said for every record."""
    return tuple(filled_by(field for field in KINDS[kind].FIELDS.values() if field.name != "audience"))


@cache
def child_columns(kind: str, field: str) -> tuple[Filled, ...]:
    """The columns that the mappings of a list make."""
    declared = KINDS[kind].FIELDS[field].type
    return tuple(filled_by(declared.block.FIELDS.values() if isinstance(declared, Struct) else ()))


@cache
def attendance_columns() -> tuple[Filled, ...]:
    """The columns that an entry of an attendance list makes."""
    return tuple(filled_by(Represented.FIELDS.values()))


@cache
def tables() -> Mapping[str, Table]:
    """Every table by its name, in the order of the reference."""
    found = [_RECORDS, *(_of_kind(kind) for kind in KINDS), _attendance()]
    seen: set[str] = set()
    for kind, declared in KINDS.items():
        for name in declared.FIELDS:
            child = child_of(kind, name)
            if child and child.name not in seen and name not in ATTENDANCE:
                seen.add(child.name)
                found.append(_of_child(kind, name, child))
    found += [_QUESTIONS, _STATES, _MENTIONS, _PASSAGES]
    return {table.name: table for table in found}


def _identity(kind: str) -> tuple[Column, ...]:
    return (
        Column("slug", N_("a slug"), N_("its name")),
        Column("ref", _REF, N_("its name with its kind"), "records.ref", f"'{kind}/' || t.slug"),
        Column("path", _TEXT, N_("its file"), derived=f"'records/{kind}/' || t.slug || '.md'"),
        Column("audience", _TEXT, N_("the widest circle that may read it, as it results")),
    )


_BODY = Column(
    "body",
    N_("several lines of text"),
    N_("its text, in Markdown"),
    derived=f"(SELECT group_concat(p.text, char(10, 10)) FROM (SELECT {whole('text')} AS text FROM {KEPT}passages "  # noqa: S608  # names of our own
    f"WHERE owner = t.owner AND known <= {KNOWN} ORDER BY position) AS p)",
)


def _of_kind(kind: str) -> Table:
    fields = tuple(_held(one.column) if one.column.name == "minutes_approved" else one.column for one in own_columns(kind))
    derived = _DERIVED.get(kind, ())
    return Table(kind, KINDS[kind].MEANING, (*_identity(kind), *fields, *derived, _BODY), ("slug",), _JOINED.get(kind, ""))


def _held(column: Column) -> Column:
    """What is written of a meeting once it was held, left out while it is to come."""
    return column._replace(shown=f"CASE WHEN coalesce(t.date_first, t.date, '') <= {HORIZON} THEN t.{column.name} END")


_MEMBERS = (
    f"(SELECT count(*) FROM {KEPT}standings AS s WHERE s.status IN ('member', 'coordinator') AND "  # noqa: S608  # names of our own
    f"{DAY} BETWEEN s.from_day AND s.until_day)"
)
_DERIVED: Mapping[str, tuple[Column, ...]] = {
    "meetings": (
        Column(
            "state",
            _TEXT,
            N_("planned, held or cancelled, on the day asked about"),
            derived=f"CASE WHEN t.cancelled THEN 'cancelled' WHEN {day_of('date_last', 'date')} < {DAY} THEN 'held' ELSE 'planned' END",
        ),
    ),
    "organisations": (Column("standing", _TEXT, N_("what it is to the collective on the day asked about"), derived="standing_now.status"),),
    "commitments": (
        Column("made", _TEXT, N_("the day it was made, its own or that of the meeting")),
        Column("made_first", _DAY, FIRST, shown=day_of("made_first", "made")),
        Column("made_last", _DAY, LAST, shown=day_of("made_last", "made")),
        Column("status", _TEXT, N_("its state on the day asked about"), derived="now.status"),
        Column("deadline", _TEXT, N_("the last deadline agreed by that day"), derived="now.deadline"),
        Column("deadline_last", _DAY, LAST, derived=day_of("deadline_last", "deadline", "now")),
        Column("overdue", _TRUTH, N_("whether that is past, and nothing settled"), derived="now.overdue", is_number=True),
        Column("kept", _NUMBER, N_("how many of its parts, or of the members, have kept it"), derived="now.kept", is_number=True),
        Column(
            "total",
            _NUMBER,
            N_("of how many; 0 when it has no parts"),
            derived=f"CASE WHEN t.each_member THEN {_MEMBERS} ELSE now.total END",
            is_number=True,
        ),
    ),
    "requests": (
        Column(
            "questions",
            _NUMBER,
            N_("how many questions it puts"),
            derived=f"(SELECT count(*) FROM {KEPT}questions AS q WHERE q.owner = t.owner)",  # noqa: S608  # names of our own
            is_number=True,
        ),
        Column(
            "answered",
            _NUMBER,
            N_("how many of them have an answer by the day asked about"),
            derived=f"(SELECT count(*) FROM {KEPT}questions AS q WHERE q.owner = t.owner AND EXISTS "  # noqa: S608  # names of our own
            f"(SELECT 1 FROM {KEPT}answers AS a WHERE a.owner = t.owner AND a.item = q.number AND a.known <= {KNOWN}))",
            is_number=True,
        ),
    ),
}
_JOINED = {
    "commitments": f"LEFT JOIN {KEPT}states AS now ON now.owner = t.owner AND {DAY} BETWEEN now.from_day AND now.until_day",
    "organisations": f"LEFT JOIN {KEPT}standings AS standing_now ON standing_now.owner = t.owner "
    f"AND {DAY} BETWEEN standing_now.from_day AND standing_now.until_day",
}
_POSITION = Column("position", _NUMBER, N_("its place in the list, from 1"), is_number=True)
_HELD = Column(
    "held",
    _TRUTH,
    N_("whether it is so on the day asked about"),
    derived=f"coalesce(t.start_date_first, t.start_date, '') <= {DAY} AND coalesce(t.end_date_last, t.end_date, '9999-12-31') >= {DAY}",
    is_number=True,
)
# What it became later is not known yet, and ends nothing.
_UNTIL = f"CASE WHEN t.until_day >= {HORIZON} THEN '9999-12-31' ELSE t.until_day END"
_SPELL = (
    Column("from_day", _DAY, N_("the first day on which it is what counts; empty when it never is")),
    Column("until_day", _DAY, N_("the last such day"), shown=_UNTIL),
)
_REPLIED = f"coalesce(t.reply_date_first, t.reply_date, '') <= {HORIZON}"


def _of_child(kind: str, field: str, child: Child) -> Table:
    to = "records.ref" if child.owner == "record" else f"{kind}.slug"
    owner = Column(child.owner, _TEXT, N_("whose it is"), to)
    columns = [one.column for one in child_columns(kind, field)]
    if child.name == "follow_ups":
        columns = [_later(one) if one.name.startswith("reply_") else one for one in columns]
    extra = {"memberships": (_HELD,), "parents": (_HELD,), "standings": _SPELL}.get(child.name, ())
    return Table(child.name, child.meaning, (owner, _POSITION, *columns, *extra), (child.owner, "position"))


def _later(column: Column) -> Column:
    return column._replace(shown=f"CASE WHEN {_REPLIED} THEN {said_of(column)} END")


def _attendance() -> Table:
    said = {
        "person": N_("who"),
        "organisation": N_("for whom: as recorded, or by the membership of that day"),
        "role": N_("the function: as recorded, or that of the membership of that day"),
    }
    columns = (one.column for one in attendance_columns())
    return Table(
        "attendance",
        N_("who was at a meeting, was met there, sent apologies or gave a proxy"),
        (
            Column("meeting", N_("a meeting"), N_("which one"), "meetings.slug"),
            Column("capacity", _TEXT, N_("the list: participants, interlocutors, excused or represented")),
            _POSITION,
            *(one._replace(meaning=said.get(one.name, one.meaning)) for one in columns),
        ),
        ("meeting", "capacity", "position"),
    )


_RECORDS = Table(
    "records",
    N_("every record, whatever its kind"),
    (
        Column("ref", _REF, N_("its name with its kind")),
        Column("kind", _TEXT, N_("its kind")),
        Column("slug", N_("a slug"), N_("its name")),
        Column("label", _TEXT, N_("its title or name")),
        Column("path", _TEXT, N_("its file"), derived="'records/' || t.ref || '.md'"),
        Column("audience", _TEXT, N_("the widest circle that may read it, as it results")),
        Column("date", _TEXT, N_("its date; of a commitment, when it was made")),
        Column("date_first", _DAY, FIRST, shown=day_of("date_first", "date")),
        Column("date_last", _DAY, LAST, shown=day_of("date_last", "date")),
    ),
    ("ref",),
)
_QUESTIONS = Table(
    "questions",
    N_("the questions of requests, each with what was answered"),
    (
        Column("request", N_("a request"), N_("whose it is"), "requests.slug"),
        Column("number", _NUMBER, N_("its number, counted through the text"), is_number=True),
        Column("text", N_("several lines of text"), N_("the question"), may_be_long=True),
        Column("line", _NUMBER, N_("the line of the file where it begins"), is_number=True),
        Column(
            "status",
            _TEXT,
            N_("answered, partial or declined, by the last answer; else unanswered"),
            derived=f"coalesce((SELECT a.status FROM {KEPT}answers AS a WHERE a.owner = t.owner AND a.item = t.number "  # noqa: S608  # names of our own
            f"AND a.known <= {KNOWN} ORDER BY a.position DESC LIMIT 1), 'unanswered')",
        ),
    ),
    ("request", "number"),
)
_STATES = Table(
    "states",
    N_("the states of a commitment one after the other, with their days"),
    (
        Column("commitment", N_("a commitment"), N_("whose it is"), "commitments.slug"),
        Column("from_day", _DAY, N_("the first day on which it is so; 0001-01-01 for always")),
        Column("until_day", _DAY, N_("the last such day; 9999-12-31 for ever"), shown=_UNTIL),
        Column("status", _TEXT, N_("open, or the status of the last news that counts")),
        Column("deadline", _TEXT, N_("the last deadline agreed")),
        Column("deadline_last", _DAY, LAST, shown=day_of("deadline_last", "deadline")),
        Column("overdue", _TRUTH, N_("whether that is past, and nothing settled"), is_number=True),
        Column("kept", _NUMBER, N_("how many of its parts, or of the members, have kept it"), is_number=True),
        Column("total", _NUMBER, N_("of how many parts; empty where each member owes it, since their number changes"), is_number=True),
    ),
    ("commitment", "from_day"),
)
_OWNER = f"JOIN {KEPT}owners AS o ON o.id = t.owner"
MENTIONS = "mentions"
"""The table whose rows name two records: both by their numbers, and the field by its own."""
FIELDS = f"CREATE TABLE {KEPT}fields (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"
"""The fields in which records name others."""
_MENTIONS = Table(
    MENTIONS,
    N_("which record names which, and in which field"),
    (
        Column("source", _REF, N_("the record that names the other"), "records.ref", "o.ref"),
        Column(
            "field",
            _TEXT,
            N_("the field, those of mappings with a dot; body for a link in the text"),
            shown=f"(SELECT name FROM {KEPT}fields WHERE id = t.field)",  # noqa: S608  # names of our own
        ),
        Column("target", _REF, N_("the record that is named"), "records.ref", shown="n.ref"),
    ),
    ("source", "field", "target"),
    f"{_OWNER} JOIN {KEPT}owners AS n ON n.id = t.target",
)
_PASSAGES = Table(
    "passages",
    N_("the texts of records, cut where the topic changes that they are filed under"),
    (
        Column("record", _REF, N_("whose it is"), "records.ref", "o.ref"),
        _POSITION,
        Column("topic", N_("a topic"), N_("the topic that it is filed under"), "topics.slug"),
        Column("line", _NUMBER, N_("the line of the file where it begins"), is_number=True),
        Column("text", N_("several lines of text"), N_("the text, in Markdown"), may_be_long=True),
    ),
    ("record", "position"),
    _OWNER,
)
