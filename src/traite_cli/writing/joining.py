"""One person's file with all that another record says of the same person: what is new is added, and no other character changes.

Of two entries of a list, one is left out only where the other says all of it. What cannot stand twice (a form of address) and differs
stays as it is in the file, and is told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from traite_cli.errors import Message, Refused, type_of_fact
from traite_cli.kinds import AUDIENCE_WORDS, Block, Membership, Person, Record, Ref, read_record
from traite_cli.language import N_, fold
from traite_cli.repository import narrowest
from traite_cli.syntax import Document, Entry, Node, Scalar, Sequence, Stretch, completed, given, in_a_row, inserted, read_document, scalars
from traite_cli.syntax import Mapping as Node_
from traite_cli.writing.changes import Told
from traite_cli.writing.file_text import with_stretches

Plain = Mapping[str, str]
"""An entry of a list, by its keys, without places."""
_ENTRIES = ("memberships", "contact_details", "links")
_SHORT = {"memberships": "organisation"}
"""For which key of an entry a bare value stands."""
_ONCE = ("honorific", "sort_name", "source")
_IN_WORDS = ("role", "type")
"""Keys whose capitals and accents say nothing."""
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)*(?:[ \t]*\Z)?")
_REMARK = re.compile(r"(?<!\S)#.*")
_WHOLE = re.compile(r"[^\n,{}\[\]#]+")
"""A bare value that is one wherever it stands."""


class Joined(NamedTuple):
    """The text of the file, and what is to be told."""

    text: str
    told: tuple[Told, ...]


def joined(kept: Person, text: str, gone: Person, body: str) -> Joined:
    """A person's file and what another record says besides; ``body`` is that one's. Raises ``Refused`` where no machine can add it."""
    draft = _Draft(kept, text)
    draft.texts("other_names", kept.other_names, (gone.label, *gone.other_names), (kept.label,))
    draft.once(gone)
    draft.narrow(gone)
    for name in _ENTRIES:
        draft.entries(name, gone)
    draft.texts("topics", [ref.slug for ref in kept.topics], [ref.slug for ref in gone.topics])
    draft.texts("former_slugs", kept.former_slugs, (gone.slug, *gone.former_slugs), (kept.slug,))
    draft.own(gone)
    draft.below(body)
    draft.remarks(gone)
    _look_again(draft, kept, gone)
    return Joined(draft.text, tuple(draft.told))


def cannot(path: str) -> Refused:
    """The refusal to merge records of which something has to be mended first."""
    return Refused(
        N_("{path} cannot be merged by machine: something in it has to be mended first"),
        hint=N_("what is wrong with it: traite validate {path}"),
        path=path,
    )


class _Draft:
    """The file on its way: each addition is made in what the one before it has left."""

    def __init__(self, kept: Person, text: str) -> None:
        self.kept = kept
        self.text = text
        self.told: list[Told] = []
        self.expected: dict[str, object] = {name: plain(value) for name, value in kept.values.items()}

    @property
    def document(self) -> Document:
        return read_document(self.kept.path, self.text.encode())

    def put(self, stretches: Iterable[Stretch]) -> None:
        made = sorted(stretches)
        if not made:
            raise cannot(self.kept.path)
        self.text = with_stretches(self.text, made)

    def tell(self, message: str, **facts: type_of_fact) -> None:
        self.told.append(Told(message, facts))

    def texts(self, name: str, ours: Iterable[str], theirs: Iterable[str], known: Iterable[str] = ()) -> None:
        """Texts of a list that are not in it yet, capitals and accents aside."""
        all_of_them = list(ours)
        there = {fold(one) for one in (*all_of_them, *known)}
        for one in theirs:
            if fold(one) not in there:
                there.add(fold(one))
                self.put(inserted(self.document, name, one, len(all_of_them)))
                all_of_them.append(one)
                self.expected[name] = tuple(all_of_them)

    def once(self, gone: Person) -> None:
        """What there is one of: taken over where there is none."""
        for name in _ONCE:
            ours, theirs = self.kept.values.get(name), gone.values.get(name)
            if theirs and not ours:
                self.put(given(self.document, name, in_a_row(theirs)))
                self.expected[name] = theirs
            elif theirs and ours != theirs:
                self.tell(_DIFFERS, field=name, ours=ours or "", theirs=theirs, path=gone.path)

    def narrow(self, gone: Person) -> None:
        """For the narrower of both circles: nothing reaches more people than before."""
        ours, theirs = (one.audience or "public" for one in (self.kept, gone))
        narrower = narrowest((ours, theirs))
        if narrower != ours:
            self.put(given(self.document, "audience", narrower))
            self.expected["audience"] = narrower
        if ours != theirs:
            wider = theirs if narrower == ours else ours
            self.tell(
                N_("the whole record is now for {audience}: one of the two was, the other for {wider}"),
                audience=Message(AUDIENCE_WORDS[narrower]),
                wider=Message(AUDIENCE_WORDS[wider]),
            )

    def entries(self, name: str, gone: Person) -> None:
        """Entries of which none that is there says all."""
        ours = [plain(one) for one in self.kept.values.get(name, ())]
        for entry in gone.values.get(name, ()):
            theirs = plain(entry)
            if any(_says(one, theirs) for one in ours):
                continue
            less = next((number for number, one in enumerate(ours) if _says(theirs, one)), None)
            if less is None:
                self.put(inserted(self.document, name, theirs, len(ours), _SHORT.get(name, "")))
                ours.append(theirs)
                self._tell_beside(entry)
            else:
                new = {key: value for key, value in theirs.items() if key not in ours[less]}
                written = {key: in_a_row(value) for key, value in new.items()}
                self.put(completed(self.document, _item(self.document, name, less), written, _SHORT.get(name, "")))
                ours[less] = {**ours[less], **new}
            self.expected[name] = tuple(ours)

    def _tell_beside(self, entry: object) -> None:
        if not isinstance(entry, Membership) or entry.organisation is None:
            return
        for one in self.kept.memberships:
            if one.organisation is not None and one.organisation.slug == entry.organisation.slug and _at_once(one, entry):
                self.tell(
                    N_("two functions in {organisation} at the same time, both kept: {ours}; {theirs}"),
                    organisation=entry.organisation.slug,
                    ours=_said(one),
                    theirs=_said(entry),
                )
                return

    def own(self, gone: Person) -> None:
        """Keys of the user's own, each with what stands under it."""
        ours, theirs = dict(self.kept.x or {}), gone.x or {}
        found = gone.document.header.get("x") if gone.document.header is not None else None
        nodes = {one.key.text: one for one in found.value.entries} if found is not None and isinstance(found.value, Node_) else {}
        for key, value in theirs.items():
            if key not in ours:
                self._own_key(nodes[key], gone.document, value)
                ours[key] = value
                self.expected["x"] = dict(ours)
            elif _json(ours[key]) != _json(value):
                self.tell(_DIFFERS, field=f"x: {key}", ours=_json(ours[key]), theirs=_json(value), path=gone.path)

    def _own_key(self, entry: Entry, document: Document, value: object) -> None:
        written = document.text[entry.value.start : entry.value.end] if isinstance(entry.value, Scalar) else ""
        as_it_was = written if _WHOLE.fullmatch(written) else _json(value)
        key = document.text[entry.key.start : entry.key.end]
        now = self.document
        found = now.header.get("x") if now.header is not None else None
        if found is None:
            self.put(given(now, "x", f"{{{key}: {as_it_was}}}"))
        else:
            self.put(completed(now, found.value, {key: as_it_was}))

    def below(self, body: str) -> None:
        """The other record's body behind ours."""
        text = _BLANK_LINES.sub("", body.replace("\r\n", "\n"), count=1)
        if not text:
            return
        document = self.document
        newline = "\r\n" if "\r\n" in self.text[: document.body_start] else "\n"
        before = self.text if self.text[document.body_start :].strip() else self.text[: document.body_start]
        before += "" if before.endswith("\n") else newline
        before += "" if before.endswith(newline * 2) else newline
        self.text = before + text.replace("\n", newline)

    def remarks(self, gone: Person) -> None:
        """Remarks in the other record's fields belong to lines that are no more."""
        document = gone.document
        texts = [one for entry in (document.header.entries if document.header else ()) for one in scalars(entry.key, entry.value)]
        for found in _REMARK.finditer(document.text, document.header_start, document.body_start):
            if not any(one.start <= found.start() < one.end for one in texts):
                line = document.line_of(found.start())
                self.tell(N_("a remark is not taken over ({path}, line {line}): {text}"), path=gone.path, line=line, text=found[0].strip())


