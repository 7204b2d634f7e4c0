"""One walk over a front matter's tree and a kind's fields: values with places, and every fault met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping as Facts
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from traite_cli.kinds.unknown import Kinds, certainly_meant, meant_by
from traite_cli.language import fold, nearest
from traite_cli.syntax import Document, Entry, Mapping, Node, Scalar, Sequence, Unreadable, quoted

if TYPE_CHECKING:
    from traite_cli.diagnostics import Edit, Fact
    from traite_cli.kinds.block import AnyField, Block, Place


class Walk:
    """Walks one document's front matter; faults go to the document."""

    def __init__(self, document: Document, kinds: Kinds) -> None:
        self.document = document
        self.kinds = kinds
        self.has_remarks = document.text.find("#", document.header_start, document.body_start) >= 0
        """Whether anything in the front matter could be a remark."""

        self._around: list[tuple[type[Block], Mapping]] = []
        self._given_elsewhere: set[str] = set()
        self._field = ""
        """The field whose value is being read: its faults are told with its name."""

    def fields(
        self, block: type[Block], node: Mapping, *, all_there: bool = True
    ) -> tuple[dict[str, Any], dict[str, Node | tuple[Node, ...]]]:
        """The values of a block's fields, and what each was read from; what is missing is told where all of them should be there."""
        self._around.append((block, node))
        try:
            values, written = self._given(block, node)
            for name in block.REQUIRED if all_there else ():
                if not values.get(name):
                    self._missing(block.FIELDS[name], node, is_meant=name in written or self._is_given_elsewhere(name))
        finally:
            self._around.pop()
        return values, written

    def _given(self, block: type[Block], node: Mapping) -> tuple[dict[str, Any], dict[str, Node | tuple[Node, ...]]]:
        values: dict[str, Any] = {}
        written: dict[str, Node | tuple[Node, ...]] = {}
        known = block.FIELDS
        for entry in node.entries:
            name = entry.key.text
            field = known.get(name)
            if field is None:
                meant = "" if isinstance(entry.value, Unreadable) else self._unknown(entry)
                if meant and node.get(meant) is None:
                    # What was given under a wrong name is not missing as well.
                    written.setdefault(meant, entry.key)
            elif field.many:
                values[field.name], written[field.name] = self._many(field, entry.value)
            else:
                self._field = name
                one = entry.value if isinstance(entry.value, Scalar) else _only_one(entry.value)
                if not _is_absent(one) and (value := field.type.read(one, self)) is not None:
                    values[field.name], written[field.name] = value, one
        return values, written

    def _many(self, field: AnyField, node: Node) -> tuple[tuple[Any, ...], tuple[Node, ...]]:
        items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
        values: list[Any] = []
        written: list[Node] = []
        for item in items:
            self._field = field.name
            if isinstance(item, Scalar) and item.absent:
                if isinstance(node, Sequence):
                    self.tell("empty-item", self._hyphen(item))
                continue
            value = field.type.read(item, self)
            if value is not None:
                values.append(value)
                written.append(item)
        return tuple(values), tuple(written)

    def _hyphen(self, item: Scalar) -> Place:
        """The hyphen before an item that is nothing, or what stands for nothing."""
        text = self.document.text
        start = text.rfind("-", self.document.header_start, item.start)
        is_hyphen = item.start == item.end and start >= 0 and not text[start + 1 : item.start].strip()
        return (start, start + 1) if is_hyphen else (item.start, item.end + 1)

    def _missing(self, field: AnyField, node: Mapping, *, is_meant: bool) -> None:
        """Tell a required field that is not there, unless another key was probably meant for it, or that has no value."""
        entry = node.get(field.name)
        facts = {"field": field.name, "example": field.example}
        if entry is None and not is_meant:
            self.tell("field-missing", _first_of(node), "", facts)
        elif entry is not None and _is_absent(entry.value):
            self.tell("field-missing", (entry.key.start, entry.key.end), "empty", facts)

    def _unknown(self, entry: Entry) -> str:
        """Tell a key that nobody knows, and give the field that was probably meant; '' for none."""
        key, place = entry.key.text, (entry.key.start, entry.key.end)
        around = [block for block, _ in self._around]
        meant = meant_by(key, around, self.kinds)
        if meant.derived:
            self.tell("derived-fact", place, meant.derived, {"key": key, "slug": PurePosixPath(self.document.path).stem})
        elif meant.misplaced:
            self.tell("misplaced-key", place, meant.misplaced, {"key": key, **meant.facts})
            if meant.misplaced == "record":
                self._given_elsewhere.add(key)
        else:
            variant = "near" if meant.near else ""
            edits = self.mend(entry.key, certainly_meant(key, around[-1]))
            self.tell("unknown-key", place, variant, {"key": key, "near": meant.near, "known": tuple(around[-1].FIELDS)}, edits)
        return meant.near

    def _is_given_elsewhere(self, name: str) -> bool:
        """Whether a field that is missing here stands in the wrong place, which is told there."""
        outer = self._around[:-1]
        if not outer:
            return name in self._given_elsewhere
        return any(name not in block.FIELDS and node.get(name) is not None for block, node in outer)

    def tell(
        self, check: str, place: Place, variant: str = "", facts: Facts[str, Fact] | None = None, edits: tuple[Edit, ...] = ()
    ) -> None:
        """Keep a fault of this document."""
        self.document.faults.append(self.document.fault(check, *place, variant, {"field": self._field, **(facts or {})}, edits))

    def mend(self, scalar: Scalar, text: str | None) -> tuple[Edit, ...]:
        """The edit that puts a word in the place of a value; none where there is no word, or the value has more to it than its text."""
        source = self.document.text[scalar.start : scalar.end]
        simple = source == scalar.text or (source[:1] in {'"', "'"} and source[1:-1] == scalar.text)
        return (self.document.edit(scalar.start, scalar.end, text),) if text and simple else ()

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
            facts = {"text": scalar.text, "whole": quoted(f"{scalar.text} {cut}")}
            self.tell("text-cut", (start, start + len(cut)), "", facts, self._uncut(scalar, start + len(cut)))

    def _uncut(self, scalar: Scalar, end: int) -> tuple[Edit, ...]:
        """The whole text between quotes, where a number stands behind the sign: that is no remark."""
        text = self.document.text[scalar.start : end]
        is_number = _NUMBERED.fullmatch(text, len(scalar.text)) is not None
        return (self.document.edit(scalar.start, end, quoted(text)),) if text.startswith(scalar.text) and is_number else ()

    def prose(self, node: Node) -> Scalar | None:
        """The line of text that YAML took for a field: « Paris : une ville »; told, and read as it was meant. None for what is a field."""
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            return None
        entry = node.entries[0]
        text = self.document.text[node.start : max(entry.key.end + 1, entry.value.end)].rstrip()
        # The name of a field has no space in it, and none before its colon.
        name = self.document.text[node.start : entry.key.end + 1]
        if not isinstance(entry.value, Scalar) or len(text.splitlines()) > 1 or text[0] in "{[\"'?" or not any(map(str.isspace, name)):
            return None
        place = (node.start, node.start + len(text))
        hyphen = "- " if self.document.text.endswith("- ", 0, node.start) else ""
        edits = (self.document.edit(*place, quoted(text)),)
        self.tell("colon-in-text", place, "", {"line": hyphen + quoted(text)}, edits)
        return Scalar(text, plain=False, start=place[0], end=place[1])


# A number sign behind a space cuts a text off; with another space and a letter behind it, or a word to traite, it was meant to.
_CUT = re.compile(r"[ \t]+(?P<cut>#(?!traite:)(?:[^\s]|[ \t]\d)[^\r\n]*)")
# Behind a comma or a bracket something else may have been meant to begin or to end.
_NUMBERED = re.compile(r"[ \t]+#\d{1,3}(?!\w)[^\r\n#{}\[\],]*")


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
