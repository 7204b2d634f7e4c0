"""What is given as YAML or JSON for records that are to be made: one mapping, or a list of them, with places.

JSON is read as the YAML that it is. A file with front matter is one mapping, and its body the text of it.
"""

from __future__ import annotations

import re

from traite_cli.syntax.document import Document, read_document
from traite_cli.syntax.header import read_tree
from traite_cli.syntax.text import MOST_BYTES, Trouble, decode
from traite_cli.syntax.tree import Entry, Mapping, Node, Scalar, Sequence, Unreadable

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*---[ \t]*\r?(?:\n|\Z)")
# JSON (RFC 8259, 7) writes what is beyond the first plane as two numbers, YAML as one.
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def read_entries(path: str, data: bytes, body: str) -> tuple[Document, tuple[Mapping, ...]]:
    """Take a text apart into mappings; what is wrong is among the document's faults. ``body`` is the key for a text below front matter."""
    if len(data) > MOST_BYTES:
        return read_document(path, data), ()
    text, troubles = decode(data)
    if _FRONT_MATTER.match(text):
        document = read_document(path, data)
        return document, (_with_body(document, body),) if document.header is not None else ()
    document = Document(path, _PAIR.sub(_joined, text))
    for trouble in troubles:
        document.tell(trouble)
    document.body_start = len(document.text)
    return document, _mappings(document, read_tree(document.text, 0, len(document.text), document.tell, MOST_BYTES))


def _joined(found: re.Match[str]) -> str:
    high, low = int(found[2], 16), int(found[3], 16)
    return f"{found[1]}\\U{0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF):08x}"


def _with_body(document: Document, key: str) -> Mapping:
    header = document.header or Mapping((), 0, 0)
    start, end = document.body_start, len(document.text)
    below = Entry(Scalar(key, plain=True, start=start, end=start), Scalar(document.text[start:], plain=False, start=start, end=end))
    return Mapping((*header.entries, below) if document.text[start:].strip() else header.entries, header.start, header.end)


def _mappings(document: Document, tree: Node | None) -> tuple[Mapping, ...]:
    items = tree.items if isinstance(tree, Sequence) else () if tree is None else (tree,)
    for item in items:
        if not isinstance(item, Mapping | Unreadable):
            document.tell(Trouble("not-a-mapping", item.start, max(item.start + 1, min(item.end, _line_end(document.text, item.start)))))
    # Of what could not be read at all, nothing is missing besides.
    return tuple(item for item in items if isinstance(item, Mapping) and (item.entries or not document.faults))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
