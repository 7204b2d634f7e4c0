"""Documents: reports, letters and drafts that are handed out, enclosed or discussed."""

from traite_cli.kinds.block import Block, Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import AttachmentPath, Choice, Date, Reference, Struct, Text, Url
from traite_cli.language import N_


class Author(Block):
    """Who wrote a document: a record, or a name without one."""

    SUBJECT = ("author",)
    IDENTITY = (("author", "name"), ("author",), ("name",))

    author = Field(Reference("people", "organisations"), N_("Author"), N_("the person or organisation"), example="constance-mazard")
    name = Field(Text(), N_("Name"), N_("the name, when there is no record"), example="Jean Dupont")


class WrittenDocument(Record):
    """A document, here or elsewhere."""

    KIND = "documents"
    MEANING = N_("a report, a letter, a draft or another document")

    title = Field(Text(), N_("Title"), N_("its title"), example="Rapport de la France à la Commission européenne", required=True)
    date = Field(Date(), N_("Date"), N_("when it was written"), example="2014")
    authors = Many(Struct(Author, short="author"), N_("Authors"), N_("who wrote it"), example="miprof")
    classification = Field(
        Choice(
            {
                "report": N_("report"),
                "letter": N_("letter"),
                "draft": N_("draft"),
                "book": N_("book"),
                "statement": N_("statement"),
                "note": N_("note"),
                "other": N_("other"),
            }
        ),
        N_("Sort"),
        N_("what sort of document it is"),
        example="report",
    )
    file = Field(AttachmentPath(), N_("File"), N_("the file, under attachments/"), example="2014-rapport-france.pdf")
    url = Field(Url(), N_("Address"), N_("where it is published"), example="https://ec.europa.eu")
