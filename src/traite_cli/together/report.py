"""A difference in words: what more people may read first, then the records, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from traite_cli.kinds import AUDIENCE_WORDS, SEVERAL, Block, Commitment, Record
from traite_cli.language import N_, N_n, Translator
from traite_cli.repository import NARROWEST, short_name, state_on
from traite_cli.saying.values import Saying
from traite_cli.saying.vocabulary import STATES
from traite_cli.together.differences import Change, Difference, Sort
from traite_cli.together.prose import Paragraph, Passage
from traite_cli.together.sentences import Teller, brief, in_words
from traite_cli.together.widening import Widening

_QUOTED = 200

_NEW: Mapping[str, str] = {
    "meetings": N_("new meeting: {name}"),
    "people": N_("new person: {name}"),
    "organisations": N_("new organisation: {name}"),
    "commitments": N_("commitment made: {name}"),
    "requests": N_("new request: {name}"),
    "topics": N_("new topic: {name}"),
    "updates": N_("news: {name}"),
    "documents": N_("new document: {name}"),
    "editions": N_("new edition: {name}"),
}
_GONE = {
    "removed": N_("record taken out: {name}"),
    "merged": N_("{name}: the record was merged into {other}"),
    "renamed": N_("{name}: the file is called {other} now, no longer {former}"),
}
_TOLD_OF_NEW: Mapping[str, tuple[str, ...]] = {
    "meetings": ("date", "time", "place", "classification", "participants", "interlocutors", "decisions"),
    "people": ("memberships",),
    "organisations": ("acronym", "classification", "collective_membership"),
    "commitments": ("by", "on_behalf_of", "to", "made_at", "made_on", "due", "quote", "follow_ups"),
    "requests": ("to", "date", "raised_at"),
    "topics": ("parent", "lead"),
    "updates": ("date", "topics"),
    "documents": ("date", "authors", "file", "url"),
    "editions": ("date", "period"),
}
"""The fields of a new record that are told; the others are read in the record."""


class Told(NamedTuple):
    """What became of one record: what happened, the record's name for editors of files, sentences, and passages of its text."""

    sort: Sort
    heading: str
    ref: str
    sentences: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


class Group(NamedTuple):
    """What became of the records of one kind."""

    kind: str
    title: str
    told: tuple[Told, ...]


class Document(NamedTuple):
    """What becomes of a document: its name, and the passages that are others; or why that cannot be told."""

    name: str
    passages: tuple[Passage, ...] = ()
    obstacle: str = ""


class Report(NamedTuple):
    """A difference in words."""

    opened: tuple[str, ...]
    """What more people may read than before."""
    groups: tuple[Group, ...]
    files: tuple[str, ...]
    withheld: str
    """Says that something is not told to this circle; '' when all is."""
    document: Document | None = None
    """What the difference alters in a document, where that was asked for."""


def report(difference: Difference, day: date, t: Translator) -> Report:
    """Word a difference; the states of commitments are those of ``day``."""
    teller = Teller(Saying(difference.before, t), Saying(difference.after, t))
    groups = tuple(
        Group(kind, _capital(t(SEVERAL[kind])), tuple(_told(difference, change, day, teller) for change in changes))
        for kind, changes in groupby(difference.changes, key=lambda one: one.record.KIND)
    )
    unseen = (t.plural(*_UNSEEN, difference.widened_unseen),) if difference.widened_unseen else ()
    opened = (*unseen, *(_opened(one, t) for one in difference.widened))
    files = tuple(
        t(N_("file added: {path}") if sort == "added" else N_("file taken out: {path}"), path=path) for sort, path in difference.attachments
    )
    return Report(opened, groups, files, t.plural(*_WITHHELD, difference.withheld) if difference.withheld else "")


