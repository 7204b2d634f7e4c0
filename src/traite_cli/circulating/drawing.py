"""What a section draws on, in pieces: requests, minutes, news, updates, events; a passage is drawn once in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from traite_cli.circulating.body_links import definitions
from traite_cli.circulating.body_text import body_markdown
from traite_cli.circulating.working_document import Piece
from traite_cli.dates import Period
from traite_cli.kinds import (
    Commitment,
    Edition,
    Meeting,
    Organisation,
    Person,
    Record,
    Ref,
    Request,
    Section,
    Topic,
    Update,
    WrittenDocument,
)
from traite_cli.language import words
from traite_cli.repository import (
    Prose,
    Repository,
    audience_of,
    filed_prose,
    names,
    narrowest,
    passages_of_quote,
    prose_of,
    short_name,
    wider,
)

SECTION_LEVEL = 3
_FILING_HEADING = re.compile(r"\A##[ \t]+\[[^\n]*\]\([^\n]*\)[ \t#]*(?:\n|\Z)")
"""A section about a topic need not say its name again over what is filed under it."""

_HEADINGS = re.compile(r"^ {0,3}#{1,6}(?:[ \t].*)?$", re.MULTILINE)
_SAID = re.compile(r"\w")


class Drawing:
    """Draws for one document from one repository: ``shown`` is cut to the circle, ``whole`` is not and only tells where gaps are.

    ``own`` are the meetings that have a section of their own, ``reported`` those whose filed minutes a topic may give.
    """

    def __init__(
        self,
        shown: Repository,
        whole: Repository,
        period: Period,
        *,
        own: frozenset[str],
        reported: tuple[str, ...],
        gaps: bool,
        level: int = SECTION_LEVEL,
    ) -> None:
        self.shown, self.whole, self.period = shown, whole, period
        self.own, self.reported, self.gaps, self.level = own, reported, gaps, level
        self._drawn: set[tuple[str, int]] = set()

    def section(self, section: Section) -> Iterator[Piece]:
        """What a section draws on: its meeting, then its topic, then its records."""
        meeting = self.shown.get(Meeting, section.meeting)
        if meeting is not None:
            yield from self.meeting(meeting, introduced=bool(section.text))
        topic = self.shown.get(Topic, section.topic)
        if topic is not None:
            yield from self.topic(topic)
        for ref in section.records:
            record = self.shown.resolve(ref)
            if record is not None:
                yield from self.record(record)

    def meeting(self, meeting: Meeting, *, introduced: bool = False) -> Iterator[Piece]:
        """The requests raised there, the minutes, and the news of the promises made there.

        Questions are called what they are, unless words of the section have ``introduced`` them.
        """
        for request in self._asked(meeting):
            pieces = tuple(self.body(request))
            if not introduced and _is_bare(request) and any(piece.sort == "prose" for piece in pieces):
                yield Piece("asked", text=request.classification or "questions")
            yield from pieces
        yield from self.body(meeting)
        for commitment in self.shown.referring(Commitment, "made_at", meeting):
            yield from self._news(commitment)

    def _asked(self, meeting: Meeting) -> Iterator[Request]:
        """The requests raised at a meeting, but for those that its minutes repeat question by question: a passage is printed once."""
        for request in self.shown.referring(Request, "raised_at", meeting):
            is_whole = request.passages == self.whole.of(Request).get(request.slug, request).passages
            nothing_else = _is_bare(request) and not _says_more(request)
            repeated = nothing_else and all(passages_of_quote(meeting, one.text) for one in request.questions())
            if not (is_whole and repeated):
                yield request

    def topic(self, topic: Topic) -> Iterator[Piece]:
        """Its updates in the period, and the minutes filed under it at meetings without a section of their own.

        Where several meetings speak of it, each is named above what was said there.
        """
        updates = [one for one in self.shown.referring(Update, "topics", topic) if one.date and self.period.contains(one.date)]
        for update in sorted(updates, key=lambda one: (one.date.first if one.date else date.min, one.slug)):
            yield from self.body(update)
        apart = [one for slug in self.reported if slug not in self.own and (one := self.shown.of(Meeting).get(slug))]
        spoken = [(one, pieces) for one in apart if (pieces := tuple(self.body(one, topic=topic.slug)))]
        for meeting, pieces in spoken:
            if len(spoken) > 1:
                yield Piece("line", title=meeting.label, date=meeting.date)
            yield from pieces

    def record(self, record: Record) -> Iterator[Piece]:
        """A record in the way of its kind."""
        match record:
            case Meeting() if record.classification == "event":
                yield self._event(record)
            case Meeting():
                yield from self.meeting(record)
            case Topic():
                yield from self.topic(record)
            case Update() | Request():
                yield from self.body(record)
            case Commitment():
                yield Piece("line", title=record.label, text=", ".join(names(self.shown, record.by)), date=record.due)
                yield from self._news(record)
            case WrittenDocument():
                yield Piece("line", title=record.label, date=record.date, text=record.url or "")
            case Person() | Organisation():
                yield Piece("line", title=record.label)
                yield from self.body(record)
            case Edition():
                yield Piece("line", title=record.label, date=record.date)
            case _:
                yield from self.body(record)

    def body(self, record: Record, *, topic: str = "") -> Iterator[Piece]:
        """The body of a record, or what of it is filed under a topic, with the gaps where they are to be said."""
        known = definitions(prose.text for prose in prose_of(record))
        fresh = [prose for prose in self._filed(record, topic) if self._first_time(record, prose.start)]
        texts = [(prose.start, _FILING_HEADING.sub("", prose.text) if topic else prose.text) for prose in fresh]
        pieces = [(start, Piece("prose", prose=body_markdown(text, below=self.level, definitions=known))) for start, text in texts]
        if self.gaps and not topic:
            pieces += self._gaps(record)
        previous = ""
        for _, piece in sorted(pieces, key=lambda one: one[0]):
            if piece.sort != "gap" or piece.audience != previous:
                yield piece
            previous = piece.audience

    def left_out(self, meeting: Meeting) -> bool:
        """Whether something that was said at a meeting, and that the circle may read, was not drawn."""
        untold = (prose for prose in prose_of(meeting) if (meeting.ref, prose.start) not in self._drawn)
        return any(_SAID.search(_HEADINGS.sub("", prose.text)) for prose in untold)

    def _filed(self, record: Record, topic: str) -> tuple[Prose, ...]:
        """The stretches of a body, or those that are filed under a topic: where they are filed the whole record tells."""
        if not topic:
            return prose_of(record)
        whole = self.whole.of_kind(record.KIND).get(record.slug, record)
        under = {prose.start for prose in filed_prose(whole) if prose.topic == topic}
        return tuple(prose for prose in prose_of(record) if prose.start in under)

    def _first_time(self, record: Record, start: int) -> bool:
        key = (record.ref, start)
        new = key not in self._drawn
        self._drawn.add(key)
        return new

    def _gaps(self, record: Record) -> list[tuple[int, Piece]]:
        whole = self.whole.of_kind(record.KIND).get(record.slug, record)
        hidden = [one for one in whole.passages if one not in record.passages and whole.document.text[one.start : one.end].strip()]
        own = audience_of(whole, self.whole.configuration)
        gaps = [(one.start, Piece("gap", audience=narrowest((own, one.audience or own)))) for one in hidden]
        return [(start, gap) for start, gap in gaps if self._first_time(record, start)]

    def _news(self, commitment: Commitment) -> Iterator[Piece]:
        for index, follow_up in enumerate(commitment.follow_ups):
            if follow_up.note and follow_up.date and self.period.contains(follow_up.date) and self._first_time(commitment, -1 - index):
                yield Piece("news", text=follow_up.note, title=commitment.label, date=follow_up.date)

    def _event(self, event: Meeting) -> Piece:
        """One line: title, date, place, then its body, or its organisers when it has none."""
        text = "\n\n".join(one.text for one in prose_of(event))
        prose = body_markdown(text, below=self.level, definitions=definitions([text]))
        found = [organisation for ref in event.organisers if (organisation := self.shown.get(Organisation, ref))]
        organisers = () if prose else tuple(short_name(one) for one in found)
        return Piece("event", title=event.label, date=event.date, place=event.place or "", prose=prose, organisers=organisers)


def _is_bare(request: Request) -> bool:
    """Whether a request begins with its questions: nothing says what they are."""
    asked = request.questions()
    document = request.document
    return bool(asked) and not words(document.text[document.body_start : asked[0].start])


def _says_more(request: Request) -> bool:
    """Whether something stands behind a question that is none: how a letter ends, a paragraph between two lists."""
    asked, document = request.questions(), request.document
    following = (*(one.start for one in asked[1:]), len(document.text))
    between = (document.text[one.end : start] for one, start in zip(asked, following, strict=True))
    return any(words(line) for text in between for line in text.split("\n") if not line.startswith("#"))


def withheld_for(whole: Repository, shown: Repository, section: Section, edition: Edition) -> str:
    """The circle that a section withheld whole is for: the widest one that would see something of it; else that of its edition."""
    refs = [ref for ref in (section.meeting, section.topic, *section.records) if ref is not None]
    records = [record for ref in refs if (record := whole.resolve(ref)) is not None]
    audiences = {audience_of(record, whole.configuration) for record in records if shown.resolve(_ref(record)) is None}
    audiences |= {passage.audience for record in records for passage in record.passages if passage.audience}
    topic = whole.get(Topic, section.topic)
    if topic is not None:
        audiences |= {audience_of(one, whole.configuration) for one in whole.referring(Update, "topics", topic)}
    narrow = audiences - {"public"} or {audience_of(edition, whole.configuration)} - {"public"}
    return next((one for one in narrow if not any(wider(other, one) for other in narrow)), "members")


def _ref(record: Record) -> Ref:
    return Ref(record.slug, (record.KIND,))
