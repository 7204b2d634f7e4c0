"""The columns of each kind: those that a list shows unless told otherwise, those that follow from a record on a day, and its fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from traite_cli.asking.attendances import at, meetings_of
from traite_cli.asking.columns import Cells, Column, Share, Word, cells_of, named, of_field, one, word
from traite_cli.asking.promises import owed_by
from traite_cli.asking.silence import last_news
from traite_cli.dates import EdtfDate
from traite_cli.errors import Choices, Message, UsageError
from traite_cli.kinds import AUDIENCE_WORDS, KINDS, SEVERAL, Commitment, Organisation, Person, Record, Request, meant_among, word_among
from traite_cli.language import N_, fold
from traite_cli.repository import Repository, audience_of, dated, made_on, memberships_on, names, sorting_name, standing_on, state_on
from traite_cli.saying.plain import state_of
from traite_cli.saying.vocabulary import STATES

EACH, OVERDUE = Word(N_("each member"), "each_member"), Word(N_("overdue"), "overdue")

# --- what columns hold --------------------------------------------------------------------------------------------------------


def _by(record: Commitment, repository: Repository, _day: date) -> Cells:
    return (EACH,) if record.each_member else cells_of(repository, record, "by")


def _owing(record: Commitment, repository: Repository, _day: date) -> Cells:
    """The organisations whose promise it is: its makers, and the one on whose behalf it was made."""
    if record.each_member:
        return (EACH,)
    found = (repository.resolve(ref) for ref in (*record.by, *([record.on_behalf_of] if record.on_behalf_of else [])))
    return tuple(dict.fromkeys(named(one) for one in found if isinstance(one, Organisation)))


def _counted(record: Commitment, repository: Repository, day: date) -> Share | None:
    state = state_on(repository, record, day)
    return Share(state.kept, state.of) if state.of else None


def _days_late(record: Commitment, repository: Repository, day: date) -> int | None:
    state = state_on(repository, record, day)
    return (day - state.due.last).days if state.overdue and state.due else None


def _looked(record: Commitment, repository: Repository, day: date) -> EdtfDate | None:
    news = last_news(repository, record, day)
    return news.date if news else None


def _function(record: Person, repository: Repository, day: date) -> str:
    held = memberships_on(record, day)
    parts = ([one.role or "", *names(repository, [one.organisation] if one.organisation else [])] for one in held)
    return " ; ".join(", ".join(part for part in one if part) for one in parts)


def _where(record: Person, repository: Repository, day: date) -> Cells:
    found = (repository.resolve(one.organisation) for one in memberships_on(record, day))
    return tuple(dict.fromkeys(named(one) for one in found if one is not None))


def _reached(record: Person, _repository: Repository, _day: date) -> Cells:
    return tuple(f"{one.type} : {one.value}" for one in record.contact_details if one.type and one.value)


def _at(kind: type[Record]) -> Column:
    heading = N_("Organisations there") if kind is Organisation else N_("People there")
    return Column(
        kind.KIND, heading, lambda record, repository, _day: tuple(named(one) for one in at(repository, record) if type(one) is kind)
    )


def _last_met(record: Record, repository: Repository, day: date) -> EdtfDate | None:
    return next((one.date for one in reversed(meetings_of(repository, record, day)) if one.date), None)


def _since(record: Organisation, _repository: Repository, day: date) -> EdtfDate | None:
    standing = standing_on(record, day)
    return standing.date if standing else None


def _answers(record: Request) -> tuple[int, int]:
    """How many questions have an answer, and how many there are."""
    answered = {answer.item for answer in record.answers}
    questions = record.questions()
    return sum(one.number in answered for one in questions), len(questions)


def _month(when: EdtfDate | None) -> str | None:
    return None if when is None or when.precision == "year" else when.first.isoformat()[:7]


# --- the table ----------------------------------------------------------------------------------------------------------------

_SLUG = Column("slug", N_("Record"), one(lambda record, _repository, _day: record.slug), whole=True)
_PATH = Column("path", N_("File"), one(lambda record, _repository, _day: record.path), whole=True)
_AUDIENCE = Column(
    "audience", N_("For"), one(lambda record, repository, _day: word(AUDIENCE_WORDS, audience_of(record, repository.configuration)))
)
_DATED = (
    Column(
        "year",
        N_("Year"),
        one(lambda record, repository, _day: when.first.isoformat()[:4] if (when := dated(repository, record)) else None),
    ),
    Column("month", N_("Month"), one(lambda record, repository, _day: _month(dated(repository, record)))),
)
_MEETINGS = (
    Column("met", N_("Meetings"), one(lambda record, repository, day: len(meetings_of(repository, record, day))), right=True),
    Column("last_met", N_("Last met"), one(_last_met), whole=True),
)


def _owes(name: str, heading: str, status: str) -> Column:
    return Column(
        name,
        heading,
        one(lambda record, repository, day: sum(status in {"", o.status, "overdue" * o.overdue} for o in owed_by(repository, record, day))),
        right=True,
    )


_REACHED = of_field(Person.FIELDS["contact_details"])._replace(value=_reached)
_OWED = (_owes("owed", N_("Commitments"), ""), _owes("kept", N_("Kept"), "kept"), _owes("overdue", N_("Overdue"), "overdue"))


def _state(kind: str, name: str = "state", heading: str = N_("State")) -> Column:
    return Column(name, heading, one(lambda record, repository, day: word(STATES[kind], state_of(repository, record, day))))


def _label(name: str, heading: str) -> Column:
    return Column(name, heading, one(lambda record, _repository, _day: record.label))


def _field(kind: str, name: str, heading: str = "") -> Column:
    column = of_field(KINDS[kind].FIELDS[name])
    return column._replace(whole=name == "date", heading=heading or column.heading)


COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "meetings": (_field("meetings", "date"), _state("meetings"), _field("meetings", "classification"), _label("title", N_("Title")), _SLUG),
    "people": (_label("name", N_("Who"))._replace(order=sorting_name), Column("function", N_("Function"), one(_function)), _SLUG),
    "organisations": (
        _label("name", N_("Organisation")),
        _field("organisations", "acronym"),
        _field("organisations", "classification"),
        _state("organisations", "standing", N_("In the collective")),
        _SLUG,
    ),
    "commitments": (
        Column("due", N_("Due"), one(lambda record, repository, day: state_on(repository, record, day).due), whole=True, by_end=True),
        _state("commitments", "status"),
        Column(
            "overdue",
            N_("Overdue"),
            one(lambda record, repository, day: OVERDUE if state_on(repository, record, day).overdue else None),
        ),
        Column("kept", N_("Kept"), one(_counted), right=True),
        Column("by", N_("Who"), _by),
        _label("title", N_("Commitment")),
        _field("commitments", "part_of"),
        _SLUG,
    ),
    "requests": (
        _field("requests", "date", N_("Date")),
        _field("requests", "to", N_("To")),
        Column("answered", N_("Answered"), one(lambda record, _repository, _day: Share(*_answers(record))), right=True),
        _label("title", N_("Title")),
        _SLUG,
    ),
    "topics": (_label("title", N_("Title")), _field("topics", "lead"), _SLUG),
    "updates": (_field("updates", "date"), _label("title", N_("Title")), _field("updates", "topics"), _SLUG),
    "documents": (_field("documents", "date"), _field("documents", "classification"), _label("title", N_("Title")), _SLUG),
    "editions": (_field("editions", "date"), _AUDIENCE, _label("title", N_("Title")), _SLUG),
}
"""What a list of each kind shows unless it is told otherwise; the first column sorts it."""

_MORE: Mapping[str, tuple[Column, ...]] = {
    "meetings": (_at(Organisation), _at(Person), *_DATED),
    "people": (Column("organisation", N_("Organisation"), _where), *_MEETINGS, *_OWED, _REACHED),
    "organisations": (Column("since", N_("Since"), one(_since), whole=True), *_MEETINGS, *_OWED),
    "commitments": (
        Column("organisation", N_("Organisation"), _owing),
        Column("made", N_("Made on"), one(lambda record, repository, _day: made_on(repository, record)), whole=True),
        Column("last", N_("Last news"), one(_looked), whole=True),
        Column("late", N_("Days overdue"), one(_days_late), right=True),
        *_DATED,
    ),
    "requests": (
        Column("questions", N_("Questions"), one(lambda record, _repository, _day: _answers(record)[1]), right=True),
        Column(
            "unanswered",
            N_("Without an answer"),
            one(lambda record, _repository, _day: _answers(record)[1] - _answers(record)[0]),
            right=True,
        ),
        *_DATED,
    ),
    "topics": (_state("topics"),),
    "updates": _DATED,
    "documents": _DATED,
    "editions": _DATED,
}


@cache
def columns_of(kind: str) -> Mapping[str, Column]:
    """Every column of a kind by its name: the usual ones, what follows from a record, and its fields."""
    own = (*COLUMNS[kind], *_MORE[kind], _AUDIENCE, _PATH, *map(of_field, KINDS[kind].FIELDS.values()))
    found: dict[str, Column] = {}
    for column in own:
        found.setdefault(column.name, column)
    return found


def column_named(kind: str, name: str) -> Column:
    """The column that is meant, by its own name or its heading in either language. Raises ``UsageError`` with what is near."""
    columns = columns_of(kind)
    headings = {column.name: column.heading for column in columns.values()}
    # « Titre » is what the field is called, be the column headed « Engagement »; but a heading counts first.
    labels = {one: field.label for one, field in KINDS[kind].FIELDS.items()}
    found = word_among(headings, name) or word_among(labels, name)
    if not found:
        near = _near(headings, labels, name)
        hint = N_("perhaps: {near}") if near else N_("the columns: {columns}")
        raise UsageError(
            N_("{kind} have no column “{column}”"),
            hint=hint,
            kind=Message(SEVERAL[kind]),
            column=name,
            near=Choices({one: headings[one] for one in near}),
            columns=Choices(headings),
        )
    return columns[found]


_NOTIONS: Mapping[str, tuple[str, ...]] = {
    "an ans year years": ("year",),
    "date dates day jour jours periode period quand quarter semaine trimestre week when": ("date", "made", "due", "year", "month"),
    "auteur personne person qui responsable who": ("by", "name", "people", "authors", "lead", "organisation"),
    "etat state status statut": ("state", "status", "standing", "answered", "unanswered"),
}
"""What says when, who and how it stands, of whichever kind: what else begins with the letters of « date » is seldom meant."""


_SHORT = 3


def _near(headings: Mapping[str, str], labels: Mapping[str, str], name: str) -> list[str]:
    """The columns that a name was probably meant for: by what they say, else by how they are written."""
    if notion := next((columns for said, columns in _NOTIONS.items() if fold(name) in said.split()), ()):
        return [one for one in notion if one in headings]
    if len(fold(name)) <= _SHORT:
        # One letter of three exchanged makes any word of any other.
        return [one for one in headings if one.startswith(fold(name))]
    near = meant_among(headings, name) or meant_among(labels, name)
    return [near] if near else []
