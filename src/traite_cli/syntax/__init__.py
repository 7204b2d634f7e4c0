"""Bytes to a document with places, knowing no kind."""

import typing

from traite_cli.syntax.body import AUDIENCE_FENCES, Body, Doubt, Heading, Passage, fences_in_fields, fences_in_values, may_be_fence
from traite_cli.syntax.comments import comments_of, within, without
from traite_cli.syntax.document import Document, read_document, taken_apart
from traite_cli.syntax.header import read_header, reads_with_libyaml
from traite_cli.syntax.links import Link, links_of
from traite_cli.syntax.quoting import quoted
from traite_cli.syntax.text import MOST_BYTES, Trouble, decode
from traite_cli.syntax.tree import Entry, Mapping, Node, Scalar, Sequence, Unreadable, scalars

if typing.TYPE_CHECKING:
    from traite_cli.syntax.chunking import Chunk, Item, chunks, text_chunk
    from traite_cli.syntax.entries import read_entries
    from traite_cli.syntax.inserting import Stretch, completed, given, in_a_row, inserted, put_above, put_at_the_end, replaced
    from traite_cli.syntax.one_field import field_lines
    from traite_cli.syntax.removing import removed, taken_out

__all__ = [
    "AUDIENCE_FENCES",
    "MOST_BYTES",
    "Body",
    "Chunk",
    "Document",
    "Doubt",
    "Entry",
    "Heading",
    "Item",
    "Link",
    "Mapping",
    "Node",
    "Passage",
    "Scalar",
    "Sequence",
    "Stretch",
    "Trouble",
    "Unreadable",
    "chunks",
    "comments_of",
    "completed",
    "decode",
    "fences_in_fields",
    "fences_in_values",
    "field_lines",
    "given",
    "in_a_row",
    "inserted",
    "links_of",
    "may_be_fence",
    "put_above",
    "put_at_the_end",
    "quoted",
    "read_document",
    "read_entries",
    "read_header",
    "reads_with_libyaml",
    "removed",
    "replaced",
    "scalars",
    "taken_apart",
    "taken_out",
    "text_chunk",
    "within",
    "without",
]

_LATER = {
    "chunking": ("Chunk", "Item", "chunks", "text_chunk"),
    "entries": ("read_entries",),
    "inserting": ("Stretch", "completed", "given", "in_a_row", "inserted", "put_above", "put_at_the_end", "replaced"),
    "one_field": ("field_lines",),
    "removing": ("removed", "taken_out"),
}
"""What reading records does not need is loaded when it is first asked for: the names of each module."""

if not typing.TYPE_CHECKING:
    from traite_cli.later import later

    __getattr__ = later(__name__, _LATER)
