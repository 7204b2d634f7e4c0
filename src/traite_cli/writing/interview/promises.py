"""Promises and questions entered while a meeting is written: a promise in the very words of the minutes."""

from __future__ import annotations

from typing import Any

from traite_cli.kinds import Meeting, Record
from traite_cli.language import N_
from traite_cli.repository import passages_of_quote
from traite_cli.writing.interview.asker import Question
from traite_cli.writing.interview.filling import fill, made
from traite_cli.writing.interview.sitting import Filled, Sitting


def quote_stands(sitting: Sitting, filled: Filled, values: list[Any]) -> str:
    """What is wrong with a quote: its words have to stand in the text of the meeting where it was made."""
    kind, _, slug = str(filled.get("made_at", "")).rpartition("/")
    origin = sitting.repository.of_kind(kind or Meeting.KIND).get(slug)
    if origin is None or passages_of_quote(origin, str(values[0])) is not None:
        return ""
    return sitting.t(
        N_("These words do not stand in “{title}”. Copy them from its text; […] stands for what is left out."), title=origin.label
    )


def promises_at(sitting: Sitting, meeting: Record) -> None:
    """Offer to enter what was promised at a meeting, and what it was asked."""
    asker, t = sitting.asker, sitting.t
    if asker is None:
        return
    question = Question(t(N_("Has anybody promised something that is to be followed?")))
    while asker.agrees(question, default=False):
        made(sitting, "commitments", fill(sitting, "commitments", {"made_at": meeting.slug}, checks={"quote": quote_stands}))
        question = Question(t(N_("Another promise?")))
    question = Question(t(N_("Were questions or proposals put to an institution?")))
    while asker.agrees(question, default=False):
        made(sitting, "requests", fill(sitting, "requests", {"raised_at": meeting.slug}, {"date": str(meeting.values.get("date", ""))}))
        question = Question(t(N_("Other questions or proposals?")))
