"""The promises of minutes that no commitment records, and the commitment that each would make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.checks.marked_promises import marked_promises
from traite_cli.checks.recording import Recording
from traite_cli.kinds import Meeting, Organisation, Person, Update
from traite_cli.language import Promise, promises, telling_words, what_is_promised, words
from traite_cli.repository import Repository, plain, quote_in_words, subject_of
from traite_cli.repository.spellings import name_words

if TYPE_CHECKING:
    from traite_cli.repository import Recogniser

_MARKS = re.compile(r"[*_~`\[\]\\]+|\{[^{}\n]*\}|^[-+•]\s+")
_NAMES_DOER = re.compile(r"\s*(?:[(→@]|[=-]*(?:>|&gt;))")
_LONGEST_QUOTE = 300
_LONGEST_TITLE = 80


class Proposal(NamedTuple):
    """A commitment as a promise would make it; ``by`` is None where nobody known is named."""

    promise: Promise
    title: str
    by: Person | Organisation | None
    made_at: str
    due: str
    quote: str


class Proposing:
    """Looks at the bodies of one repository; what it needs to know of all records is gathered once."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    @cached_property
    def _recording(self) -> Recording:
        return Recording(self._repository)

    @cached_property
    def _names(self) -> frozenset[str]:
        return name_words(self._repository.of(Person).values())

    @cached_property
    def _recogniser(self) -> Recogniser:
        from traite_cli.repository import Recogniser

        return Recogniser(self._repository)

    def unrecorded(self, record: Meeting | Update, listed: frozenset[str] = frozenset()) -> list[Promise]:
        """The promises of a body that no commitment records; ``listed`` are folded words of more names than records hold."""
        names = self._names | listed if listed else self._names
        made = tuple(promises(record.document.text, record.document.body_start, names))
        marked = marked_promises(record.document.text, record.document.body_start, made)
        return [promise for promise in (*made, *marked) if not (self.is_recorded(record, promise) or self._is_planned(record, promise))]

    def is_recorded(self, record: Meeting | Update, promise: Promise) -> bool:
        """Whether a commitment made there, or a decision, says what a promise does."""
        text = record.document.text
        return self._recording.has(record, text[slice(*promise.sentence)], text[slice(*promise.paragraph)])

    def proposal(self, record: Meeting | Update, promise: Promise) -> Proposal:
        """The commitment that a promise would make."""
        text = record.document.text
        quote = _shortened(_unmarked(text[slice(*promise.sentence)]), _LONGEST_QUOTE)
        title = _title(_unmarked(_deed(text, promise))) or quote
        return Proposal(
            promise,
            title,
            self._meant(record, promise.who),
            record.slug if isinstance(record, Meeting) else record.ref,
            _due(record, text[slice(*promise.sentence)]),
            quote,
        )

    def _is_planned(self, record: Meeting | Update, promise: Promise) -> bool:
        return self._recording.plans(record, _due(record, record.document.text[slice(*promise.sentence)]))

    def _meant(self, record: Meeting | Update, who: str) -> Person | Organisation | None:
        """The only record that a name can mean: by a spelling of it, or by some of the name of one who was there."""
        from traite_cli.repository import How

        recognised = self._recogniser.recognise(who)
        found = recognised.found
        # « CA » is the board more often than somebody's initials.
        if isinstance(found, Person | Organisation) and recognised.candidates[0].how <= How.FAMILY:
            return found
        there = [one for one in self._there(record) if _is_short_for(who, one)] if who else []
        return there[0] if len(there) == 1 else None

    def _there(self, record: Meeting | Update) -> Iterator[Person | Organisation]:
        if isinstance(record, Meeting):
            found: dict[Person | Organisation, None] = {}
            for entry in (*record.participants, *record.interlocutors, *record.excused, *record.represented):
                for ref in (subject_of(entry), entry.person, entry.organisation):
                    one = self._repository.resolve(ref)
                    if isinstance(one, Person | Organisation):
                        found[one] = None
            yield from found


def _deed(text: str, promise: Promise) -> str:
    """What is promised: from the telling words on, or what stands before them, where they but name who has the task."""
    start, (begun, end) = promise.start, promise.sentence
    return text[begun:start] if begun < start and _NAMES_DOER.match(text, start) else text[start:end]


def _is_short_for(who: str, one: Person | Organisation) -> bool:
    """Whether a text may mean somebody who was there: by the first name or the initials (« AP »), by some of its words (« la mairie »)."""
    name = words(one.name or "")
    if isinstance(one, Organisation):
        said = telling_words(words(who))
        return bool(said) and set(said) <= set(name)
    initials = "".join(part[0] for part in name)
    return name[:1] == words(who) or (who.isupper() and len(initials) > 1 and who.replace(".", "").lower() == initials)


def _due(record: Meeting | Update, sentence: str) -> str:
    from traite_cli.language import deadline

    return deadline(sentence, record.date.first if record.date is not None else None)


def _title(said: str) -> str:
    title = _shortened(what_is_promised(said).rstrip(" .;:"), _LONGEST_TITLE)
    return title[:1].upper() + title[1:]


def _unmarked(markdown: str) -> str:
    """The words of some Markdown as a quote gives them."""
    return " ".join(_MARKS.sub("", quote_in_words(plain(markdown).strip())).split())


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]
