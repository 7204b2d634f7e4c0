"""The record that somebody names at a terminal, understood in one way by everything that takes a record.

« miprof », « organisations/miprof », « organisation/miprof », a path; what it is called, in any spelling that is recognised
(``recognising``); and of what has a date, its day: « réunion du 4 mars 2015 ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar, cast

from traite_cli.dates import EdtfDate
from traite_cli.dates.spelt import DAYS_AND_MONTHS, month_named, weekday_named
from traite_cli.errors import Message, NotFound, Refused
from traite_cli.kinds import KINDS, SINGULAR, Meeting, Organisation, Person, Record, kind_among
from traite_cli.language import LANGUAGES, N_, Sense, Unclear, fold, nearest, understood_date, without_honorific, words
from traite_cli.repository.planned import planned_like
from traite_cli.repository.recognising import PEOPLE_AND_ORGANISATIONS, How, Recogniser
from traite_cli.repository.repository import Repository

R = TypeVar("R", bound=Record)
_OF = re.compile(r"\b(?:(?:du|de|of|on|in)\s+|d['\u2019])(?=\w)", re.IGNORECASE)
_LONGEST = 120
_MOST_NEAR = 3
_MOST_TOLD = 8
_TELLING = 3
_YEAR = re.compile(r"[0-9]{4}")
_AFTER_YEAR = slice(4, None)


def record_called(repository: Repository, said: str, *kinds: type[R], sense: Sense | None = None) -> R:
    """The record of some kinds (none: of any) that a name means.

    ``sense`` says on which day it is said: « celle du 2 février ». Raises ``NotFound`` with those that it may mean, or that are near,
    and ``Refused`` where it is the name of something else.
    """
    wanted = [kind.KIND for kind in kinds] or list(KINDS)
    name = _Name(repository, said, sense)
    found = name.meant(wanted)
    if len(found) == 1:
        return cast("R", found[0])
    if found:
        of_day = name.day_of(found)
        message = N_("several records are of this date: {name}") if of_day else N_("several records are called {name}")
        raise NotFound(message, near=_told(found), hint=N_("write one of these names whole"), is_choice=True, name=of_day or said)
    near = name.near(wanted)
    others = name.meant([kind for kind in KINDS if kind not in wanted], by_day=not near)
    if len(others) == len(wanted) == 1:
        one, kind = others[0], Message(SINGULAR[wanted[0]])
        raise Refused(N_("{ref} ({label}) is not what is asked for here: {kind}"), ref=one.ref, label=one.label, kind=kind)
    if not near and (of_another_year := name.of_another_year(wanted)):
        hint = N_("with its year, a date finds what is of that day")
        raise NotFound(N_("no record is called {name}"), near=_told(of_another_year), hint=hint, is_choice=True, name=said)
    raise NotFound(N_("no record is called {name}"), near=_told(others or near[:_MOST_NEAR]), name=said)


class Taken(NamedTuple):
    """The record that a name is taken for; ``partly`` where it is only some words of its name, which ``others`` may have too."""

    record: Record
    partly: bool = False
    others: tuple[str, ...] = ()


def record_taken(repository: Repository, said: str, *kinds: type[Record], sense: Sense | None = None) -> Taken:
    """The record of some kinds (none: of any) that a name means, or else the one that alone has its words: a first name, « secours cath ».

    For those who only look, and are told whom they see. People go before organisations, and both before what is titled after them.
    Raises ``NotFound`` and ``Refused``, as ``record_called``.
    """
    wanted = [kind for kind in _PEOPLE_FIRST if not kinds or KINDS[kind] in kinds]
    name = _Name(repository, said, sense)
    if name.meant(wanted):
        return Taken(record_called(repository, said, *kinds, sense=sense))
    holding = [name.holding([kind]) for kind in wanted]
    if not any(holding):
        holding = [name.begun(wanted)]  # what is only begun is nobody’s before it is another’s
    held = next(filter(None, holding), ())
    if not held:
        return Taken(record_called(repository, said, *kinds, sense=sense))
    called = [one for one in held if _is_first_name(one, name.name)] if isinstance(held[0], Person) else held
    if len(called or held) > 1:
        raise NotFound(
            N_("several records have “{name}” in their names"),
            near=_told(held),
            hint=N_("write one of these names whole"),
            is_choice=True,
            name=said,
        )
    (taken,) = called or held
    return Taken(taken, partly=True, others=_told([one for records in holding for one in records if one is not taken]))


_PEOPLE_FIRST = (Person.KIND, Organisation.KIND, *(kind for kind in KINDS if kind not in PEOPLE_AND_ORGANISATIONS))


def _is_first_name(person: Record, said: str) -> bool:
    """Whether it is the whole first name: « Jean » is no « Jean-Marc »."""
    first, called = without_honorific(words(said)), fold(person.label)
    return without_honorific(words(called))[: len(first)] == first and not called.startswith(f"{' '.join(first)}-")


def kind_and_slug(said: str) -> tuple[str, str]:
    """What a name or a path says: the kind, '' where it says none, and the rest."""
    name = said.strip().replace("\\", "/").removesuffix(".md")
    folder, _, slug = name.rpartition("/")
    kind = kind_among(folder.rpartition("/")[2])
    return (kind, slug.strip()) if kind else ("", name)


def of_day(repository: Repository, said: str, kind: str, sense: Sense | None) -> tuple[Record, ...]:
    """The records of a kind that are of a day that is said: « 2 février », « celle du 2 février », « réunion du bureau du 2 février »."""
    before, day = _day_said(said, sense)
    return _called(repository, _dated(repository, kind, day), day, before)


def _day_said(said: str, sense: Sense | None) -> tuple[str, EdtfDate | None]:
    """The day that a text says, alone or at its end, and what stands before it."""
    text = said[:_LONGEST]
    for start, end in ((0, 0), *(at.span() for at in _OF.finditer(text))):
        day = understood_date(text[end:], sense and sense.day, language=sense.language if sense else LANGUAGES[0])
        if not isinstance(day, Unclear) and not _may_be_a_name(text[end:]):
            return text[:start], day
    return text, None


def _may_be_a_name(text: str) -> bool:
    """Whether it is one word that only begins as a month or a day of the week does: Marc and Jan are people before they are months."""
    said = words(text)
    return len(said) == 1 and said[0] not in DAYS_AND_MONTHS and (month_named(said[0]) or weekday_named(said[0])) is not None


def _dated(repository: Repository, kind: str, day: EdtfDate | None) -> tuple[Record, ...]:
    if day is None:
        return ()
    dated = [(one, date) for one in repository.of_kind(kind).values() if (date := one.get("date")) is not None]
    exactly = tuple(one for one, date in dated if date == day)
    return exactly or tuple(one for one, date in dated if date.first <= day.last and day.first <= date.last)


def _called(repository: Repository, found: tuple[Record, ...], day: EdtfDate | None, said: str) -> tuple[Record, ...]:
    """Of several that are of a day those that are called as is said; all, where none is."""
    alike = planned_like(repository, day, said) if day is not None and len(found) > 1 else ()
    return tuple(one for one in found if one in alike) or found


class _Name:
    """A name that somebody said of a record."""

    def __init__(self, repository: Repository, said: str, sense: Sense | None) -> None:
        self._repository = repository
        self._kind, self.name = kind_and_slug(said)
        self._sense = sense
        self._recogniser = Recogniser(repository)

    def meant(self, wanted: Sequence[str], *, by_day: bool = True) -> Sequence[Record]:
        """The records of some kinds that it means, one as surely as another; those too that have no name like it, ``by_day``."""
        kinds = [one for one in wanted if one == (self._kind or one)]
        exactly = [record for one in kinds if (record := self._repository.of_kind(one).get(self.name))]
        if exactly or not words(self.name):
            return exactly
        recognised = self._recogniser.recognise(self.name, kinds)
        if recognised.found is not None:
            return (recognised.found,)
        alike = recognised.ambiguous
        if alike or not by_day:
            return [one for one in alike if words(one.label) == words(self.name)] or alike
        dated = self._of_a_day(kinds)
        # « Mai », « Toussaint », « avril »: one word is a first name, or of a title, as well as it is a day.
        named = [one.record for one in recognised.candidates if one.how == How.PART] if dated and len(words(self.name)) == 1 else []
        return [one for one in dated if one in named] or [*named, *dated]

    def _of_a_day(self, kinds: Sequence[str]) -> Sequence[Record]:
        """What is of the day that it says: of the kind that it says too, else meetings before all others, if called so."""
        before, day = _day_said(self.name, self._sense)
        said = next((kind for word in words(before) if (kind := kind_among(word))), "")
        ordered = [kind for kind in dict.fromkeys((Meeting.KIND, *kinds)) if kind in kinds and kind == (said or kind)]
        found = next((found for kind in ordered if (found := _dated(self._repository, kind, day))), ())
        if day is None or not any(isinstance(one, Meeting) for one in found):
            return found
        # Whoever says a day and another meeting's name means another meeting.
        return [one for one in found if one in planned_like(self._repository, day, before)]

    def day_of(self, found: Sequence[Record]) -> str:
        """The day by which it means records, as it is written; '' where they are called so."""
        before, day = _day_said(self.name, self._sense)
        dated = day is not None and all(one in _dated(self._repository, one.KIND, day) for one in found)
        return _OF.sub("", self.name[len(before) :], count=1) if dated else ""

    def of_another_year(self, wanted: Sequence[str]) -> Sequence[Record]:
        """The records of some kinds, meetings before all others, that are of the day or month that it says without its year."""
        day = _day_said(self.name, self._sense)[1]
        if day is None or day.precision == "year" or _YEAR.search(self.name):
            return ()
        kinds = [one for one in dict.fromkeys((Meeting.KIND, *wanted)) if one in wanted and one == (self._kind or one)]
        dated = [(one, date) for kind in kinds for one in self._repository.of_kind(kind).values() if (date := one.get("date")) is not None]
        return [one for one, date in dated if str(date)[_AFTER_YEAR].startswith(str(day)[_AFTER_YEAR])]

    def holding(self, wanted: Sequence[str]) -> Sequence[Record]:
        """The records of some kinds that have all its words in their names, and others besides."""
        kinds = [one for one in wanted if one == (self._kind or one)]
        return [one.record for one in self._recogniser.recognise(self.name, kinds).candidates if one.how == How.PART] if kinds else []

    def begun(self, wanted: Sequence[str]) -> Sequence[Record]:
        """The records of some kinds that have words in their names which begin as all its words do."""
        kinds = [one for one in wanted if one == (self._kind or one)]
        if len("".join(words(self.name))) < _TELLING or self.name.replace("-", "").isdigit():
            return ()
        return self._recogniser.beginning(self.name, kinds)

    def near(self, wanted: Sequence[str]) -> Sequence[Record]:
        """The records that have a name like it."""
        kinds = [one for one in wanted if one == (self._kind or one)] or wanted
        if found := self._recogniser.recognise(self.name, kinds).proposals:
            return found
        name = self.name.rpartition("/")[2]
        slugs = {slug: record for one in kinds for slug, record in self._repository.of_kind(one).items()}
        labels = {fold(record.label): record for record in slugs.values()}
        near = [slugs[one] for one in nearest(name, list(slugs))] or [labels[one] for one in nearest(fold(name), list(labels))]
        return near or [record for one, record in slugs.items() if len(name) > _TELLING and name in one]


def _told(records: Sequence[Record]) -> tuple[str, ...]:
    told = tuple(f"{record.ref} ({record.label})" for record in records[:_MOST_TOLD])
    return (*told, "…") if len(records) > _MOST_TOLD else told
