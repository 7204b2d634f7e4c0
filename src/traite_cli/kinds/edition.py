"""Editions: one issue each of the periodic working document."""

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.kind_words import SINGULAR
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Date, Reference, Struct, Text
from traite_cli.language import N_

OPTIONAL_PARTS = {"commitments": N_("commitments"), "questions": N_("questions"), "decisions": N_("decisions")}
"""The parts that a document may have besides, each with what people call it."""


class Section(Block):
    """A section of the synthesis: a text, then what it draws on."""

    IDENTITY = (("meeting", "topic", "title"), ("meeting",), ("topic",), ("title",))

    title = Field(Text(), N_("Title"), N_("its heading; default: that of what it draws on"), example="Rencontre avec la MIPROF")
    subject = Field(Text(), N_("Subject"), N_("its line in the list of subjects; default: its title"), example="La MIPROF")
    text = Field(Text(lines=True), N_("Text"), N_("what comes first in it"), example="Voici les questions transmises.")
    meeting = Field(Reference("meetings"), N_("Meeting"), N_("the meeting it reports"), example="2014-11-18-miprof")
    topic = Field(Reference("topics"), N_("Topic"), N_("the topic whose news it gives"), example="rapport-union-europeenne")
    records = Many(
        Reference(*SINGULAR, written_with_kind=True),
        N_("Records"),
        N_("records it prints, in order, as kind/slug"),
        example="updates/2015-01-22-site",
    )


class Enclosure(Block):
    """A document sent with the edition."""

    SUBJECT = ("document",)
    IDENTITY = (("document",),)

    document = Field(Reference("documents"), N_("Document"), N_("which one"), example="2014-rapport-france", required=True)
    note = Field(Text(), N_("Note"), N_("what is asked about it"), example="à relire et annoter")


class Edition(Record):
    """One issue; the body is the opening note."""

    KIND = "editions"
    MEANING = N_("one issue of the working document")

    title = Field(Text(), N_("Title"), N_("its title"), example="Document de travail", required=True)
    date = Field(Date(), N_("Date"), N_("its date"), example="2015-01-22", required=True)
    place = Field(Text(), N_("Place"), N_("the place of the date line"), example="Paris")
    period = Field(Date(), N_("Period"), N_("what it covers; default: since the previous edition"), example="2014-10-01/2015-01-22")
    meetings = Many(
        Reference("meetings"),
        N_("Meetings"),
        N_("the meetings it reports on; default: those held in the period"),
        example="2014-11-18-miprof",
    )
    sections = Many(
        Struct(Section, short="title"),
        N_("Sections"),
        N_("its sections, in order"),
        example="{title: La MIPROF, meeting: 2014-11-18-miprof}",
    )
    next_meeting = Field(Reference("meetings"), N_("Next meeting"), N_("the meeting it announces"), example="2015-02-02-pleniere")
    authors = Many(Reference("people"), N_("Authors"), N_("who made it"), example="genevieve-colas")
    contributors = Many(Reference("people"), N_("With the help of"), N_("who helped"), example="constance-mazard")
    enclosures = Many(Struct(Enclosure, short="document"), N_("Enclosures"), N_("what is sent with it"), example="2014-rapport-france")
    parts = Many(Text(), N_("Optional parts"), N_("optional parts turned on: commitments, questions, decisions"), example="commitments")
