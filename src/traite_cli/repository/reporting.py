"""What an edition reports on where it does not say so itself: its period, and the meetings in it (RECORD-FORMAT, « editions »)."""

from __future__ import annotations

from datetime import date, timedelta

from traite_cli.dates import Period
from traite_cli.kinds import Edition, Meeting
from traite_cli.repository.moment import held_by
from traite_cli.repository.repository import Repository


def period_of(repository: Repository, edition: Edition, day: date) -> Period:
    """The period of an edition: its own, or from the day after the previous edition (or the beginning) to its date (none: ``day``)."""
    if edition.period:
        return Period.of(edition.period)
    end = edition.date.last if edition.date else day
    earlier = [one.date.last for one in repository.of(Edition).values() if one.date and one.slug != edition.slug and one.date.last < end]
    return Period(max(earlier) + timedelta(days=1), end) if earlier else Period(date.min, end)


def reported_meetings(repository: Repository, edition: Edition, period: Period, day: date) -> tuple[Meeting, ...]:
    """The meetings that an edition reports on: those it names, or those held in its period by ``day`` that are no events."""
    if "meetings" in edition.values:
        return tuple(found for ref in edition.meetings if (found := repository.get(Meeting, ref)))
    held = [
        one
        for one in repository.of(Meeting).values()
        if one.classification != "event" and held_by(one, day) and one.date is not None and period.contains(one.date)
    ]
    return tuple(sorted(held, key=lambda one: (one.date.first if one.date else date.max, one.slug)))
