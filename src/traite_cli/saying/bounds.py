"""The ends of a period that options are given (``--since``, ``--until``, ``--before``): each is one day, however vaguely it is said.

``since`` begins on the first day of what is said, ``until`` ends on its last, and ``before`` ends on the day before its first, unless
its end is said: before the end of February is until its last day. The end of a month is its last ten days, that of a year its last quarter.
A word before it goes before the name of the option: « avant le 18 » of ``--until`` leaves the 18th out, « après le 18 » begins on the 19th.

Both ends are understood together: one that leaves out its year is the first after the beginning, or the last before the end; where both
do, the whole period is the nearest there is. Who says both ends of one option has given both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.errors import Day, UsageError
from traite_cli.language import N_, Sense, Toward, Unclear, fold, is_open, says_both_ends, span, understood_date
from traite_cli.saying.given import said_date

Side = Literal["since", "until", "before"]
_ONE_DAY = timedelta(days=1)


class _Lead(NamedTuple):
    """A word that says on which side of a day a period is."""

    pattern: re.Pattern[str]
    side: Side
    of: tuple[Side, ...]
    """The options before whose day it may stand."""

    beyond: bool = False
    """Whether the period begins on the day after what is said."""


_LEADS = (
    _Lead(re.compile(r"(?:depuis|à partir d[eu]|dès|since|from|starting)\b[ ’']*", re.IGNORECASE), "since", ("since",)),
    _Lead(re.compile(r"(?:apr[eè]s(?![ -]demain)|after)\b *", re.IGNORECASE), "since", ("since",), beyond=True),
    _Lead(re.compile(r"(?:jusqu[’'](?:à|au|en)|until|till|up to)\b *", re.IGNORECASE), "until", ("until", "before")),
    _Lead(re.compile(r"(?:avant(?![ -]hier)|before)\b *", re.IGNORECASE), "before", ("until", "before")),
)
_TO_THE_END = re.compile(r"(?:d'ici|by|sous|dans les|within|in the next)\b|.*\b(?:fin|end|late)\b")
"""Words by which the last day counts too: « d’ici fin février », « dans les trente jours »."""


class End(NamedTuple):
    """What an option was given for one end of a period, and where its day is looked for when it stands alone."""

    option: str
    text: str
    side: Side
    toward: Toward = "nearest"


class Bound(NamedTuple):
    """One end of a period: the option, what it was given, on which side it is, and the day, which counts unless that is ``before``."""

    option: str
    text: str
    side: Side
    day: date

    @property
    def last(self) -> date:
        """The last day that counts, of an end."""
        return self.day if self.side != "before" else max(self.day, date.min + _ONE_DAY) - _ONE_DAY

    @property
    def is_plain(self) -> bool:
        """Whether it was given as that very day."""
        return self.text.strip() == self.day.isoformat()

    @property
    def is_due(self) -> bool:
        """Whether it is about deadlines."""
        return self.option.startswith("--due-")


def period_given(ends: Iterable[End], sense: Sense) -> tuple[Bound, ...]:
    """The ends of one period, those that were given something. Raises ``UsageError``, also for one that ends before it begins."""
    given = tuple(one for one in ends if one.text.strip())
    found = _whole(given, sense) or _together(given, sense)
    _refuse_backwards(found)
    return found


def without_side(name: str, text: str) -> str:
    """What is said behind the word that the name of an option says already: « depuis novembre » of ``--since``."""
    lead = next((one for one in _LEADS if one.side == name and not one.beyond), None)
    return (lead.pattern.sub("", text.strip(), count=1) if lead is not None else "") or text


def _led(end: End) -> tuple[_Lead | None, str]:
    """The word that says the side of an end, where one does, and what is said behind it."""
    text = end.text.strip()
    for lead in _LEADS:
        at = lead.pattern.match(text) if end.side in lead.of else None
        if at is not None and text[at.end() :]:
            return lead, text[at.end() :]
    return None, end.text


# --- both ends ----------------------------------------------------------------------------------------------------------------


def _whole(given: Sequence[End], sense: Sense) -> tuple[Bound, ...]:
    """Both ends, where one option says them: « du 1er au 30 novembre »; none where none does."""
    for end in given:
        said = _led(end)[1]
        if says_both_ends(said, sense.day, sense.language):
            found = said_date(end.option, said, sense, ends_apart=True)
            if len(given) > 1:
                raise _two_ends(end, found)
            return Bound(end.option, end.text, "since", found.first), Bound(end.option, end.text, "until", found.last)
    return ()


def _two_ends(end: End, found: EdtfDate) -> UsageError:
    since, until, last = (
        ("--due-since", "--due-before", _next(found.last)) if end.option.startswith("--due-") else ("--since", "--until", found.last)
    )
    return UsageError(
        N_("{option} says one end of a period beside another, and “{said}” has two"),
        hint=N_("write {since} {first} {until} {last}"),
        option=end.option,
        said=end.text,
        since=since,
        first=found.first.isoformat(),
        until=until,
        last=last.isoformat(),
    )


def _together(given: Sequence[End], sense: Sense) -> tuple[Bound, ...]:
    start = next((one for one in given if one.side == "since"), None)
    ends = [one for one in given if one is not start]
    if start is None or not ends:
        return tuple(_bound(one, sense, one.toward) for one in given)
    clear = [_bound(one, sense, one.toward) for one in ends if not _is_open(one, sense)]
    if not _is_open(start, sense):
        return _from(_bound(start, sense, start.toward), ends, sense)
    if clear:
        return _from(_bound(start, sense._replace(day=clear[0].day), "past"), ends, sense)
    sides: tuple[Toward, ...] = ("past", "future")
    periods = [_from(_bound(start, sense, toward), ends, sense) for toward in sides]
    return min(periods, key=lambda period: _away(period, sense.day))


def _from(begins: Bound, ends: Iterable[End], sense: Sense) -> tuple[Bound, ...]:
    """A period that begins on a day: an end that leaves out its year is the first after that."""
    later = sense._replace(day=begins.day)
    return (begins, *(_bound(one, later, "future") if _is_open(one, sense) else _bound(one, sense, one.toward) for one in ends))


def _is_open(end: End, sense: Sense) -> bool:
    return is_open(_led(end)[1], sense.day, sense.language)


def _away(period: Sequence[Bound], day: date) -> timedelta:
    """How far a period is from a day."""
    return max(period[0].day - day, day - period[1].day, timedelta())


# --- one end ------------------------------------------------------------------------------------------------------------------


def _bound(end: End, sense: Sense, toward: Toward) -> Bound:
    lead, said = _led(end)
    side = lead.side if lead is not None else end.side
    found = _so_far(end, said, sense) or said_date(end.option, said, sense, toward, ends_apart=True)
    return Bound(end.option, end.text, side, _next(found.last) if lead is not None and lead.beyond else _day(found, side, said))


def _so_far(end: End, said: str, sense: Sense) -> EdtfDate | None:
    """The day that a length of time leads to: « depuis 3 mois » back, « 3 semaines » of a deadline ahead; None for what is none."""
    length = span(said) if end.toward != "nearest" else None
    if length is None or not isinstance(understood_date(said, sense.day, language=sense.language), Unclear):
        return None
    return EdtfDate.of(length.before(sense.day) if end.toward == "past" else length.after(sense.day))


def _day(found: EdtfDate, side: Side, said: str) -> date:
    if side == "since":
        return found.first
    if side == "until":
        return found.last
    return found.first if _TO_THE_END.match(fold(said)) is None else _next(found.last)


def _next(day: date) -> date:
    return min(day, date.max - _ONE_DAY) + _ONE_DAY


def _refuse_backwards(bounds: Sequence[Bound]) -> None:
    """Raises ``UsageError`` for a period that ends before it begins."""
    start = next((bound for bound in bounds if bound.side == "since"), None)
    for end in bounds:
        if start is not None and end.side != "since" and end.last < start.day:
            raise UsageError(
                N_("the period ends before it begins: {since} is from {first} on, {until} goes only until {last}"),
                hint=N_("write the earlier day behind {since}, the later one behind {until}"),
                since=start.option,
                first=Day(start.day.isoformat()),
                until=end.option,
                last=Day(end.last.isoformat()),
            )
