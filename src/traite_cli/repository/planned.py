"""Meetings that were planned: of which, once held, nothing is told yet, and which is the one that somebody is about to record again."""

from __future__ import annotations

import re
from datetime import date

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Meeting, Update
from traite_cli.language import telling_words, word_list, words
from traite_cli.repository.prose import plain
from traite_cli.repository.repository import Repository

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
    elsewhere = {ref.slug for update in repository.of(Update).values() for ref in update.meetings}
    found = [
        (one.date.first, one.slug, one)
        for one in repository.of(Meeting).values()
        if one.date is not None
        and one.date.first <= day
        and not one.cancelled
        and one.classification != "event"
        and one.slug not in elsewhere
        and not is_told(one)
    ]
    return tuple(one for _, _, one in sorted(found, key=lambda each: each[:2], reverse=True))


def planned_like(repository: Repository, on: EdtfDate, title: str) -> tuple[Meeting, ...]:
    """The meetings of a day that may be the one of a title: called by the same telling words, or by none.

    « Comité technique » is not « Comité de pilotage », but « Comité » may be either.
    """
    said = _telling(title)
    return tuple(
        one
        for one in repository.of(Meeting).values()
        if one.date is not None and one.date.first <= on.last and on.first <= one.date.last and not one.cancelled and _is_like(one, said)
    )


def _is_like(meeting: Meeting, said: frozenset[str]) -> bool:
    called = [_telling(name) for name in (meeting.title, meeting.short_title) if name] + [*filter(None, [_telling(meeting.slug)])]
    return any(one <= said or said <= one or (one & said) - _BODIES for one in called)


def _telling(title: str) -> frozenset[str]:
    return frozenset(word for word in telling_words(words(title)) if not word.isdigit()) - _ANY
