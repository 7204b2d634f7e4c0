"""A file as the records it makes: a table of contents of this room.

1. The file becomes a manuscript: Markdown, and what stands beside the text (``source``).
2. Where it reports on several meetings it is parted (``splitting``), and each part taken apart (``minutes``).
3. Each meeting gets a draft (``drafting``). What says nothing of a single one is that of an edition where the file is one, with topics
   beside its meetings; else it stands below the first.
4. The drafts are read as records, and what their texts promise is proposed (``proposals``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.language import N_, dates_in
from traite_cli.repository import Repository
from traite_cli.syntax import MOST_BYTES as MOST_OF_A_RECORD
from traite_cli.syntax import Chunk, chunks
from traite_cli.writing.creating import New
from traite_cli.writing.importing.acquaintance import Acquaintance
from traite_cli.writing.importing.agenda import is_numbered
from traite_cli.writing.importing.drafting import Draft, meeting_draft, rest_draft
from traite_cli.writing.importing.found import NOTHING, Found
from traite_cli.writing.importing.headings import with_headings
from traite_cli.writing.importing.likeness import Known
from traite_cli.writing.importing.minutes import Minutes, minutes
from traite_cli.writing.importing.page import Mark
from traite_cli.writing.importing.people_lines import UNKNOWN
from traite_cli.writing.importing.proposals import proposed
from traite_cli.writing.importing.source import Aside, Manuscript, manuscript
from traite_cli.writing.importing.splitting import Part, parts


class Wanted(NamedTuple):
    """What whoever imports says: the day and the title where the file does not, and what is to be recorded besides meetings."""

    day: str = ""
    title: str = ""
    people: bool = False
    commitments: bool = False
    day_unless_said: str = ""
    """The day of a meeting of which the file says none: that of the record which it completes."""
    same: Mapping[str, str] = {}
    """What was answered of names that may be those of records: the slug of the record by the name, '' where it is another."""


class Imported(NamedTuple):
    """The records to be made, drafts first; and what has to be looked at, by the path of the draft that it stands in."""

    records: tuple[New, ...]
    marks: tuple[tuple[str, Mark], ...]
    promised: int
    """How many sentences sound like commitments of which no record is made."""
    unknown: int = 0
    """How many names are in no record."""
    in_doubt: Mapping[str, Known] = {}
    """The organisations of which it has to be said whether a name is theirs; no record is made of the name meanwhile."""


def imported(repository: Repository, name: str, data: bytes, wanted: Wanted) -> Imported:
    """The records that a file makes. ``Refused`` where nothing can be made of it."""
    source = manuscript(name, data)
    known = Acquaintance(repository, creating=wanted.people, same=wanted.same)
    text = with_headings(chunks(source.markdown))
    found = parts(text)
    if len(found) > 1 and not (wanted.day or wanted.title):
        drafts = _several(repository, known, source, found, name)
    else:
        drafts = [_one(repository, known, source, text, wanted, name)]
    told = proposed(repository, known, drafts, wanted_records=wanted.commitments)
    records = [New(draft.kind.KIND, draft.slug, draft.text) for draft in drafts]
    for record in records:
        if len(record.text.encode()) > MOST_OF_A_RECORD:
            raise Refused(N_("what the file says is more than a record may hold"), hint=N_("cut the file in several, a meeting to each"))
    marks = tuple((draft.path, mark) for draft in drafts for mark in sorted(draft.marks, key=lambda one: one.line))
    unknown = sum(mark.doubt.message in UNKNOWN for _, mark in marks)
    return Imported((*known.newcomers, *records, *told.records), marks, told.left, unknown, known.in_doubt)


def _one(repository: Repository, known: Acquaintance, source: Manuscript, text: Sequence[Chunk], wanted: Wanted, name: str) -> Draft:
    told = _as_wanted(minutes(source, text, known, is_part=False), wanted)
    if not told.beginning.date.value:
        raise Refused(N_("{name} does not say on which day the meeting was"), hint=N_("say it: traite import --date DATE …"), name=name)
    return meeting_draft(repository, known, source, told, source.asides, name)


def _as_wanted(told: Minutes, wanted: Wanted) -> Minutes:
    begun = told.beginning
    if wanted.day or not begun.date.value:
        begun = begun._replace(date=Found(wanted.day or wanted.day_unless_said))
    if wanted.title:
        begun = begun._replace(title=Found(wanted.title), kept_title=begun.title.value)
    return told._replace(beginning=begun)


def _several(repository: Repository, known: Acquaintance, source: Manuscript, found: Sequence[Part], name: str) -> list[Draft]:
    told = [minutes(source, part.chunks, known, is_part=True) for part in found if part.is_meeting]
    told.sort(key=lambda one: one.beginning.date.value)
    rest = () if found[-1].is_meeting else found[-1].chunks
    is_edition = _is_edition(found)
    heads = [] if is_edition else [Aside(_where(chunk), chunk.text or chunk.written) for chunk in rest]
    drafts = [
        meeting_draft(repository, known, source, one, () if is_edition or number else (*heads, *source.asides), name)
        for number, one in enumerate(told)
    ]
    if is_edition:
        begun = minutes(source, rest, _Nobody(), is_part=False).beginning
        day = _edition_day(source, found[-1], begun.date, told)
        title = begun.title.value or source.name
        asides = [*(Aside("header", f"{field}: {value}") for field, value in source.stated), *source.asides]
        drafts.append(rest_draft(repository, known, rest, day, title, [draft.slug for draft in drafts], asides, name))
    return drafts


def _is_edition(found: Sequence[Part]) -> bool:
    """Whether a file has topics of its own beside its meetings: numbered among them, or two at least.

    A title and a word below it are none.
    """
    if found[-1].is_meeting:
        return False
    rest = found[-1].chunks
    headed = [one.text for one, below in pairwise(rest) if one.kind == "heading" != below.kind]
    topics = headed[1:] if headed and rest[0].text == headed[0] and not is_numbered(headed[0]) else headed
    are_numbered = sum(is_numbered(part.chunks[0].text) for part in found[:-1]) > 1
    return len(topics) > 1 or (are_numbered and any(map(is_numbered, topics)))


def _where(chunk: Chunk) -> str:
    return "header" if chunk.kind == "heading" else "rest"


def _edition_day(source: Manuscript, rest: Part, day: Found, told: Sequence[Minutes]) -> Found:
    """The day of an edition: none of its meetings is after it."""
    last = max(one.beginning.date.value for one in told)
    stated = [*(value for _, value in source.stated), source.name.replace("_", " "), *(chunk.written for chunk in rest.chunks[:4])]
    days = [one.day.isoformat() for text in stated for one in dates_in(text, _year(last)) if one.day.isoformat() >= last]
    return Found(days[0]) if days else Found(last, doubt=day.doubt) if last else NOTHING


def _year(day: str) -> int | None:
    try:
        return date.fromisoformat(day.partition("/")[0]).year
    except ValueError:
        return None


class _Nobody:
    """Nobody is looked for in what says nothing of a meeting."""

    def is_person(self, said: str) -> bool:  # noqa: ARG002 - as Known has it
        return False

    def is_organisation(self, said: str) -> bool:  # noqa: ARG002 - as Known has it
        return False
