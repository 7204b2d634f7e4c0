"""One point of the calendar as people say it: a day, a month, a year, a season, a week, by name, by number or by its distance.

A point is read into the dates that it can be, in their order: one when it says its year, several years of it when it does not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from traite_cli.dates import EdtfDate
from traite_cli.dates.spelt import month_named, weekday_named
from traite_cli.language.date_choice import Meant, Refused, found, months, one_day, stretch, years_around
from traite_cli.language.date_numbers import read_numbers, whole_year
from traite_cli.language.date_words import (
    LAST,
    LETTERS,
    NAMED_DAYS,
    NEXT,
    PARTS_OF_YEAR,
    SEASONS,
    UNITS,
    UNTIL_SEASON,
    without_leading,
)
from traite_cli.language.feasts import FEASTS, days_of_feast
from traite_cli.language.languages import Language
from traite_cli.language.spans import IN_MONTHS, shifted, shifted_month
from traite_cli.language.unclear import NO_SUCH_DAY, NO_YEAR, TWO_WAYS

_SPAN = re.compile(
    r"(?:dans|d'ici(?: a)?|sous|en|in|within)(?: les| the next)? (\d{1,4}|an?) ([a-z-]+)(?: from now)?|(\d{1,4}|an?) ([a-z-]+) from now"
)
_AGO = re.compile(r"(?:il y a|voici|voila) (\d{1,4}) ([a-z-]+)|(\d{1,4}|an?) ([a-z-]+) ago")
_WEEKDAY = re.compile(r"([a-z]{3,9})(?: en (8|15))?")
_WEEKDAY_OF = re.compile(r"([a-z]{3,9})(?: de | of | )(?:la |the )?((?:semaine|week|next|last|this|cette)\b.*)")
_WEEKDAY_BEFORE = re.compile(r"([a-z]{3,9}),? (?:le |the )?(\d.*|[a-z]{3,9} \d.*)")
_DAY_OF = re.compile(r"(\d{1,2}) (?P<of>(?:du |de |of |d')(?:the |ce )?)?([a-z].*)")
_WEEKDAY_IN = re.compile(r"(\d|dernier|last) ([a-z]{5,9}) (?:du |de |of |d'|in )(?:the |ce )?(.+)")
_MONTH_DAY = re.compile(r"([a-z]{3,9}) (\d{1,2})(?: (\d{4}))?")
_FEAST = re.compile(rf"({'|'.join(FEASTS)})(?: (?:de |of )?(.+))?")
_NAMED_YEAR = re.compile(r"([a-z]{3,9})(?: (?:de |of |d')?(?:l'|the )?(.+))?")
_YEAR = re.compile(r"(?:l'annee |annee |l'an |the year |year )?'?(\d{4})")
_SHORT_YEAR = re.compile(r"'?(\d\d)")
_PART = re.compile(r"(\d)(?: |-)(trimestre|trim|semestre|quarter|half)(?: (?:de |of |d')?(?:l'|the )?(.+))?|([tqsh])(\d)(?: (.+))?")
_SIDE = re.compile(
    r"(?:(?:a|en|at|in) )?(?:(?:la|le|the|au) )?"
    r"(?:(?P<end>fin|end|late)[ -]|(?P<start>debut|early|beginning|start)[ -]|(?P<middle>mid|milieu|middle|mi)[ -])"
)
_OF = re.compile(r"(?:du |de |d'|of |the |l'|la |le )+")
_BEFORE = re.compile(r"(?:avant|d'ici(?: a)?|before|by) (?:les? |la |l'|the |au )*(.+)")
_NEXT = re.compile(rf"(.+) (?:{NEXT})|next (.+)|(.+) next")
_LAST = re.compile(rf"(.+) (?:{LAST})|last (.+)|(.+) last")
_THIS = re.compile(r"(?:ce|cet|cette|this|current) (.+?)(?:[- ]ci)?|(.+) (?:en cours|courante?)")
_WEEK_OF = re.compile(r"(?:semaine|week) (?:du|of|de|from)(?: the)? (.+)")
_WEEK_NUMBER = re.compile(r"(?:semaine|week) (\d{1,2})(?: (?:de |of )?(\d{4}))?")
_WEEK, _FRIDAY, _WEDNESDAY = 7, 4, 2
_DEEPEST = 6
"""A phrase is taken apart so often: « d’ici la fin du mois de mars de l’année prochaine »."""
_YEARS_MONTHS = 12
_LONGEST_MONTH = 31


class Points:
    """Reads points of the calendar, relative to a day where one is given."""

    def __init__(self, day: date | None, language: Language, *, ends_apart: bool = False) -> None:
        self.day = day
        self._language = language
        self._sides = _SIDES | {"end": _last_of} if ends_apart else _SIDES

    def read(self, text: str, depth: int = 0) -> Meant | None:
        """The dates that a phrase can mean, None when it is none."""
        if not text or depth > _DEEPEST:
            return None
        meant = self._distance(text) or self._numbers(text) or self._named(text) or self._composed(text, depth + 1)
        if meant is not None:
            return meant
        bare = without_leading(text)
        return self.read(bare, depth + 1) if bare != text else None

    def _today(self) -> date:
        if self.day is None:
            raise Refused(NO_YEAR)
        return self.day

    def _numbers(self, text: str) -> Meant | None:
        if not text[0].isdigit():
            return None
        if text.isdigit() and len(text) <= len("31"):
            return self._in_month(int(text))
        return read_numbers(text, self.day, self._language)

    def _in_month(self, number: int) -> Meant | None:
        """« le 15 »: of this month, of one before it or after it."""
        day = self._today()
        around = (shifted_month(day.replace(day=1), count) for count in range(-_YEARS_MONTHS, _YEARS_MONTHS + 1))
        dates = [EdtfDate.of(first.replace(day=number)) for first in around if 1 <= number <= monthrange(first.year, first.month)[1]]
        if not dates:
            raise Refused(NO_SUCH_DAY)
        return found(dates)

    def _named(self, text: str) -> Meant | None:
        bare = text.removeprefix("the ")
        if bare in NAMED_DAYS:
            return one_day(self._today() + timedelta(days=NAMED_DAYS[bare]))
        at = _WEEKDAY.fullmatch(text)
        weekday = weekday_named(at[1]) if at is not None and month_named(at[1]) is None else None
        if at is None or weekday is None:
            return None
        ahead = _weekday_after(self._today(), weekday)
        if at[2]:
            return one_day(ahead + timedelta(days=int(at[2]) // _WEEK * _WEEK))
        return found([EdtfDate.of(_weekday_before(self._today(), weekday)), EdtfDate.of(ahead)])

    def _distance(self, text: str) -> Meant | None:
        """« dans trois semaines », « il y a deux mois »."""
        for pattern, sign in ((_SPAN, 1), (_AGO, -1)):
            at = pattern.fullmatch(text)
            said = [one for one in at.groups() if one] if at else []
            unit = UNITS.get(said[1]) or LETTERS.get(said[1]) if said else None
            if unit is not None and unit != "weekend":
                return one_day(shifted(self._today(), unit, sign * (int(said[0]) if said[0].isdigit() else 1)))
        return None

    def _before(self, text: str, depth: int) -> Meant | None:
        """« d’ici l’été », « avant mars »: what ends before it begins; before a day is that day itself."""
        at = _BEFORE.fullmatch(text)
        if at is None:
            return None
        season = _NAMED_YEAR.fullmatch(at[1])
        if season is not None and season[1] in UNTIL_SEASON:
            return found(months(year, UNTIL_SEASON[season[1]], UNTIL_SEASON[season[1]]) for year in self._years(season[2], depth))
        meant = self.read(at[1], depth)
        is_named = meant is not None and not _SIDE.match(at[1]) and text.startswith(("avant", "before"))
        return meant.changed(_preceding) if meant is not None and is_named else meant

    def _side(self, text: str, depth: int) -> Meant | None:
        """« fin février », « début 2015 », « mi-mars »."""
        at = _SIDE.match(text)
        if at is None or at.lastgroup is None:
            return None
        rest = _OF.sub("", text[at.end() :], count=1) if _OF.match(text, at.end()) else text[at.end() :]
        meant = self._units_around(rest) or self.read(rest, depth)
        return meant.changed(self._sides[at.lastgroup]) if meant is not None else None

    def _relative(self, text: str, depth: int) -> Meant | None:
        """« la semaine prochaine », « lundi dernier », « ce mois-ci »."""
        for pattern, count in ((_NEXT, 1), (_LAST, -1), (_THIS, 0)):
            at = pattern.fullmatch(text)
            rest = _OF.sub("", next(one for one in at.groups() if one)) if at else ""
            meant = (self._unit(rest, count) or self._neighbour(rest, count, depth)) if rest else None
            if meant is not None:
                return meant
        return None

    def _unit(self, text: str, count: int) -> Meant | None:
        """The week, month, quarter or year of the day, or one that is so many after it."""
        unit = UNITS.get(text)
        if unit is None or unit in {"day", "fortnight"}:
            return None
        day = self._today()
        return found([_containing(shifted(day.replace(day=1) if unit in IN_MONTHS else day, unit, count), unit)])

    def _units_around(self, text: str) -> Meant | None:
        """The month of the day, the one before it and the one after it: « fin du mois » is the next of them."""
        meant = found(one for count in (-1, 0, 1) if (unit := self._unit(text, count)) is not None for one in unit.dates)
        return meant._replace(from_day=True) if meant is not None else None

    def _neighbour(self, text: str, count: int, depth: int) -> Meant | None:
        """The first of what has a name that lies wholly after the day, or the last that lies wholly before it."""
        meant = self.read(text, depth) if not text[0].isdigit() else None
        if meant is None or len(meant.dates) == 1 or count == 0:
            return meant
        day = self._today()
        if count > 0:
            return found([one for one in meant.dates if one.first > day][:1])
        return found([one for one in meant.dates if one.last < day][-1:])

    def _week(self, text: str, depth: int) -> Meant | None:
        """« la semaine du 12 janvier », « semaine 12 », « lundi de la semaine prochaine »."""
        if at := _WEEK_OF.fullmatch(text):
            meant = self.read(at[1], depth)
            return meant.changed(lambda one: stretch(one.first, one.first + timedelta(days=_WEEK - 1))) if meant is not None else None
        if at := _WEEK_NUMBER.fullmatch(text):
            return found(_numbered_week(int(at[1]), self._years(at[2], depth)))
        at = _WEEKDAY_OF.fullmatch(text)
        weekday = weekday_named(at[1]) if at else None
        meant = self.read(at[2], depth) if at is not None and weekday is not None else None
        if meant is None or weekday is None:
            return None
        return meant.changed(lambda one: EdtfDate.of(one.first + timedelta(days=(weekday - one.first.weekday()) % _WEEK)))

    def _composed(self, text: str, depth: int) -> Meant | None:
        for reading in (
            self._before,
            self._feast,
            self._side,
            self._relative,
            self._week,
            self._weekday_in_month,
            self._of_month,
            self._of_year,
            self._after_weekday,
        ):
            if (meant := reading(text, depth)) is not None:
                return meant
        return None

    def _feast(self, text: str, depth: int) -> Meant | None:
        """« Noël », « Pâques 2016 »."""
        at = _FEAST.fullmatch(text)
        return found(map(EdtfDate.of, days_of_feast(at[1], self._years(at[2], depth)))) if at is not None else None

    def _of_year(self, text: str, depth: int) -> Meant | None:
        """« 2015 », « mars 2015 », « premier trimestre 2015 », « été 2015 »."""
        if at := _YEAR.fullmatch(text):
            return found([EdtfDate.parse(at[1])])
        if at := _PART.fullmatch(text):
            length = PARTS_OF_YEAR[at[2] or at[4]]
            last = int(at[1] or at[5]) * length
            return (
                found(months(year, last - length + 1, last) for year in self._years(at[3] or at[6], depth))
                if 0 < last <= _YEARS_MONTHS
                else None
            )
        at = _NAMED_YEAR.fullmatch(text.removeprefix("mois de ").removeprefix("mois d'"))
        ends = _months_named(at[1]) if at else None
        return found(months(year, *ends) for year in self._years(at[2], depth)) if at is not None and ends is not None else None

    def _years(self, text: str | None, depth: int) -> Iterable[int]:
        """The years that the end of a phrase says; all those around the day when it says none, none when it says something else."""
        if text is None:
            return years_around(self.day)
        if at := _SHORT_YEAR.fullmatch(text):
            return [whole_year(at[1], self.day)]
        meant = self.read(text, depth)
        return [one.first.year for one in meant.dates if one.precision == one.end_precision == "year"] if meant is not None else []

    def _of_month(self, text: str, depth: int) -> Meant | None:
        """« 2 février 2015 », « le 15 du mois prochain », "Feb 2, 2015"."""
        if (at := _MONTH_DAY.fullmatch(text)) and (number := month_named(at[1])):
            if self._language == "fr" and not at[3] and len(at[2]) > 1:
                self._refuse_day_or_year(number, at[2])
            meant = found(months(year, number, number) for year in self._years(at[3], depth))
            return _day_in(meant, int(at[2])) if meant is not None else None
        at = _DAY_OF.fullmatch(text)
        meant = ((self._unit(at[3], 0) if at["of"] else None) or self._of_year(at[3], depth) or self.read(at[3], depth)) if at else None
        return _day_in(meant, int(at[1])) if at is not None and meant is not None else None

    def _refuse_day_or_year(self, month: int, number: str) -> None:
        """« Janvier 15 » is January 2015, or the 15th of January."""
        days = _day_in(Meant((months(whole_year(number, self.day), month, month),)), int(number)) if int(number) <= _LONGEST_MONTH else None
        year = months(whole_year(number, self.day), month, month)
        if days is None:
            raise Refused(TWO_WAYS, year)
        near = self.day.year if self.day is not None else year.first.year
        raise Refused(TWO_WAYS, EdtfDate.of(days.dates[0].first.replace(year=near)), year)

    def _weekday_in_month(self, text: str, depth: int) -> Meant | None:
        """« premier lundi de mars », "last Friday of the month"."""
        at = _WEEKDAY_IN.fullmatch(text)
        weekday = weekday_named(at[2]) if at else None
        meant = (self._units_around(at[3]) or self.read(at[3], depth)) if at is not None and weekday is not None else None
        if at is None or meant is None or any(one.precision != "month" or one.is_interval for one in meant.dates):
            return None
        which = int(at[1]) if at[1].isdigit() else 0
        return meant.changed(lambda one: _weekday_of_month(one, weekday or 0, which))

    def _after_weekday(self, text: str, depth: int) -> Meant | None:
        """« lundi 2 février 2015 »."""
        at = _WEEKDAY_BEFORE.fullmatch(text)
        weekday = weekday_named(at[1]) if at else None
        meant = self.read(at[2], depth) if at is not None and weekday is not None else None
        return meant._replace(weekday=weekday) if meant is not None and meant.dates[0].precision == "day" else None


def _months_named(word: str) -> tuple[int, int] | None:
    number = month_named(word)
    return (number, number) if number is not None else SEASONS.get(word)


def _day_in(meant: Meant, number: int) -> Meant | None:
    """A day of each month that has it; None when something else than a month was said."""
    if any(one.precision != "month" or one.is_interval for one in meant.dates):
        return None
    days = [EdtfDate.of(one.first.replace(day=number)) for one in meant.dates if 1 <= number <= one.last.day]
    if not days:
        raise Refused(NO_SUCH_DAY)
    return found(days)


def _weekday_of_month(month: EdtfDate, weekday: int, which: int) -> EdtfDate | None:
    """The first, second … of a day of the week in a month; the last for 0."""
    if which == 0:
        return EdtfDate.of(_weekday_before(month.last + timedelta(days=1), weekday))
    day = _weekday_after(month.first - timedelta(days=1), weekday) + timedelta(days=_WEEK * (which - 1))
    return EdtfDate.of(day) if day <= month.last else None


def _weekday_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % _WEEK + 1)


def _weekday_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % _WEEK + 1)


def _containing(day: date, unit: str) -> EdtfDate:
    """The week, month, quarter or year that a day stands in."""
    match unit:
        case "week":
            monday = day - timedelta(days=day.weekday())
            return stretch(monday, monday + timedelta(days=_WEEK - 1))
        case "weekend":
            monday = day - timedelta(days=day.weekday())
            return stretch(monday + timedelta(days=5), monday + timedelta(days=6))
        case "year":
            return EdtfDate.parse(f"{day:%Y}".zfill(4))
        case _:
            length = IN_MONTHS[unit]
            first = (day.month - 1) // length * length + 1
            return months(day.year, first, first + length - 1)


def _numbered_week(number: int, years: Iterable[int]) -> Iterator[EdtfDate]:
    for year in years:
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        yield stretch(monday, monday + timedelta(days=_WEEK - 1))


def _preceding(one: EdtfDate) -> EdtfDate:
    """What ends right before a month, a year or a season begins; a day or a week stays."""
    if one.precision == "day":
        return one
    before = one.first - timedelta(days=1)
    return EdtfDate.parse(str(before.year).zfill(4)) if one.precision == "year" else months(before.year, before.month, before.month)


def _end_of(one: EdtfDate) -> EdtfDate | None:
    """A month or a year falls on its last day; a week on its Friday."""
    if not one.is_interval:
        return one if one.precision != "day" else None
    if one.precision == "day":
        return EdtfDate.of(one.first + timedelta(days=_FRIDAY)) if one.first.weekday() == 0 else None
    return months(one.last.year, one.last.month, one.last.month)


def _last_of(one: EdtfDate) -> EdtfDate | None:
    """The last days of a month, the last quarter of a year: as much as its beginning has."""
    if one.precision == "year" and not one.is_interval:
        return months(one.first.year, 10, 12)
    end = _end_of(one)
    return stretch(end.last.replace(day=21), end.last) if end is one else end


def _start_of(one: EdtfDate) -> EdtfDate | None:
    if one.precision == "day":
        return EdtfDate.of(one.first) if one.is_interval else None
    if one.is_interval:
        return months(one.first.year, one.first.month, one.first.month)
    if one.precision == "year":
        return months(one.first.year, 1, 3)
    return stretch(one.first, one.first.replace(day=10))


def _middle_of(one: EdtfDate) -> EdtfDate | None:
    if one.precision == "day":
        return EdtfDate.of(one.first + timedelta(days=_WEDNESDAY)) if one.is_interval else None
    if one.precision == "month" and not one.is_interval:
        return EdtfDate.parse(f"{one.first.replace(day=15)}~")
    middle = one.first + (one.last - one.first) / 2
    return EdtfDate.parse(f"{middle:%Y-%m}~")


_SIDES: dict[str, Callable[[EdtfDate], EdtfDate | None]] = {"end": _end_of, "start": _start_of, "middle": _middle_of}
