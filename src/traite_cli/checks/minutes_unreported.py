"""What was said at a meeting stands in the edition that reports on it.

Where an edition lists no sections of its own, it has one for each institutional meeting and one for each topic with news: minutes of
another meeting stand in it only where they are filed under a topic, by a heading or because the meeting names that topic alone. The
rest would be left out, and nobody would see that it is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from traite_cli.checks.check import Check, Example
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Edition, Meeting
from traite_cli.language import N_
from traite_cli.repository import Repository, filed_prose, period_of, reported_meetings

_MEETING = "---\ntitle: Réunion plénière\ndate: 2014-11-18\nclassification: plenary\n---\n\n{}\n"
_FILED = "## [Le site](../topics/site.md)\n\nLe site est en ligne."
_OTHERS = {
    "records/editions/2015-01-22.md": "---\ntitle: Document de travail\ndate: 2015-01-22\n---\n",
    "records/topics/site.md": "---\ntitle: Le site\n---\n",
}

CHECK = Check(
    code="TR431",
    severity=Severity.WARNING,
    messages={
        "": N_("the edition “{edition}” would leave these minutes out: the meeting is not institutional, and no topic is named above them")
    },
    hints={
        "": N_("say what the meeting was about: traite hold {slug} --topic NAME; of several topics, write each above its part of the text")
    },
    faulty=Example({"records/meetings/pleniere.md": _MEETING.format("⟦Le site est en ligne.⟧"), **_OTHERS}),
    healthy=Example({"records/meetings/pleniere.md": _MEETING.format(_FILED), **_OTHERS}),
    of_text=True,
    kinds=("meetings",),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The first passage of each meeting's minutes that no section of an edition would print."""
    told: set[str] = set()
    for edition in repository.of(Edition).values():
        for meeting in _reported(repository, edition):
            if meeting.slug not in told and repository.looks_at(meeting.path):
                told.add(meeting.slug)
                yield from _of(meeting, edition)


def _reported(repository: Repository, edition: Edition) -> Iterator[Meeting]:
    """The meetings that an edition reports on, and of which only what is filed would stand in it."""
    if "sections" in edition.values:
        return
    day = edition.date.last if edition.date else date.max
    for meeting in reported_meetings(repository, edition, period_of(repository, edition, day), day):
        if meeting.classification not in {"institutional", "event"}:
            yield meeting


def _of(meeting: Meeting, edition: Edition) -> Iterator[Fault]:
    text = meeting.document.text
    for prose in filed_prose(meeting):
        said = next((line for line in prose.text.splitlines() if line.strip() and not line.startswith("#")), "")
        start = text.find(said, prose.start) if said and not prose.topic else -1
        if start >= 0:
            yield meeting.document.fault(
                "minutes-unreported", start, start + len(said), "", {"edition": edition.slug, "slug": meeting.slug}
            )
            return
