"""What a section of an edition draws on has something to print.

A title with nothing below it goes out as it is, and whoever reads it thinks that a page was lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from traite_cli.checks.check import Check, Example
from traite_cli.checks.given import given
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Commitment, Edition, Meeting, Request, Section, Topic, Update
from traite_cli.language import N_
from traite_cli.repository import Repository, filed_prose, prose_of

_EDITION = "---\ntitle: Document de travail\ndate: 2015-01-22\nsections:\n  - topic: {}\n---\n"
_TOPIC = {"records/topics/site.md": "---\ntitle: Le site\n---\n"}
_UPDATE = {"records/updates/site.md": "---\ntitle: Le site\ndate: 2015-01-20\ntopics: site\n---\n\nLe site est en ligne.\n"}

CHECK = Check(
    code="TR427",
    severity=Severity.WARNING,
    messages={
        "title": N_("this section has a title, and nothing would stand below it"),
        "meeting": N_("nothing would stand below this section: the meeting has no minutes, no questions raised and no commitments made"),
        "topic": N_("nothing would stand below this section: the topic has no news in the period, and no minutes are filed under it"),
    },
    hints={
        "title": N_("add text:, or what it draws on: meeting:, topic: or records:"),
        "meeting": N_("write the minutes: traite hold {slug}; or delete the section"),
        "topic": N_("write the news: traite new-update --topic {slug}; or delete the section"),
    },
    faulty=Example({"records/editions/2015-01-22.md": _EDITION.format("⟦site⟧"), **_TOPIC}),
    healthy=Example({"records/editions/2015-01-22.md": _EDITION.format("site"), **_TOPIC, **_UPDATE}),
    of_text=True,
    kinds=("editions",),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The sections below which nothing would stand."""
    printable = _Printable(repository)
    for edition in repository.examined(Edition):
        for section in edition.sections:
            if not given(edition, section, "text", "records"):
                yield from _of(repository, printable, edition, section)


def _of(repository: Repository, printable: _Printable, edition: Edition, section: Section) -> Iterator[Fault]:
    if not given(edition, section, "meeting", "topic"):
        if given(edition, section, "title"):
            yield edition.document.fault("section-empty", *section.place_of("title"), "title")
        return
    meeting, topic = repository.get(Meeting, section.meeting), repository.get(Topic, section.topic)
    if meeting is not None and section.topic is None and not printable.has_meeting(meeting):
        yield edition.document.fault("section-empty", *section.place_of("meeting"), "meeting", {"slug": meeting.slug})
    if topic is not None and section.meeting is None and not printable.has_topic(topic, edition):
        yield edition.document.fault("section-empty", *section.place_of("topic"), "topic", {"slug": topic.slug})


class _Printable:
    """What there is to print, gone through once for all editions, and only where one asks.

    It never says no where a document could have something: what is filed at any meeting counts.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def has_meeting(self, meeting: Meeting) -> bool:
        return meeting.slug in self._named or bool(prose_of(meeting))

    def has_topic(self, topic: Topic, edition: Edition) -> bool:
        first = edition.period.first if edition.period else date.min
        last = (edition.period or edition.date or _NEVER).last
        return topic.slug in self._filed or any(first <= day.first <= last for day in self._news.get(topic.slug, ()))

    @cached_property
    def _named(self) -> frozenset[str]:
        """The meetings at which requests were raised or promises made."""
        raised = (one.raised_at for one in self._repository.of(Request).values())
        made = (one.made_at for one in self._repository.of(Commitment).values())
        return frozenset(ref.slug for ref in (*raised, *made) if ref is not None)

    @cached_property
    def _news(self) -> dict[str, list[EdtfDate]]:
        news: dict[str, list[EdtfDate]] = defaultdict(list)
        for update in self._repository.of(Update).values():
            for ref in update.topics if update.date else ():
                news[ref.slug].append(update.date or _NEVER)
        return news

    @cached_property
    def _filed(self) -> frozenset[str]:
        """The topics under which passages of minutes are filed."""
        meetings = (one for one in self._repository.of(Meeting).values() if len(one.topics) == 1 or _may_file(one.document.text))
        return frozenset(prose.topic for meeting in meetings for prose in filed_prose(meeting))


def _may_file(text: str) -> bool:
    return "topics/" in text or ":::" in text


_NEVER = EdtfDate.of(date.max)
