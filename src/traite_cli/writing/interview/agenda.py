"""The agenda of a meeting to come, proposed from what is overdue, falls due before it or has no answer yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from traite_cli.dates import EdtfDate
from traite_cli.language import N_, N_n, fold
from traite_cli.repository import Proposal, agenda_proposals
from traite_cli.writing.interview.asker import Question
from traite_cli.writing.interview.sitting import Filled, Sitting

_MOST = 15
"""So many are read at a terminal; the most pressing come first."""
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*(?:-|–|à|to)\s*(\d{1,3}))?")
_ALL = frozenset({"tous", "toutes", "tout", "all"})
_MORE = N_n("… and {n} other", "… and {n} others")


def agenda_proposed(sitting: Sitting, filled: Filled) -> None:
    """Show what the meeting could speak about, and put into its agenda what the person picks."""
    asker, day = sitting.asker, filled.get("date")
    meeting = day.first if isinstance(day, EdtfDate) else None
    proposals = agenda_proposals(sitting.repository, sitting.sense.day, meeting)
    if asker is None or not proposals:
        return
    asker.say(sitting.t(N_("The meeting could speak about this:")))
    for number, one in enumerate(proposals[:_MOST], start=1):
        asker.say(f"  {number}. {one.title} ({one.why(sitting.t)})")
    if len(proposals) > _MOST:
        more = len(proposals) - _MOST
        asker.say(f"  {sitting.t.plural(*_MORE, more, n=more)}")
    question = Question(sitting.t(N_("What of it goes on the agenda?")), sitting.t(N_("numbers: 1, 3-5, or all; Enter for nothing of it")))
    while (numbers := picked(typed := asker.text(question), len(proposals[:_MOST]))) is None:
        asker.say(sitting.t(N_("Type the numbers of lines, from 1 to {last}."), last=len(proposals[:_MOST])))
        question = question._replace(begun=typed)
    if numbers:
        filled["agenda"] = [*filled.get("agenda", []), *(_point(proposals[number - 1]) for number in numbers)]


def picked(text: str, last: int) -> Sequence[int] | None:
    """The numbers that a text says, from 1 to ``last``, each once; None where it says something else."""
    if fold(text) in _ALL:
        return range(1, last + 1)
    parts = [part for part in re.split(r"[\s,;]+(?![-–])(?:(?:et|and)\s+)?", text.strip()) if part]
    numbers: dict[int, None] = {}
    for part in parts:
        found = _NUMBERS.fullmatch(part)
        if found is None or not 1 <= int(found[1]) <= int(found[2] or found[1]) <= last:
            return None
        numbers.update(dict.fromkeys(range(int(found[1]), int(found[2] or found[1]) + 1)))
    return list(numbers)


def _point(one: Proposal) -> object:
    return {"title": one.title, "topics": list(one.topics)} if one.topics else {"title": one.title}
