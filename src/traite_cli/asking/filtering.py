"""The filters of ``list``: which records of a kind are meant. A filter that a kind does not know is a fault of the call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from traite_cli.asking.listing import COLUMNS, Column, Listing, sort_key
from traite_cli.dates import EdtfDate
from traite_cli.errors import NotFound, Refused, UsageError
from traite_cli.kinds import KINDS, Commitment, Meeting, Organisation, Person, Record, meant_among, word_among
from traite_cli.language import N_, fold
from traite_cli.repository import Repository, made_on, references, standing_on, state_on
from traite_cli.saying.plain import meeting_state
from traite_cli.saying.vocabulary import STATES, labels_of, word_given


class Filters(NamedTuple):
    """What is asked of a list; what is None, False or empty asks nothing."""

    topic: str = ""
    by: str = ""
    to: str = ""
    person: str = ""
    organisation: str = ""
    state: str = ""
    classification: str = ""
    overdue: bool = False
    due_before: EdtfDate | None = None
    since: EdtfDate | None = None
    before: EdtfDate | None = None
    text: str = ""

    def written(self) -> tuple[str, ...]:
        """The filters that ask something, as they are written on the command line."""
        asked = {_option(name): value for name, value in self._asdict().items()}
        return tuple(name if value is True else f"{name} {value}" for name, value in asked.items() if value)


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


_KNOWN_BY = {
    "by": ("commitments",),
    "to": ("commitments", "requests"),
    "state": ("commitments", "meetings", "organisations"),
    "classification": ("meetings", "organisations", "requests", "documents"),
    "overdue": ("commitments",),
    "due_before": ("commitments",),
    "since": ("meetings", "commitments", "requests", "updates", "documents", "editions"),
    "before": ("meetings", "commitments", "requests", "updates", "documents", "editions"),
}
"""The kinds that a filter is for; one that is not here is for all."""


def listing(repository: Repository, kind: str, filters: Filters, day: date, sort: str = "") -> Listing:
    """The records of a kind that the filters leave, sorted. Raises ``UsageError`` for a filter or column the kind has not."""
    _check(kind, filters)
    filters = filters._replace(
        state=word_given("--state", filters.state, STATES.get(kind, {})),
        classification=word_given("--classification", filters.classification, labels_of(KINDS[kind], "classification")),
    )
    column = _column(kind, sort.removeprefix("-"))
    chosen = _Chooser(repository, filters, day)
    found = sorted((one for one in repository.of_kind(kind).values() if chosen(one)), key=lambda record: record.slug)
    key = sort_key(column, repository, day)
    found.sort(key=key, reverse=sort.startswith("-"))
    # What has no value comes last either way.
    found.sort(key=lambda record: key(record)[0])
    return Listing(kind, COLUMNS[kind], tuple(found), filters.written())


def _check(kind: str, filters: Filters) -> None:
    for name, value in filters._asdict().items():
        kinds = _KNOWN_BY.get(name)
        if value and kinds is not None and kind not in kinds:
            raise UsageError(
                N_("{option} says nothing of {kind}"),
                hint=N_("it is for: {kinds}"),
                option=_option(name),
                kind=kind,
                kinds=", ".join(kinds),
            )


def _column(kind: str, sort: str) -> Column:
    """The column to sort by: by its own name or its heading in either language; the first when none is asked for."""
    columns = COLUMNS[kind]
    if not sort:
        return columns[0]
    known = {one.name: one.heading for one in columns}
    name = word_among(known, sort)
    if not name:
        near = meant_among(known, sort)
        hint = N_("perhaps: {near}") if near else N_("the columns: {columns}")
        raise UsageError(
            N_("{kind} cannot be sorted by “{column}”"), hint=hint, kind=kind, column=sort, near=near, columns=", ".join(known)
        )
    return next(one for one in columns if one.name == name)


class _Chooser:
    """Says of each record whether it is asked for; names in filters are looked up once."""

    def __init__(self, repository: Repository, filters: Filters, day: date) -> None:
        self.repository, self.filters, self.day = repository, filters, day
        self.topic = self._named(filters.topic, "topics")
        self.person = self._named(filters.person, "people")
        self.organisation = self._named(filters.organisation, "organisations")
        self.by = self._named(filters.by, "people", "organisations")
        self.to = self._named(filters.to, "people", "organisations")
        self.state = filters.state

    def _named(self, name: str, *kinds: str) -> str:
        """The name with its kind of the record that a filter names. Raises ``Refused`` with the nearest ones."""
        if not name:
            return ""
        refused: list[Refused] = []
        for kind in kinds:
            try:
                return self.repository.find(name, kind).ref
            except Refused as error:
                refused.append(error)
        near = tuple(one for error in refused if isinstance(error, NotFound) for one in error.near)
        raise NotFound(refused[0].message, near=near, hint=refused[0].hint, **refused[0].facts)

    def __call__(self, record: Record) -> bool:
        return all(condition(record) for condition in (self._topic, self._parties, self._state, self._dates, self._text))

    def _refers(self, record: Record, target: str, *wanted: str) -> bool:
        return any(
            (not wanted or field in wanted) and (found := self.repository.resolve(ref)) is not None and found.ref == target
            for field, ref in references(record)
        )

    def _topic(self, record: Record) -> bool:
        return not self.topic or self._refers(record, self.topic) or record.ref == self.topic

    def _parties(self, record: Record) -> bool:
        return (
            (not self.by or self._made_by(record))
            and (not self.to or self._made_to(record))
            and (not self.person or self._refers(record, self.person))
            and (not self.organisation or self._refers(record, self.organisation))
        )

    def _made_by(self, record: Record) -> bool:
        """A promise is its maker's and the organisation's on whose behalf it was made; one each member owes is every member's."""
        if isinstance(record, Commitment) and record.each_member:
            target = self.repository.find(self.by)
            return isinstance(target, Organisation) and _standing(target, self.day) in {"member", "coordinator"}
        return self._refers(record, self.by, "by", "on_behalf_of")

    def _made_to(self, record: Record) -> bool:
        if isinstance(record, Commitment) and not record.to:
            return self.to == f"organisations/{self.repository.configuration.organisation}"
        return self._refers(record, self.to, "to")

    def _state(self, record: Record) -> bool:
        if isinstance(record, Commitment):
            state = state_on(self.repository, record, self.day)
            before = self.filters.due_before
            return (
                (not self.state or state.status == self.state)
                and (not self.filters.overdue or state.overdue)
                and (before is None or (state.due is not None and state.due.last < before.first))
            )
        if self.state and isinstance(record, Meeting) and meeting_state(record, self.day) != self.state:
            return False
        if self.state and isinstance(record, Organisation) and _standing(record, self.day) != self.state:
            return False
        return not self.filters.classification or record.values.get("classification") == self.filters.classification

    def _dates(self, record: Record) -> bool:
        when = made_on(self.repository, record) if isinstance(record, Commitment) else record.values.get("date")
        since, before = self.filters.since, self.filters.before
        if since is None and before is None:
            return True
        return when is not None and (since is None or when.last >= since.first) and (before is None or when.first < before.first)

    def _text(self, record: Record) -> bool:
        wanted = fold(self.filters.text)
        return not wanted or any(wanted in fold(text) for text in _said(record))


def _standing(organisation: Organisation, day: date) -> str | None:
    standing = standing_on(organisation, day)
    return standing.status if standing else None


def _said(record: Record) -> Iterator[str]:
    yield record.label
    yield record.slug
    if isinstance(record, Person | Organisation):
        yield from record.other_names
