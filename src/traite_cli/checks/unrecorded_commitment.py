"""What somebody promises in minutes or in a note is recorded as a commitment.

« S’engage à », « est chargée de », « d’ici fin février », « Camille : relancer la mairie »: a promise that stands in the text alone is
in no list of what is due, and nobody is reminded of it. It counts as recorded when the quote of a commitment made there holds some of
its words, when a title or a decision says it, or when the meeting that it announces has its own record.

The tasks of a long list are told as one, at the first that is not recorded. The check speaks only where the words are sure, or where a
line says it itself (« ENGAGEMENT : … »). Wishes, conditions, rules, offices held and things of the past are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.proposing import Proposal, Proposing
from traite_cli.checks.typed import new
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Meeting, Update
from traite_cli.language import N_, Promise
from traite_cli.repository import Repository

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n\nAlice Tallon {} à la Chancellerie d’ici fin février.\n"
_PERSON = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}
_HINT = N_("if it is one, make its record by typing:{command}")

CHECK = Check(
    code="TR610",
    severity=Severity.WARNING,
    messages={
        "": N_("this sounds like a commitment, and none is recorded with these words"),
        "who": N_("this sounds like a commitment ({who}), and none is recorded with these words"),
        "list": N_("{count} tasks of this list sound like commitments, and none is recorded with their words; this is the first"),
    },
    hints={"": _HINT, "who": _HINT, "list": N_("record each that is one; for this one type:{command}")},
    faulty=Example({"records/meetings/2015-02-02-pleniere.md": _MEETING.format("⟦se charge d’écrire⟧"), **_PERSON}),
    healthy=Example(
        {
            "records/meetings/2015-02-02-pleniere.md": _MEETING.format("se charge d’écrire"),
            "records/commitments/2015-02-02-ecrire-a-la-chancellerie.md": (
                "---\ntitle: Écrire à la Chancellerie\nby: alice-tallon\nmade_at: 2015-02-02-pleniere\ndue: 2015-02\n"
                "quote: Alice Tallon se charge d’écrire à la Chancellerie d’ici fin février.\n---\n"
            ),
            **_PERSON,
        }
    ),
    of_text=True,
    kinds=("meetings", "updates"),
)

_MANY = 4
"""So many tasks of one list are told as one: whoever left out the list left it out as a whole."""


def find(repository: Repository) -> Iterator[Fault]:
    """The promises of bodies that no commitment records."""
    proposing = Proposing(repository)
    for record in _minutes(repository):
        if unrecorded := proposing.unrecorded(record):
            yield from (_fault(record, proposing.proposal(record, promise), count) for promise, count in _told(unrecorded))


def _told(unrecorded: list[Promise]) -> Iterator[tuple[Promise, int]]:
    """The promises to tell, and how many each stands for: the first of a long list for all of it."""
    lists = Counter(promise.run for promise in unrecorded if promise.run >= 0)
    told: set[int] = set()
    for promise in sorted(unrecorded, key=lambda one: one.start):
        count = lists[promise.run] if lists[promise.run] >= _MANY else 1
        if count == 1 or promise.run not in told:
            yield promise, count
        told.add(promise.run)


def _minutes(repository: Repository) -> Iterator[Meeting | Update]:
    yield from repository.examined(Meeting)
    yield from repository.examined(Update)


def _fault(record: Meeting | Update, proposal: Proposal, count: int) -> Fault:
    promise = proposal.promise
    facts: dict[str, Fact] = {
        "who": proposal.by.label if proposal.by is not None else promise.who,
        "count": count,
        "command": f"\n{_command(proposal)}",
    }
    return record.document.fault("unrecorded-commitment", promise.start, promise.end, _variant(promise.who, count), facts)


def _variant(who: str, count: int) -> str:
    if count > 1:
        return "list"
    return "who" if who else ""


def _command(proposal: Proposal) -> str:
    """The command that records a promise; by whom, where no record tells, it asks itself."""
    by = proposal.by.slug if proposal.by is not None else ""
    given = {"--made-at": proposal.made_at, "--by": by, "--due": proposal.due, "--title": proposal.title, "--quote": proposal.quote}
    return new("commitments", *(word for option, value in given.items() if value for word in (option, value)))
