"""Bytes to a document with places, knowing no kind."""

from traite_cli.syntax.body import AUDIENCE_FENCES, Body, Doubt, Heading, Passage, fences_in_fields
from traite_cli.syntax.comments import comments_of, within, without
from traite_cli.syntax.document import Document, read_document, taken_apart
from traite_cli.syntax.header import reads_with_libyaml
from traite_cli.syntax.inserting import inserted
from traite_cli.syntax.links import Link
from traite_cli.syntax.quoting import quoted
from traite_cli.syntax.text import MOST_BYTES
from traite_cli.syntax.tree import Entry, Mapping, Node, Scalar, Sequence, Unreadable

__all__ = [
    "AUDIENCE_FENCES",
    "MOST_BYTES",
    "Body",
    "Document",
    "Doubt",
    "Entry",
    "Heading",
    "Link",
    "Mapping",
    "Node",
    "Passage",
    "Scalar",
    "Sequence",
    "Unreadable",
    "comments_of",
    "fences_in_fields",
    "inserted",
    "quoted",
    "read_document",
    "reads_with_libyaml",
    "taken_apart",
    "within",
    "without",
]
