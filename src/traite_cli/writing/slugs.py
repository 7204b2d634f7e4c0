"""The slug of a new record: what its file is called, after what the record is called and, where that is the habit, its day.

``2014-10-22-cabinet-interieur`` for a meeting, ``raphael-sodini`` for a person, ``miprof`` for an organisation with an acronym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count

from traite_cli.dates import EdtfDate
from traite_cli.errors import Refused, UsageError
from traite_cli.kinds import KINDS, SINGULAR, SLUG, Commitment, Edition, Meeting, Organisation, Person, Record, Ref, WrittenDocument
from traite_cli.language import LANGUAGES, N_, say_date, translator
from traite_cli.repository import Repository, slug_of

_LONGEST = 50
_SMALL = frozenset(
    (
        *(
            "au",
            "aux",
            "avec",
            "chez",
            "d",
            "dans",
            "de",
            "des",
            "du",
            "en",
            "et",
            "l",
            "la",
            "le",
            "les",
            "par",
            "pour",
            "sur",
            "un",
            "une",
        ),
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"),
    )
)
"""Words that a name neither begins nor ends with."""
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LEADING = re.compile(r"(?:-(?:du|de|des|d|le|on|of|the))+\Z")
"""What leads to a day within a title."""
_YEAR = 4
# Windows keeps these for itself (see the check file-not-everywhere).
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_EITHER = (Person.KIND, Organisation.KIND)


class Names:
    """The slugs that records have or had, and those that are given to new ones."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._taken = {f"{one.KIND}/{slug}" for one in repository.all() for slug in (one.slug, *one.former_slugs)}
        # What lies there and could not be read is no less there.
        self._taken |= {fault.path.removeprefix("records/").removesuffix(".md") for fault in repository.faults}

    def is_free(self, kind: str, slug: str) -> bool:
        """Whether a new record may have a slug; a person never shares one with an organisation."""
        kinds = _EITHER if kind in _EITHER else (kind,)
        return not _RESERVED.fullmatch(slug) and not any(f"{one}/{slug}" in self._taken for one in kinds)

    def take(self, kind: str, slug: str) -> str:
        """Give a slug that somebody chose. Raises ``UsageError`` where it is none, ``Refused`` where it is taken."""
        if not SLUG.fullmatch(slug):
            meant = slug_of(slug)
            hint = N_("perhaps: {meant}") if meant else N_("lower-case letters without accents, digits and hyphens")
            raise UsageError(N_("“{slug}” cannot be the name of a record"), hint=hint, slug=slug, meant=meant)
        if not self.is_free(kind, slug):
            raise Refused(N_("there is a record {ref} already, or there was"), hint=N_("choose another name"), ref=f"{kind}/{slug}")
        self._taken.add(f"{kind}/{slug}")
        return slug

    def give(self, kind: str, values: Mapping[str, object]) -> str:
        """Give the slug that suits what a record says: the first that is free."""
        stem = self._stem(kind, values)
        return self.take(kind, next(slug for slug in chain([stem], _numbered(stem)) if self.is_free(kind, slug)))

    def _stem(self, kind: str, values: Mapping[str, object]) -> str:
        day = self._day(kind, values)
        if kind == Edition.KIND and day:
            return day
        title = _short(_called(kind, values), day)
        stem = "-".join(part for part in (day, title) if part)
        if title:
            return stem
        t = translator("fr" if self._repository.configuration.language == "fr" else "en")
        return "-".join(part for part in (day, slug_of(t(SINGULAR[kind]).partition(" ")[2])) if part)

    def _day(self, kind: str, values: Mapping[str, object]) -> str:
        """What a slug begins with: the day, month or year; '' for those that have none."""
        if kind == Commitment.KIND:
            return _dated(values.get("made_on")) or self._day_of(values.get("made_at"))
        field = KINDS[kind].FIELDS.get("date")
        day = _dated(values.get("date")) if field is not None else ""
        return day[:_YEAR] if kind == WrittenDocument.KIND else day

    def _day_of(self, origin: object) -> str:
        """The day of the meeting or update where something was said; a new one has it in its slug."""
        name = origin.slug if isinstance(origin, Ref) else str(origin or "").rpartition("/")[2]
        kinds = origin.kinds if isinstance(origin, Ref) else ("meetings", "updates")
        record: Record | None = next((found for kind in kinds if (found := self._repository.of_kind(kind).get(name))), None)
        return _dated(record.values.get("date") if record is not None else name)


def _numbered(stem: str) -> Iterator[str]:
    return (f"{stem}-{number}" for number in count(2))


def _dated(value: object) -> str:
    found = _DAY.match(str(value or ""))
    return found[0] if found else ""


def _called(kind: str, values: Mapping[str, object]) -> str:
    """What names a record in few words: a meeting's short title, an organisation's acronym, else what it is called."""
    short = {Meeting.KIND: "short_title", Organisation.KIND: "acronym"}.get(kind, "")
    return str(values.get(short) or values.get(KINDS[kind].NAMED_BY) or "")


def _short(title: str, day: str) -> str:
    """A title as a slug of few words, without the day that stands before it already."""
    slug = f"-{slug_of(title)}-"
    for said in _said(day):
        before, found, after = slug.partition(f"-{said}-")
        while found:
            # « Réunion du 4 décembre avec la mairie »: what led to the day goes with it.
            slug = f"{_LEADING.sub('', before)}-{after}"
            before, found, after = slug.partition(f"-{said}-")
    words: list[str] = []
    for word in _trimmed(slug.strip("-").split("-")):
        if words and len("-".join([*words, word])) > _LONGEST:
            break
        words.append(word[:_LONGEST])
    return "-".join(_trimmed(words))


def _trimmed(words: list[str]) -> list[str]:
    """Words without small ones around them, unless nothing else is there."""
    first, last = 0, len(words)
    while last > first and words[last - 1] in _SMALL:
        last -= 1
    while first < last and words[first] in _SMALL:
        first += 1
    return words[first:last] or words


def _said(day: str) -> Iterator[str]:
    """A day as titles say it: « 2 février 2015 », « 2 février »; a year as it is."""
    if len(day) == _YEAR:
        yield day
    if len(day) == len("2014-10-22"):
        try:
            date = EdtfDate.parse(day)
        except ValueError:
            return
        for language in LANGUAGES:
            said = slug_of(say_date(date, language))
            yield from (said, said.removesuffix(f"-{day[:_YEAR]}"))
