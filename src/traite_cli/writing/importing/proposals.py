"""What the texts of drafts promise: proposed in the draft, or recorded where that is wanted and it is known who promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from traite_cli.checks.proposing import Proposal, Proposing
from traite_cli.kinds import Commitment, Meeting, read_record
from traite_cli.language import N_, Promise, in_small_letters, without_deadline, words
from traite_cli.repository import Repository
from traite_cli.syntax import chunks
from traite_cli.writing.composing import composed
from traite_cli.writing.creating import New
from traite_cli.writing.importing.acquaintance import Acquaintance
from traite_cli.writing.importing.drafting import Draft
from traite_cli.writing.importing.entries import unmarked
from traite_cli.writing.importing.labels import label_of, lead_in
from traite_cli.writing.importing.page import Doubt, Mark
from traite_cli.writing.importing.told_tables import table_tasks
from traite_cli.writing.importing.told_tasks import Told, told_tasks

_BY = N_("sounds like a commitment of {who}: {title}")
_BY_NOBODY = N_("sounds like a commitment, and does not say whose: {title}")
_QUESTION = N_("a question that may need an answer: {text}")
_TO_US = re.compile(r"(?:nous|vous)\s(?=\w+r(?:e)?\s)", re.IGNORECASE)
"""« Doit nous transmettre la liste »: to transmit it."""
_MOST = 100
_LONGEST = 300
_LONGEST_TITLE = 100


class Proposed(NamedTuple):
    """The commitments that are recorded, and how many more are only proposed."""

    records: tuple[New, ...]
    left: int


def proposed(repository: Repository, known: Acquaintance, drafts: Sequence[Draft], *, wanted_records: bool) -> Proposed:
    """Propose the promises and questions of drafts, each below the text of its draft."""
    read = [read_record(one.kind, one.slug, one.path, one.text.encode()) for one in known.newcomers]
    slugs = _slugs_by_day(repository)
    # Read as the record of its day, where there is one, a draft has the promises that are recorded of that meeting.
    own = [draft for draft in drafts if draft.kind is Meeting]
    meetings = [read_record(Meeting.KIND, slugs.get(one.day, one.slug), one.path, one.text.encode()) for one in own]
    proposing = Proposing(repository.replacing([*read, *meetings]))
    records: list[New] = []
    left = 0
    for draft, record in zip(own, meetings, strict=True):
        if not isinstance(record, Meeting):
            continue
        found = _found(proposing, draft, record)
        for one in sorted(found, key=lambda proposal: proposal.promise.start):
            if wanted_records and one.by is not None:
                records.append(_record(known, one._replace(made_at=draft.slug)))
            else:
                left += 1
                _propose(draft, record.document.line_of(one.promise.start), one)
        _questions(draft)
    return Proposed(tuple(records), left)


def _found(proposing: Proposing, draft: Draft, record: Meeting) -> list[Proposal]:
    """What the text calls a task itself, then what sounds like a promise, then what somebody is to do by a day; each stretch once."""
    told = [one for one in _told(draft, record) if not proposing.is_recorded(record, _promise(one))]
    promises = [proposing.proposal(record, promise) for promise in proposing.unrecorded(record, draft.named)[:_MOST]]
    found = [_of_told(proposing, record, one) for one in told if not one.guessed]
    for more in (promises, [_of_told(proposing, record, one) for one in told if one.guessed]):
        found += [one for one in more if not any(_meet(one.promise, other.promise) for other in found)]
    return found


def _told(draft: Draft, record: Meeting) -> list[Told]:
    """The tasks in the lines and in the tables of a draft, each once."""
    text, start = record.document.text, record.document.body_start
    day = record.date.first if record.date is not None else None
    said = in_small_letters(text, start, draft.named | draft.initials)
    found = [*told_tasks(said, start, day, draft.names), *table_tasks(text, start, day)]
    once = {(" ".join(words(one.what)), one.who): one for one in reversed(found) if words(one.what)}
    return list(reversed(list(once.values())))[:_MOST]


def _of_told(proposing: Proposing, record: Meeting, one: Told) -> Proposal:
    made = proposing.proposal(record, _promise(one))
    what = _TO_US.sub("", one.what)
    title = what[:1].upper() + what[1:]
    title = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} […]"
    return made._replace(title=title, due=one.due)


def _promise(one: Told) -> Promise:
    place = (one.start, one.end)
    return Promise(one.start, one.end, place, place, one.who)


def _slugs_by_day(repository: Repository) -> dict[str, str]:
    """The slugs of meetings that are the only ones of their day."""
    days: dict[str, list[str]] = {}
    for meeting in repository.of(Meeting).values():
        days.setdefault(str(meeting.date), []).append(meeting.slug)
    return {day: slugs[0] for day, slugs in days.items() if len(slugs) == 1}


def _meet(one: Promise, other: Promise) -> bool:
    return one.sentence[0] < other.end and other.start < one.sentence[1]


def _propose(draft: Draft, line: int, one: Proposal) -> None:
    who = one.by.label if one.by is not None else one.promise.who
    doubt = Doubt(_BY if who else _BY_NOBODY, {"who": who, "title": one.title})
    draft.marks.append(Mark(line, doubt))
    draft.aside(doubt, marked=False)


def _record(known: Acquaintance, one: Proposal) -> New:
    values = {
        "title": without_deadline(one.title),
        "by": [one.by.slug] if one.by else [],
        "made_at": one.made_at,
        "due": one.due,
        "quote": one.quote,
    }
    return New(Commitment.KIND, known.names.give(Commitment.KIND, values), composed(Commitment, values))


def _questions(draft: Draft) -> None:
    for text in list(dict.fromkeys(_asked(draft.text)))[:_MOST]:
        draft.aside(Doubt(_QUESTION, {"text": text}))


def _asked(text: str) -> Iterator[str]:
    """« QUESTION : … », and the items of a list that questions are announced before."""
    announced = False
    for chunk in chunks(text.partition("\n---\n")[2]):
        lines = chunk.sentences if chunk.kind == "text" else [item.text for item in chunk.items] or [chunk.text]
        for line in lines:
            label = label_of(line)
            if label is not None and label.name == "question" and label.rest:
                yield unmarked(label.rest)[:_LONGEST]
            elif announced and chunk.kind == "list" and line.rstrip().endswith("?"):
                yield unmarked(line)[:_LONGEST]
        announced = bool(lines) and chunk.kind in {"text", "heading"} and (lead_in(lines[-1]) == "question" or _announces(lines[-1]))


def _announces(line: str) -> bool:
    return line.rstrip(" *_").endswith(":") and "question" in line.lower() and len(line) < _LONGEST
