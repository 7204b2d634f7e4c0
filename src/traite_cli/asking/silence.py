"""When anybody last looked after a promise: its own news, or that of the whole it is a part of; else the day it was made."""

from __future__ import annotations

from datetime import date

from traite_cli.kinds import Commitment, FollowUp
from traite_cli.language import Span
from traite_cli.repository import SETTLED, Repository, made_on, state_on

_DEEPEST = 50


def last_news(repository: Repository, commitment: Commitment, day: date) -> FollowUp | None:
    """The last follow-up by a day, of a promise or of what it is a part of; None when nobody ever looked."""
    found: list[FollowUp] = []
    seen: set[str] = set()
    whole: Commitment | None = commitment
    while whole is not None and whole.slug not in seen and len(seen) < _DEEPEST:
        found += (one for one in whole.follow_ups if one.date is not None and one.date.first <= day)
        seen.add(whole.slug)
        whole = repository.get(Commitment, whole.part_of)
    return max(found, key=_when, default=None)


def _when(news: FollowUp) -> date:
    return news.date.last if news.date else date.min


def looked_on(repository: Repository, commitment: Commitment, day: date) -> date | None:
    """The day on which somebody last looked after a promise; of none ever, the day it was made; None where that is not known."""
    news = last_news(repository, commitment, day)
    if news is not None:
        return min(_when(news), day)
    made = made_on(repository, commitment)
    return made.first if made else None


def silent_for(repository: Repository, commitment: Commitment, length: Span, day: date) -> bool:
    """Whether an unsettled promise has not been looked at for so long; of one that was settled nobody need hear any more."""
    if state_on(repository, commitment, day).status in SETTLED:
        return False
    looked = looked_on(repository, commitment, day)
    return looked is not None and looked <= length.before(day)
