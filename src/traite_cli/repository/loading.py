"""Reading every record of a source into a repository, and telling the files that are none."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from traite_cli.diagnostics import Fact, Fault
from traite_cli.files import Found, Source, Unreadable
from traite_cli.kinds import KINDS, SLUG, Record, read_record
from traite_cli.language import fold, nearest
from traite_cli.repository.configuration import Configuration
from traite_cli.repository.repository import Repository
from traite_cli.syntax import MOST_BYTES

FOLDER, ATTACHMENTS, TEMPLATES = "records", "attachments", "templates"
_PARTS = 3


Reached = Callable[[int, int], None]
"""Is told now and then how many files of how many have been read."""
_NOW_AND_THEN = 64


class Contents(NamedTuple):
    """What the files of a source hold: the records by kind and slug, faults of files that are none, the paths of attachments."""

    records: Mapping[str, Mapping[str, Record]]
    faults: Sequence[Fault]
    attachments: frozenset[str]


class Cache(Protocol):
    """Knows what was read before."""

    def contents(self, source: Source, reached: Reached | None) -> Contents:
        """What the files of a source hold, as ``read_contents`` would read it."""
        ...


def load(source: Source, configuration: Configuration, reached: Reached | None = None, cache: Cache | None = None) -> Repository:
    """All records below ``records/``. It never fails for a file: each fault is kept with its record or the repository."""
    contents = read_contents(source, reached) if cache is None else cache.contents(source, reached)
    return Repository(configuration, *contents)


def read_contents(source: Source, reached: Reached | None = None) -> Contents:
    """Read all files of a source."""
    faults: list[Fault] = []
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    with no_collection():
        listed = list(source.files(FOLDER))
        for number, found in enumerate(listed):
            if reached is not None and number % _NOW_AND_THEN == 0:
                reached(number, len(listed))
            record = _read(source, found, faults)
            if record is not None:
                records[record.KIND][record.slug] = record
    faults = list(told_of_names(faults, records))
    attachments: list[str] = []
    for found in (*source.files(ATTACHMENTS), *source.files(TEMPLATES)):
        place = placed(found)
        faults += place.faults
        attachments += [found.path] * place.is_attachment
    return Contents(records, faults, frozenset(attachments))


class Placed(NamedTuple):
    """What a file is by its path: a record of a kind, or none; and what is wrong with where it is."""

    kind: str = ""
    slug: str = ""
    faults: tuple[Fault, ...] = ()
    is_attachment: bool = False


def placed(found: Found) -> Placed:
    """What a file is, before it is read."""
    if found.refusal:
        return Placed(faults=(Fault("not-a-plain-file", found.path, variant=found.refusal),))
    parts = found.path.split("/")
    if parts[0] != FOLDER:
        return Placed(is_attachment=parts[0] == ATTACHMENTS)
    name = parts[-1]
    if name.startswith(".") or name.lower() == "readme.md":
        return Placed()
    if len(parts) != _PARTS or parts[1] not in KINDS or not name.endswith(".md"):
        return Placed(faults=(_misplaced(found.path, parts),))
    slug = name.removesuffix(".md")
    if SLUG.fullmatch(slug):
        return Placed(parts[1], slug)
    meant = slug_of(slug)
    facts: dict[str, Fact] = {"name": name, "slug": meant}
    return Placed(parts[1], slug, (Fault("file-name", found.path, variant="" if meant else "nameless", facts=facts),))


def _read(source: Source, found: Found, faults: list[Fault]) -> Record | None:
    place = placed(found)
    faults += place.faults
    if not place.kind:
        return None
    try:
        data = source.read(found.path, MOST_BYTES)
    except Unreadable as error:
        faults.append(unread(error))
        return None
    return read_record(place.kind, place.slug, found.path, data)


def unread(error: Unreadable) -> Fault:
    """The fault of a file that could not be read."""
    return Fault("not-a-plain-file", error.path, variant=error.reason)


def told_of_names(faults: Iterable[Fault], records: Mapping[str, Mapping[str, Record]]) -> Iterator[Fault]:
    """The faults, once it is known which names are taken: « Sejour.md » beside « sejour.md » cannot have the slug that it means."""
    for fault in faults:
        is_taken = fault.check == "file-name" and fault.facts["slug"] in records[fault.path.split("/")[1]]
        yield fault._replace(variant="taken") if is_taken else fault


def _misplaced(path: str, parts: list[str]) -> Fault:
    name = parts[-1]
    if not name.endswith(".md"):
        variant = "ending-near" if name.lower().endswith((".md", ".markdown", ".mdx", ".txt", ".yaml", ".yml")) else "ending"
        return Fault("misplaced-file", path, variant=variant, facts={"name": name})
    if parts[1] in KINDS:
        return Fault("misplaced-file", path, variant="deeper", facts={"name": name, "near": parts[1]})
    near = nearest(parts[1], list(KINDS), most=1) if len(parts) > _PARTS - 1 else []
    variant = "folder-near" if near else "folder"
    return Fault("misplaced-file", path, variant=variant, facts={"name": name, "near": "".join(near), "kinds": tuple(KINDS)})


def slug_of(text: str) -> str:
    """The slug that a text makes: lower case, without accents, hyphens between words."""
    folded = fold(unicodedata.normalize("NFC", text))
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in folded).split())


@contextmanager
def no_collection() -> Iterator[None]:
    """Reading makes many objects and no garbage: the collector would go through all of them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What was read stays to the end: the collector need never go through it.
        gc.freeze()
        if enabled:
            gc.enable()
