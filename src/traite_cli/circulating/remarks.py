"""What whoever makes a document has to know of it: what is left out that nobody would miss, and how to have it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from traite_cli.circulating.working_document import Minutes, WorkingDocument
from traite_cli.dates import EdtfDate
from traite_cli.kinds import Edition, Meeting, Record, Topic
from traite_cli.language import N_
from traite_cli.repository import Repository, audience_of, doubts_of, wider

_UNTOLD = N_("what was said at “{title}” ({day}) is not in the document: no section takes it up")
_SECTION = N_("to have it there, add a line to the sections of {edition}: - meeting: {slug}")
_TOPIC = N_("to have it there, say which topic it was about: traite hold {slug} --topic NAME")
_HEADING = N_("the meeting has several topics: in {path}, write above each part of the text which one it is about, such as: {line}")

_EMPTY = {
    "public": N_("the document is blank: nothing of what this edition reports on is for the public"),
    "members": N_("the document is blank: nothing of what this edition reports on is for the members"),
}
_UNTITLED = {
    "members": N_("the title of the edition was left out: it is for members only"),
    "contributors": N_("the title of the edition was left out: it is for contributors only"),
}
_OPEN_EDITION = N_("if this circle may read all of the edition, write in the header of {edition}: audience: {circle}")
_OPEN_MEETING = N_("if this circle may read all of a meeting, for instance: traite hold {slug} --audience {circle}")


_DOUBT = N_("importing left a doubt at “{title}” that nobody has settled yet; what it is about may be missing here: {doubt}")
_DOUBTS = N_(
    "importing left {n} doubts at “{title}” that nobody has settled yet; what they are about may be missing here, such as: {doubt}"
)
_SETTLE = N_("put {path} right where it has to be, and delete there what begins with “# ?” or “<!-- ?”")

_CONTACT = N_("everyone will be able to read what looks like a way to reach somebody, taken from “{title}”: {contact}")
_CONTACTS = N_("everyone will be able to read {n} ways to reach somebody, as it seems, taken from “{title}”, such as: {contact}")
_KEEP = N_(
    "in {path}, take it out, or keep the passage for the members, between the lines ::: members and :::, and make the document again"
)

_NOTHING = {
    "public": N_("the part “{part}” that was asked for is left out: it has nothing for the public"),
    "members": N_("the part “{part}” that was asked for is left out: it has nothing for the members"),
    "contributors": N_("the part “{part}” that was asked for is left out: it has nothing to say"),
}


Facts = Mapping[str, str | int | EdtfDate]


class Remark(NamedTuple):
    """A sentence, and what can be done about it: message ids, with the facts of both."""

    message: str
    hint: str
    facts: Facts


def of_untold(edition: Edition, untold: Iterable[Meeting], repository: Repository) -> Iterator[Remark]:
    """The meetings of which no section says what was said there; ``repository`` is whole."""
    for meeting in untold:
        topics = [topic for ref in meeting.topics if (topic := repository.get(Topic, ref))]
        line = f"## [{topics[0].label}](../topics/{topics[0].slug}.md)" if topics else ""
        hint = _SECTION if edition.sections else _HEADING if topics else _TOPIC
        day = meeting.date or ""
        facts = {"title": meeting.label, "day": day, "slug": meeting.slug, "path": meeting.path, "edition": edition.path, "line": line}
        yield Remark(_UNTOLD, hint, facts)


def of_withheld(
    edition: Edition, meetings: Iterable[Meeting], circle: str, document: WorkingDocument, repository: Repository
) -> Iterator[Remark]:
    """That nothing is left for a circle, or that the title is not for it; ``repository`` is whole."""
    own = audience_of(edition, repository.configuration)
    hidden = [one for one in meetings if wider(circle, audience_of(one, repository.configuration))]
    facts = {"edition": edition.path, "circle": circle, "slug": hidden[0].slug if hidden else ""}
    if (hidden or wider(circle, own)) and _is_blank(document):
        yield Remark(_EMPTY[circle], _OPEN_MEETING if hidden else "", facts)
    if wider(circle, own) and edition.title:
        yield Remark(_UNTITLED[own], _OPEN_EDITION, facts)


def _is_blank(document: WorkingDocument) -> bool:
    tables = (document.commitments, document.questions, document.decisions)
    told = (document.note, document.next_meeting, document.enclosures, document.attendance, document.authors, *tables)
    return not any(told) and all(one.gap or not one.pieces for one in document.sections)


def of_doubts(records: Iterable[Record]) -> Iterator[Remark]:
    """The records that a document is made from and in which something is still doubtful."""
    for record in records:
        doubts = list(doubts_of(record))
        if doubts:
            facts: Facts = {"n": len(doubts), "title": record.label, "doubt": doubts[0].text, "path": record.path}
            yield Remark(_DOUBTS if len(doubts) > 1 else _DOUBT, _SETTLE, facts)


def of_empty_parts(asked: Iterable[str], document: WorkingDocument | Minutes, circle: str) -> Iterator[Remark]:
    """The parts asked for that have nothing for a circle; whether others would find something there is not told."""
    tables = {"commitments": document.commitments, "questions": document.questions, "decisions": document.decisions}
    for part in asked:
        if tables[part] == ():
            yield Remark(_NOTHING[circle], "", {"part": part})


def of_contacts(markdown: str, records: Iterable[Record], repository: Repository, day: date) -> Iterator[Remark]:
    """The records from which a document for everyone takes somebody's telephone, mailbox or home, as the check of that finds them."""
    from traite_cli.checks.running import faults_of

    paths = {record.path: record for record in records}
    printed = _signs(markdown)
    found: dict[str, list[str]] = {}
    for fault in faults_of(repository.focused(paths), day, ("contact-for-the-public",)):
        # What reaches somebody stands on one line.
        contact = fault.source[fault.span.column - 1 : fault.span.end_column - 1]
        if fault.path in paths and _signs(contact) in printed:
            found.setdefault(fault.path, []).append(contact)
    for path, contacts in found.items():
        facts: Facts = {"n": len(contacts), "title": paths[path].label, "contact": contacts[0], "path": path}
        yield Remark(_CONTACTS if len(contacts) > 1 else _CONTACT, _KEEP, facts)


def _signs(text: str) -> str:
    """The letters and figures of a text: what the document's typography and escapes leave as they are."""
    return "".join(filter(str.isalnum, text))
