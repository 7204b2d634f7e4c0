"""A file to a record: which kind its folder is, what its fields hold, what its fences let through."""

from __future__ import annotations

from traite_cli.kinds.catalogue import KINDS
from traite_cli.kinds.record import Record
from traite_cli.kinds.walk import Walk
from traite_cli.syntax import Mapping, Scalar, read_document


def read_record(kind: str, slug: str, path: str, data: bytes) -> Record:
    """Read a file as a record of a kind.

    It never fails: a faulty record still exists, and its faults are those of its document.
    """
    document = read_document(path, data)
    walk = Walk(document)
    header = document.header or Mapping((), document.header_start, document.header_start)
    if document.header is None:
        record = KINDS[kind]({}, slug=slug, document=document, doubtful=True)
    else:
        values, keys, places = walk.fields(KINDS[kind], header)
        place = (header.start, header.start)
        record = KINDS[kind](values, place, keys, places, slug=slug, document=document, doubtful=_doubtful(header, values))
    for doubt in document.body.doubts:
        walk.tell("doubtful-fence", (doubt.start, doubt.end), doubt.reason)
    record.doubtful = record.doubtful or bool(document.body.doubts) or any(f.check in _SHAKES_TRUST for f in document.faults)
    return record


def _doubtful(header: Mapping, values: dict[str, object]) -> bool:
    """Whether there is an audience that could not be read; one nearly spelt right counts too."""
    entry = header.get("audience")
    if entry is None:
        return any(_nearly_audience(entry.key.text) for entry in header.entries)
    absent = isinstance(entry.value, Scalar) and entry.value.absent
    return not absent and "audience" not in values


def _nearly_audience(key: str) -> bool:
    letters = "".join(c for c in key.casefold() if c.isalnum())
    return letters in {"audiences", "audiance", "audence", "auience", "audienc", "public", "diffusion"} or letters == "audience"


_SHAKES_TRUST = frozenset({"front-matter-unclosed", "conflict-marker", "hidden-character", "encoding", "line-without-colon"})
"""Faults after which one cannot be sure which lines are front matter, which are body, or whether a fence is one."""
