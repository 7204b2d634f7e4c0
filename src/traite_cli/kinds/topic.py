"""Topics: the topics that everything else is filed under."""

from traite_cli.kinds.block import Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Date, Reference, Text
from traite_cli.language import N_


class Topic(Record):
    """A topic; the body says what it is about."""

    KIND = "topics"
    MEANING = N_("a topic that meetings, promises and news are filed under")
    PUBLIC = True

    title = Field(Text(), N_("Title"), N_("what it is called"), example="Le titre de séjour", required=True)
    lead = Many(Reference("people", "organisations"), N_("Followed by"), N_("who follows it"), example="constance-mazard")
    parent = Field(Reference("topics"), N_("Part of"), N_("the topic that this one is a part of"), example="logement")
    opened = Field(Date(), N_("Opened"), N_("since when it is followed"), example="2014-10")
    closed = Field(Date(), N_("Closed"), N_("when it was closed"), example="2016-06-30")
