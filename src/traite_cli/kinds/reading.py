"""A file to a record: which kind its folder is, what its fields hold, what its fences let through."""

from __future__ import annotations

from traite_cli.diagnostics import Fault
from traite_cli.kinds.catalogue import KINDS
from traite_cli.kinds.outside import left_outside
from traite_cli.kinds.record import Record
from traite_cli.kinds.spellings import meant_among
from traite_cli.kinds.types import AUDIENCE_WORDS, AUDIENCES
from traite_cli.kinds.walk import Walk
from traite_cli.language import N_, fold, nearest
from traite_cli.syntax import MOST_BYTES, Document, Mapping, Scalar, decode, fences_in_fields, fences_in_values, read_document


def read_record(kind: str, slug: str, path: str, data: bytes) -> Record:
    """Read a file as a record of a kind.

    It never fails: a faulty record still exists, and its faults are those of its document.
    """
    return record_of(kind, slug, read_document(path, data))


def record_of(kind: str, slug: str, document: Document) -> Record:
    """The record of a kind that a file taken apart holds; the faults met are told to the document."""
    walk = Walk(document, KINDS)
    header = document.header or Mapping((), document.header_start, document.header_start)
    if document.header is not None and (left := left_outside(document.text, document.body_start, KINDS[kind].FIELDS)):
        walk.tell("field-outside", (left.start, left.end), left.variant, {"key": left.keys[0].text})
        header = Mapping((*header.entries, *left.entries(header)), header.start, header.end)
    if document.header is None:
        record = KINDS[kind]({}, slug=slug, document=document, doubtful=True)
    else:
        values, written = walk.fields(KINDS[kind], header)
        doubtful = _doubtful(KINDS[kind], header, values)
        record = KINDS[kind](values, header, written, slug=slug, document=document, doubtful=doubtful)
    in_fields = (*fences_in_fields(document.text, document.header_start, document.body_start), *fences_in_values(document.text, header))
    doubts = [*in_fields, *document.body.doubts]
    for doubt in doubts:
        meant = _fence_meant(document.text[doubt.start : doubt.end]) if doubt.reason == "misspelt" else ""
        walk.tell("doubtful-fence", (doubt.start, doubt.end), f"{doubt.reason}{'+' if meant else ''}", {"meant": meant} if meant else {})
    record.doubtful = record.doubtful or bool(doubts) or any(_shakes_trust(fault) for fault in document.faults)
    return record


def with_new_text(before: Record, data: bytes) -> Document | None:
    """The document of a record's file in which only the text below the front matter is new, as ``read_record`` takes it apart.

    None where more may be: then it must be read. Of a record in which nothing was at fault, and nothing is, the front matter holds what
    it held as long as every letter of it is the same.
    """
    old = before.document
    front = old.text[: old.body_start]
    if old.faults or before.doubtful or not front.endswith("\n") or "\n..." in front or len(data) > MOST_BYTES:
        return None
    text, troubles = decode(data)
    if troubles or not text.startswith(front):
        return None
    document = Document(old.path, text)
    document.header_start, document.body_start, document.header = old.header_start, old.body_start, lambda: old.header
    is_sound = not left_outside(text, document.body_start, before.FIELDS) and not document.body.doubts
    return document if is_sound else None


def _fence_meant(line: str) -> str:
    """The fence that a line was probably meant to be: « ::: membres » is ``::: members``; '' for none."""
    word, _, rest = line.strip(": \t").partition(" ")
    fence = meant_among(_FENCES, word)
    return f"::: {fence} {rest}".rstrip() if fence == "topic" else f"::: {fence}" if fence and not rest else ""


_FENCES = {**{word: label for word, label in AUDIENCE_WORDS.items() if word != AUDIENCES[0]}, "topic": N_("topic")}


def _doubtful(kind: type[Record], header: Mapping, values: dict[str, object]) -> bool:
    """Whether there is an audience that could not be read; one nearly spelt right counts too."""
    if "audience" in values:
        return False
    entry = header.get("audience")
    if entry is None:
        return any(_nearly_audience(entry.key.text) for entry in header.entries if entry.key.text not in kind.FIELDS)
    return not (isinstance(entry.value, Scalar) and entry.value.absent)


def _nearly_audience(key: str) -> bool:
    return fold(key) in {"public", "diffusion"} or bool(nearest(key, ("audience",), most=1))


def _shakes_trust(fault: Fault) -> bool:
    # Whoever gives one entry of a list an audience believes that it is kept from the others.
    return fault.check in _SHAKES_TRUST or (fault.check == "misplaced-key" and fault.variant == "audience")


_SHAKES_TRUST = frozenset({
    "conflict-marker", "encoding", "field-outside", "front-matter-unclosed", "hidden-character", "key-given-twice", "key-not-text",
    "line-without-colon", "not-yaml",
})  # fmt: skip
"""Faults after which one cannot be sure which lines are front matter, which are body, or whether a fence is one."""