_UNSEEN = N_n(
    "one thing that was for a narrower circle, and is not shown here: whoever has the records sees it by traite diff or traite review",
    "{n} things that were for a narrower circle, and are not shown here: whoever has the records sees them by traite diff or traite review",
)
_WITHHELD = N_n(
    "One more record changed that is, or was, for a narrower circle.", "{n} more records changed that are, or were, for a narrower circle."
)


def _told(difference: Difference, change: Change, day: date, teller: Teller) -> Told:
    t, record = teller.t, change.record
    if change.sort == "added":
        said = teller.sentences(change.edits) or _of_new(record, teller)
        return Told("added", _capital(t(_NEW[record.KIND], name=record.label)), record.ref, tuple(said))
    if change.sort in _GONE:
        other = change.into.label if change.into else record.slug
        former = change.before.slug if change.before else ""
        heading = _capital(t(_GONE[change.sort], name=short_name(record), other=other, former=former))
    else:
        heading = short_name(record) or record.slug
    closed = (_closed(one, t) for one in change.narrowed)
    sentences = (*teller.sentences(change.edits), *_state(difference, change, day, t), *closed)
    return Told(change.sort, heading, record.ref, sentences, change.passages)


def _closed(paragraph: Paragraph, t: Translator) -> str:
    circle = t(AUDIENCE_WORDS[paragraph.audience or NARROWEST])
    return t(N_("text, now for “{audience}” only: “{text}”"), audience=circle, text=brief(paragraph.text, _QUOTED))


def _of_new(record: Record, teller: Teller) -> Iterator[str]:
    for name in _TOLD_OF_NEW[record.KIND]:
        values = record.values.get(name)
        if values not in (None, ()):
            listed = values if isinstance(values, tuple) else (values,)
            told = (in_words(teller.new, record, name, one) for one in listed if not isinstance(one, Block) or one.values)
            if said := ", ".join(filter(None, told)):  # what another circle has nothing left of says nothing
                yield teller.t(N_("{label}: {after}"), label=teller.t(record.FIELDS[name].label), after=brief(said, _QUOTED))
    words = sum(len(record.document.text[passage.start : passage.end].split()) for passage in record.passages)
    if words:
        yield teller.t.plural(*_WORDS, words)


_WORDS = N_n("a text of one word", "a text of {n} words")


def _state(difference: Difference, change: Change, day: date, t: Translator) -> Iterator[str]:
    """Where a commitment stands now, when that is new; beside one field only where that says it."""
    if difference.field not in {"", "follow_ups", "follow_ups.status"}:
        return
    if isinstance(change.before, Commitment) and isinstance(change.after, Commitment):
        was, now = state_on(difference.before, change.before, day).status, state_on(difference.after, change.after, day).status
        if was != now:
            labels = STATES["commitments"]
            yield t(N_("state: {before}, now {after}"), before=t(labels[was]), after=t(labels[now]))


def _opened(widening: Widening, t: Translator) -> str:
    circles = {"before": t(AUDIENCE_WORDS[widening.before]), "after": t(AUDIENCE_WORDS[widening.after])}
    if widening.record is None:
        return t(N_("traite.toml: records that give no audience are for “{after}”, no longer for “{before}”"), **circles)
    name, ref = widening.record.label, widening.record.ref
    match widening.sort:
        case "record":
            return t(N_("{name} ({ref}) is for “{after}”, no longer for “{before}”"), name=name, ref=ref, **circles)
        case "contact" if widening.source is None:
            return t(
                N_("{name} ({ref}): {text} is for “{after}”, no longer for “{before}”"), name=name, ref=ref, text=widening.text, **circles
            )
    text = brief(widening.text, _QUOTED)
    if widening.source is None:
        return t(N_("{name} ({ref}): what was for “{before}” is for “{after}”: “{text}”"), name=name, ref=ref, text=text, **circles)
    source = widening.source.ref
    message = N_("{name} ({ref}): what was for “{before}”, in {source}, is for “{after}” here: “{text}”")
    return t(message, name=name, ref=ref, source=source, text=text, **circles)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
