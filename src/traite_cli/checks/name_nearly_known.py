"""A name in a text is spelt as a record spells it, or as one of the spellings that the record lists.

« Raphael Sodoni » finds nobody: no list and no search brings it together with Raphaël Sodini. Capitals, accents and hyphens do not
count. The check speaks where one letter of a name is other than known and all its other words are the same, and nowhere else: people
of one family, plurals and words that the text has without a capital too are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Organisation, Person, Record
from traite_cli.language import N_, Spelling, may_be_names, nearly_known
from traite_cli.repository import Repository, named_like, spellings_of
from traite_cli.syntax import quoted

_MINUTES = "---\ntitle: Rencontre avec le Cabinet\ndate: 2014-10-22\n---\n\nLe Collectif a rencontré {}, conseiller.\n"
_MESSAGE = N_("“{name}” is nearly “{known}” ({path}), and no spelling that this record lists")

CHECK = Check(
    code="TR611",
    severity=Severity.WARNING,
    messages={"": _MESSAGE, "listed": _MESSAGE},
    hints={
        "": N_("correct it here, or if both are right add to {path}:{lines}"),
        "listed": N_("correct it here, or if both are right add to {path} under other_names:{lines}"),
    },
    faulty=Example(
        {
            "records/meetings/2014-10-22-cabinet.md": _MINUTES.format("⟦Raphaël Sodoni⟧"),
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/meetings/2014-10-22-cabinet.md": _MINUTES.format("Raphaël Sodoni"),
            "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\nother_names:\n  - Raphaël Sodoni\n---\n",
        }
    ),
    of_text=True,
)


def find(repository: Repository) -> Iterator[Fault]:
    """The names of bodies that are nearly those of a person or an organisation."""
    with_text = [record for record in repository.all_examined() if record.document.body_start < len(record.document.text)]
    known = _known(named_like(repository, lambda: _said(with_text)))
    near_names = nearly_known(known)
    for record in with_text:
        for near in near_names(record.document.text, record.document.body_start):
            yield _fault(record, near.start, near.end, known[near.spelling])


def _said(records: Iterable[Record]) -> frozenset[str]:
    return frozenset().union(*(may_be_names(one.document.text, one.document.body_start) for one in records))


def _known(records: Iterable[Person | Organisation]) -> Mapping[Spelling, Person | Organisation]:
    """The spellings that are known, and whose they are; of two who share one, either."""
    known: dict[Spelling, Person | Organisation] = {}
    for record in records:
        for spelling in spellings_of(record):
            known.setdefault(spelling, record)
    return {spelling: record for spelling, record in known.items() if spelling.words}


def _fault(record: Record, start: int, end: int, known: Person | Organisation) -> Fault:
    name = " ".join(record.document.text[start:end].split())
    lines = ("" if known.other_names else "\nother_names:") + f"\n  - {quoted(name)}"
    facts: dict[str, Fact] = {"name": name, "known": known.label, "path": known.path, "lines": lines}
    return record.document.fault("name-nearly-known", start, end, "listed" if known.other_names else "", facts)
