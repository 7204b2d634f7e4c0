"""From records to a manuscript: plan, cut to the circle, compose, set by a template, sanitise, look once more for what is withheld."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from traite_cli.circulating import edition as editions
from traite_cli.circulating import minutes as minutes_of
from traite_cli.circulating import remarks as remarks_of
from traite_cli.circulating.blocks import without_marks
from traite_cli.circulating.in_the_way import DRAWN_BY, drawn, errors_of, errors_of_edition, planned_on
from traite_cli.circulating.looks import Looks
from traite_cli.circulating.manuscript import Manuscript, Properties
from traite_cli.circulating.page_making import made_ready, page_of
from traite_cli.circulating.remarks import Remark
from traite_cli.circulating.tables import PARTS
from traite_cli.circulating.templating import Template
from traite_cli.circulating.working_document import Letterhead, Minutes, WorkingDocument
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Fault
from traite_cli.errors import ConfigurationError, Message, Refused, UsageError
from traite_cli.files import UNREADABLE, Source, Unreadable
from traite_cli.kinds import (
    AUDIENCE_WORDS,
    AUDIENCES,
    OPTIONAL_PARTS,
    Commitment,
    Edition,
    Meeting,
    Record,
    Request,
    meant_among,
)
from traite_cli.language import N_, Language, say_date, translator, typography
from traite_cli.repository import NARROWEST, Cut, Rendering, Repository, audience_of, for_audience, on_day, wider

_MOST_PICTURE = 1 << 24
_REACHES = re.compile(r"[@\d]")
"""Without one of these a text tells of no way to reach anybody."""
_PICTURE = "!["
"""Without it there is no picture in a text."""
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")

AUDIENCE_SAID = {
    "public": N_("Public"),
    "members": N_("For members only"),
    "contributors": N_("For contributors only"),
}


class Order(NamedTuple):
    """What is asked of a document; None where the record or the configuration decides."""

    day: date | None = None
    audience: str | None = None
    with_parts: tuple[str, ...] = ()
    without_parts: tuple[str, ...] = ()
    template: str | None = None
    as_page: bool = True
    """Whether it is asked for in a format that is made of HTML; all are but Markdown."""


class Made(NamedTuple):
    """A document made, for whom, and what is to be known of it; ``faults`` are errors of records it would use: then it is not made."""

    audience: str
    manuscript: Manuscript | None
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Known(Protocol):
    """What is known of the records from the last time."""

    def errors(self, record: Record, day: date, find: Callable[[], tuple[Fault, ...]]) -> tuple[Fault, ...]:
        """The errors in the way of a record's document on a day: those that were found, or what ``find`` finds."""
        ...

    def withheld_sums(self, circle: str) -> Container[int] | None:
        """The sums of all runs of words that may be withheld from a circle; None where that is not known."""
        ...


def make_edition(
    repository: Repository,
    edition: Edition,
    order: Order,
    looks: Looks,
    source: Source,
    revision: str,
    begun: Template | None = None,
    known: Known | None = None,
) -> Made:
    """An edition's working document, as it stood on its own date unless another day is asked for.

    ``begun`` is the order's template, where it was begun before the records were read.
    """
    day, whole, planned = planned_on(repository, edition, order.day)
    circle = order.audience or audience_of(edition, repository.configuration)

    def in_the_way() -> tuple[Fault, ...]:
        return errors_of_edition(repository, edition, day, whole, planned)

    faults = known.errors(edition, day, in_the_way) if known is not None else in_the_way()
    if faults:
        return Made(circle, None, faults)
    cut = for_audience(whole, circle, edition=planned.edition)
    parts = _parts(repository, order, edition.parts)
    document, untold = editions.compose(planned, whole, cut.repository, parts, gaps=repository.configuration.render.gaps)
    remarks = (
        *remarks_of.of_withheld(planned.edition, planned.meetings, circle, document, whole),
        *remarks_of.of_untold(planned.edition, (whole.of(Meeting)[one.slug] for one in untold), whole),
        *remarks_of.of_doubts(_told_of(planned, cut.repository)),
        *remarks_of.of_empty_parts(_asked(order, parts), document, circle),
    )
    bench = _Bench(repository, looks, source, circle, revision, begun, known, order.as_page)
    template = order.template or _configured(looks, repository.configuration.render)
    manuscript = bench.manuscript(template, document, edition.date, _authors(document), cut)

    def used() -> set[Record]:
        return {planned.edition, *planned.meetings, *drawn(whole, planned), *_in_tables(whole, parts)}

    return Made(circle, manuscript, remarks=(*remarks, *_contacts(manuscript, circle, used, repository, day)))


