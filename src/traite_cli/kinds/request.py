"""Requests: questions or proposals put to an institution, each followed to its answer."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Choice, Date, Number, Reference, Struct, Text
from traite_cli.language import N_
from traite_cli.syntax import comments_of, without


class Answer(Block):
    """What was answered to one item."""

    IDENTITY = (("item", "date", "by"), ("item",))

    item = Field(Number(), N_("Question"), N_("the number of the question, counted through the body"), example="3", required=True)
    date = Field(Date(), N_("Date"), N_("when; default: the day of the meeting"), example="2014-11-18")
    status = Field(
        Choice({"answered": N_("answered"), "partial": N_("answered in part"), "declined": N_("declined")}),
        N_("State"),
        N_("answered, partial or declined"),
        example="answered",
        required=True,
    )
    text = Field(Text(lines=True), N_("Text"), N_("the answer"), example="La MIPROF est rattachée à Pascale Boistard.")
    by = Field(Reference("people", "organisations"), N_("Given by"), N_("who answered"), example="elisabeth-moiron-braud")
    meeting = Field(Reference("meetings"), N_("Meeting"), N_("the meeting where it was answered"), example="2014-11-18-miprof")
    document = Field(Reference("documents"), N_("Document"), N_("the document that answers"), example="2014-rapport-france")
    source = Field(Text(), N_("Source"), N_("where the answer comes from"), example="courriel du 20 novembre 2014")


class Question(NamedTuple):
    """One numbered item of a request: its number through the body, its text, and where it stands."""

    number: int
    text: str
    start: int
    end: int


class Request(Record):
    """Questions, proposals or a letter; the body is the text as sent."""

    KIND = "requests"
    MEANING = N_("questions or proposals put to an institution, each tracked to its answer")

    title = Field(Text(), N_("Title"), N_("what it is called"), example="Questions à la MIPROF", required=True)
    to = Many(Reference("people", "organisations"), N_("To"), N_("to whom"), example="miprof", required=True)
    date = Field(Date(), N_("Sent on"), N_("the day it was sent"), example="2014-11-07", required=True)
    prepared_at = Field(Reference("meetings"), N_("Prepared at"), N_("the meeting that prepared it"), example="2014-11-07-preparation")
    raised_at = Field(Reference("meetings"), N_("Raised at"), N_("the meeting at which it was raised"), example="2014-11-18-miprof")
    classification = Field(
        Choice({"questions": N_("questions"), "proposals": N_("proposals"), "letter": N_("letter")}),
        N_("Sort"),
        N_("questions, proposals or letter"),
        example="questions",
    )
    answers = Many(Struct(Answer), N_("Answers"), N_("what was answered, by item"), example="{item: 1, status: answered, text: Oui.}")

    def questions(self) -> tuple[Question, ...]:
        """The items of the numbered lists of the body, each under its number through the whole body.

        Of a record whose passages are withheld in part, those that are left, under the same numbers.
        """
        body, text = self.document.body, self.document.text
        # An item runs to the next one, to a heading, to a paragraph at the margin (« Veuillez agréer… ») or to the end of its passage.
        ends = sorted({*body.items, *(heading.start for heading in body.headings), *(passage.end for passage in body.passages), len(text)})
        shown = self.passages
        comments = tuple(comments_of(text, self.document.body_start)) if body.items else ()
        found: list[Question] = []
        for number, start in enumerate(body.items, start=1):
            before = bisect_right(shown, start, key=_START)
            if before and start < shown[before - 1].end:
                end = ends[bisect_right(ends, start)]
                behind = _BEHIND.search(text, start, end)
                end = behind.start() if behind else end
                found.append(Question(number, _without_marker(without(comments, text, start, end)), start, end))
        return tuple(found)


_START = attrgetter("start")
_BEHIND = re.compile(r"\n[ \t]*\r?\n(?=[^\s*+•–-])")
"""An empty line, and a text at the margin that is no list."""


def _without_marker(item: str) -> str:
    return " ".join(item.split()[1:])
