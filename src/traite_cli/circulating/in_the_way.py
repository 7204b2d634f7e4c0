"""What an edition is planned to report on, and the errors in these records: with one of them its document is not made."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from traite_cli.circulating.edition import Plan, plan
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import KINDS, Edition, Meeting, Record, Update
from traite_cli.repository import Repository, on_day, references


def planned_on(repository: Repository, edition: Edition, asked: date | None) -> tuple[date, Repository, Plan]:
    """The day of an edition's document, its own unless another is asked for; the records as they stood then; what it reports on."""
    day = asked or (edition.date.last if edition.date else date.max)
    # One may look at an edition before its date.
    whole = on_day(repository, day, edition)
    return day, whole, plan(whole, whole.of(Edition)[edition.slug], day)


def errors_of_edition(repository: Repository, edition: Edition, day: date, whole: Repository, planned: Plan) -> tuple[Fault, ...]:
    """The errors in the way of an edition's document, as it is planned."""
    return errors_of(repository, day, {edition, *planned.meetings, *drawn(whole, planned), *_undated(whole, planned)})


def drawn(repository: Repository, planned: Plan) -> Iterator[Record]:
    """The records that a plan's sections draw on, those that draw them in included."""
    named = {ref.slug for section in planned.sections for ref in (section.meeting, section.topic, *section.records) if ref}
    for records in map(repository.of_kind, KINDS):
        for record in filter(None, map(records.get, named)):
            yield record
            yield from (mention.record for mention in repository.referrers(record) if mention.field in DRAWN_BY)


DRAWN_BY = frozenset({"topics", "raised_at", "made_at"})


def _undated(repository: Repository, planned: Plan) -> Iterator[Record]:
    """The records whose date cannot be read and may be one of the days that an edition reports on, where it names none itself.

    A file that is called by a day of another time is none of them.
    """
    from traite_cli.checks.dating import date_in

    named = planned.edition.values
    kinds = [kind for kind, by in ((Meeting, "meetings"), (Meeting, "sections"), (Update, "sections")) if by not in named]
    for record in (one for kind in dict.fromkeys(kinds) for one in repository.of(kind).values() if one.values.get("date") is None):
        day = date_in(record.slug)
        if day is None or planned.period.contains(day):
            yield record


def errors_of(repository: Repository, day: date, used: Collection[Record]) -> tuple[Fault, ...]:
    """The errors of the records that a document uses, and of those they name."""
    from traite_cli.checks.codes import of_severity
    from traite_cli.checks.running import faults_of

    named = {repository.path_of(ref) for record in used for _, ref in references(record)} - {""}
    paths = {record.path for record in used} | named
    return tuple(fault for fault in faults_of(repository.focused(paths), day, of_severity(Severity.ERROR)) if fault.path in paths)
