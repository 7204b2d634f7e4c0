"""Each edition begins where the one before it ended.

Where two of them cover the same days, the same meetings and news are reported twice to the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from traite_cli.checks.check import Check, Example
from traite_cli.dates import DateError, EdtfDate
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import Edition
from traite_cli.language import N_
from traite_cli.repository import Repository, audience_of

_EDITION = "---\ntitle: Document de travail\ndate: 2015-04-22\nperiod: {}\n---\n"
_PREVIOUS = {"records/editions/2015-01-22.md": "---\ntitle: Document de travail\ndate: 2015-01-22\n---\n"}

CHECK = Check(
    code="TR428",
    severity=Severity.WARNING,
    messages={
        "": N_("the period begins ({begins}) before that of the edition “{other}” ends ({ends})"),
        "same-date": N_("the edition “{other}” has the same date, and is for the same readers"),
    },
    hints={
        "": N_("begin the period on the day after {ends}, or delete the line: it begins there by itself"),
        "same-date": N_("correct one of the two dates, or delete the edition that is not needed"),
    },
    faulty=Example({"records/editions/2015-04-22.md": _EDITION.format("⟦2015-01-01/2015-04-22⟧"), **_PREVIOUS}),
    healthy=Example({"records/editions/2015-04-22.md": _EDITION.format("2015-01-23/2015-04-22"), **_PREVIOUS}),
)


def find(repository: Repository) -> Iterator[Fault]:
    """The editions that report again what the one before them for the same readers reported."""
    series: dict[str, list[tuple[EdtfDate, Edition]]] = {}
    for edition in repository.of(Edition).values():
        if edition.date is not None:
            series.setdefault(audience_of(edition, repository.configuration), []).append((edition.date, edition))
    examined = {edition.slug for edition in repository.examined(Edition)}
    for editions in series.values():
        ordered = sorted(editions, key=lambda one: (one[0].sort_key, one[1].slug))
        for (before, previous), (day, edition) in pairwise(ordered):
            if edition.slug in examined:
                yield from _of(edition, day, previous, before)


def _of(edition: Edition, day: EdtfDate, previous: Edition, before: EdtfDate) -> Iterator[Fault]:
    if day == before:
        yield edition.document.fault("editions-overlap", *edition.place_of("date"), "same-date", {"other": previous.slug})
        return
    begins = _side(edition.period, 0)
    ends = _side(previous.period, -1) or _side(before, -1)
    if begins is not None and ends is not None and _overlap(begins, ends):
        facts = {"begins": str(begins), "ends": str(ends), "other": previous.slug}
        yield edition.document.fault("editions-overlap", *edition.place_of("period"), "", facts)


def _side(when: EdtfDate | None, side: int) -> EdtfDate | None:
    """The date that an interval begins or ends with."""
    try:
        return EdtfDate.parse(when.text.split("/")[side]) if when else None
    except DateError:
        return None


def _overlap(begins: EdtfDate, ends: EdtfDate) -> bool:
    """Whether the one is surely not after the other: who writes a month may mean a part of it."""
    both_days = begins.precision == ends.precision == "day"
    return begins.last < ends.first or (both_days and begins.first == ends.first)
