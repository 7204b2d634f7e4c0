"""What fields may hold: each type reads a node of the front matter, or tells why it cannot."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping as Facts
from math import isfinite
from sys import intern
from typing import Any, Generic, TypeVar

from traite_cli.dates import DateError, EdtfDate, TimeError, TimeSpan
from traite_cli.diagnostics import Fact, Term
from traite_cli.kinds.block import Block, Place
from traite_cli.kinds.french import TRUTHS, choice_meant
from traite_cli.kinds.kind_words import SINGULAR
from traite_cli.kinds.spellings import meant_among, word_among
from traite_cli.kinds.walk import Walk
from traite_cli.language import N_, fold
from traite_cli.syntax import Mapping, Node, Scalar, Sequence, Unreadable

AUDIENCE_WORDS = {"public": N_("public"), "members": N_("members"), "contributors": N_("contributors")}
AUDIENCES = tuple(AUDIENCE_WORDS)
"""From the widest circle to the narrowest."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_URL = re.compile(r"(?:https?://[^\s<>\"'`\\]+|mailto:[^\s<>\"'`\\@]+@[^\s<>\"'`\\@]+)", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?:/\S*)?")
_T = TypeVar("_T")
_B = TypeVar("_B", bound=Block)


_HALF = 30
_END = (1 << _HALF) - 1
"""Further than any file goes."""


class Ref:
    """A reference as written: a slug, the kinds it may be of, and where it stands.

    A record is named again and again, so that its slug is kept once. There are more of these than of anything else, so that the place
    is one number: two in a tuple take four times as much room.
    """

    __slots__ = ("_place", "kinds", "slug")

    def __init__(self, slug: str, kinds: tuple[str, ...], place: Place = (0, 0)) -> None:
        self.slug = intern(slug)
        self.kinds = kinds
        start, end = place
        self._place = start << _HALF | end

    @property
    def place(self) -> Place:
        return self._place >> _HALF, self._place & _END

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ref) and (self.slug, self.kinds, self._place) == (other.slug, other.kinds, other._place)

    def __hash__(self) -> int:
        return hash((self.slug, self.kinds, self._place))

    def __repr__(self) -> str:
        return f"Ref({self.slug!r}, {self.kinds!r}, {self.place!r})"

    def __str__(self) -> str:
        return f"{self.kinds[0]}/{self.slug}" if len(self.kinds) == 1 else self.slug


class _OneText(ABC, Generic[_T]):
    """What is written as one text."""

    name: str

    def read(self, node: Node, walk: Walk) -> _T | None:
        if isinstance(node, Scalar):
            return self.take(node, walk)
        return self.untangle(node, walk)

    def untangle(self, node: Node, walk: Walk) -> _T | None:
        """What stands where one text should: None, once that is told."""
        if not isinstance(node, Unreadable):
            variant = "list" if isinstance(node, Sequence) else "mapping"
            walk.tell("wrong-type", (node.start, node.end), variant, {"expected": Term(self.name)})
        return None

    @abstractmethod
    def take(self, scalar: Scalar, walk: Walk) -> _T | None:
        """The value of the text, or None when a fault is told instead."""


class Text(_OneText[str]):
    """A text. ``lines`` allows more than one line."""

    def __init__(self, *, lines: bool = False) -> None:
        self.lines = lines
        self.name = N_("several lines of text") if lines else N_("one line of text")

    def untangle(self, node: Node, walk: Walk) -> str | None:
        prose = walk.prose(node)
        return self.take(prose, walk) if prose is not None else super().untangle(node, walk)

    def take(self, scalar: Scalar, walk: Walk) -> str | None:
        if scalar.plain and walk.has_remarks:
            walk.look_behind(scalar)
        text = scalar.text.strip()
        if not text:
            walk.tell("empty-text", (scalar.start, scalar.end))
            return None
        if not self.lines and "\n" in text:
            walk.tell("several-lines", (scalar.start, scalar.end))
            return " ".join(text.split())
        return text


class Slug(_OneText[str]):
    """A name of a record that is not looked up."""

    name = N_("a slug")

    def take(self, scalar: Scalar, walk: Walk) -> str | None:
        if SLUG.fullmatch(scalar.text):
            return scalar.text
        walk.tell("not-a-slug", (scalar.start, scalar.end), "", {"value": scalar.text, "slug": walk.slug(scalar.text)})
        return None


class Date(_OneText[EdtfDate]):
    """A date of the EDTF subset."""

    name = N_("a date")

    def take(self, scalar: Scalar, walk: Walk) -> EdtfDate | None:
        try:
            return EdtfDate.parse(scalar.text)
        except DateError as error:
            facts = {"value": scalar.text, "suggestion": error.suggestion or ""}
            variant = f"{error.reason}{'+' if error.suggestion else ''}"
            edits = walk.mend(scalar, error.suggestion if error.certain else None)
            walk.tell("not-a-date", (scalar.start, scalar.end), variant, facts, edits)
            return None


