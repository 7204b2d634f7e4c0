"""The references a record makes: through its fields, and through links in its body."""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import unquote

from traite_cli.kinds import KINDS, SLUG, Block, Record, Ref
from traite_cli.syntax import Link


def references(block: Block, prefix: str = "") -> list[tuple[str, Ref]]:
    """Every reference of a block's fields, those of blocks inside it included, with the dotted name of its field."""
    found: list[tuple[str, Ref]] = []
    for name, value in block.values.items():
        # A text is no reference, and holds none; it is what most fields are.
        for one in value if type(value) is tuple else () if type(value) is str else (value,):
            if type(one) is Ref:
                found.append((prefix + name, one))
            elif type(one) is not str and isinstance(one, Block):
                found += references(one, f"{prefix}{name}.")
    return found


def references_alone(block: Block) -> list[Ref]:
    """The same references without their fields, in no order: for who looks at those of all records."""
    found: list[Ref] = []
    waiting = [block]
    for one in waiting:
        for value in one.values.values():
            for item in value if type(value) is tuple else () if type(value) is str else (value,):
                if type(item) is Ref:
                    found.append(item)
                elif type(item) is not str and isinstance(item, Block):
                    waiting.append(item)
    return found


class BodyReference(NamedTuple):
    """A link of a body to a record; ``ref`` is None when it cannot lead to one."""

    link: Link
    ref: Ref | None


def body_references(record: Record) -> Iterator[BodyReference]:
    """The links of a body that lead, or try to lead, to records."""
    for link in record.document.body.links:
        if not link.image and is_relative(link.target):
            yield BodyReference(link, target(record.KIND, link.target))


def shown_references(record: Record) -> Iterator[BodyReference]:
    """The links that stand in what is shown of a body: what was withheld, or is of a later day, names nobody."""
    passages = record.passages
    for one in body_references(record):
        place = bisect_right(passages, one.link.start, key=attrgetter("start")) - 1
        if place >= 0 and one.link.start < passages[place].end:
            yield one


def is_relative(address: str) -> bool:
    """Whether an address in a body leads to a file of the repository."""
    return bool(address) and not address.startswith("#") and ":" not in address.split("/", 1)[0]


@lru_cache(maxsize=4096)  # bodies lead to the same topics and people again and again
def target(kind: str, address: str) -> Ref | None:
    """The record that a relative address means, seen from a folder of records; None when it can mean none."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    if path.startswith("/") or "\\" in path:
        return None
    parts = posixpath.normpath(posixpath.join("records", kind, path)).split("/")
    if len(parts) != _PARTS or parts[0] != "records" or parts[1] not in KINDS or not parts[2].endswith(".md"):
        return None
    slug = parts[2].removesuffix(".md")
    return Ref(slug, (parts[1],)) if SLUG.fullmatch(slug) else None


_PARTS = 3
