"""A passage filed under a topic names one that exists.

A line `::: topic titre-de-sejour` files what follows under that topic. Under a name that nobody knows the passage is missing from
the topic's history.
"""

from __future__ import annotations

from collections.abc import Iterator

from traite_cli.checks.check import Check, Example
from traite_cli.checks.near import Near
from traite_cli.checks.typed import new
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Record, Topic
from traite_cli.language import N_
from traite_cli.repository import Repository
from traite_cli.syntax import Passage

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n\n::: topic {}\n\nLes délais sont longs.\n\n:::\n"
_MESSAGE = N_("this passage is filed under “{slug}”, which is not a known topic")

CHECK = Check(
    code="TR511",
    severity=Severity.ERROR,
    messages={"": _MESSAGE, "near": _MESSAGE},
    hints={
        "": N_("correct the name, or make its record: {command}"),
        "near": N_("write {near} ({label}), which is the nearest, or make the record: {command}"),
    },
    faulty=Example(
        {
            "records/meetings/pleniere.md": _MEETING.format("⟦titres-de-sejour⟧"),
            "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n",
        }
    ),
    healthy=Example(
        {
            "records/meetings/pleniere.md": _MEETING.format("titre-de-sejour"),
            "records/topics/titre-de-sejour.md": "---\ntitle: Le titre de séjour\n---\n",
        }
    ),
    of_text=True,
)


def find(repository: Repository) -> Iterator[Fault]:
    """The passages filed under no topic that exists."""
    topics, near = repository.of(Topic), Near(repository)
    for record in repository.all_examined():
        for passage in record.document.body.passages:
            if passage.topic is not None and passage.topic not in topics:
                yield _fault(near, record, passage, passage.topic)


def _fault(near: Near, record: Record, passage: Passage, slug: str) -> Fault:
    found = near.record(slug, (Topic.KIND,))
    facts: dict[str, Fact] = {"slug": slug, "command": new(Topic.KIND, "--slug", slug)}
    if found:
        facts |= {"near": found.slug, "label": found.label}
    start = record.document.text.index(slug, passage.fence_start)
    return record.document.fault("fence-topic", start, start + len(slug), "near" if found else "", facts)
