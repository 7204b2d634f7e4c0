"""The ends of a period that options are given (``--since``, ``--until``, ``--before``): each is one day, however vaguely it is said.

``since`` begins on the first day of what is said, ``until`` ends on its last, and ``before`` ends on the day before its first, unless
its end is said: before the end of February is until its last day. The end of a month is its last ten days, that of a year its last quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.errors import Day, UsageError
from traite_cli.language import N_, Sense, Toward, fold
from traite_cli.saying.given import option_date

Side = Literal["since", "until", "before"]
_SAID_BEFORE: Mapping[str, re.Pattern[str]] = {
    "since": re.compile(r"(?:depuis|à partir d[eu]|dès|since|from|starting)\b[ ’']*", re.IGNORECASE),
    "until": re.compile(r"(?:jusqu[’'](?:à|au|en)|until|till|up to)\b *", re.IGNORECASE),
    "before": re.compile(r"(?:avant|before)\b *", re.IGNORECASE),
}
"""What the option says already."""
_TO_THE_END = re.compile(r"(?:d'ici|by|sous|dans les|within|in the next)\b|.*\b(?:fin|end|late)\b")
"""Words by which the last day counts too: « d’ici fin février », « dans les trente jours »."""


class Bound(NamedTuple):
    """One end of a period: the option, what it was given, on which side it is, and the day, which counts unless that is ``before``."""

    option: str
    text: str
    side: Side
    day: date

    @property
    def is_plain(self) -> bool:
        """Whether it was given as that very day."""
        return self.text.strip() == self.day.isoformat()


def bound_given(option: str, text: str, sense: Sense, side: Side, toward: Toward = "nearest") -> Bound | None:
    """The end of a period that an option was given; None for none. Raises ``UsageError`` that names the option."""
    said = without_side(side, text)
    found = option_date(option, said, sense, toward, ends_apart=True)
    return Bound(option, text, side, _day(found, side, said)) if found is not None else None


def without_side(name: str, text: str) -> str:
    """What is said behind the word that the name of an option says already: « depuis novembre » of ``--since``."""
    known = _SAID_BEFORE.get(name)
    return (known.sub("", text.strip(), count=1) if known is not None else "") or text


def _day(found: EdtfDate, side: Side, said: str) -> date:
    if side == "since":
        return found.first
    if side == "until":
        return found.last
    return found.first if _TO_THE_END.match(fold(said)) is None else min(found.last, date.max - timedelta(days=1)) + timedelta(days=1)


def refuse_backwards(bounds: Iterable[Bound]) -> None:
    """Raises ``UsageError`` for a period that ends before it begins."""
    ends = {bound.side: bound for bound in bounds}
    start = ends.get("since")
    for side in ("until", "before"):
        end = ends.get(side)
        if start is not None and end is not None and (end.day < start.day or (side == "before" and end.day == start.day)):
            raise UsageError(
                N_("the period ends before it begins: {since} is from {first} on, {until} goes only until {last}"),
                hint=N_("write the earlier day behind {since}, the later one behind {until}"),
                since=start.option,
                first=Day(start.day.isoformat()),
                until=end.option,
                last=Day((end.day if side == "until" else end.day - timedelta(days=1)).isoformat()),
            )
