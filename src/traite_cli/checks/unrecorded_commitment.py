"""What somebody promises in minutes or in a note is recorded as a commitment.

« S’engage à », « est chargée de », « d’ici fin février », « Camille : relancer la mairie »: a promise that stands in the text alone is
in no list of what is due, and nobody is reminded of it. It counts as recorded when the quote of a commitment made there holds some of
its words, when a title or a decision says it, or when the meeting that it announces has its own record.

The tasks of a long list are told as one, at the first that is not recorded. The check speaks only where the words are sure. Wishes,
conditions, rules, offices held and things of the past are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from traite_cli.checks.check import Check, Example
from traite_cli.checks.recording import Recording
from traite_cli.diagnostics import Fact, Fault, Severity
from traite_cli.kinds import Meeting, Organisation, Person, Record, Update
from traite_cli.language import N_, Promise, deadline, promises, what_is_promised, words
from traite_cli.repository import Repository, plain, slug_of, subject_of
from traite_cli.repository.spellings import known_as, name_words
from traite_cli.syntax import quoted

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n\nAlice Tallon {} à la Chancellerie d’ici fin février.\n"
_PERSON = {"records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n"}
_HINT = N_("if it is one, create {file} with these lines:{lines}")

CHECK = Check(
    code="TR610",
    severity=Severity.WARNING,
    messages={
        "": N_("this sounds like a commitment, and none is recorded with these words"),
        "who": N_("this sounds like a commitment ({who}), and none is recorded with these words"),
        "list": N_("{count} tasks of this list sound like commitments, and none is recorded with their words; this is the first"),
    },
    hints={"": _HINT, "who": _HINT, "list": N_("record each that is one; for this one create {file} with these lines:{lines}")},
    faulty=Example({"records/meetings/2015-02-02-pleniere.md": _MEETING.format("⟦se charge d’écrire⟧"), **_PERSON}),
    healthy=Example(
        {
            "records/meetings/2015-02-02-pleniere.md": _MEETING.format("se charge d’écrire"),
            "records/commitments/2015-02-02-ecrire-a-la-chancellerie.md": (
                "---\ntitle: Écrire à la Chancellerie\nby: alice-tallon\nmade_at: 2015-02-02-pleniere\ndue: 2015-02\n"
                "quote: Alice Tallon se charge d’écrire à la Chancellerie d’ici fin février.\n---\n"
            ),
            **_PERSON,
        }
    ),
)

_MARKS = re.compile(r"[*_~`\[\]\\]+|\{[^{}\n]*\}|^[-+•]\s+")
_LONGEST_QUOTE = 300
_LONGEST_TITLE = 80
_SLUG_WORDS = 6
_MANY = 4
"""So many tasks of one list are told as one: whoever left out the list left it out as a whole."""


def find(repository: Repository) -> Iterator[Fault]:
    """The promises of bodies that no commitment records."""
    names = name_words(repository.of(Person).values())
    recording = Recording(repository)
    known: Mapping[str, tuple[Person | Organisation, ...]] | None = None
    for record in _minutes(repository):
        made = promises(record.document.text, record.document.body_start, names)
        unrecorded = [promise for promise in made if not _is_recorded(recording, record, promise)]
        for promise, count in _told(unrecorded):
            known = known_as(repository) if known is None else known
            yield _fault(record, promise, _meant(repository, known, record, promise.who), count)


def _told(unrecorded: list[Promise]) -> Iterator[tuple[Promise, int]]:
    """The promises to tell, and how many each stands for: the first of a long list for all of it."""
    lists = Counter(promise.run for promise in unrecorded if promise.run >= 0)
    told: set[int] = set()
    for promise in sorted(unrecorded, key=lambda one: one.start):
        count = lists[promise.run] if lists[promise.run] >= _MANY else 1
        if count == 1 or promise.run not in told:
            yield promise, count
        told.add(promise.run)


def _minutes(repository: Repository) -> Iterator[Meeting | Update]:
    yield from repository.examined(Meeting)
    yield from repository.examined(Update)


def _is_recorded(recording: Recording, record: Meeting | Update, promise: Promise) -> bool:
    text = record.document.text
    sentence, paragraph = text[slice(*promise.sentence)], text[slice(*promise.paragraph)]
    return recording.has(record, sentence, paragraph) or recording.plans(record, _due(record, sentence))


def _due(record: Meeting | Update, sentence: str) -> str:
    return deadline(sentence, record.date.first if record.date is not None else None)


def _fault(record: Meeting | Update, promise: Promise, by: Person | Organisation | None, count: int) -> Fault:
    text = record.document.text
    quote = _shortened(_unmarked(text[slice(*promise.sentence)]), _LONGEST_QUOTE)
    title = _title(_unmarked(text[promise.start : promise.sentence[1]])) or quote
    # The day on which it began; a meeting whose date cannot be read has none to lend.
    day = slug_of(str(record.date).partition("/")[0]) if record.date is not None else ""
    facts: dict[str, Fact] = {
        "who": by.label if by is not None else promise.who,
        "count": count,
        "file": f"records/commitments/{'-'.join([*filter(None, [day]), *slug_of(title).split('-')[:_SLUG_WORDS]])}.md",
        "lines": "".join(f"\n{line}" for line in _lines(record, title, by, _due(record, text[slice(*promise.sentence)]), quote)),
    }
    return record.document.fault("unrecorded-commitment", promise.start, promise.end, _variant(promise.who, count), facts)


def _variant(who: str, count: int) -> str:
    if count > 1:
        return "list"
    return "who" if who else ""


def _lines(record: Record, title: str, by: Person | Organisation | None, due: str, quote: str) -> Iterator[str]:
    yield "---"
    yield f"title: {quoted(title)}"
    yield f"by: {by.slug if by is not None else ''}".rstrip()
    yield f"made_at: {record.slug if isinstance(record, Meeting) else record.ref}"
    if due:
        yield f"due: {due}"
    yield f"quote: {quoted(quote)}"
    yield "---"


def _title(said: str) -> str:
    title = _shortened(what_is_promised(said).rstrip(" .;:"), _LONGEST_TITLE)
    return title[:1].upper() + title[1:]


def _unmarked(markdown: str) -> str:
    """The words of some Markdown as a quote gives them."""
    return " ".join(_MARKS.sub("", plain(markdown).strip()).split())


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]


def _meant(
    repository: Repository, known: Mapping[str, tuple[Person | Organisation, ...]], record: Meeting | Update, who: str
) -> Person | Organisation | None:
    """The only record that a name can mean: by a spelling of it, or by the first name of somebody who was there."""
    said = words(who)
    if not said:
        return None
    found = known.get(" ".join(said)) or known.get(" ".join(said[1:])) or ()
    if len(found) != 1 and len(said) == 1:
        found = tuple(person for person in _there(repository, record) if words(person.name or "")[:1] == said)
    return found[0] if len(found) == 1 else None


def _there(repository: Repository, record: Meeting | Update) -> Iterator[Person]:
    if isinstance(record, Meeting):
        for entry in (*record.participants, *record.interlocutors, *record.excused, *record.represented):
            person = repository.get(Person, entry.person or subject_of(entry))
            if person is not None:
                yield person
