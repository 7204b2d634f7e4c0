"""What more people may read after a change than before it: told first, since nobody can take it back once it is out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from traite_cli.kinds import Person, Record
from traite_cli.language import words
from traite_cli.repository import NARROWEST, Repository, audience_of, narrowest, plain, wider
from traite_cli.together.matching import Match
from traite_cli.together.same import core

RUN = 5
Sort = Literal["record", "passage", "contact", "default"]


class Widening(NamedTuple):
    """Something that was for a narrower circle, and the wider one that may read it now."""

    sort: Sort
    record: Record | None
    """The record that it stands in now; none for the audience that records have by default."""
    before: str
    after: str
    text: str = ""
    """The words that are let out, where it is not the whole record."""


def widenings(before: Repository, after: Repository, matches: Iterable[Match]) -> Iterator[Widening]:
    """What was narrower before, of the configuration and of the records that changed."""
    matches = tuple(matches)
    old, new = before.configuration.audience, after.configuration.audience
    if wider(new, old):
        yield Widening("default", None, old, new)
    narrow = _Narrow(before, matches)
    for match in matches:
        if match.after is not None:
            yield from _of_record(match, before, after, narrow)


def _of_record(match: Match, before: Repository, after: Repository, narrow: _Narrow) -> Iterator[Widening]:
    record = match.after
    assert record is not None  # noqa: S101  # the caller looks
    circle = audience_of(record, after.configuration)
    was = audience_of(match.before, before.configuration) if match.before else circle
    if wider(circle, was):
        yield Widening("record", record, was, circle)
    for text, reads in _texts(record, circle):
        if reached := narrow.circle_of(text, reads, was if wider(circle, was) else circle):
            yield Widening("passage", record, reached, reads, text)
    if isinstance(record, Person) and isinstance(match.before, Person):
        yield from _contacts(match.before, record)


def _texts(record: Record, circle: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of a body, each with the circle that may read it."""
    for passage in record.passages:
        reads = narrowest([circle, passage.audience or circle])
        for part in plain(record.document.text[passage.start : passage.end]).split("\n\n"):
            if part.strip():
                yield part.strip(), reads


class _Narrow:
    """The words of the records that changed, as narrow as they were."""

    def __init__(self, before: Repository, matches: Iterable[Match]) -> None:
        self._circles: dict[tuple[str, ...], str] = {}
        for match in matches:
            if match.before is not None:
                for text, reads in _texts(match.before, audience_of(match.before, before.configuration)):
                    for run in _runs(text):
                        # What stood for wider readers too is no secret.
                        known = self._circles.get(run, reads)
                        self._circles[run] = reads if wider(reads, known) else known

    def circle_of(self, text: str, reads: str, at_least: str) -> str:
        """The circle that some words of a text were for, when it is narrower than those who read them now; '' when none is.

        ``at_least`` is a circle that is told already: of the whole record.
        """
        known = [self._circles[run] for run in _runs(text) if run in self._circles]
        narrow = [circle for circle in known if wider(reads, circle) and wider(at_least, circle)]
        return narrowest(narrow) if narrow else ""


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    found = tuple(words(text))
    return [found] if 0 < len(found) < RUN else zip(*(found[start:] for start in range(RUN)), strict=False)


def _contacts(before: Person, after: Person) -> Iterator[Widening]:
    # Contact details are for the contributors unless they say otherwise.
    were = {core(one.value): one.audience or NARROWEST for one in before.contact_details}
    for one in after.contact_details:
        was, now = were.get(core(one.value), NARROWEST), one.audience or NARROWEST
        if core(one.value) in were and wider(now, was):
            yield Widening("contact", after, was, now, one.value or "")
