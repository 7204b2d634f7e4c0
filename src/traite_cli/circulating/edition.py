"""An edition to a working document: what goes in, in which order, under which number (RECORD-FORMAT, « editions »)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from traite_cli.circulating import attendance_lists
from traite_cli.circulating.attendance_lists import attendance_of
from traite_cli.circulating.drawing import Drawing, withheld_for
from traite_cli.circulating.tables import commitment_rows, decision_rows, question_rows
from traite_cli.circulating.working_document import AgendaPart, EnclosureLine, MeetingNotice, Piece, SectionText, WorkingDocument
from traite_cli.dates import EdtfDate, Period
from traite_cli.kinds import Edition, Meeting, Organisation, Person, Ref, Section, Topic, Update, WrittenDocument
from traite_cli.repository import Repository, filed_prose, names, period_of, reported_meetings, role_in

NOTE_LEVEL = 2


class Plan(NamedTuple):
    """What an edition reports on, decided before anything is withheld, so that numbers are the same for every circle."""

    edition: Edition
    day: date
    period: Period
    meetings: tuple[Meeting, ...]
    sections: tuple[Section, ...]


def plan(repository: Repository, edition: Edition, day: date) -> Plan:
    """Decide what an edition reports on; ``repository`` is whole, as it stood on ``day``."""
    period = period_of(repository, edition, day)
    meetings = reported_meetings(repository, edition, period, day)
    sections = edition.sections or tuple(_default_sections(repository, meetings, period, day))
    return Plan(edition, day, period, meetings, sections)


def _default_sections(repository: Repository, meetings: tuple[Meeting, ...], period: Period, day: date) -> list[Section]:
    """One section per institutional meeting, then one per topic with news, then the events reported, then the candidatures."""
    own = [one for one in meetings if one.classification == "institutional"]
    sections = [Section({"meeting": _ref(one)}) for one in own]
    with_news = {ref.slug for one in repository.of(Update).values() if one.date and period.contains(one.date) for ref in one.topics}
    with_news |= {prose.topic for meeting in meetings if meeting not in own for prose in filed_prose(meeting) if prose.topic}
    sections += [Section({"topic": _ref(topic)}) for topic in repository.of(Topic).values() if topic.slug in with_news]
    events = [one for one in repository.of(Meeting).values() if one.classification == "event" and one.date and period.contains(one.date)]
    events = [one for one in events if not one.cancelled and one.date and one.date.first <= day]
    if events:
        ordered = sorted(events, key=lambda one: (one.date.first if one.date else date.max, one.slug))
        sections.append(Section({"records": tuple(_ref(one) for one in ordered)}))
    candidates = [one for one in repository.of(Organisation).values() if _is_candidate(one, period)]
    if candidates:
        sections.append(Section({"records": tuple(_ref(one) for one in candidates)}))
    return sections


def _is_candidate(organisation: Organisation, period: Period) -> bool:
    return any(one.status == "candidate" and one.date and period.contains(one.date) for one in organisation.collective_membership)


class Composed(NamedTuple):
    """The document of a plan for one circle, and the meetings of which it says less than that circle may read."""

    document: WorkingDocument
    untold: tuple[Meeting, ...]


def compose(planned: Plan, whole: Repository, shown: Repository, parts: tuple[str, ...], *, gaps: bool) -> Composed:
    """The document of a plan for one circle; ``shown`` is ``whole`` cut to it."""
    edition = shown.of(Edition)[planned.edition.slug]
    meetings = tuple(meeting for one in planned.meetings if (meeting := shown.of(Meeting).get(one.slug)))
    draw = _drawing(planned, shown, whole, gaps=gaps)
    note = tuple(replace_level(draw, NOTE_LEVEL).body(edition))
    sections = _sections(planned, edition, whole, shown, draw)
    collective = shown.of(Organisation).get(shown.configuration.organisation)
    lists = tuple(who for one in meetings if not attendance_lists.is_empty(who := attendance_of(shown, one)))
    document = WorkingDocument(
        title=edition.title or "",
        date=planned.edition.date,
        place=edition.place or "",
        meeting_dates=tuple(one.date for one in meetings if one.date),
        meeting_place=_common_place(meetings),
        note=note,
        sections=sections,
        next_meeting=_notice(shown, edition),
        authors=tuple(_author(shown, ref, collective, planned.day) for ref in edition.authors if shown.resolve(ref)),
        contributors=names(shown, edition.contributors),
        enclosures=tuple(
            EnclosureLine(document.label, one.note or "")
            for one in edition.enclosures
            if (document := shown.get(WrittenDocument, one.document))
        ),
        attendance=lists,
        commitments=commitment_rows(shown, planned.day, planned.period) if "commitments" in parts else None,
        questions=question_rows(shown) if "questions" in parts else None,
        decisions=decision_rows(meetings) if "decisions" in parts else None,
    )
    return Composed(document, tuple(one for one in meetings if draw.left_out(one)))


def _drawing(planned: Plan, shown: Repository, whole: Repository, *, gaps: bool) -> Drawing:
    own = frozenset(section.meeting.slug for section in planned.sections if section.meeting)
    return Drawing(shown, whole, planned.period, own=own, reported=tuple(one.slug for one in planned.meetings), gaps=gaps)


def replace_level(drawing: Drawing, level: int) -> Drawing:
    """The same drawing for text that stands under a higher heading."""
    return Drawing(drawing.shown, drawing.whole, drawing.period, own=drawing.own, reported=drawing.reported, gaps=drawing.gaps, level=level)


def _sections(planned: Plan, edition: Edition, whole: Repository, shown: Repository, draw: Drawing) -> tuple[SectionText, ...]:
    # The sections of the edition as the circle may see it; default ones refer to records only, and draw on what is shown.
    visible = edition.sections if planned.edition.sections else planned.sections
    everything = _drawing(planned, whole, whole, gaps=False)
    found: list[SectionText] = []
    for number, (section, seen) in enumerate(zip(planned.sections, visible, strict=True), start=1):
        drawn = tuple(draw.section(seen))
        content = bool(seen.text) or any(piece.sort != "gap" for piece in drawn)
        if whole is not shown and _withheld(section, seen, tuple(everything.section(section)), content=content):
            found.append(SectionText(number, "", "", (), gap=withheld_for(whole, shown, section, planned.edition)))
            continue
        own = (Piece("text", text=seen.text),) if seen.text else ()
        title = seen.title or _default_title(shown, seen)
        found.append(SectionText(number, title, seen.subject or title, own + _untitled(drawn, title)))
    return _marked([one for one in found if one.gap == "" or draw.gaps])


def _withheld(section: Section, seen: Section, everything: tuple[Piece, ...], *, content: bool) -> bool:
    """Whether nothing is left of a section that has something to say to others."""
    emptied = bool(section.values) and not seen.values
    return not content and (emptied or bool(section.text) or bool(everything))


def _untitled(pieces: tuple[Piece, ...], title: str) -> tuple[Piece, ...]:
    """The pieces of a section that has the name of what it draws on: that name is not said again below it."""
    first = pieces[0] if pieces else None
    return pieces[1:] if first == Piece("line", title=title) else pieces


def _marked(sections: list[SectionText]) -> tuple[SectionText, ...]:
    """Sections with the number that a Markdown list writes before each."""
    marked: list[SectionText] = []
    sign, expected = ".", 1
    for one in sections:
        if one.number != expected:
            sign = ")" if sign == "." else "."
        marked.append(one._replace(mark=f"{one.number}{sign}"))
        expected = one.number + 1
    return tuple(marked)


def _default_title(repository: Repository, section: Section) -> str:
    for ref in (section.meeting, section.topic):
        record = repository.resolve(ref)
        if record is not None:
            return record.label
    records = [found for ref in section.records if (found := repository.resolve(ref))]
    return records[0].label if len(records) == 1 else ""


def _common_place(meetings: tuple[Meeting, ...]) -> str:
    places = {one.place for one in meetings}
    return next(iter(places)) or "" if len(places) == 1 else ""


def _notice(repository: Repository, edition: Edition) -> MeetingNotice | None:
    meeting = repository.get(Meeting, edition.next_meeting)
    return None if meeting is None else notice(meeting)


def notice(meeting: Meeting) -> MeetingNotice:
    """A meeting as it is announced."""
    return MeetingNotice(meeting.label, meeting.date, meeting.time, meeting.place or "", meeting.room or "", agenda(meeting))


def agenda(meeting: Meeting) -> tuple[AgendaPart, ...]:
    """The points of an agenda, those of one part together where the part first appears."""
    parts: dict[str, list[str]] = {}
    for item in meeting.agenda:
        if item.title:
            parts.setdefault(item.part or "", []).append(item.title)
    return tuple(AgendaPart(title, tuple(items)) for title, items in parts.items())


def _author(repository: Repository, ref: Ref, collective: Organisation | None, day: date) -> str:
    person = repository.get(Person, ref)
    if person is None:
        return ""
    role = role_in(person, collective, day) if collective is not None else ""
    return f"{person.label}, {role}" if role else person.label


def _ref(record: Meeting | Topic | Organisation) -> Ref:
    return Ref(record.slug, (record.KIND,))


def latest(repository: Repository, day: date) -> Edition | None:
    """The latest edition on a day."""
    editions = [one for one in repository.of(Edition).values() if one.date is not None and one.date.first <= day]
    return max(editions, key=lambda one: (_first(one.date), one.slug), default=None)


def _first(when: EdtfDate | None) -> date:
    return when.first if when else date.min
