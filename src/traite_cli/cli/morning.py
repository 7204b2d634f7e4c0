"""The coordinator's morning page in words: what waits, section by section, each with the command that comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.asking.status import SOON
from traite_cli.asking.stories import Line
from traite_cli.cli.paragraphs import column_of, flowed, marked
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n, say_date
from traite_cli.repository import has_minutes, names
from traite_cli.saying.values import Saying, Text, Words, plain_text

if TYPE_CHECKING:
    from traite_cli.asking.status import Escalating, Promise, Status, Upcoming, Waiting
    from traite_cli.cli.console import Console
    from traite_cli.kinds import Meeting, Record

_MOST = 5
"""Of each section, on a screen that has room for it."""
_LONG_AGO = 99
"""More days than this say less than the day itself."""
_LATE = N_n("{n} day late", "{n} days late")
_LEFT = N_n("in {n} day", "in {n} days")
_ASKED = N_n("{n} day ago", "{n} days ago")
_QUESTIONS = N_n("{n} question without an answer", "{n} questions without an answer")
_ERRORS = N_n("{n} error", "{n} errors")
_WARNED = N_n("{n} record with warnings alone", "{n} records with warnings alone")
_WARNED_TOO = N_n("and {n} more with warnings alone", "and {n} more with warnings alone")
_PARTS = N_n("and {n} of its parts", "and {n} of its parts")
_MORE = N_n("and {n} more", "and {n} more")


class Section(NamedTuple):
    """A heading with how many there are, a line for each, and the command that comes next ('' for none)."""

    heading: str
    lines: tuple[Line, ...]
    then: str = ""
    urgent: bool = False
    number: int = 0
    """How many there are, where not each has a line (0: it has)."""


class Morning:
    """Words a day's status in one language."""

    def __init__(self, saying: Saying, found: Status, *, for_others: bool, is_whole: bool, again: str) -> None:
        self.saying, self.found, self.t = saying, found, saying.t
        self.for_others = for_others
        """Whether it is a message: the names of files are for whoever edits them."""
        self.again = again
        """The options that ask about the same records and the same day, with a space before them."""
        self.nothing = self.t(N_("Nothing waits.") if is_whole else N_("Nothing that this circle may see waits."))
        """What is said where nothing waits: of what is only for others, nobody here can say so."""

    @property
    def title(self) -> str:
        """Whose morning it is, and of which day."""
        day = say_date(EdtfDate.of(self.found.day), self.t.language, weekday=True)
        return self.t(N_("{name}: {day}"), name=self.saying.repository.configuration.name, day=day)

    def sections(self) -> tuple[Section, ...]:
        """What waits, the most pressing first; a section in which nothing does is left out."""
        found, t = self.found, self.t
        all_of = (
            Section(
                t(N_("To be escalated")), tuple(map(self._escalating, found.escalation)), self._follow_up(found.escalation), urgent=True
            ),
            Section(t(N_("Overdue commitments")), tuple(map(self._late, found.overdue)), self._follow_up(found.overdue), urgent=True),
            Section(t(N_("Due within 30 days")), tuple(map(self._due, found.due)), self._list_due()),
            Section(
                t(N_("Questions without an answer")),
                tuple(map(self._waiting, found.unanswered)),
                self._answer(),
                number=found.concerns()["unanswered"],
            ),
            Section(t(N_("Not looked at for 90 days")), tuple(map(self._silent, found.silence)), self._look()),
            Section(t(N_("Meetings to be completed")), tuple(map(self._incomplete, found.incomplete)), self._hold()),
            Section(t(N_("Next meeting")), tuple(self._upcoming(found.next_meeting)), self._notice(found.next_meeting)),
            Section(t(N_("Next event")), tuple(self._upcoming(found.next_event))),
            Section(t(N_("Records with faults")), tuple(self._faulty()), "traite validate", number=len(self.found.faulty)),
        )
        return tuple(one for one in all_of if one.lines)

    # --- what each line says --------------------------------------------------------------------------------------------

    def _late(self, one: Promise) -> Line:
        due = one.state.due
        if one.days > _LONG_AGO and due is not None:
            since = self.saying.in_a_sentence(EdtfDate.of(due.last + timedelta(days=1)))
            return Line(plain_text(self.t(N_("since {since}"), since=since)), self._promise(one))
        return Line(plain_text(self.t.plural(*_LATE, one.days, n=one.days)), self._promise(one))

    def _due(self, one: Promise) -> Line:
        mark = self.t.plural(*_LEFT, one.days, n=one.days) if one.days else self.t(N_("today"))
        return Line(plain_text(mark), self._promise(one))

    def _silent(self, one: Promise) -> Line:
        looked = self.saying.date(EdtfDate.of(one.looked)) if one.looked else ""
        return Line(plain_text(looked), (self._named(one.commitment), *self._aside(*self._who(one))))

    def _promise(self, one: Promise) -> tuple[Text, ...]:
        looked = self.saying.date(EdtfDate.of(one.looked)) if one.looked and one.state.last else ""
        news = [self.t(N_("last news: {date}"), date=looked)] if looked else []
        return (self._named(one.commitment), *self._aside(*self._who(one), *news))

    def _who(self, one: Promise) -> Iterator[str]:
        if one.commitment.each_member:
            yield self.t(N_("each member"))
        yield from names(self.saying.repository, one.commitment.by)
        if one.state.of:
            yield self.t(N_("{kept} of {of} kept"), kept=one.state.kept, of=one.state.of)
        if one.parts:
            yield self.t.plural(*_PARTS, len(one.parts), n=len(one.parts))

    def _waiting(self, one: Waiting) -> Line:
        recent = one.days is not None and one.days <= _LONG_AGO
        mark = self.t.plural(*_ASKED, one.days or 0, n=one.days or 0) if recent else self.saying.date(one.request.date)
        number = len(one.questions)
        said = self.t.plural(*_QUESTIONS, number, n=number) if number else self.t(N_("no answer"))
        numbers = ", ".join(str(question.number) for question in one.questions)
        who = names(self.saying.repository, one.request.to)
        return Line(plain_text(mark), (self._named(one.request), *self._aside(*who, f"{said} ({numbers})" if numbers else said)))

    def _escalating(self, one: Escalating) -> Line:
        case = next(iter(self.saying.values(one.rule, "if")), ())
        action = plain_text(" ".join((one.rule.action or "").split()))
        to = tuple(words.text for text in self.saying.values(one.rule, "to") for words in text if not words.aside)
        turn_to = self._aside(self.t(N_("turn to: {who}"), who=", ".join(to))) if to else ()
        return Line(case, (self._named(one.commitment), action, *turn_to))

    def _incomplete(self, one: Meeting) -> Line:
        lacks = self.t(N_("no minutes")) if not has_minutes(one) and not one.decisions else self.t(N_("it does not say who was there"))
        return Line(plain_text(self.saying.date(one.date)), (self._named(one), *self._aside(lacks)))

    def _upcoming(self, one: Upcoming | None) -> Iterator[Line]:
        if one is None:
            return
        when = self.saying.date(one.meeting.date)
        is_near = one.days <= _LONG_AGO
        mark = (self.t.plural(*_LEFT, one.days, n=one.days) if one.days else self.t(N_("today"))) if is_near else when
        notice, then = self._noticed(one) if one.meeting.classification != "event" else ("", "")
        said = [*([when] if is_near else []), *([notice] if notice else [])]
        yield Line(plain_text(mark), (self._named(one.meeting), *self._aside(*said), *(self._aside(then) if then else ())))

    def _noticed(self, one: Upcoming) -> tuple[str, str]:
        """Whether the notice is out, and what is to be done where it is not; whoever organises an event sends its own."""
        if one.noticed:
            return self.t(N_("notice sent on {date}"), date=self.saying.date(one.noticed)), ""
        then = "" if self.for_others else self.t(N_("send it to those who are to come, then note the day, as below"))
        return self.t(N_("notice not sent yet")), then

    def _faulty(self) -> Iterator[Line]:
        """The files with errors; those with warnings alone, which may wait, in one line."""
        for one in self.found.faulty:
            if one.errors:
                said = self.t.plural(*_ERRORS, one.errors, n=one.errors)
                yield Line((), ((Words(visible(one.path)), Words(f"– {said}", aside=True)),))
        warned = sum(not one.errors for one in self.found.faulty)
        if warned:
            words = _WARNED if warned == len(self.found.faulty) else _WARNED_TOO
            yield Line((), ((Words(self.t.plural(*words, warned, n=warned), aside=True),),))

    def _named(self, record: Record) -> Text:
        said = self.saying.record(record)
        return said[:1] if self.for_others else said

    def _aside(self, *said: str) -> tuple[Text, ...]:
        return ((Words(" · ".join(said), aside=True),),) if said else ()

    # --- what comes next --------------------------------------------------------------------------------------------------

    def _follow_up(self, found: Sequence[Promise | Escalating]) -> str:
        return f"traite follow-up {found[0].commitment.slug} --status … --note …" if found else ""

    def _list_due(self) -> str:
        first, after = self.found.day, SOON._replace(number=SOON.number + 1).after(self.found.day)
        return f"traite list commitments --due-since {first} --due-before {after} --sort due{self.again}"

    def _look(self) -> str:
        if not self.found.silence:
            return ""
        from traite_cli.kinds import FOLLOW_UP_STATUSES

        return f'traite follow-up {self.found.silence[0].commitment.slug} --status "{self.t(FOLLOW_UP_STATUSES["no_news"])}"'

    def _hold(self) -> str:
        return f"traite hold {self.found.incomplete[0].slug}" if self.found.incomplete else ""

    def _notice(self, one: Upcoming | None) -> str:
        return f"traite hold {one.meeting.slug} --notice {self.found.day} --no-ask" if one is not None and not one.noticed else ""

    def _answer(self) -> str:
        if not self.found.unanswered:
            return ""
        first = self.found.unanswered[0]
        number = first.questions[0].number if first.questions else 1
        return f"traite answer {first.request.slug} {number} --status … --text …"


