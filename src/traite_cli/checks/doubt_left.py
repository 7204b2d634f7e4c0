"""What importing doubted has been looked at.

Where a document was not understood, traite import leaves a remark in the record: a line that begins with “# ?”, or <!-- ? … --> in the
text. Until somebody has settled it, what it is about is missing from lists and documents, a person who was there as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.language import N_
from traite_cli.repository import Repository, doubts_of

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\nparticipants:\n  - alice-tallon\n{}---\n"
_ALICE = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}

CHECK = Check(
    code="TR635",
    severity=Severity.WARNING,
    messages={
        "": N_("importing left this doubt, and nobody has settled it yet"),
        "several": N_("importing left {n} doubts in this record, of which this is the first, and nobody has settled them yet"),
    },
    hints={
        "": N_("put the record right where it has to be, then delete the remark"),
        "several": N_("put the record right where it has to be, then delete each remark: “# ? …” or <!-- ? … -->"),
    },
    faulty=Example({"records/meetings/pleniere.md": _MEETING.format("  # ? ⟦qui est « M. Le Gall » ?⟧\n"), **_ALICE}),
    healthy=Example({"records/meetings/pleniere.md": _MEETING.format(""), **_ALICE}),
    of_text=True,
)


def find(repository: Repository) -> Iterator[Fault]:
    """The first doubt of each record that still has some."""
    for record in repository.all_examined():
        doubts = list(doubts_of(record))
        if doubts:
            first, variant = doubts[0], "several" if len(doubts) > 1 else ""
            yield record.document.fault("doubt-left", first.start, first.end, variant, {"n": len(doubts)})
