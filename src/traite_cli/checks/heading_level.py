"""The headings of a text begin with ##, and go down one level at a time.

The title in the front matter is the first heading of a record: in a document those of the text stand below it. A level left out, or a
heading without words, leaves a hole in the table of contents and in what a screen reader reads out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from traite_cli.checks.check import Check, Example
from traite_cli.checks.comments import Comments
from traite_cli.diagnostics import Edit, Fact, Fault, Severity
from traite_cli.kinds import Record
from traite_cli.language import N_
from traite_cli.repository import Repository
from traite_cli.syntax import Heading

_MEETING = "---\ntitle: Réunion plénière\ndate: 2015-02-02\n---\n\n{} Ouverture\n\nLa séance est ouverte.\n"

CHECK = Check(
    code="TR429",
    severity=Severity.WARNING,
    messages={
        "first": N_("this heading is of the same level as the title of the record"),
        "skipped": N_("this heading is {levels} levels below the one above it"),
        "several": N_("this heading is {levels} levels below the one above it, the first of {count} of this text that leave some out"),
        "empty": N_("this heading has no words"),
    },
    hints={
        "first": N_("begin the line with ##, and those below it with ###"),
        "skipped": N_("begin the line with {marks}"),
        "several": N_("begin the line with {marks}, and so on down the text"),
        "empty": N_("write the heading behind the marks, or delete the line"),
    },
    faulty=Example({"records/meetings/pleniere.md": _MEETING.format("⟦#⟧")}),
    healthy=Example({"records/meetings/pleniere.md": _MEETING.format("##")}),
    mends=True,
    of_text=True,
)

_LOWEST = 6
_MOST_TOLD = 20
"""A text full of wrong headings is none; the first ones are enough to say so."""
_BARE = re.compile(r"\n(?P<marks>#{1,6})[ \t]*(?=\r?\n|\Z)")


def find(repository: Repository) -> Iterator[Fault]:
    """The headings of another level than one expects, each sort once a text; those without words one by one."""
    for record in repository.all_examined():
        text = record.document.text
        if "#" in text and "\n#" in text:
            comments = Comments(record)
            headings = [one for one in record.document.body.headings if not comments.hold(one.start)]
            yield from _of_level(record, headings)
            yield from islice(_empty(record, comments), _MOST_TOLD)


def _of_level(record: Record, headings: list[Heading]) -> Iterator[Fault]:
    first = next((one for one in headings if one.level == 1), None)
    if first is not None:
        yield record.document.fault("heading-level", first.start, first.start + 1, "first", edits=_one_lower(record, headings))
    # One of the first level is told already, and will become one of the second.
    skipped = [(max(before.level, 2), one) for before, one in pairwise(headings) if one.level > max(before.level, 2) + 1]
    if skipped:
        above, one = skipped[0]
        facts: dict[str, Fact] = {"levels": one.level - above, "marks": "#" * (above + 1), "count": len(skipped)}
        variant = "skipped" if len(skipped) == 1 else "several"
        yield record.document.fault("heading-level", one.start, one.start + one.level, variant, facts)


def _one_lower(record: Record, headings: list[Heading]) -> tuple[Edit, ...]:
    """The changes that put every heading one level down; none where one of the second level files what follows under a topic."""
    document = record.document
    marked = all(document.text.startswith("#" * one.level, one.start) for one in headings)
    if not marked or any(one.level == _LOWEST for one in headings) or "\n## [" in document.text:
        return ()
    return tuple(document.edit(one.start, one.start, "#") for one in headings)


def _empty(record: Record, comments: Comments) -> Iterator[Fault]:
    document = record.document
    # In a block of code such a line is none; whatever comes after the first block is left alone.
    end = min((at for fence in ("```", "~~~") if (at := document.text.find(fence)) >= 0), default=len(document.text))
    for found in _BARE.finditer(document.text, document.body_start - 1, end):
        if not comments.hold(found.start("marks")):
            yield document.fault("heading-level", *found.span("marks"), "empty")
