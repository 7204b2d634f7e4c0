"""One record with what is derived from it and all that refers to it: as values for programs, as a page for people."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from traite_cli.asking.attendances import WAYS
from traite_cli.asking.facts import facts_of
from traite_cli.asking.related import Item, Related, plain_item, related
from traite_cli.asking.stories import Group, Line, stories_of
from traite_cli.asking.timeline import plain_event, timeline
from traite_cli.kinds import KINDS, SEVERAL, SINGULAR, Commitment, Record, Request
from traite_cli.language import N_, Translator, sorted_as
from traite_cli.repository import Repository, prose_of, sorting_name, state_on
from traite_cli.saying.fields import field_called
from traite_cli.saying.plain import derived, plain_record
from traite_cli.saying.values import Saying, Text, Words, plain_text
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
    related: tuple[Related, ...]
    referrers: tuple[Referrer, ...]


class Page(NamedTuple):
    """A record for the eye, in words: what it is called and is, what follows from it, its fields and its story, its text, who names it."""

    title: str
    kind: str
    path: str
    facts: tuple[str, ...]
    groups: tuple[Group, ...]
    related: tuple[Group, ...]
    body: str
    referrers: tuple[Group, ...]


def show(repository: Repository, record: Record, day: date) -> Shown:
    """Everything there is to say of a record on a day."""
    referrers = sorted({Referrer(one.field, one.record.ref, one.record.label) for one in repository.referrers(record)}, key=_order)
    body = "\n\n".join(prose.text for prose in prose_of(record)).strip("\n")
    return Shown(record, derived(repository, record, day), body, related(repository, record, day), tuple(referrers))


def _order(referrer: Referrer) -> tuple[str, str]:
    return (referrer.ref, referrer.field)


def plain(repository: Repository, shown: Shown, day: date) -> dict[str, Any]:
    """The same for other programs."""
    record = shown.record
    return {
        "version": 1,
        "as_of": day.isoformat(),
        "record": plain_record(repository, record, day),
        "body": shown.body,
        **({"timeline": [plain_event(one) for one in timeline(repository, record, day)]} if isinstance(record, Commitment) else {}),
        "related": {one.name: [plain_item(repository, item, day) for item in one.items] for one in shown.related},
        "referrers": [{"field": one.field, "ref": one.ref, "label": one.label} for one in shown.referrers],
    }


def page(repository: Repository, shown: Shown, day: date, t: Translator) -> Page:
    """The same for people."""
    saying, record = Saying(repository, t), shown.record
    stories = tuple(stories_of(saying, record, day))
    told = {record.NAMED_BY, *(name for story in stories for name in story.fields)}
    fields = tuple(_field(saying, record, name) for name in record.FIELDS if name not in told and record.get(name) not in (None, ()))
    return Page(
        title=record.label,
        kind=t(SINGULAR[record.KIND]).partition(" ")[2],
        path=record.path,
        facts=tuple(facts_of(saying, record, day)),
        groups=(Group((), fields), *stories),
        related=tuple(_related(saying, one) for one in shown.related),
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


_HEADINGS = {
    "parts": N_("Its parts"),
    "attended": N_("Meetings attended"),
    "expected": N_("Expected at meetings"),
    "people": N_("People with a function there"),
    "requests": N_("Put forward there"),
    "prepared_by": N_("Prepared by"),
    "next": N_("The next of its sort"),
    "subtopics": N_("Its parts"),
}
"""What the records are called that belong to another in some way; of a topic, what is filed there has the name of its kind."""


def _related(saying: Saying, found: Related) -> Group:
    heading = saying.t(_HEADINGS.get(found.name) or SEVERAL[found.name])
    lines = tuple(Line(_mark(saying, one), (_belonging(saying, one),)) for one in found.items)
    return Group(_counted(heading, len(lines)), lines)


def _counted(heading: str, number: int) -> Text:
    return (Words(f"{heading[:1].upper()}{heading[1:]}"), Words(f"({number})", aside=True))


def _mark(saying: Saying, item: Item) -> Text:
    """What stands before a record: the state of a promise, else its date."""
    if item.status:
        return plain_text(_state(saying, item.status, overdue=item.overdue))
    return plain_text(saying.date(item.record.get("date")))


def _belonging(saying: Saying, item: Item) -> Text:
    said = ", ".join(item.words)
    way = saying.t(item.record.FIELDS[item.field].label).lower() if item.field else ""
    more = " – ".join(part for part in (said, way if item.field != WAYS[0] else "") if part)
    return (*saying.record(item.record), *((Words(f"– {more}", aside=True),) if more else ()))


def _state(saying: Saying, status: str, *, overdue: bool) -> str:
    label = saying.t(STATES["commitments"][status])
    return saying.t(N_("{state}, overdue"), state=label) if overdue else label


def _referrers(saying: Saying, shown: Shown, day: date) -> Iterator[Group]:
    """Those who name a record besides, kind by kind, each once with the fields through which it does."""
    told = {(item.record.ref, field) for one in shown.related for item in one.items for field in one.fields}
    fields: dict[str, list[str]] = {}
    for one in shown.referrers:
        if (one.ref, one.field) not in told:
            fields.setdefault(one.ref, []).append(one.field)
    for kind in KINDS:
        found = [(saying.repository.record(ref), through) for ref, through in fields.items() if ref.startswith(f"{kind}/")]
        if found:
            lines = sorted((_mention(saying, record, through, day) for record, through in found), key=lambda pair: pair[0])
            yield Group(_counted(saying.t(SEVERAL[kind]), len(found)), tuple(line for _, line in lines))


_LAST = "~"
"""Comes after every date: what has none yet is still to come."""


def _mention(saying: Saying, record: Record, through: list[str], day: date) -> tuple[tuple[str, str, str], Line]:
    """A record that names another: when it is of, or where it stands; its title; how it names it. With what it is sorted by."""
    when = record.get("date")
    mark = saying.date(when)
    if isinstance(record, Commitment):
        state = state_on(saying.repository, record, day)
        mark = _state(saying, state.status, overdue=state.overdue)
    how = ", ".join(dict.fromkeys(_through(saying, record, field) for field in through))
    line = Line(((Words(mark),) if mark else ()), ((*saying.record(record), Words(f"– {how}", aside=True)),))
    return (when.first.isoformat() if when else _LAST, sorted_as(sorting_name(record)), record.slug), line


def _through(saying: Saying, record: Record, field: str) -> str:
    """The field of a reference as a name."""
    if field == "body":
        return saying.t(N_("in its text"))
    return saying.t(N_("“{field}”"), field=field_called(saying.t, type(record), field))
