"""Those who were noted as coming to a meeting, and did not come: they leave its list, with apologies, with a proxy or without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from traite_cli.errors import NotFound, Refused, TraiteError
from traite_cli.kinds import Attendance, Meeting, Person, Record
from traite_cli.language import N_, enumerate_words, words
from traite_cli.repository import delegations, short_name
from traite_cli.writing.completing import Leaving
from traite_cli.writing.interview.asker import Asker, Candidate, Question
from traite_cli.writing.interview.form import EITHER, FORMS, Item
from traite_cli.writing.interview.items import ask
from traite_cli.writing.interview.naming import names_of
from traite_cli.writing.interview.sitting import Filled, Sitting
from traite_cli.writing.interview.whom import candidates, whom
from traite_cli.writing.joining import plain

ABSENT = "absent"
"""The item for those who were noted as coming and sent no word."""
PRESENT = ("participants", "interlocutors")
_AWAY = ("excused", "represented")
_PARTED = re.compile(r"[,;\n]|\s(?:et|and|&)\s", re.IGNORECASE)
_ELSE = {"excused": N_("Who else sent apologies?"), "represented": N_("Who else gave a proxy?")}


def noted(sitting: Sitting, meeting: Meeting) -> list[Record]:
    """Those whom a meeting's record has as present, as one reads them: people, and organisations where nobody is named."""
    day = [group for name in PRESENT for group in delegations(sitting.repository, meeting, meeting.values.get(name, ()))]
    there = (one.person or one.organisation for group in day for one in group.attendees)
    return list(dict.fromkeys(one for one in there if one is not None))


def absent_among(sitting: Sitting, meeting: Meeting, texts: Iterable[str]) -> list[str]:
    """The slugs of those of whom texts say that they did not come. Raises ``Refused`` for one who was not noted."""
    there = noted(sitting, meeting)
    found = (_noted_as(sitting, there, part.strip()) for text in texts for part in _PARTED.split(text) if part.strip())
    return list(dict.fromkeys(one.slug for one in chain.from_iterable(found)))


def _noted_as(sitting: Sitting, there: list[Record], text: str) -> list[Record]:
    """The one of those noted whom a name means: by some of its words already, since there are few of them."""
    said = set(words(text))
    short = [one for one in there if text == one.slug or any(said <= set(words(name)) for name in names_of(one))]
    names = enumerate_words([short_name(other) for other in there], sitting.t.language)
    hint = N_("noted are: {names}") if there else ""
    try:
        found = short if len(short) == 1 else whom(sitting, text, EITHER)
    except NotFound as error:
        # Whoever is not known was not noted: a record of theirs would not help.
        raise NotFound(error.message, near=error.near, hint=hint, name=text, names=names) from error
    for one in found:
        if one not in there:
            raise Refused(N_("{name} is not noted as present"), hint=hint, name=short_name(one), names=names)
    return found


# --- asked --------------------------------------------------------------------------------------------------------------------


def absences(sitting: Sitting, meeting: Meeting, filled: Filled) -> None:
    """Show who was noted as coming, and ask who did not come, and how it was excused."""
    asker, t, there = sitting.asker, sitting.t, noted(sitting, meeting)
    if asker is None or not there:
        return
    names = enumerate_words([short_name(one) for one in there], t.language)
    asker.say(t(N_("Expected, as the record has it: {names}."), names=names))
    if any(filled.get(name) for name in (ABSENT, *_AWAY)):
        return
    for slug in _who_did_not_come(sitting, asker, meeting, there):
        one = next(record for record in there if record.slug == slug)
        _told(sitting, asker, one, filled)
    for item in FORMS[Meeting.KIND]:
        if item.field in _AWAY and filled.get(item.field):
            filled[item.field] += ask(sitting, Meeting.KIND, item._replace(question=_ELSE[item.field]))


def _who_did_not_come(sitting: Sitting, asker: Asker, meeting: Meeting, there: list[Record]) -> list[str]:
    t = sitting.t
    question = Question(t(N_("Who did not come in the end?")), t(N_("several with commas between them; Enter if all came")))
    while True:
        typed = asker.names(question, candidates(sitting, there))
        try:
            return absent_among(sitting, meeting, [typed])
        except TraiteError as error:
            asker.say(sitting.said(error))
            question = question._replace(begun=typed)


def _told(sitting: Sitting, asker: Asker, one: Record, filled: Filled) -> None:
    """How the absence of somebody is noted."""
    t, name = sitting.t, short_name(one)
    choices = [
        Candidate("excused", t(N_("with apologies"))),
        Candidate("represented", t(N_("with a proxy"))),
        Candidate(ABSENT, t(N_("without a word: taken off the list"))),
    ]
    answer = asker.choice(Question(t(N_("{name}: how is the absence noted?"), name=name), default="excused"), choices) or "excused"
    filled.setdefault(answer, []).append(_with_holder(sitting, one) if answer == "represented" else one.slug)


def _with_holder(sitting: Sitting, one: Record) -> object:
    """Who gave a proxy, and who held it where that is known."""
    item = Item("represented.by", "", N_("{name}: who held the proxy?"), N_("Enter to go on without"))
    question = sitting.t(item.question, name=short_name(one))
    holder = ask(sitting, Meeting.KIND, item._replace(question=question))
    kind = "person" if isinstance(one, Person) else "organisation"
    return {kind: one.slug, **({"by": holder[0]} if holder else {})}


# --- noted --------------------------------------------------------------------------------------------------------------------


def leaving(filled: Filled) -> Leaving:
    """Who leaves which list of a record: nobody is there and away at once, and what is said now counts."""
    away = {*filled.get(ABSENT, ()), *_subjects(filled, _AWAY)}
    came = set(_subjects(filled, PRESENT))
    return {**dict.fromkeys(PRESENT, away), **dict.fromkeys(_AWAY, came)}


def _subjects(filled: Filled, fields: Iterable[str]) -> Iterator[str]:
    for name in fields:
        yield from map(_subject, filled.get(name, ()))


def _subject(entry: Any) -> str:
    """Whom an entry is about, as the lists are known by."""
    return str(entry.get("person") or entry.get("organisation") or "") if isinstance(entry, dict) else str(entry)


def as_noted(meeting: Meeting, filled: Filled) -> Filled:
    """What is given, with the organisation and the function of those who stood in the other lists, as they were noted there."""
    known = {_subject(said): said for name in (*PRESENT, *_AWAY) for one in meeting.values.get(name, ()) for said in _said(one)}
    return {**filled, **{name: [_whole(known, one) for one in filled[name]] for name in (*PRESENT, *_AWAY) if name in filled}}


def _said(entry: Attendance) -> Iterator[dict[str, str]]:
    """An entry that says more than a name; who held a proxy is told no more of somebody who came."""
    said = {name: value for name, value in plain(entry).items() if name != "by"}
    subject = said.pop("*", None)
    if said and subject is None:
        yield said


def _whole(known: dict[str, dict[str, str]], entry: Any) -> object:
    more = known.get(_subject(entry), {})
    if not more:
        return entry
    return {**more, **(entry if isinstance(entry, dict) else {})}
