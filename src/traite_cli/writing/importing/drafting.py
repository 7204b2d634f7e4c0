"""The draft of a meeting's record: its front matter with the words it was made from, its text, and what a person has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from traite_cli.dates import EdtfDate
from traite_cli.kinds import Edition, Meeting
from traite_cli.language import LANGUAGES, N_, Language, Translator, dates_in, of_date, telling_words, times_in, translator, words
from traite_cli.repository import Repository
from traite_cli.syntax import Chunk
from traite_cli.writing.importing.acquaintance import Acquaintance, without_address
from traite_cli.writing.importing.agenda import Point
from traite_cli.writing.importing.body import Body, body_of
from traite_cli.writing.importing.found import (
    ANY_YEAR,
    FROM_MAIL,
    FROM_NAME,
    GUESSED_YEAR,
    NUMERIC,
    PROSE,
    SEVERAL_DAYS,
    TWO_DATES,
    WEEKDAY,
    Found,
)
from traite_cli.writing.importing.minutes import Minutes
from traite_cli.writing.importing.page import Doubt, Facts, Page
from traite_cli.writing.importing.people_lines import ABSENT_NOTE, Line, named_at_the_beginning, people_lines
from traite_cli.writing.importing.source import Aside, Manuscript
from traite_cli.writing.importing.when_where import Beginning, day_of_record

_TITLE = {
    FROM_NAME: N_("the title is taken from the file’s name"),
    PROSE: N_("the title is the first line of the text"),
}
_DATE = {
    GUESSED_YEAR: N_("the year is not written in full beside the day: {value} is a guess"),
    TWO_DATES: N_("the file names another day too: {other}"),
    SEVERAL_DAYS: N_("these minutes report on several days together: make a record of each, if you can"),
    FROM_NAME: N_("the day is taken from the file’s name"),
    FROM_MAIL: N_("this is the day on which the message was sent: the text does not say on which day the meeting was"),
    PROSE: N_("nothing says that this is the day of the meeting: it is the first that the text names"),
    NUMERIC: N_("{value}: the day was taken to stand before the month"),
    WEEKDAY: N_("the file says “{other}”, and that day was {day}: one of the two is wrong"),
}
_PLACE = N_("the place is taken out of a sentence")
_HEADINGS = N_("the agenda is made of the headings of the text")
_COPIED = N_("the agenda is made of a list that says more, and stays in the text")
_DECISIONS = N_("these sentences read like decisions; those that are none have to be deleted")
_FENCES = N_(
    "lines that may begin or end a passage for some readers stand between quotation marks ({count}): for contributors until you have looked"
)
_PICTURES = N_("pictures are not taken over; what they are called stands in the text ({count})")
_LINKS = N_("links that lead to no page of the web are written out ({count})")
_ENCODING = N_("how the letters of the file are encoded was guessed ({encoding}): look at the accents")
_SILENT = N_("there is no text on page {pages}: it was scanned, perhaps")
_OTHERWISE = N_("the file is in fact of the sort {sort}, whatever its name says")
_SPLIT = N_("what the file says of no single meeting is put here")
_ASIDES = {
    "edge": N_("at the edge of the pages: {text}"),
    "comment": N_("in the margin: {text}"),
    "deleted": N_("struck out in the file, and not yet accepted: {text}"),
    "note": N_("in a note: {text}"),
    "rest": N_("beside what the file says of its meetings: {text}"),
    "header": N_("above the text of the file: {text}"),
}
_WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b,?\s*"
    r"(?:le\s+|the\s+)?"
)
_BEFORE_WHEN = re.compile(rf"(?:\b(?:du|le|de|à|held on|on|of|at|from)\s+)?(?:\b{_WEEKDAY})?$", re.IGNORECASE)
_FRAMES = N_("what follows stands in a frame or a field of the file, beside its text: put it where it belongs")
_QUOTES: Mapping[Language, tuple[str, str]] = {"fr": ("« ", " »"), "en": ("“", "”")}
_INDENT = 2
_SURE_ENCODINGS = {"", "utf-16-le", "utf-16-be"}


class Draft(Page):
    """A record in the making, with its slug."""

    slug = ""
    day = ""
    """The day of a meeting, as its record writes it."""
    listed: frozenset[str] = frozenset()
    """Those whom the text lists, as it spells them."""

    @property
    def named(self) -> frozenset[str]:
        """The words of the names that the text lists."""
        return frozenset(word for name in self.listed for word in telling_words(words(name)) if len(word) > 1)

    def names(self, said: str) -> bool:
        """Whether a text is the name of somebody who is listed, whole or in part, or several: « Zoé et AP »."""
        parts = [part for part in re.split(r"\s*(?:,|/|&|\+|\bet\b|\band\b)\s*", said.strip(" .")) if part]
        return bool(parts) and all(part.startswith("@") or self._names_one(part) for part in parts)

    def _names_one(self, said: str) -> bool:
        told = words(without_address(said))
        if said.replace(".", "").replace("-", "").isupper() and "".join(told) in self.initials:
            return True
        return bool(told) and self.named.issuperset(told)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The letters that their names begin with."""
        told = ("".join(word[0] for word in words(name)) for name in self.listed)
        # « LE BRAS Yann » is « YLB » all the same.
        return frozenset(one[at:] + one[:at] for one in told if len(one) > 1 for at in range(len(one)))

    @property
    def path(self) -> str:
        """Where it will stand."""
        return f"records/{self.kind.KIND}/{self.slug}.md"


