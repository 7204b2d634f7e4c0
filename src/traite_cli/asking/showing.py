"""One record with what is derived from it and all that refers to it: as values for programs, as a page for people."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from traite_cli.asking.facts import facts_of
from traite_cli.asking.stories import Group, Line, stories_of
from traite_cli.kinds import KINDS, SEVERAL, SINGULAR, Block, Commitment, Record, Request, Struct
from traite_cli.language import N_, Translator
from traite_cli.repository import Repository, prose_of, state_on
from traite_cli.saying.plain import derived, plain_record
from traite_cli.saying.values import Saying, Words
from traite_cli.saying.vocabulary import STATES


class Referrer(NamedTuple):
    """A record that refers to the one shown, and through which field."""

    field: str
    ref: str
    label: str


class Shown(NamedTuple):
    """A record, ready to be printed."""

    record: Record
    derived: Mapping[str, Any]
    body: str
    referrers: tuple[Referrer, ...]


class Page(NamedTuple):
    """A record for the eye, in words: what it is called and is, what follows from it, its fields and its story, its text, who names it."""

    title: str
    kind: str
    path: str
    facts: tuple[str, ...]
    groups: tuple[Group, ...]
    body: str
    referrers: tuple[Group, ...]


def show(repository: Repository, record: Record, day: date) -> Shown:
    """Everything there is to say of a record on a day."""
    referrers = sorted({Referrer(one.field, one.record.ref, one.record.label) for one in repository.referrers(record)}, key=_order)
    body = "\n\n".join(prose.text for prose in prose_of(record)).strip("\n")
    return Shown(record, derived(repository, record, day), body, tuple(referrers))


def _order(referrer: Referrer) -> tuple[str, str]:
    return (referrer.ref, referrer.field)


def plain(repository: Repository, shown: Shown, day: date) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "version": 1,
        "record": plain_record(repository, shown.record, day),
        "body": shown.body,
        "referrers": [{"field": one.field, "ref": one.ref, "label": one.label} for one in shown.referrers],
    }


def page(repository: Repository, shown: Shown, day: date, t: Translator) -> Page:
    """The same for people."""
    saying, record = Saying(repository, t), shown.record
    stories = tuple(stories_of(saying, record))
    told = {record.NAMED_BY, *(name for story in stories for name in story.fields)}
    fields = tuple(_field(saying, record, name) for name in record.FIELDS if name not in told and record.values.get(name) not in (None, ()))
    return Page(
        title=record.label,
        kind=t(SINGULAR[record.KIND]).partition(" ")[2],
        path=record.path,
        facts=tuple(facts_of(saying, record, day)),
        groups=(Group((), fields), *stories),
        body="" if isinstance(record, Request) and _holds_questions_only(record, shown.body) else _fenced(record),
        referrers=tuple(_referrers(saying, shown, day)),
    )


def _fenced(record: Record) -> str:
    """The text with its passages for fewer people between their fences: who reads it aloud, or copies it, sees where they are."""
    parts: list[str] = []
    left = deque(prose_of(record))
    for passage in record.passages:
        texts: list[str] = []
        while left and left[0].start < passage.end:
            texts.append(left.popleft().text)
        parts += [f"::: {passage.audience}", *texts, ":::"] if passage.audience and texts else texts
    return "\n\n".join(parts).strip("\n")


def _holds_questions_only(request: Request, body: str) -> bool:
    """Whether the questions, told with their answers, leave nothing of the text to be told."""
    return _MARKER.sub("", body).split() == " ".join(question.text for question in request.questions()).split()


_MARKER = re.compile(r"(?m)^[ \t]*[0-9]{1,9}[.)](?=\s)")


def _field(saying: Saying, record: Record, name: str) -> Line:
    texts = saying.values(record, name)
    if len(texts) > 1 and any(len(words.text) > _LONG for text in texts for words in text):
        texts = tuple((Words("•"), *text) for text in texts)  # where one ends and the next begins
    return Line(saying.label(record.FIELDS[name]), texts)


_LONG = 100


def _referrers(saying: Saying, shown: Shown, day: date) -> Iterator[Group]:
    """Those who name a record, kind by kind, each once with the fields through which it does."""
    fields: dict[str, list[str]] = {}
    for one in shown.referrers:
        fields.setdefault(one.ref, []).append(one.field)
    for kind in KINDS:
        found = [(saying.repository.find(ref), through) for ref, through in fields.items() if ref.startswith(f"{kind}/")]
        if found:
            lines = sorted((_mention(saying, record, through, day) for record, through in found), key=lambda pair: pair[0])
            heading = saying.t(SEVERAL[kind])
            yield Group(
                (Words(f"{heading[:1].upper()}{heading[1:]}"), Words(f"({len(found)})", aside=True)), tuple(line for _, line in lines)
            )


_LAST = "~"
"""Comes after every date: what has none yet is still to come."""


def _mention(saying: Saying, record: Record, through: list[str], day: date) -> tuple[tuple[str, str], Line]:
    """A record that names another: when it is of, or where it stands; its title; how it names it. With what it is sorted by."""
    when = record.values.get("date")
    mark = saying.date(when)
    if isinstance(record, Commitment):
        state = state_on(saying.repository, record, day)
        label = saying.t(STATES["commitments"][state.status])
        mark = saying.t(N_("{state}, overdue"), state=label) if state.overdue else label
    how = ", ".join(dict.fromkeys(_through(saying, record, field) for field in through))
    line = Line(((Words(mark),) if mark else ()), ((*saying.record(record), Words(f"– {how}", aside=True)),))
    return (when.first.isoformat() if when else _LAST, record.slug), line


def _through(saying: Saying, record: Record, field: str) -> str:
    """The field of a reference in words: « suivi, réunion »; of one inside a mapping, both."""
    if field == "body":
        return saying.t(N_("in its text"))
    said: list[str] = []
    block: type[Block] = type(record)
    for name in field.split("."):
        # That an attendance names a person goes without saying.
        if name in block.FIELDS and not (said and name in block.SUBJECT):
            declared = block.FIELDS[name]
            said.append(saying.t(declared.label).lower())
            block = declared.type.block if isinstance(declared.type, Struct) else block
    return ", ".join(said)
