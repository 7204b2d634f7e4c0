"""A difference as plain values, for JSON and other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from traite_cli.kinds import Record
from traite_cli.language import Translator
from traite_cli.saying.plain import plain_value
from traite_cli.saying.values import Saying
from traite_cli.together.differences import Change, Difference
from traite_cli.together.edits import Edit
from traite_cli.together.history import Event
from traite_cli.together.prose import Passage
from traite_cli.together.report import Document
from traite_cli.together.sentences import Teller
from traite_cli.together.widening import Widening

VERSION = 1


def plain(difference: Difference, teller: Teller) -> dict[str, Any]:
    """A difference; ``said`` is each change in a sentence of the language asked for."""
    return {
        "version": VERSION,
        "opened": [_opened(one) for one in difference.widened],
        "changes": [_change(one, teller) for one in difference.changes],
        "files": [{"change": sort, "path": path} for sort, path in difference.attachments],
        "withheld": difference.withheld,
        "opened_withheld": difference.widened_unseen,
    }


def plain_document(document: Document | None) -> dict[str, Any]:
    """What is another in a document; nothing where that was not asked for, or where nothing is."""
    if document is None:
        return {}
    obstacle = {"obstacle": document.obstacle} if document.obstacle else {}
    return {"document": {"title": document.name, "text": [_passage(one) for one in document.passages], **obstacle}}


def plain_history(events: Iterable[Event], t: Translator) -> dict[str, Any]:
    """Who changed a record when and how, the newest change first; ``commit`` is null for what is not committed yet."""
    return {"version": VERSION, "events": [_event(one, t) for one in events]}


def _event(event: Event, t: Translator) -> dict[str, Any]:
    commit = event.commit
    named = None if commit is None else {"number": commit.number, "date": commit.day, "author": commit.author, "subject": commit.subject}
    told = plain(event.difference, Teller(Saying(event.difference.before, t), Saying(event.difference.after, t)))
    return {"commit": named, **{name: told[name] for name in ("opened", "changes", "withheld", "opened_withheld")}}


def _opened(widening: Widening) -> dict[str, Any]:
    named = {"ref": widening.record.ref, "path": widening.record.path} if widening.record else {}
    words = {"text": widening.text} if widening.text else {}
    source = {"from": {"ref": widening.source.ref, "path": widening.source.path}} if widening.source else {}
    return {"what": widening.sort, **named, "before": widening.before, "after": widening.after, **words, **source}


def _change(change: Change, teller: Teller) -> dict[str, Any]:
    sides = {"before": change.before, "after": change.after, "into": change.into}
    return {
        "change": change.sort,
        "kind": change.record.KIND,
        **{name: _named(record) for name, record in sides.items() if record is not None},
        "fields": [_edit(one, teller) for one in change.edits],
        "text": [_passage(one) for one in change.passages],
        "narrowed": [{"audience": one.audience, "text": one.text} for one in change.narrowed],
    }


def _named(record: Record) -> dict[str, str]:
    return {"ref": record.ref, "path": record.path, "label": record.label}


def _edit(edit: Edit, teller: Teller) -> dict[str, Any]:
    sides = {"before": edit.before, "after": edit.after}
    values = {name: plain_value(value) for name, value in sides.items() if value is not None}
    entry = {"entry": plain_value(edit.way[0].after)} if edit.way else {}
    return {"field": edit.path, "change": edit.sort, **values, **entry, "said": teller.sentence(edit)}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"section": passage.section, "words": [{"change": run.sort, "text": run.text} for run in passage.runs]}
