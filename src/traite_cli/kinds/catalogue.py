"""The nine kinds, by the name of their folder, in the order in which they are listed."""

from traite_cli.kinds.commitment import Commitment
from traite_cli.kinds.document import WrittenDocument
from traite_cli.kinds.edition import Edition
from traite_cli.kinds.meeting import Meeting
from traite_cli.kinds.organisation import Organisation
from traite_cli.kinds.person import Person
from traite_cli.kinds.record import Record
from traite_cli.kinds.request import Request
from traite_cli.kinds.topic import Topic
from traite_cli.kinds.update import Update

KINDS: dict[str, type[Record]] = {
    kind.KIND: kind for kind in (Meeting, Person, Organisation, Commitment, Request, Topic, Update, WrittenDocument, Edition)
}
