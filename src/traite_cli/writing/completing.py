"""A record that is there and of which more is known: what is new is added to its file, and no other character changes.

A list gets what it does not hold yet; what there is one of is put where nothing stands, or in the place of what somebody asks to change.
The file is read again as it will be: it must say what it said, and what was added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from traite_cli.errors import Refused
from traite_cli.kinds import Attendance, Block, Meeting, Record, read_record
from traite_cli.language import N_, fold
from traite_cli.syntax import (
    Document,
    Node,
    Scalar,
    Stretch,
    comments_of,
    completed,
    in_a_row,
    inserted,
    put_at_the_end,
    replaced,
    taken_out,
    within,
)
from traite_cli.syntax import Mapping as Node_
from traite_cli.syntax import Sequence as Items
from traite_cli.writing.composing import composed, field_lines
from traite_cli.writing.creating import New
from traite_cli.writing.entering import cannot_be_added_to
from traite_cli.writing.file_text import FileText, with_stretches
from traite_cli.writing.filing import agenda_lines, filed
from traite_cli.writing.joining import plain


class Completion(NamedTuple):
    """The file with what is new in it, and the names of those who stand in its lists already, and stay as they stand there."""

    new: New
    kept: tuple[str, ...]


Leaving = Mapping[str, Collection[str]]
"""Who leaves which lists: the slugs of people and organisations by the names of fields."""


def completion(
    meeting: Meeting,
    file: FileText,
    values: Mapping[str, Any],
    minutes: str = "",
    leaving: Leaving = MappingProxyType({}),
) -> Completion:
    """The record of a meeting with more values and minutes, and without those ``leaving`` its lists.

    Raises ``Refused`` where no machine can do it.
    """
    said = read_record(Meeting.KIND, meeting.slug, meeting.path, composed(Meeting, values).encode())
    draft = _Draft(meeting, file.text)
    for name, slugs in leaving.items():
        draft.take_out(name, slugs)
    for name in (name for name in Meeting.FIELDS if name in said.values):
        if Meeting.FIELDS[name].many:
            draft.add(name, said)
        else:
            draft.give(name, said)
    draft.file_minutes(minutes)
    after = FileText(file.mark, draft.text)
    _look_again(draft, meeting, after, minutes)
    return Completion(New(Meeting.KIND, meeting.slug, after.data.decode(), file.data), tuple(draft.kept))


class _Draft:
    """The file on its way: each addition is made in what the one before it has left."""

    def __init__(self, meeting: Meeting, text: str) -> None:
        self.meeting = meeting
        self.text = text
        self.kept: list[str] = []
        self.expected: dict[str, Any] = {name: plain(value) for name, value in meeting.values.items()}

    def put(self, stretches: Sequence[Stretch]) -> None:
        if not stretches:
            raise cannot_be_added_to(self.meeting)
        self.text = with_stretches(self.text, sorted(stretches))

    @property
    def now(self) -> Meeting:
        """The record as it is by now."""
        record = read_record(Meeting.KIND, self.meeting.slug, self.meeting.path, self.text.encode())
        if not isinstance(record, Meeting) or record.document.header is None:
            raise cannot_be_added_to(self.meeting)
        return record

    def take_out(self, name: str, slugs: Collection[str]) -> None:
        """Those who leave a list, the last first: the others keep their places."""
        held = self.meeting.values.get(name, ())
        leaving = [index for index, one in enumerate(held) if _identity(one) in slugs]
        for index in reversed(leaving):
            self.put(taken_out(self.now.document, name, index))
        left = tuple(plain(one) for index, one in enumerate(held) if index not in leaving)
        if leaving:
            self.expected.pop(name)
        if leaving and left:
            self.expected[name] = left

    def give(self, name: str, said: Record) -> None:
        """What there is one of."""
        value = plain(said.values[name])
        if self.expected.get(name) != value:
            self.put(replaced(self.now.document, name, field_lines(Meeting.FIELDS[name], said.values[name])))
            self.expected[name] = value

    def add(self, name: str, said: Record) -> None:
        """What a list does not hold yet, and what an entry of it does not say yet."""
        ours: tuple[object, ...] = self.now.values.get(name, ())
        theirs = zip(said.values[name], _nodes(said.document, name), strict=True)
        known = {_identity(one): index for index, one in enumerate(ours)}
        new: list[tuple[object, Node]] = []
        self.expected[name] = tuple(map(plain, ours))
        for value, node in theirs:
            if _identity(value) in known:
                self.enter(name, known[_identity(value)], node)
            elif _identity(value) not in [_identity(one) for one, _ in new]:
                new.append((value, node))
        header = self.now.document.header
        if new and header is not None and header.get(name) is None:
            self.put(put_at_the_end(self.now.document, field_lines(Meeting.FIELDS[name], [value for value, _ in new])))
        else:
            for number, (_, node) in enumerate(new, start=len(ours)):
                self.put(inserted(self.now.document, name, _entry(node), number, _short(name)))
        self.expected[name] = (*self.expected[name], *(plain(value) for value, _ in new))

    def enter(self, name: str, index: int, node: Node) -> None:
        """What an entry that is there does not say: the function of somebody who was to come. What it says otherwise stays."""
        ours, theirs = plain(self.now.values[name][index]), _entry(node)
        if isinstance(theirs, str) or not isinstance(ours, dict):
            return
        subject = next(iter(theirs))
        said = {subject if key == "*" else key: value for key, value in ours.items()}
        if any(said.get(key, value) != value for key, value in theirs.items()):
            self.kept.append(str(said.get(subject, "")))
            return
        missing = {key: value for key, value in theirs.items() if key not in said and isinstance(value, str)}
        if missing:
            found = self.now.document.header.get(name)  # type: ignore[union-attr]  # see ``now``
            place = found.value.items[index] if found is not None and isinstance(found.value, Items) else found and found.value
            written = {key: in_a_row(value) for key, value in missing.items()}
            self.put(completed(self.now.document, place, written, subject) if place else ())
            entries = list(self.expected[name])
            entries[index] = {**said, **missing}
            self.expected[name] = tuple(entries)

    def file_minutes(self, minutes: str) -> None:
        if not minutes.strip():
            return
        document = self.now.document
        found = comments_of(document.text, document.body_start)
        # The end of its last line is no part of a remark: minutes may stand behind it.
        comments = [(start, start + len(document.text[start:end].rstrip())) for start, end in found]
        stretches = filed(document, minutes, agenda_lines(self.now))
        if any(within(comments, start) for start, _, _ in stretches):
            raise cannot_be_added_to(self.meeting)
        text = with_stretches(self.text, sorted(stretches))
        own = [*_remarks(self.text, document.body_start), *(one for _, _, new in stretches for one in _remarks(new))]
        if Counter(_remarks(text, document.body_start)) != Counter(own):
            raise Refused(
                N_("in these minutes a remark begins (<!--) or ends (-->) alone, and would hide a part of {path}"),
                hint=N_("close each <!-- of theirs by -->, or take it out"),
                path=self.meeting.path,
            )
        self.text = text


def _remarks(text: str, start: int = 0) -> list[str]:
    return [text[begin:end].strip() for begin, end in comments_of(text, start)]


def _nodes(document: Document, name: str) -> tuple[Node, ...]:
    entry = document.header.get(name) if document.header is not None else None
    return entry.value.items if entry is not None and isinstance(entry.value, Items) else ()


def _entry(node: Node) -> str | dict[str, str | list[str]]:
    """An item of a list as texts by their keys, or as one text."""
    if not isinstance(node, Node_):
        return _text(node)
    return {one.key.text: [*map(_text, one.value.items)] if isinstance(one.value, Items) else _text(one.value) for one in node.entries}


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _short(name: str) -> str:
    """The key of an entry for which a bare value may stand; '' for none."""
    return getattr(Meeting.FIELDS[name].type, "short", "")


def subject(entry: Attendance) -> object:
    """The name of whom an entry is about: the person, or the organisation where nobody is named."""
    return next((plain(entry.values[name]) for name in ("*", "person", "organisation") if name in entry.values), "")


def _identity(value: object) -> object:
    """By what an entry is known again: whom it is of, or what it says."""
    if isinstance(value, Attendance):
        return subject(value)
    if isinstance(value, Block):
        return next((fold(str(plain(value.values[name]))) for (name, *_) in value.IDENTITY if name in value.values), "")
    return plain(value)


def _look_again(draft: _Draft, before: Meeting, after: FileText, minutes: str) -> None:
    """The file is read as it will be: it must say what it said and what was added, and every passage be for whom it was."""
    again = read_record(Meeting.KIND, before.slug, before.path, after.data)
    said = {name: plain(value) for name, value in again.values.items()}
    there, more, now = _fenced(before.document), _fenced(Document("", minutes)), _fenced(again.document)
    if said != draft.expected or before.doubtful or again.doubtful or not there <= now <= there + more:
        raise cannot_be_added_to(before)


def _fenced(document: Document) -> Counter[tuple[str | None, str | None]]:
    """The passages of a body that are for some, or filed apart."""
    return Counter((one.audience, one.topic) for one in document.body.passages if one.audience or one.topic)
