"""Updates: dated notes that no single meeting produced."""

from traite_cli.kinds.block import Field, Many
from traite_cli.kinds.record import Record
from traite_cli.kinds.types import Date, Reference, Text
from traite_cli.language import N_


class Update(Record):
    """A dated note on one or several topics; the body is its text."""

    KIND = "updates"
    MEANING = N_("a dated note on a topic that no single meeting produced")

    title = Field(Text(), N_("Title"), N_("what it is called"), example="Le rapport est disponible", required=True)
    date = Field(Date(), N_("Date"), N_("the day of the note"), example="2015-01-22", required=True)
    topics = Many(Reference("topics"), N_("Topics"), N_("the topics it belongs to"), example="rapport-union-europeenne", required=True)
    meetings = Many(Reference("meetings"), N_("Meetings"), N_("the meetings it draws on"), example="2015-02-02-pleniere")
