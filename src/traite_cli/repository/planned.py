"""Meetings that were planned: of which, once held, nothing is told yet, and which is the one that somebody is about to record again."""

from __future__ import annotations

import re
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Meeting, Organisation, Update
from traite_cli.language import telling_words, word_list, words
from traite_cli.repository.attendance import delegations, subject_of
from traite_cli.repository.prose import plain
from traite_cli.repository.repository import Repository

DAYS_AROUND = 3
"""So far from its day a meeting is looked for that was held on another one than planned."""
_PROSE = re.compile(r"^(?!#|:::)[^\S\n]*\S", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t][^\n]*", re.MULTILINE)
_ANY = word_list(
    "celle celui one "
    "reunion rencontre seance compte rendu proces verbal releve ordre jour notes avec pour dans chez sans meeting minutes session with "
    "from lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday janvier fevrier "
    "mars avril juin juillet aout septembre octobre novembre decembre january february march april june july august september october "
    "november december"
)
"""Words that any meeting may be called by."""
_BODIES = word_list(
    "comite commission groupe travail conseil assemblee generale atelier equipe section bureau committee board group working council "
    "assembly general workshop team"
)
"""Words for those who meet, which tell one from another with the next word alone."""


def has_minutes(meeting: Meeting) -> bool:
    """Whether a record says anything of what was said: headings alone are an agenda, and what stands above them the notice of it."""
    body = meeting.document.text[meeting.document.body_start :]
    body = plain(body) if "<!--" in body else body
    first = _HEADING.search(body)
    return _PROSE.search(body, first.end() if first is not None else 0) is not None


def is_told(meeting: Meeting) -> bool:
    """Whether a record says who was there and what came of it."""
    is_minuted = has_minutes(meeting) or bool(meeting.decisions) or meeting.minutes_approved is not None
    return is_minuted and bool(meeting.participants or meeting.interlocutors)


def to_complete(repository: Repository, day: date) -> tuple[Meeting, ...]:
    """The meetings whose day has come, and of which it is not told who was there or what was said; the last one first."""
    found = [
        (one.date.first, one.slug, one)
        for one in repository.of(Meeting).values()
        if one.date is not None and one.date.first <= day and not one.cancelled and one.classification != "event" and not is_told(one)
    ]
    # Of most meetings it is told: seldom all updates need be looked at.
    elsewhere = {ref.slug for update in repository.of(Update).values() for ref in update.meetings} if found else set()
    return tuple(one for _, slug, one in sorted(found, key=lambda each: each[:2], reverse=True) if slug not in elsewhere)


def planned_like(repository: Repository, on: EdtfDate, title: str, told: Meeting | None = None, *, near: int = 0) -> tuple[Meeting, ...]:
    """The meetings of a day, or so many days from it, that may be the one of a title; ``told`` is what else is known of that one.

    They are called by the same telling words, or by those for whom they meet; on the day itself also those of which nothing tells them
    apart, and those with the same people. « Comité technique » is not « Comité de pilotage », but « Comité » may be either. With other
    organisations it is another meeting. The nearest stand first.
    """
    wanted = _Wanted(repository, _telling(title), told)
    around = [(_days_between(one.date, on), one) for one in repository.of(Meeting).values() if one.date is not None and not one.cancelled]
    found = [(days, one) for days, one in around if (wanted.may_be(one) if days == 0 else days <= near and wanted.is_surely(one))]
    return tuple(one for _, one in sorted(found, key=itemgetter(0)))


def _days_between(one: EdtfDate, other: EdtfDate) -> int:
    """How many days lie from the one to the other; 0 where they have a day in common."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


class _Wanted(NamedTuple):
    """The meeting that is looked for: the telling words of its title, and what else is told of it."""

    repository: Repository
    said: frozenset[str]
    told: Meeting | None

    def may_be(self, meeting: Meeting) -> bool:
        """Whether a meeting of the day may be this one."""
        is_unnamed = not self.said or not all(_called(meeting))
        is_like = self.is_called(meeting) or self.has_same_people(meeting) or (is_unnamed and not self.is_elsewhere(meeting))
        return is_like and not self.has_others(meeting)

    def is_surely(self, meeting: Meeting) -> bool:
        """Whether a meeting of another day, of which nothing is told yet, can only be this one."""
        return not is_told(meeting) and not self.has_others(meeting) and (self.is_called(meeting) or self.has_same_people(meeting))

    def is_called(self, meeting: Meeting) -> bool:
        """By the same telling words, or by a word of those whom it meets."""
        named = any(one and self.said and (one <= self.said or self.said <= one or (one & self.said) - _BODIES) for one in _called(meeting))
        met = (self.repository.of(Organisation).get(slug) for slug in _met(self.repository, meeting))
        return named or any((_telling(name) & self.said) - _BODIES for one in met if one for name in (one.name, one.acronym) if name)

    def has_others(self, meeting: Meeting) -> bool:
        """Whether it met other organisations, and none of the same."""
        ours, theirs = self._met(), _met(self.repository, meeting)
        return bool(ours and theirs) and ours.isdisjoint(theirs)

    def has_same_people(self, meeting: Meeting) -> bool:
        """Whether most of those noted are the same, with the same organisations, and at no other hour."""
        if self.told is None or (self.told.time and meeting.time and self.told.time != meeting.time):
            return False
        ours, theirs = _people(self.told), _people(meeting)
        return self._met() == _met(self.repository, meeting) and len(ours & theirs) * 2 > max(len(ours), len(theirs))

    def is_elsewhere(self, meeting: Meeting) -> bool:
        """Whether both say where, and have no telling word of it in common."""
        ours, theirs = (
            frozenset(telling_words(words(one.place or ""))) if one is not None else frozenset() for one in (self.told, meeting)
        )
        return bool(ours and theirs) and ours.isdisjoint(theirs)

    def _met(self) -> frozenset[str]:
        return _met(self.repository, self.told) if self.told is not None else frozenset()


def _met(repository: Repository, meeting: Meeting) -> frozenset[str]:
    """The organisations that a meeting met, or that others organised it."""
    met = (one.organisation.slug for one in delegations(repository, meeting, meeting.interlocutors) if one.organisation is not None)
    return frozenset((*met, *(ref.slug for ref in meeting.organisers)))


def _people(meeting: Meeting) -> frozenset[str]:
    """The people and organisations that are noted, by their names."""
    refs = (subject_of(one) or one.person or one.organisation for one in (*meeting.participants, *meeting.interlocutors))
    return frozenset(ref.slug for ref in refs if ref is not None)


def _called(meeting: Meeting) -> list[frozenset[str]]:
    """The telling words of each name of a meeting."""
    return [_telling(name) for name in (meeting.title, meeting.short_title) if name] + [*filter(None, [_telling(meeting.slug)])]


def _telling(title: str) -> frozenset[str]:
    return frozenset(word for word in telling_words(words(title)) if not word.isdigit()) - _ANY
