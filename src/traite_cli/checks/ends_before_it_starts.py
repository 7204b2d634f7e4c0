"""What lasts for a time ends on the day it begins or later.

A function that ended before it began was held on no day: the person would have none in any list or document.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.dating import surely_before
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Block, Organisation, Person, Record, Topic
from traite_cli.language import N_
from traite_cli.repository import Repository

_PERSON = "---\nname: Alice Tallon\nmemberships:\n  - organisation: ecpat-france\n    start_date: 2013-11\n    end_date: {}\n---\n"
_ORGANISATION = {"records/organisations/ecpat-france.md": "---\nname: ECPAT France\n---\n"}

CHECK = Check(
    code="TR420",
    severity=Severity.ERROR,
    messages={"": N_("the end ({end}) comes before the beginning ({start})")},
    hints={"": N_("correct one of the two dates")},
    faulty=Example({"records/people/alice-tallon.md": _PERSON.format("⟦2013-06-30⟧"), **_ORGANISATION}),
    healthy=Example({"records/people/alice-tallon.md": _PERSON.format("2018-06-30"), **_ORGANISATION}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The functions, the bodies above an organisation and the topics that end too early."""
    for person in repository.examined(Person):
        for membership in person.memberships:
            yield from _of(person, membership, "start_date", "end_date")
    for organisation in repository.examined(Organisation):
        for parent in organisation.parents:
            yield from _of(organisation, parent, "start_date", "end_date")
    for topic in repository.examined(Topic):
        yield from _of(topic, topic, "opened", "closed")


def _of(record: Record, block: Block, start: str, end: str) -> Iterator[Fault]:
    began, ended = block.get(start), block.get(end)
    if surely_before(ended, began):
        facts = {"start": str(began), "end": str(ended)}
        yield record.document.fault("ends-before-it-starts", *block.place_of(end), "", facts)
