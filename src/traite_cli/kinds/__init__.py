"""The nine kinds of record, one file each, and the walk that reads them."""

from traite_cli.kinds.block import AnyField, Block, Field, Many, Place
from traite_cli.kinds.catalogue import KINDS
from traite_cli.kinds.commitment import FOLLOW_UP_STATUSES, Commitment, Escalation, FollowUp, Reply
from traite_cli.kinds.document import Author, WrittenDocument
from traite_cli.kinds.edition import OPTIONAL_PARTS, Edition, Enclosure, Section
from traite_cli.kinds.kind_words import SEVERAL, SINGULAR, kind_among
from traite_cli.kinds.meeting import AgendaItem, Attendance, Decision, Meeting, Represented
from traite_cli.kinds.organisation import CollectiveMembership, Organisation, Parent
from traite_cli.kinds.person import ContactDetail, Membership, Person
from traite_cli.kinds.reading import read_record, record_of, with_new_text
from traite_cli.kinds.record import Link, Record
from traite_cli.kinds.request import Answer, Question, Request
from traite_cli.kinds.spellings import meant_among, word_among
from traite_cli.kinds.topic import Topic
from traite_cli.kinds.types import AUDIENCE_WORDS, AUDIENCES, SLUG, Choice, Ref, Reference, Struct
from traite_cli.kinds.update import Update
from traite_cli.kinds.walk import Walk

__all__ = [
    "AUDIENCES",
    "AUDIENCE_WORDS",
    "FOLLOW_UP_STATUSES",
    "KINDS",
    "OPTIONAL_PARTS",
    "SEVERAL",
    "SINGULAR",
    "SLUG",
    "AgendaItem",
    "Answer",
    "AnyField",
    "Attendance",
    "Author",
    "Block",
    "Choice",
    "CollectiveMembership",
    "Commitment",
    "ContactDetail",
    "Decision",
    "Edition",
    "Enclosure",
    "Escalation",
    "Field",
    "FollowUp",
    "Link",
    "Many",
    "Meeting",
    "Membership",
    "Organisation",
    "Parent",
    "Person",
    "Place",
    "Question",
    "Record",
    "Ref",
    "Reference",
    "Reply",
    "Represented",
    "Request",
    "Section",
    "Struct",
    "Topic",
    "Update",
    "Walk",
    "WrittenDocument",
    "kind_among",
    "meant_among",
    "read_record",
    "record_of",
    "with_new_text",
    "word_among",
]