_DIFFERS = N_("{field}: “{ours}” stays; “{theirs}” ({path}) is not taken over")


def plain(value: Any) -> Any:  # a value of any field
    """A value without the places that it stands at."""
    match value:
        case Ref():
            return value.slug
        case Block():
            return {name: plain(one) for name, one in value.values.items()}
        case tuple() if not hasattr(value, "_fields"):
            return tuple(plain(one) for one in value)
        case dict():
            return value
    return str(value)


def _says(one: Plain, other: Plain) -> bool:
    """Whether an entry says all that another does; whom it is for is said as well where it is not written."""
    missing = "contributors" if "value" in one else ""
    same_circle = one.get("audience", missing) == other.get("audience", missing)
    return same_circle and all(_is_same(key, one.get(key, ""), value) for key, value in other.items() if key != "audience")


def _is_same(key: str, ours: str, theirs: str) -> bool:
    return fold(ours) == fold(theirs) if key in _IN_WORDS else ours == theirs


def _at_once(one: Membership, other: Membership) -> bool:
    starts = [entry.start_date.first for entry in (one, other) if entry.start_date is not None]
    ends = [entry.end_date.last for entry in (one, other) if entry.end_date is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _said(entry: Membership) -> str:
    dates = "/".join(str(date) if date is not None else ".." for date in (entry.start_date, entry.end_date))
    return " ".join((*((entry.role,) if entry.role else ()), *((dates,) if dates != "../.." else ()))) or str(plain(entry.organisation))


def _item(document: Document, name: str, index: int) -> Node:
    found = document.header.get(name) if document.header is not None else None
    if found is None:
        raise cannot(document.path)
    return found.value.items[index] if isinstance(found.value, Sequence) else found.value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _look_again(draft: _Draft, kept: Person, gone: Person) -> None:
    """The file is read as it will be: it must say what both said, and every passage be for whom it was."""
    again = read_record(Person.KIND, kept.slug, kept.path, draft.text.encode())
    said = {name: plain(value) for name, value in again.values.items()}
    if said != draft.expected:
        raise cannot(kept.path)
    shape = [ours + theirs for ours, theirs in zip(_shape(kept), _shape(gone), strict=True)]
    if again.doubtful or shape != list(_shape(again)):
        raise Refused(
            N_("the text of {path} ends within code or a comment, in which the text of {other} would be hidden"),
            hint=N_("close the code with ```, or the comment with -->, then run the command again"),
            path=kept.path,
            other=gone.path,
        )


def _shape(person: Record) -> tuple[list[object], ...]:
    """What the body holds that a stray mark of code or a comment above it would hide: fenced passages, headings, questions and links."""
    body = person.document.body
    fenced = [(one.audience, one.topic) for one in body.passages if one.audience or one.topic]
    return [*fenced], [one.text for one in body.headings], [None for _ in body.items], [None for _ in body.links]