class Time(_OneText[TimeSpan]):
    """A time of day, or a stretch of it."""

    name = N_("a time")

    def take(self, scalar: Scalar, walk: Walk) -> TimeSpan | None:
        try:
            return TimeSpan.parse(scalar.text)
        except TimeError as error:
            facts = {"value": scalar.text, "suggestion": error.suggestion or ""}
            variant = f"{error.reason}{'+' if error.suggestion else ''}"
            edits = walk.mend(scalar, error.suggestion if error.certain else None)
            walk.tell("not-a-time", (scalar.start, scalar.end), variant, facts, edits)
            return None


class Truth(_OneText[bool]):
    """Yes or no, as the YAML 1.2 core schema writes them."""

    name = N_("true or false")

    def take(self, scalar: Scalar, walk: Walk) -> bool | None:
        if scalar.text.lower() in {"true", "false"}:
            return scalar.text.lower() == "true"
        _tell_choice(scalar, walk, _TRUTH, TRUTHS.get(fold(scalar.text), ""))
        return None


_TRUTH = {"true": N_("yes"), "false": N_("no")}


def _tell_choice(scalar: Scalar, walk: Walk, labels: Facts[str, str], certain: str) -> None:
    """Tell a word that is none of the list, with the one that was probably, or certainly, meant."""
    near = certain or meant_among(labels, scalar.text)
    facts: dict[str, Fact] = {"value": scalar.text, "choices": tuple(Term(label, word) for word, label in labels.items()), "near": near}
    # For whom a record is, its author says: no machine does.
    edits = () if labels is AUDIENCE_WORDS else walk.mend(scalar, certain)
    walk.tell("not-a-choice", (scalar.start, scalar.end), "near" if near else "", facts, edits)


class Number(_OneText[int]):
    """A whole number from 1."""

    name = N_("a whole number")

    def take(self, scalar: Scalar, walk: Walk) -> int | None:
        if re.fullmatch(r"0{0,9}[1-9][0-9]{0,5}", scalar.text):
            return int(scalar.text)
        walk.tell("wrong-type", (scalar.start, scalar.end), "number", {"value": scalar.text})
        return None


class Choice(_OneText[str]):
    """One word of a list. ``labels`` holds each with what people call it, a message id."""

    name = N_("a word of a list")

    def __init__(self, labels: Facts[str, str]) -> None:
        self.labels = labels
        self.choices = tuple(labels)

    def take(self, scalar: Scalar, walk: Walk) -> str | None:
        if scalar.text in self.choices:
            return scalar.text
        _tell_choice(scalar, walk, self.labels, word_among(self.labels, scalar.text) or choice_meant(scalar.text, self.choices))
        return None


class Url(_OneText[str]):
    """An address that may be followed from a document."""

    name = N_("an address (http, https or mailto)")

    def take(self, scalar: Scalar, walk: Walk) -> str | None:
        if _URL.fullmatch(scalar.text):
            return scalar.text
        suggestion = _whole_address(scalar.text)
        facts = {"value": scalar.text, "suggestion": suggestion}
        # Whether a site answers to https is not written in its name.
        edits = walk.mend(scalar, suggestion) if suggestion.startswith("mailto:") else ()
        walk.tell("not-an-address", (scalar.start, scalar.end), "+" if suggestion else "", facts, edits)
        return None


def _whole_address(text: str) -> str:
    """The address of which only the beginning is missing; '' when it is none."""
    if _BARE_ADDRESS.fullmatch(text) is None:
        return ""
    address = f"{'mailto:' if '@' in text else 'https://'}{text}"
    return address if _URL.fullmatch(address) else ""


class AttachmentPath(_OneText[str]):
    """A path under ``attachments/``, written with it or without."""

    name = N_("a path under attachments/")

    def take(self, scalar: Scalar, walk: Walk) -> str | None:
        path = scalar.text.removeprefix("attachments/")
        parts = path.split("/")
        if path and "\\" not in path and ":" not in path and not any(part in {"", ".", ".."} for part in parts):
            return path
        walk.tell("path-outside", (scalar.start, scalar.end), "", {"value": scalar.text})
        return None