def make_minutes(
    repository: Repository,
    meeting: Meeting,
    order: Order,
    looks: Looks,
    source: Source,
    revision: str,
    begun: Template | None = None,
    known: Known | None = None,
) -> Made:
    """One meeting's minutes; ``begun`` as for an edition.

    Raises ``Refused`` for a circle that may not know of the meeting.
    """
    day = order.day or (meeting.date.last if meeting.date else date.max)
    own = audience_of(meeting, repository.configuration)
    circle = order.audience or own
    if wider(circle, own):
        raise Refused(
            N_("{name} is a record for {own}: nothing of it may be shown to {circle}"),
            hint=N_("change the audience of the record first, if that is what you want"),
            name=meeting.ref,
            own=Message(AUDIENCE_WORDS[own]),
            circle=Message(AUDIENCE_WORDS[circle]),
        )
    whole = on_day(repository, day)

    def in_the_way() -> tuple[Fault, ...]:
        return errors_of(repository, day, {meeting})

    faults = known.errors(meeting, day, in_the_way) if known is not None else in_the_way()
    if faults:
        return Made(circle, None, faults)
    cut = for_audience(whole, circle)
    shown = cut.repository.of(Meeting)[meeting.slug]
    parts = _parts(repository, order, PARTS)
    document = minutes_of.compose(shown, whole, cut.repository, day, parts, gaps=repository.configuration.render.gaps)
    bench = _Bench(repository, looks, source, circle, revision, begun, known, order.as_page)
    remarks = (*remarks_of.of_doubts((meeting,)), *remarks_of.of_empty_parts(_asked(order, parts), document, circle))
    manuscript = bench.manuscript(order.template or "minutes", document, meeting.date, (), cut)

    def used() -> set[Record]:
        return {meeting, *(mention.record for mention in whole.referrers(meeting) if mention.field in DRAWN_BY)}

    return Made(circle, manuscript, remarks=(*remarks, *_contacts(manuscript, circle, used, repository, day)))


def _contacts(
    manuscript: Manuscript, circle: str, used: Callable[[], Collection[Record]], repository: Repository, day: date
) -> Iterator[Remark]:
    """What a document for everyone tells of how to reach somebody; it is looked for where there is a sign of it."""
    if circle == AUDIENCES[0] and _REACHES.search(manuscript.markdown):
        yield from remarks_of.of_contacts(manuscript.markdown, sorted(used(), key=lambda one: one.path), repository, day)