def language_of(repository: Repository) -> Language:
    """The language of the collective."""
    return next((one for one in LANGUAGES if one == repository.configuration.language), "fr")


def meeting_draft(
    repository: Repository, known: Acquaintance, source: Manuscript, told: Minutes, asides: Sequence[Aside], file: str
) -> Draft:
    """The draft of one meeting's record. Its date is there: without one no record can be made."""
    t = translator(language_of(repository))
    draft = Draft(Meeting, t)
    body = _body(t, told.body)
    title = _title(told, t)
    _about_the_file(draft, source)
    _found(draft, "title", title, told.beginning.title.doubt, _TITLE)
    _moved(draft, source, told)
    _found(draft, "date", told.beginning.date.value, told.beginning.date.doubt, _DATE, told.beginning.date)
    draft.field("time", told.beginning.time.value)
    _found(draft, "place", told.beginning.place.value, told.beginning.place.doubt, {PROSE: _PLACE})
    draft.field("room", told.beginning.room.value)
    people = told.people or named_at_the_beginning(repository, _opening(told))
    draft.listed = frozenset(name for group in people for one in group.named for name in _spellings(known, one.name))
    _people(draft, people_lines(repository, known, people, day_of_record(told.beginning)))
    _agenda(draft, told)
    _decisions(draft, told)
    _closing(draft, body, asides, file)
    draft.day = told.beginning.date.value
    draft.slug = known.names.give(Meeting.KIND, {"title": _called(title, told.beginning), "date": told.beginning.date.value})
    return draft


def rest_draft(
    repository: Repository,
    known: Acquaintance,
    chunks: Sequence[Chunk],
    day: Found,
    title: str,
    meetings: Sequence[str],
    asides: Sequence[Aside],
    file: str,
) -> Draft:
    """The draft of an edition, which holds what a file says beside what it reports of meetings."""
    t = translator(language_of(repository))
    draft = Draft(Edition, t)
    draft.doubt(Doubt(_SPLIT))
    draft.field("title", title)
    _found(draft, "date", day.value, day.doubt, _DATE, day)
    draft.field("meetings", list(meetings))
    _closing(draft, _body(t, chunks), asides, file)
    draft.slug = known.names.give(Edition.KIND, {"title": title, "date": day.value})
    return draft


def _spellings(known: Acquaintance, said: str) -> Iterator[str]:
    """A name as the text has it, and as the record does of whom it means."""
    yield without_address(said)
    found = known.person(said).found
    if found is not None:
        yield found.label


def _body(t: Translator, chunks: Sequence[Chunk]) -> Body:
    return body_of(chunks, t(N_("picture")), _QUOTES[t.language])


def _opening(told: Minutes) -> str:
    """The title and the first paragraph."""
    first = next((chunk.written for chunk in told.body if chunk.kind == "text"), "")
    return f"{told.beginning.title.value}\n{first}"


def _title(told: Minutes, t: Translator) -> str:
    if told.beginning.title.value:
        return told.beginning.title.value
    day = EdtfDate.parse(told.beginning.date.value)
    return t(N_("Meeting {of_date}"), of_date=of_date(day, t.language))


