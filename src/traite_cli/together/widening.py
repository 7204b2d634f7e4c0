"""What more people may read after a change than before it: told first, since nobody can take it back once it is out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from traite_cli.kinds import Person, Record
from traite_cli.language import words
from traite_cli.repository import NARROWEST, Repository, audience_of, wider
from traite_cli.together.let_out import New, let_out
from traite_cli.together.matching import Match
from traite_cli.together.said import said
from traite_cli.together.same import core

Sort = Literal["record", "passage", "contact", "default"]
_SHORTEST = 6
"""Letters and digits of an address or number that is looked for in texts."""


class Widening(NamedTuple):
    """Something that was for a narrower circle, and the wider one that may read it now."""

    sort: Sort
    record: Record | None
    """The record that it stands in now; none for the audience that records have by default."""
    before: str
    after: str
    text: str = ""
    """The words that are let out, where it is not the whole record."""
    source: Record | None = None
    """The record that they stood in, where that is another."""


def widenings(before: Repository, after: Repository, matches: Iterable[Match]) -> Iterator[Widening]:
    """What was narrower before: of the configuration, of the records that changed, and of any other whose words stand in those now."""
    old, new = before.configuration.audience, after.configuration.audience
    if wider(new, old):
        yield Widening("default", None, old, new)
    news: list[New] = []
    for match in matches:
        if match.after is not None:
            yield from _of_record(match, match.after, before, after, news)
    for one in let_out(before, news):
        yield Widening("passage", one.new.record, one.before, one.new.said.circle, one.text, _other(one.new, one.source))
    yield from _contacts_in(before, news)


def _of_record(match: Match, record: Record, before: Repository, after: Repository, news: list[New]) -> Iterator[Widening]:
    """What is opened in its own place; whatever else its readers have not had from it yet is put to the ``news``."""
    circle = audience_of(record, after.configuration)
    was = audience_of(match.before, before.configuration) if match.before else circle
    than = was if wider(circle, was) else circle
    if wider(circle, was):
        yield Widening("record", record, was, circle)
    had: dict[str, str] = {}
    for one in said(match.before, was) if match.before else ():
        known = had.get(_key(one.text), one.circle)
        had[_key(one.text)] = one.circle if wider(one.circle, known) else known
    for one in said(record, circle):
        reads = had.get(_key(one.text))
        if reads is None:
            news.append(New(one, record, match.before, than))
        elif wider(one.circle, reads) and wider(than, reads):
            yield Widening("passage", record, reads, one.circle, one.text)
    if isinstance(record, Person) and isinstance(match.before, Person):
        yield from _contacts(match.before, record)


def _key(text: str) -> str:
    return " ".join(text.split())


def _other(new: New, source: Record) -> Record | None:
    return None if new.was is not None and new.was.ref == source.ref else source


def _contacts(before: Person, after: Person) -> Iterator[Widening]:
    # Contact details are for the contributors unless they say otherwise.
    were = {core(one.value): one.audience or NARROWEST for one in before.contact_details}
    for one in after.contact_details:
        was, now = were.get(core(one.value), NARROWEST), one.audience or NARROWEST
        if core(one.value) in were and wider(now, was):
            yield Widening("contact", after, was, now, one.value or "")


def _contacts_in(before: Repository, news: Sequence[New]) -> Iterator[Widening]:
    """Addresses and numbers that stand in a text now, however they are spaced."""
    texts = [_squeezed(one.said.text) for one in news]
    together = "\n".join(texts)
    for person in before.of(Person).values() if news else ():
        for detail in person.contact_details:
            value, circle = _squeezed(detail.value or ""), detail.audience or NARROWEST
            if len(value) < _SHORTEST or value not in together:
                continue
            for one, text in zip(news, texts, strict=True):
                reads = one.said.circle
                if value in text and wider(reads, circle) and wider(one.than, circle) and not _stood_open(before, value, reads):
                    yield Widening("contact", one.record, circle, reads, detail.value or "", person)


def _squeezed(text: str) -> str:
    return "".join(words(text))


def _stood_open(before: Repository, value: str, circle: str) -> bool:
    """Whether a circle could read an address or number in some text."""
    texts = (one for record in before.all() for one in said(record, audience_of(record, before.configuration)))
    return any(not wider(circle, one.circle) and value in _squeezed(one.text) for one in texts)