def _asked(order: Order, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a document that were asked for as it was ordered."""
    return tuple(part for part in parts if part in order.with_parts)


def _in_tables(repository: Repository, parts: tuple[str, ...]) -> Iterator[Record]:
    """The records that the optional parts of a document list."""
    if "commitments" in parts:
        yield from repository.of(Commitment).values()
    if "questions" in parts:
        yield from repository.of(Request).values()


def _told_of(planned: editions.Plan, shown: Repository) -> Iterator[Meeting]:
    """The meetings that an edition tells a circle of, each once."""
    of_sections = (section.meeting.slug for section in planned.sections if section.meeting)
    slugs = dict.fromkeys((*(one.slug for one in planned.meetings), *of_sections))
    return filter(None, map(shown.of(Meeting).get, slugs))


def _authors(document: WorkingDocument) -> tuple[str, ...]:
    return tuple(author.split(",")[0] for author in document.authors)


def _parts(repository: Repository, order: Order, own: tuple[str, ...]) -> tuple[str, ...]:
    wanted = {*repository.configuration.render.parts, *own, *order.with_parts} - set(order.without_parts)
    for part in (*wanted, *order.without_parts):
        if part not in PARTS:
            near = meant_among(OPTIONAL_PARTS, part)
            hint = N_("perhaps: {near}") if near else N_("the parts: {parts}")
            raise UsageError(N_("“{part}” is no optional part of a document"), hint=hint, part=part, near=near, parts=", ".join(PARTS))
    return tuple(part for part in PARTS if part in wanted)


def _configured(looks: Looks, render: Rendering) -> str:
    """The template that ``traite.toml`` names. Raises ``ConfigurationError`` with its place there."""
    try:
        looks.template(render.template)
    except ConfigurationError as error:
        error.place = render.template_place
        raise
    return render.template


# --- setting ------------------------------------------------------------------------------------------------------------------


class _Bench(NamedTuple):
    """What setting one document needs."""

    repository: Repository
    looks: Looks
    source: Source
    circle: str
    revision: str
    begun: Template | None
    known: Known | None
    as_page: bool

    def manuscript(
        self,
        template: str,
        document: WorkingDocument | Minutes,
        when: EdtfDate | None,
        authors: tuple[str, ...],
        cut: Cut,
    ) -> Manuscript:
        configuration = self.repository.configuration
        language: Language = "fr" if configuration.language == "fr" else "en"
        letterhead = Letterhead(configuration.name, configuration.letterhead)
        values: Mapping[str, Any] = {"document": document, "letterhead": letterhead, "language": language, "audience": self.circle}
        with self._template(template, language) as setting:
            # What comes next is imported while the template works: the two take equally long.
            markdown = setting.render(values, meanwhile=lambda: _made_ready(language, page=self.as_page))
        markdown = typography(_BLANK_LINES.sub("\n\n", markdown).strip("\n") + "\n", language)
        html = page_of(markdown) if self.as_page or _PICTURE in markdown else ""
        self._guard(markdown, html, cut)
        properties = Properties(
            title=document.title or (_heading(html) if html else ""),
            language=language,
            date=when.first if when else date.min,
            authors=authors,
            organisation=configuration.name,
            audience=translator(language)(AUDIENCE_SAID[self.circle]),
            revision=self.revision,
            date_said=say_date(when, language) if when else "",
        )
        return Manuscript(markdown, html, properties, self._pictures(html), self.looks.styles())

    def _template(self, name: str, language: Language) -> Template:
        if self.begun is not None:
            return self.begun
        job = self.looks.job(name, language)
        return Template().read(job)

    def _guard(self, markdown: str, html: str, cut: Cut) -> None:
        """Raises ``Refused`` where the document holds what is withheld, as Markdown or as the page that is made of it."""
        if self.circle == NARROWEST:
            return
        from traite_cli.circulating.guard import is_clear, leaks, lines_of_html
        from traite_cli.circulating.said_by_page import said_by_page

        said = None if html else said_by_page(markdown)
        if said is None:
            said = lines_of_html(html or page_of(markdown))
        sums = self.known.withheld_sums(self.circle) if self.known is not None else None
        if is_clear((without_marks(markdown), said), sums, cut.repository.looked_at, self._besides):
            return
        # Now all records are looked at, and the page is made.
        forms = without_marks(markdown), lines_of_html(html or page_of(markdown))
        found = leaks(forms, cut.withheld, cut.repository, self._besides) if cut.withheld else ()
        if found:
            raise Refused(
                N_("this document was not written: it holds words that are not for {circle}: “{words}”"),
                hint=N_("the same words stand in a passage for fewer people; change one of the two texts"),
                circle=Message(AUDIENCE_WORDS[self.circle]),
                words=found[0],
            )

    @property
    def _besides(self) -> tuple[str, ...]:
        """The texts that may be shown besides the records."""
        configuration = self.repository.configuration
        return (*self.looks.templates.values(), configuration.name, *configuration.letterhead)

    def _pictures(self, html: str) -> Mapping[str, bytes]:
        if not html:
            return {}
        from traite_cli.circulating.pictures import wanted

        return {path: self._picture(path) for path in wanted(html)}

    def _picture(self, path: str) -> bytes:
        """A picture without what it tells besides itself."""
        from traite_cli.circulating.bare_pictures import DamagedPicture, bare

        try:
            return bare(self.source.read(path, _MOST_PICTURE))
        except Unreadable as error:
            raise ConfigurationError(UNREADABLE[error.reason], path=path) from error
        except DamagedPicture as error:
            raise Refused(
                N_("the picture {path} is damaged: it is not whole, or no picture"),
                hint=N_("open it, save it again as PNG or JPEG, and put the new file in its place"),
                path=path,
            ) from error


def _made_ready(language: Language, *, page: bool) -> None:
    """Have what sets a text imported, and what makes a page of it where one will be made."""
    typography(" ", language)
    if page:
        made_ready()


# What reads a page is imported where there is one: Markdown needs none of it.


def _heading(html: str) -> str:
    from traite_cli.circulating.outline import contents
    from traite_cli.circulating.tree import parse

    return next((entry.title for entry in contents(parse(html))), "")
