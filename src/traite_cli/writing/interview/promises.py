"""Promises and questions entered while a meeting is written: a promise in the very words of the minutes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Meeting, Record
from traite_cli.language import N_, enumerate_words, to_name
from traite_cli.repository import delegations, passages_of_quote, short_name
from traite_cli.writing.interview.asker import Question
from traite_cli.writing.interview.filling import Default, Hints, fill, made
from traite_cli.writing.interview.form import EITHER
from traite_cli.writing.interview.items import LeftOut
from traite_cli.writing.interview.sitting import Filled, Sitting
from traite_cli.writing.interview.understanding import as_said


def quote_stands(sitting: Sitting, filled: Filled, values: list[Any]) -> str:
    """What is wrong with a quote: its words have to stand in the text of the meeting where it was made."""
    kind, _, slug = str(filled.get("made_at", "")).rpartition("/")
    origin = sitting.repository.of_kind(kind or Meeting.KIND).get(slug)
    if origin is None or passages_of_quote(origin, str(values[0])) is not None:
        return ""
    return sitting.t(
        N_("These words do not stand in “{title}”. Copy them from its text; […] stands for what is left out."), title=origin.label
    )


PROMISE = Hints(checks={"quote": quote_stands})
"""What a promise's answers have to pass."""


def promises_at(sitting: Sitting, meeting: Record) -> None:
    """Offer to enter what was promised at a meeting, and what it was asked."""
    asker, t = sitting.asker, sitting.t
    if asker is None:
        return
    another = Question(t(N_("Another promise?")))
    is_first = all(new.kind != "commitments" for new in sitting.made)
    question = Question(t(N_("Has anybody promised something that is to be followed?"))) if is_first else another
    while asker.agrees(question, default=False):
        make(sitting, "commitments", {"made_at": meeting.slug}, PROMISE)
        question = another
    more = Question(t(N_("Other questions or proposals?")))
    is_first = all(new.kind != "requests" for new in sitting.made)
    question = Question(t(N_("Were questions or proposals put to an institution?"))) if is_first else more
    while asker.agrees(question, default=False):
        asked_at(sitting, meeting, {})
        question = more


def asked_at(sitting: Sitting, meeting: Record, known: Filled, defaults: Mapping[str, str] = MappingProxyType({})) -> None:
    """Ask for what was put to an institution at a meeting, of which some is known; unless it is said, to the one that was met there."""
    day = meeting.values.get("date")
    date = as_said(day, sitting.sense) if isinstance(day, EdtfDate) else ""
    said: dict[str, Default] = {"date": date, "to": _met_at(sitting, meeting), "title": _asked_of}
    hints = Hints({**said, **{name: value for name, value in defaults.items() if value}})
    make(sitting, "requests", {"raised_at": meeting.slug, **known}, hints)


def _asked_of(sitting: Sitting, filled: Filled) -> str:
    """A title for what was put to some: « Questions à la mairie »."""
    found = (sitting.repository.of_kind(kind).get(slug.rpartition("/")[2]) for slug in filled.get("to", ()) for kind in EITHER)
    who = enumerate_words([to_name(short_name(one), sitting.t.language) for one in found if one is not None], sitting.t.language)
    sort = {"proposals": N_("Proposals {to_whom}"), "letter": N_("Letter {to_whom}")}.get(str(filled.get("classification")), "")
    return sitting.t(sort or N_("Questions {to_whom}"), to_whom=who) if who else ""


def make(sitting: Sitting, kind: str, known: Filled, hints: Hints) -> None:
    """Make a record beside the meeting, unless the person gives it up for want of an answer: the meeting goes on."""
    with suppress(LeftOut):
        made(sitting, kind, fill(sitting, kind, known, hints._replace(leave=N_("Leave this record out?"))))


def _met_at(sitting: Sitting, meeting: Record) -> str:
    """The organisation that was met at a meeting, as one types it, where it was one alone."""
    if not isinstance(meeting, Meeting):
        return ""
    met = [one.organisation for one in delegations(sitting.repository, meeting, meeting.interlocutors)]
    return short_name(met[0]) if len(met) == 1 and met[0] is not None else ""
