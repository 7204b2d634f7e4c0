"""A file whose name begins with a day has that day as its date.

Its name is how the record is found and linked to. With two days nobody knows which of them is the slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from traite_cli.checks.check import Check, Example
from traite_cli.checks.dating import date_in, is_contradicted
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Commitment, Edition, Meeting, Record, Request, Update, WrittenDocument
from traite_cli.language import N_
from traite_cli.repository import Repository, made_on

_MEETING = "---\ntitle: Rencontre avec la MIPROF\ndate: {}\n---\n\nLes questions ont été posées.\n"

CHECK = Check(
    code="TR421",
    severity=Severity.WARNING,
    messages={
        "": N_("the date is {date}, and the name of the file begins with {named}"),
        "made": N_("this commitment was made on {date}, and the name of the file begins with {named}"),
    },
    hints={"": N_("correct the date, or rename the record: traite rename {ref} {name}")},
    faulty=Example({"records/meetings/2014-11-18-miprof.md": _MEETING.format("⟦2014-11-28⟧")}),
    healthy=Example({"records/meetings/2014-11-18-miprof.md": _MEETING.format("2014-11-18")}),
)

_DATED: tuple[type[Record], ...] = (Meeting, Request, Update, WrittenDocument, Edition)


def find(repository: Repository) -> Iterator[Fault]:
    """The records with one day in their name and another in their fields."""
    for record in chain.from_iterable(repository.examined(kind) for kind in _DATED):
        day: EdtfDate | None = record.get("date")
        if is_contradicted(record.slug, day):
            yield _fault(record, "date", day, "")
    for commitment in repository.examined(Commitment):
        where = repository.resolve(commitment.made_at)
        day = made_on(repository, commitment)
        # A meeting under a wrong date is told there.
        if is_contradicted(commitment.slug, day) and not (where is not None and is_contradicted(where.slug, day)):
            yield _fault(commitment, "made_at" if where is not None else "made_on", day, "made")


def _fault(record: Record, field: str, day: EdtfDate | None, variant: str) -> Fault:
    named = str(date_in(record.slug))
    name = f"{str(day.first if day else '')[: len(named)]}{record.slug[len(named) :]}"
    facts: dict[str, Fact] = {"date": str(day), "named": named, "ref": record.ref, "name": name}
    return record.document.fault("date-differs-from-slug", *record.place_of(field), variant, facts)
