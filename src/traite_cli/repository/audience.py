"""What each circle may read (RECORD-FORMAT, « Audiences »): the repository cut to it before anything else sees it.

Whatever is doubtful fails closed: a record whose audience or fences cannot be relied on is for the contributors only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import is_
from typing import Any, TypeVar

from traite_cli.kinds import (
    AUDIENCES,
    KINDS,
    Attendance,
    Block,
    Commitment,
    Edition,
    FollowUp,
    Meeting,
    Person,
    Record,
    Ref,
    Request,
    Section,
    Struct,
    Topic,
    WrittenDocument,
)
from traite_cli.repository.attendance import attendee
from traite_cli.repository.configuration import Configuration
from traite_cli.repository.moment import PASSING
from traite_cli.repository.paths_named import ATTACHMENTS, ENDING, ESCAPE, files_named, paths_in
from traite_cli.repository.prose import BLANK, plain
from traite_cli.repository.quotes import passages_of_quote
from traite_cli.repository.references import body_references, target
from traite_cli.repository.repository import Repository, told
from traite_cli.syntax import Document, Passage

B = TypeVar("B", bound=Block)
R = TypeVar("R", bound=Record)
NARROWEST = AUDIENCES[-1]
NOBODY = Ref("", ())
"""Stands for whom somebody sat for, or what was promised to, and who may not be named: nobody else must be put in their place."""


def narrowest(audiences: Iterable[str]) -> str:
    """The narrowest of some circles; ``public`` of none."""
    return max(audiences, key=AUDIENCES.index, default=AUDIENCES[0])


def wider(one: str, other: str) -> bool:
    """Whether a circle is wider than another, so that it must not read what is for the other."""
    return AUDIENCES.index(one) < AUDIENCES.index(other)


def audience_of(record: Record, configuration: Configuration) -> str:
    """The widest circle that may read a record."""
    return own_audience(record) or configuration.audience


def own_audience(record: Record) -> str:
    """The widest circle that may read a record as far as it says so itself; '' where the configuration does."""
    if record.doubtful:
        return NARROWEST
    return record.audience or (AUDIENCES[0] if record.PUBLIC else "")


_OWN = frozenset(("", *AUDIENCES))


def told_audience(own: str) -> str:
    """Under which name relations know the records that say of themselves whom they are for."""
    return told("audience", own)


class Cut:
    """A repository cut to a circle, and the texts that were cut out of it: for those, all records are looked at."""

    def __init__(self, repository: Repository, withheld: Sequence[str]) -> None:
        self.repository = repository
        self._withheld = withheld
        """Grows with every record that is looked at."""

    @cached_property
    def withheld(self) -> tuple[str, ...]:
        for _ in self.repository.all():
            pass
        return tuple(self._withheld)


def for_audience(repository: Repository, circle: str, *, edition: Edition | None = None, besides: frozenset[str] = frozenset()) -> Cut:
    """The repository as a circle may see it.

    ``edition`` is one that a document is made from: when it is narrower than the circle it stays, for the order of its
    sections, without a word of its own. ``besides`` names further records to withhold (``kind/slug``): those that were narrower at
    another moment.
    """
    if circle == NARROWEST:
        return Cut(repository, ())
    return _Cutter(repository, circle, edition, besides).cut()


class _Cutter:
    def __init__(self, repository: Repository, circle: str, edition: Edition | None, besides: frozenset[str]) -> None:
        self.repository = repository
        self.circle = circle
        self.edition = edition
        self.besides = besides
        self.withheld: list[str] = []
        self._leads: dict[tuple[str, tuple[str, ...]], bool] = {}
        """Whether references lead to what is hidden, those that were asked for."""

    @cached_property
    def _files(self) -> frozenset[str]:
        """The files of hidden documents, those that a document which is shown has too aside."""
        documents = [one for one in self.repository.of(WrittenDocument).values() if one.file]
        shown = {one.file for one in documents if not self._hides(one)}
        return frozenset(f"{ATTACHMENTS}/{one.file}" for one in documents if one.file not in shown)

    def _narrow(self, audience: str | None) -> bool:
        return audience is not None and wider(self.circle, audience)

    def _hides(self, record: Record) -> bool:
        """Whether a record is withheld as a whole."""
        return record.ref in self.besides or self._narrow(audience_of(record, self.repository.configuration))

    def cut(self) -> Cut:
        return Cut(self.repository.seen(lambda record: self._hidden(record) if self._hides(record) else self._shown(record)), self.withheld)

    def _hidden(self, record: Record) -> Record | None:
        self.withheld.extend(texts_in(record.values))
        self.withheld.extend(plain(record.document.text[passage.start : passage.end]) for passage in record.passages)
        if isinstance(record, Edition) and self.edition is not None and record.slug == self.edition.slug:
            return _wordless(self._referring(record) or record)
        return None

    def _shown(self, record: Record) -> Record:
        cut = self._referring(record) or record
        if isinstance(cut, Person):
            cut = self._person(cut)
        if isinstance(cut, Meeting):
            cut = self._meeting(cut)
        if isinstance(cut, Commitment):
            cut = self._commitment(cut)
        cut = self._without_paths(cut)
        passages = tuple(passage for passage in record.passages if not self._narrow(passage.audience))
        if len(passages) < len(record.passages):
            self._withhold(record, passages)
        if (filed := tuple(map(self._filed, passages))) != record.passages:
            cut = cut.showing(filed)
        return self._request(cut, record) if isinstance(cut, Request) and isinstance(record, Request) else cut

    def _filed(self, passage: Passage) -> Passage:
        """A passage under no topic where it is under one that is hidden."""
        return passage._replace(topic="") if passage.topic and self._is_hidden(Ref(passage.topic, (Topic.KIND,))) else passage

    def _withhold(self, record: Record, shown: tuple[Passage, ...]) -> None:
        hidden = (passage for passage in record.passages if passage not in shown)
        self.withheld.extend(plain(record.document.text[passage.start : passage.end]) for passage in hidden)

    # --- references to what is hidden ---------------------------------------------------------------------------------------

    def _is_hidden(self, ref: Ref) -> bool:
        """Whether a reference leads to a hidden record, or to none: what was one until a day was asked about may be hidden too."""
        known = self._leads.get((ref.slug, ref.kinds))
        if known is None:
            known = self._told_of(ref)
            if known is None:
                target = self.repository.resolve(ref)
                known = target is None or self._hides(target)
            self._leads[ref.slug, ref.kinds] = known
        return known

    def _told_of(self, ref: Ref) -> bool | None:
        """Whether a reference leads to a hidden record, where that is told without looking at it."""
        for kind in ref.kinds:
            name = f"{kind}/{ref.slug}"
            narrow = self._may_say(name, self._narrower)
            if narrow is None:
                continue
            if issubclass(KINDS[kind], PASSING) or name in self.besides:
                return None
            return narrow and (None if self._may_say(name, _OWN - self._narrower) else True)
        return None

    @cached_property
    def _narrower(self) -> frozenset[str]:
        """What a record says of itself that is not for this circle."""
        return frozenset(own for own in _OWN if self._narrow(own or self.repository.configuration.audience))

    def _may_say(self, name: str, owns: Iterable[str]) -> bool | None:
        """Whether a record may say of itself that it is for one of some circles; None where there is no such record."""
        answers = (self.repository.may_say(name, told_audience(own)) for own in owns)
        return next((answer for answer in answers if answer is not False), False)

    def _referring(self, block: B) -> B | None:
        """A block without its references to hidden records; None when it was about one of them."""
        changed: dict[str, Any] = {}
        for name, value in block.values.items():
            if isinstance(value, _CARRIERS) and (kept := self._value(value)) is not value:
                changed[name] = kept
        if not changed:
            return block
        if any(name in changed for name in block.SUBJECT):
            return None
        if isinstance(block, Section) and not draws(block.replaced(**changed)):
            self.withheld.extend(texts_in(block.values))
            return block.replaced(**dict.fromkeys(block.values))
        if isinstance(block, Attendance) and "organisation" in changed:
            return _for_nobody(block.replaced(**changed)) if block.person is not None else None
        if "by" in changed and isinstance(block, Attendance):
            changed["note"] = None  # what is said of a proxy says whose it is
        return block.replaced(**changed)

    def _value(self, value: Any) -> Any:  # a value of any field
        if isinstance(value, Ref):
            return None if self._is_hidden(value) else value
        if isinstance(value, Block):
            return self._referring(value)
        if isinstance(value, tuple):
            kept = [self._value(one) for one in value]
            return value if all(map(is_, kept, value)) else tuple(one for one in kept if one is not None)
        return value

    def _without_paths(self, record: R) -> R:
        """A record whose body names no file of a hidden record, nor one that a hidden document is about.

        Each path gives way to as many characters, so that places stay true.
        """
        whole = record.document
        may_link = ENDING in whole.text or ESCAPE in whole.text
        links = ((one.link.start, one.link.end, one.ref) for one in body_references(record)) if may_link else ()
        paths = ((*found.span(), target(record.KIND, found[0])) for found in paths_in(whole.text, whole.body_start))
        hidden = [(start, end) for start, end, ref in (*links, *paths) if ref is not None and self._is_hidden(ref)]
        if ATTACHMENTS in whole.text and self._files:
            hidden += files_named(record, self._files)
        if not hidden:
            return record
        text = whole.text
        for start, end in hidden:
            text = f"{text[:start]}{BLANK.ljust(end - start)}{text[end:]}"
        return _reading(record, text)

    # --- what a kind holds back on its own ----------------------------------------------------------------------------------

    def _person(self, person: Person) -> Person:
        kept = tuple(one for one in person.contact_details if not self._narrow(one.audience or NARROWEST))
        if len(kept) == len(person.contact_details):
            return person
        self.withheld.extend(text for one in person.contact_details if one not in kept for text in texts_in(one.values))
        return person.replaced(contact_details=kept)

    def _meeting(self, meeting: Meeting) -> Meeting:
        """Who sat for an organisation by a membership, which is hidden, keeps the name alone too."""
        changed: dict[str, tuple[Attendance, ...]] = {}
        for name in _ATTENDANCE & meeting.values.keys():
            entries: tuple[Attendance, ...] = meeting.values[name]
            kept = tuple(_for_nobody(one) if self._says_of_hidden(one, meeting) else one for one in entries)
            if not all(map(is_, kept, entries)):
                changed[name] = kept
        return meeting.replaced(**changed) if changed else meeting

    def _says_of_hidden(self, entry: Attendance, meeting: Meeting) -> bool:
        if entry.organisation is not None or not (entry.role or entry.note) or meeting.date is None:
            return False
        found = attendee(self.repository, entry, meeting.date.first).organisation
        return found is not None and self._hides(found)

    def _commitment(self, commitment: Commitment) -> Commitment:
        """A quotation is as narrow as the passage it stands in; what a hidden member told is news of that member, and not of all."""
        original = self.repository.of(Commitment)[commitment.slug]
        if original.each_member:
            told = tuple(zip(original.follow_ups, commitment.follow_ups, strict=True))
            self.withheld.extend(text for whole, cut in told if _is_of_hidden(whole, cut) for text in texts_in(whole.values))
            commitment = commitment.replaced(follow_ups=tuple(cut for whole, cut in told if not _is_of_hidden(whole, cut)))
        if original.to and not commitment.to:
            commitment = commitment.replaced(to=(NOBODY,))  # with none it would be made to the collective
        if commitment.quote is None or original.made_at is None:
            return commitment
        where = self.repository.resolve(original.made_at)
        passages = passages_of_quote(where, commitment.quote) if where is not None and not self._hides(where) else None
        if passages is not None and not any(self._narrow(one.audience) for one in passages):
            return commitment
        self.withheld.append(commitment.quote)
        return commitment.replaced(quote=None)

    def _request(self, request: Request, whole: Request) -> Request:
        """What was answered to a question that is withheld is withheld."""
        hidden = {one.number for one in whole.questions()} - {one.number for one in request.questions()}
        kept = tuple(one for one in request.answers if one.item not in hidden)
        self.withheld.extend(text for one in request.answers if one.item in hidden for text in texts_in(one.values))
        return request.replaced(answers=kept) if len(kept) < len(request.answers) else request


def may_withhold(record: Record, circle: str, configuration: Configuration) -> Iterator[str]:
    """All texts of a record that ``for_audience`` may withhold from a circle, whatever the other records and the day are.

    What depends on another record counts as withheld: a quotation, and what an edition says of a section.
    """
    own = record.passages
    narrow = [passage for passage in own if passage.audience is not None and wider(circle, passage.audience)]
    if wider(circle, audience_of(record, configuration)):
        yield from texts_in(record.values)
        narrow = list(own)
    yield from (plain(record.document.text[passage.start : passage.end]) for passage in narrow)
    match record:
        case Person():
            hidden = (one for one in record.contact_details if wider(circle, one.audience or NARROWEST))
            yield from (text for one in hidden for text in texts_in(one.values))
        case Commitment():
            yield record.quote or ""
            yield from (text for one in record.follow_ups if record.each_member and one.by for text in texts_in(one.values))
        case Request() if narrow:
            yield from (text for one in record.answers for text in texts_in(one.values))
        case Edition():
            yield from (text for one in record.sections for text in texts_in(one.values))


def _is_of_hidden(whole: FollowUp, cut: FollowUp) -> bool:
    return whole.by is not None and cut.by is None


def _for_nobody(entry: B) -> B:
    """Somebody without the organisation that they sat for, and without what was said of them there."""
    return entry.replaced(organisation=NOBODY, role=None, note=None)


_ATTENDANCE = frozenset(
    name for name, field in Meeting.FIELDS.items() if isinstance(field.type, Struct) and issubclass(field.type.block, Attendance)
)
"""The fields of a meeting that say who was there, or should have been."""
_CARRIERS = (Ref, Block, tuple)
"""What may hold a reference."""


def _reading(record: R, text: str) -> R:
    """The same record with another text of the same length in its file."""
    whole = record.document
    document = Document(whole.path, text)
    document.header, document.faults = (lambda: whole.header), whole.faults
    document.header_start, document.body_start = whole.header_start, whole.body_start
    return record.showing(record.passages).reading(document)


_ORDER_OF_AN_EDITION = frozenset(
    {"audience", "date", "enclosures", "former_slugs", "meetings", "next_meeting", "parts", "period", "sections", "topics"}
)


def _wordless(edition: Edition) -> Edition:
    """What gives an edition its order, and nothing else: a field that nobody thought of here is withheld."""
    sections = tuple(_only(section, "meeting", "topic", "records") for section in edition.sections)
    enclosures = tuple(_only(enclosure, "document") for enclosure in edition.enclosures)
    return _only(edition, *_ORDER_OF_AN_EDITION).replaced(sections=sections, enclosures=enclosures).showing(())


def _only(block: B, *fields: str) -> B:
    """A block with no other fields than these."""
    return block.replaced(**dict.fromkeys(block.values.keys() - set(fields)))


def draws(section: Section) -> bool:
    """Whether a section draws on any record."""
    return section.meeting is not None or section.topic is not None or bool(section.records)


def texts_in(values: Mapping[str, Any]) -> Iterator[str]:
    """Every text in a block's values, those of blocks inside it included."""
    for value in values.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield one
            elif isinstance(one, Block):
                yield from texts_in(one.values)
            elif isinstance(one, dict):
                yield from texts_in(one)
