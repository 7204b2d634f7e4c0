"""The former name of a record leads to that record alone.

Links published under the old name go on working through it. Where another record has that name now, or had it too, they lead to
one or the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import KINDS, Record
from traite_cli.language import N_
from traite_cli.repository import Repository

_TOPIC = "---\ntitle: Le rapport de la France\nformer_slugs: {}\n---\n"
_OTHER = {"records/topics/rapport.md": "---\ntitle: Le rapport annuel\n---\n"}

CHECK = Check(
    code="TR318",
    severity=Severity.ERROR,
    messages={
        "": N_("“{slug}”, given here as a former name, is the name of another record ({other})"),
        "own": N_("“{slug}” is the name of this very record, not a former one"),
        "both": N_("“{slug}” is given as a former name of {other} too"),
    },
    hints={
        "": N_("delete the name here, or give the other record another one"),
        "own": N_("delete the name here"),
        "both": N_("keep it in the record that published links mean, and delete it in the other"),
    },
    faulty=Example({"records/topics/rapport-ue.md": _TOPIC.format("⟦rapport⟧"), **_OTHER}),
    healthy=Example({"records/topics/rapport-ue.md": _TOPIC.format("rapport-france"), **_OTHER}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The former names that do not lead to one record."""
    for kind in KINDS.values():
        records = repository.of(kind)
        renamed = [record for record in repository.examined(kind) if record.former_slugs]
        owners: dict[str, Record] = {}
        for record in records.values() if renamed else ():
            for slug in record.former_slugs:
                owners.setdefault(slug, record)
        for record in renamed:
            for number, slug in enumerate(record.former_slugs):
                yield from _of(record, number, records.get(slug), owners[slug])


def _of(record: Record, number: int, living: Record | None, owner: Record) -> Iterator[Fault]:
    if living is None and owner is record:
        return
    variant = "own" if living is record else "both" if living is None else ""
    facts: dict[str, Fact] = {"slug": record.former_slugs[number], "other": (living or owner).path}
    yield record.document.fault("former-slug-taken", *record.place_of("former_slugs", number), variant, facts)
