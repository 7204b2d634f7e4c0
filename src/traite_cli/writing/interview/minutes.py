"""What minutes say of themselves: lines « ENGAGEMENT : … », « QUESTION : … », « DÉCISION : … », offered as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from traite_cli.kinds import Commitment, Meeting, Record, Request
from traite_cli.language import N_, telling_words, what_is_promised, without_deadline, words
from traite_cli.repository import MarkedLine, marked_lines, passages_of_quote, short_name
from traite_cli.writing.interview.absences import noted
from traite_cli.writing.interview.asker import Question
from traite_cli.writing.interview.filling import Hints
from traite_cli.writing.interview.form import BODY
from traite_cli.writing.interview.naming import names_of
from traite_cli.writing.interview.promises import PROMISE, asked_at, make
from traite_cli.writing.interview.sitting import Filled, Sitting
from traite_cli.writing.interview.understanding import as_said

_LONGEST_TITLE = 80
_FIRST_WORDS = 3


def decisions_marked(sitting: Sitting, filled: Filled) -> None:
    """Offer the lines of the minutes that are marked as decisions."""
    found = [one for one in _marked(sitting, str(filled.get(BODY, "")), 0) if one.mark == "decision"]
    asker = sitting.asker
    if not found or asker is None:
        return
    for one in found:
        asker.say(f"  - {one.text}")
    if asker.agrees(Question(sitting.t(N_("The minutes mark these decisions. Note them?"))), default=True):
        filled["decisions"] = [{"text": one.text} for one in found]


def marked_at(sitting: Sitting, meeting: Record) -> None:
    """Offer the lines of the minutes that are marked as commitments and questions."""
    found = [one for one in _marked(sitting, meeting.document.text, meeting.document.body_start) if not _is_recorded(sitting, meeting, one)]
    for one in found:
        if one.mark == "commitment":
            _commitment(sitting, meeting, one)
    questions = [one for one in found if one.mark == "question"]
    for to, of_one in groupby(sorted(questions, key=_named), _named):
        _questions(sitting, meeting, to, list(of_one))


def _is_recorded(sitting: Sitting, meeting: Record, line: MarkedLine) -> bool:
    """Whether a commitment or a question of a meeting that is completed has its record already."""
    said = words(line.text)
    repository = sitting.repository
    if line.mark == "commitment":
        made = [one for one in repository.of(Commitment).values() if repository.resolve(one.made_at) is meeting]
        return any(_same_words(words(one.quote or ""), said) or one.title == _title(line.text) for one in made)
    raised = [one for one in repository.of(Request).values() if repository.resolve(one.raised_at) is meeting]
    return any(_same_words(words(question.text), said) for one in raised for question in one.questions())


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of one stand in the other."""
    first, second = f" {' '.join(one)} ", f" {' '.join(other)} "
    return bool(one) and (first in second or second in first)


def _marked(sitting: Sitting, text: str, start: int) -> tuple[MarkedLine, ...]:
    return marked_lines(sitting.naming.recogniser, text, start, sitting.day) if text[start:].strip() else ()


def _commitment(sitting: Sitting, meeting: Record, line: MarkedLine) -> None:
    asker, t = sitting.asker, sitting.t
    if asker is None:
        return
    asker.say(t(N_("The minutes mark a commitment: {text}"), text=line.text))
    if not asker.agrees(Question(t(N_("Make its record?"))), default=True):
        return
    defaults = {
        "title": _title(line.text),
        "by": _named(line) or _begins_with(sitting, meeting, line.text),
        "due": as_said(line.due, sitting.sense) if line.due else "",
    }
    known: Filled = {"made_at": meeting.slug}
    if passages_of_quote(meeting, line.text) is not None:
        known["quote"] = line.text
    make(sitting, "commitments", known, Hints(defaults, PROMISE.checks))


def _questions(sitting: Sitting, meeting: Record, to: str, lines: Sequence[MarkedLine]) -> None:
    asker, t = sitting.asker, sitting.t
    if asker is None:
        return
    body = "\n".join(f"{number}. {one.text}" for number, one in enumerate(lines, start=1))
    title = _short(lines[0].text) if len(lines) == 1 else ""
    asker.say(t(N_("The minutes mark these questions:")))
    asker.say(body)
    if asker.agrees(Question(t(N_("Make their record, to follow the answers?"))), default=True):
        asked_at(sitting, meeting, {BODY: body, "classification": "questions"}, {"to": to, "title": title})


def _named(line: MarkedLine) -> str:
    """Those whom a line names, as one types them."""
    return ", ".join(short_name(one.found) if one.found is not None else one.said for one in line.who)


def _begins_with(sitting: Sitting, meeting: Record, text: str) -> str:
    """The one of those who were there whom a line begins with by some of the name, as one types it: « la mairie enverra le plan »."""
    first = set(words(text)[:_FIRST_WORDS])
    there = noted(sitting, meeting) if isinstance(meeting, Meeting) else []
    found = [one for one in there if any(first & set(telling_words(words(name))) for name in names_of(one))]
    return short_name(found[0]) if len(found) == 1 else ""


def _title(text: str) -> str:
    """What is promised in few words."""
    return _short(without_deadline(what_is_promised(text) or text))


def _short(text: str) -> str:
    words = text.rstrip(" .;")
    short = words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + "…"
    return short[:1].upper() + short[1:]