def _called(title: str, beginning: Beginning) -> str:
    """A title without the day, the hour and the place, which stand beside it: « Réunion du lundi 2 mars – Mairie » is « Réunion »."""
    called = title
    for part in filter(None, (*beginning.place.value.split(", "), beginning.room.value)):
        called = " ".join(called.rsplit(part, 1))
    when = [(one.start, one.end) for one in dates_in(called, ANY_YEAR)] + [(one.start, one.end) for one in times_in(called)]
    for start, end in sorted(when, reverse=True):
        called = f"{_BEFORE_WHEN.sub('', called[:start])} {called[end:]}"
    return called if words(called) else title


def _found(draft: Draft, name: str, value: str, doubt: str, words_of: Mapping[str, str], found: Found | None = None) -> None:
    """A field, with what is doubtful about it above."""
    if value and doubt:
        facts: Facts = {"value": value, "other": found.other if found else ""}
        draft.doubt(Doubt(words_of[doubt], {**facts, "day": EdtfDate.parse(value)} if doubt == WEEKDAY else facts))
    draft.field(name, value)


def _about_the_file(draft: Draft, source: Manuscript) -> None:
    if source.otherwise:
        draft.doubt(Doubt(_OTHERWISE, {"sort": source.sort}))
    if source.guessed not in _SURE_ENCODINGS:
        draft.doubt(Doubt(_ENCODING, {"encoding": source.guessed}))
    if source.silent:
        draft.doubt(Doubt(_SILENT, {"pages": ", ".join(map(str, source.silent))}))


def _moved(draft: Draft, source: Manuscript, told: Minutes) -> None:
    """The words that the fields below were made from, where the text holds them no more."""
    begun = told.beginning
    stated = [f"{name}: {value}" for name, value in source.stated if words(value) != words(begun.title.value) and value != begun.date.value]
    if begun.title.said and begun.title.said != begun.title.value:
        draft.quote(begun.title.said)
    for line in (*(stated if not begun.is_part else ()), *begun.moved, *filter(None, [begun.kept_title])):
        draft.quote(line)


def _people(draft: Draft, lists: Mapping[str, Sequence[Line]]) -> None:
    for name, lines in lists.items():
        draft.begin_list(name)
        for line in lines:
            if line.said:
                draft.quote(line.said, _INDENT)
            for entry in line.entries:
                for doubt in entry.doubts:
                    draft.doubt(doubt, _INDENT)
                if entry.values:
                    note = {"note": draft.t(ABSENT_NOTE)} if entry.values.get("note") == ABSENT_NOTE else {}
                    draft.item(name, _short({**entry.values, **note}))


def _short(values: dict[str, str]) -> object:
    """A bare name, where nothing else is said."""
    only = next(iter(values.values()))
    return only if len(values) == 1 else values


def _agenda(draft: Draft, told: Minutes) -> None:
    for line in told.agenda.moved:
        draft.quote(line)
    if told.agenda.points and (told.agenda.from_headings or told.agenda.copied):
        draft.doubt(Doubt(_HEADINGS if told.agenda.from_headings else _COPIED))
    draft.field("agenda", [_point(point) for point in told.agenda.points])


def _point(point: Point) -> dict[str, str]:
    return {"title": point.title, "part": point.part} if point.part else {"title": point.title}


def _decisions(draft: Draft, told: Minutes) -> None:
    if any(not decision.sure for decision in told.decisions):
        draft.doubt(Doubt(_DECISIONS))
    draft.field("decisions", [{"text": decision.text} for decision in told.decisions])


def _closing(draft: Draft, body: Body, asides: Sequence[Aside], file: str) -> None:
    """The audience, where it is in doubt; where the record comes from; the text; what the file says beside it."""
    beside = _body(draft.t, [Chunk("text", (aside.text,)) for aside in asides if aside.where == "text"])
    fences = body.fences + beside.fences + draft.fenced
    if fences:
        draft.doubt(Doubt(_FENCES, {"count": fences}))
        draft.field("audience", "contributors")
    draft.field("source", file)
    draft.end_header()
    for message, count in ((_PICTURES, body.pictures), (_LINKS, body.links)):
        if count:
            draft.aside(Doubt(message, {"count": count}))
    draft.body(body.text)
    if beside.text:
        draft.aside(Doubt(_FRAMES))
        draft.body(beside.text)
    for aside in asides:
        if aside.where in _ASIDES:
            for line in filter(str.strip, aside.text.split("\n")):
                draft.aside(Doubt(_ASIDES[aside.where], {"text": line}), marked=aside.where in {"comment", "deleted", "note"})