def print_morning(console: Console, morning: Morning) -> None:
    """Write the page: to a terminal as many lines of each section as fit on one screen, to anything else all of them."""
    sections = morning.sections()
    if console.room is None or console.height is None:
        lines = list(_laid_out(morning, sections, console.room, None))
    else:
        lines = []
        for most, briefly in (*((most, False) for most in range(_MOST, 0, -1)), (2, True), (1, True)):
            lines = list(_laid_out(morning, sections, console.room, most, briefly=briefly))
            if len(lines) < console.height:
                break
    for line in lines:
        console.data(*line)


def _laid_out(
    morning: Morning, sections: Sequence[Section], room: int | None, most: int | None, *, briefly: bool = False
) -> Iterator[list[Piece]]:
    """The page line by line, with at most so many of each section; ``briefly`` only what each is about."""
    yield from flowed([Painted(morning.title, Role.HEADING)], room)
    if not sections:
        yield []
        yield [morning.nothing]
    for section in sections:
        shown = section.lines[:most]
        yield []
        yield [
            Painted(section.heading, Role.ERROR if section.urgent else Role.HEADING),
            " ",
            Painted(f"({section.number or len(section.lines)})", Role.FAINT),
        ]
        column = column_of([_pieces(line.mark) for line in shown], room)
        for one in shown:
            yield from marked(_pieces(one.mark), [_pieces(text) for text in one.texts[: 1 if briefly else None]], column, room)
        left = len(section.lines) - len(shown)
        if left:
            yield ["  ", Painted(f"… {morning.t.plural(*_MORE, left, n=left)}", Role.FAINT)]
        if section.then:
            yield ["  ", Painted("→", Role.FAINT), " ", Painted(section.then, Role.PLACE)]


def _pieces(text: Text) -> list[Piece]:
    return [Painted(words.text, Role.FAINT) if words.aside else words.text for words in text]


def as_markdown(morning: Morning) -> str:
    """The page for a message: everything that waits, without the commands, which are the coordinator's."""
    from traite_cli.circulating.field_text import escaped

    def inline(text: Text) -> str:
        return " ".join(escaped(" ".join(words.text.split())) for words in text)

    def item(line: Line) -> str:
        first, *rest = map(inline, line.texts)
        mark = f"**{inline(line.mark)}** – " if line.mark else ""
        return "\n".join([f"- {mark}{first}", *(f"  - {text}" for text in rest)])

    parts = [f"# {escaped(morning.title)}"]
    for section in morning.sections():
        parts += [f"## {section.heading} ({section.number or len(section.lines)})", "\n".join(map(item, section.lines))]
    if len(parts) == 1:
        parts.append(morning.nothing)
    return "\n\n".join(parts) + "\n"
