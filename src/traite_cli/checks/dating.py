"""What checks ask of dates: whether one is surely before another, and which day the name of a file gives.

A date that is only about right is before nothing for certain. Where the name of a file gives another day than its record, that is told
there, and nothing is concluded from either.
"""

from __future__ import annotations

import re
from functools import lru_cache

from traite_cli.dates import DateError, EdtfDate
from traite_cli.kinds import Commitment, Record
from traite_cli.repository import Repository

_DATED = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=-|\Z)", re.ASCII)


def surely_before(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    """Whether all of a date is before another, and neither is approximate."""
    return one is not None and other is not None and one.last < other.first and not one.approximate and not other.approximate


@lru_cache(maxsize=4096)  # each promise asks for the day of the meeting it was made at
def date_in(slug: str) -> EdtfDate | None:
    """The day or month that a slug begins with; a year alone may be what the record is about."""
    found = _DATED.match(slug)
    try:
        return EdtfDate.parse(found[0]) if found else None
    except DateError:
        return None


def is_contradicted(slug: str, day: EdtfDate | None) -> bool:
    """Whether the day that a slug begins with is none of those of a date."""
    named = date_in(slug) if slug[:1].isdigit() else None
    return surely_before(named, day) or surely_before(day, named)


def day_of(record: Record | None) -> EdtfDate | None:
    """The date of a record that has one, unless the name of its file contradicts it."""
    day: EdtfDate | None = record.get("date") if record is not None else None
    return None if record is None or is_contradicted(record.slug, day) else day


def day_made(repository: Repository, commitment: Commitment) -> EdtfDate | None:
    """When a promise was made; None where that is not known for certain."""
    if commitment.made_at is not None:
        return None if commitment.made_on is not None else day_of(repository.resolve(commitment.made_at))
    return None if is_contradicted(commitment.slug, commitment.made_on) else commitment.made_on
