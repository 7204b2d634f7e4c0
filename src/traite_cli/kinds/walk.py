"""One walk over a front matter's tree and a kind's fields: values with places, and every fault met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Facts
from typing import TYPE_CHECKING, Any

from traite_cli.language import fold, nearest, words
from traite_cli.syntax import Document, Entry, Mapping, Node, Scalar, Sequence, Unreadable, quoted

if TYPE_CHECKING:
    from traite_cli.diagnostics import Fact
    from traite_cli.kinds.block import AnyField, Block, Place


class Walk:
    """Walks one document's front matter; faults go to the document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.has_remarks = document.text.find("#", document.header_start, document.body_start) >= 0
        """Whether anything in the front matter could be a remark."""

    def fields(self, block: type[Block], node: Mapping) -> tuple[dict[str, Any], dict[str, Node | tuple[Node, ...]]]:
        """The values of a block's fields, and what each was read from."""
        values: dict[str, Any] = {}
        written: dict[str, Node | tuple[Node, ...]] = {}
        known = block.FIELDS
        meant: set[str] = set()
        for entry in node.entries:
            name = entry.key.text
            field = known.get(name)
            if field is None:
                if not isinstance(entry.value, Unreadable):
                    meant.add(self._unknown(entry, block))
            elif field.many:
                values[name], written[name] = self._many(field, entry.value)
            else:
                one = entry.value if isinstance(entry.value, Scalar) else _only_one(entry.value)
                if not _is_absent(one) and (value := field.type.read(one, self)) is not None:
                    values[name], written[name] = value, one
        for name in block.REQUIRED:
            if not values.get(name):
                self._missing(known[name], node, name in meant)
        return values, written

    def _many(self, field: AnyField, node: Node) -> tuple[tuple[Any, ...], tuple[Node, ...]]:
        items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
        values: list[Any] = []
        written: list[Node] = []
        for item in items:
            if isinstance(item, Scalar) and item.absent:
                if isinstance(node, Sequence):
                    self.tell("empty-item", (item.start, item.end + 1))
                continue
            value = field.type.read(item, self)
            if value is not None:
                values.append(value)
                written.append(item)
        return tuple(values), tuple(written)

    def _missing(self, field: AnyField, node: Mapping, is_meant: bool) -> None:  # noqa: FBT001  # two states of one field
        """Tell a required field that is not there, unless another key was probably meant for it, or that has no value."""
        entry = node.get(field.name)
        facts = {"field": field.name, "example": field.example}
        if entry is None and not is_meant:
            self.tell("field-missing", _first_of(node), "", facts)
        elif entry is not None and _is_absent(entry.value):
            self.tell("field-missing", (entry.key.start, entry.key.end), "empty", facts)

    def _unknown(self, entry: Entry, block: type[Block]) -> str:
        """Tell a key that nobody knows, and give the field that was probably meant: it is not missing as well."""
        name = entry.key.text
        near = self.near(name, block.FIELDS) or self.near(_ENGLISH.get(" ".join(words(name)), ""), block.FIELDS)
        place = (entry.key.start, entry.key.end)
        variant = "near" if near else ""
        self.tell("unknown-key", place, variant, {"key": name, "near": near, "known": tuple(block.FIELDS)})
        return near

    def tell(self, check: str, place: Place, variant: str = "", facts: Facts[str, Fact] | None = None) -> None:
        """Keep a fault of this document."""
        self.document.faults.append(self.document.fault(check, *place, variant, facts))

    def near(self, name: str, known: Iterable[str]) -> str:
        """The one name truly near; '' when there is none."""
        found = nearest(name, list(known), most=1) if name else []
        return found[0] if found else ""

    def slug(self, text: str) -> str:
        """The slug that a text was probably meant to be."""
        return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(text)).split()) or "nom-en-minuscules"

    def look_behind(self, scalar: Scalar) -> None:
        """Tell when a comment cuts a plain text that was meant to go on: ` #3`."""
        found = _CUT.match(self.document.text, scalar.end)
        if found:
            start, cut = found.start("cut"), found["cut"].rstrip()
            self.tell("text-cut", (start, start + len(cut)), "", {"text": scalar.text, "whole": quoted(f"{scalar.text} {cut}")})

    def prose(self, node: Node) -> Scalar | None:
        """The line of text that YAML took for a field: « Paris : une ville »; told, and read as it was meant. None for what is a field."""
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            return None
        entry = node.entries[0]
        text = self.document.text[node.start : max(entry.key.end + 1, entry.value.end)].rstrip()
        # The name of a field has no space in it, and none before its colon.
        name = self.document.text[node.start : entry.key.end + 1]
        if not isinstance(entry.value, Scalar) or "\n" in text or text[0] in "{[\"'?" or not any(map(str.isspace, name)):
            return None
        place = (node.start, node.start + len(text))
        hyphen = "- " if self.document.text.endswith("- ", 0, node.start) else ""
        self.tell("colon-in-text", place, "", {"line": hyphen + quoted(text)})
        return Scalar(text, plain=False, start=place[0], end=place[1])


# A number sign behind a space cuts a text off; with another space and a letter behind it, it was meant to.
_CUT = re.compile(r"[ \t]+(?P<cut>#(?:[^\s]|[ \t]\d)[^\n]*)")


def _first_of(node: Mapping) -> Place:
    """Where a block that lacks something is pointed at: its first key."""
    if node.entries:
        key = node.entries[0].key
        return key.start, key.end
    return node.start, node.start


def _only_one(node: Node) -> Node:
    """The one item of a list that stands where one value is expected."""
    return node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else node


def _is_absent(node: Node) -> bool:
    return node.absent if isinstance(node, Scalar) else isinstance(node, Sequence) and not node.items


_ENGLISH = {
    "titre": "title", "nom": "name", "lieu": "place", "salle": "room", "heure": "time", "participantes": "participants",
    "excuses": "excused", "representes": "represented", "ordre du jour": "agenda", "odj": "agenda", "decision": "decisions",
    "echeance": "due", "par": "by", "citation": "quote", "suivi": "follow_ups", "suivis": "follow_ups", "statut": "status",
    "reponses": "answers", "reponse": "answers", "etat": "status", "fonction": "role",
    "debut": "start_date", "fin": "end_date", "sujet": "subject", "texte": "text", "rubriques": "sections", "auteurs": "authors",
    "sigle": "acronym", "adhesions": "memberships", "prochaine rencontre": "next_meeting", "pieces jointes": "enclosures",
    "dossiers": "topics", "dossier": "topics", "theme": "topics", "themes": "topics", "public": "audience",
}  # fmt: skip
"""French words that people write for a key, folded, one space between them."""