class Reference(_OneText[Ref]):
    """The slug of a record of one of some kinds; where ``written_with_kind``, as ``kind/slug`` (or bare, of the first kind).

    ``of_entry`` where it stands for a whole entry of an attendance list.
    """

    def __init__(self, *kinds: str, written_with_kind: bool = False, of_entry: bool = False) -> None:
        self.kinds = kinds
        self.written_with_kind = written_with_kind
        self.of_entry = of_entry
        if written_with_kind:
            self.name = N_("a record, as kind/slug")
        else:
            self.name = N_("a person or an organisation") if kinds == ("people", "organisations") else SINGULAR[kinds[0]]

    def take(self, scalar: Scalar, walk: Walk) -> Ref | None:
        place = (scalar.start, scalar.end)
        if SLUG.fullmatch(scalar.text) and not self.written_with_kind:
            return Ref(scalar.text, self.kinds, place)
        kind, slash, slug = scalar.text.rpartition("/")
        kinds = (kind,) if slash else self.kinds[:1] if self.written_with_kind else self.kinds
        if slash and kind not in self.kinds:
            variant = "kind" if kind in SINGULAR else "kind-unknown"
            facts: dict[str, Fact] = {"value": scalar.text, "kind": kind, "kinds": self.kinds, "expected": Term(self.name)}
            walk.tell("reference-kind", place, variant, facts)
            return None
        if self.written_with_kind and not kind and len(self.kinds) == len(SINGULAR):
            walk.tell("reference-kind", place, "bare", {"value": scalar.text})
            return None
        if not SLUG.fullmatch(slug):
            facts = {
                "value": scalar.text,
                "slug": walk.slug(slug),
                "expected": Term(self.name),
                "kinds": kinds,
                "entry": int(self.of_entry),
            }
            walk.tell("not-a-slug", place, "reference", facts)
            return None
        return Ref(slug, kinds, place)


class Struct(Generic[_B]):
    """A mapping with fields of its own. ``short`` is the field that a bare value stands for."""

    name = N_("keys of its own")

    def __init__(self, block: type[_B], *, short: str = "") -> None:
        self.block = block
        self.short = short
        self._is_short_for_text = short in block.FIELDS and isinstance(block.FIELDS[short].type, Text)

    def read(self, node: Node, walk: Walk) -> _B | None:
        node = (walk.prose(node) if self._is_short_for_text else None) or node
        if isinstance(node, Mapping):
            values, written = walk.fields(self.block, node)
            return self.block(values, node, written)
        if isinstance(node, Scalar) and self.short:
            return self._short(node, walk)
        if not isinstance(node, Unreadable):
            place = (node.start, node.end)
            fields = list(self.block.FIELDS.values())
            shown = [field for field in fields if field.required] or fields[:1]
            example = ", ".join(f"{field.name}: {field.example}" for field in shown)
            walk.tell("wrong-type", place, "block-expected", {"fields": tuple(self.block.FIELDS), "example": example})
        return None

    def _short(self, node: Scalar, walk: Walk) -> _B | None:
        fields = self.block.FIELDS
        # An attendance entry's bare slug is a person's or an organisation's: the repository tells which.
        value = fields[self.short].type.read(node, walk) if self.short in fields else _EITHER.read(node, walk)
        return None if value is None else self.block({self.short: value}, node, {self.short: node})


_EITHER = Reference("people", "organisations", of_entry=True)


class Own:
    """The user's own mapping: plain values by the YAML 1.2 core schema, everything kept."""

    name = N_("keys of your own")

    def read(self, node: Node, walk: Walk) -> dict[str, Any] | None:
        if isinstance(node, Mapping):
            return {entry.key.text: _core(entry.value) for entry in node.entries}
        if not isinstance(node, Unreadable):
            walk.tell("wrong-type", (node.start, node.end), "own-expected")
        return None


_CORE_INT = re.compile(r"[-+]?[0-9]{1,300}")
_CORE_OCTAL = re.compile(r"0o[0-7]{1,300}")
_CORE_HEX = re.compile(r"0x[0-9a-fA-F]{1,300}")
_CORE_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

_CORE_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def _core(node: Node) -> Any:  # whatever the user wrote
    """A node by the core schema of YAML 1.2 (10.3.2); numbers too long to be numbers stay texts."""
    if isinstance(node, Mapping):
        return {entry.key.text: _core(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_core(item) for item in node.items]
    if isinstance(node, Unreadable) or node.absent:
        return None
    return _core_scalar(node.text) if node.plain else node.text


def _core_scalar(text: str) -> str | int | float | bool:
    if text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return text.lower() == "true"
    for pattern, base in ((_CORE_INT, 10), (_CORE_OCTAL, 8), (_CORE_HEX, 16)):
        if pattern.fullmatch(text):
            return int(text.removeprefix("0o").removeprefix("0x"), base)
    if _CORE_FLOAT.fullmatch(text):
        return float(text) if isfinite(float(text)) else text
    return float(text.lower().replace(".", "")) if _CORE_NO_NUMBER.fullmatch(text) else text
