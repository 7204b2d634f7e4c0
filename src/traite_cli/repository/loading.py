"""Reading every record of a source into a repository, and telling the files that are none."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

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


def load(source: Source, configuration: Configuration, reached: Reached | None = None) -> Repository:
    """Read all records below ``records/``. It never fails for a file: each fault is kept with its record or the repository."""
    faults: list[Fault] = []
    records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    with _no_collection():
        listed = list(source.files(FOLDER))
        for number, found in enumerate(listed):
            if reached is not None and number % _NOW_AND_THEN == 0:
                reached(number, len(listed))
            record = _read(source, found, faults)
            if record is not None:
                records[record.KIND][record.slug] = record
    faults = [_told_of_name(fault, records) for fault in faults]
    attachments = frozenset(_plain_files(source, ATTACHMENTS, faults))
    for _ in _plain_files(source, TEMPLATES, faults):
        pass
    return Repository(configuration, records, faults, attachments)


def _plain_files(source: Source, folder: str, faults: list[Fault]) -> Iterator[str]:
    """The files of a folder that may be read; the others are told."""
    for found in source.files(folder):
        if found.refusal:
            faults.append(Fault("not-a-plain-file", found.path, variant=found.refusal))
        else:
            yield found.path


def _read(source: Source, found: Found, faults: list[Fault]) -> Record | None:
    name = found.path.rpartition("/")[2]
    if found.refusal:
        faults.append(Fault("not-a-plain-file", found.path, variant=found.refusal))
        return None
    if name.startswith(".") or name.lower() == "readme.md":
        return None
    parts = found.path.split("/")
    if len(parts) != _PARTS or parts[1] not in KINDS or not name.endswith(".md"):
        faults.append(_misplaced(found.path, parts))
        return None
    slug = name.removesuffix(".md")
    if not SLUG.fullmatch(slug):
        meant = slug_of(slug)
        facts: dict[str, Fact] = {"name": name, "slug": meant}
        faults.append(Fault("file-name", found.path, variant="" if meant else "nameless", facts=facts))
    try:
        data = source.read(found.path, MOST_BYTES)
    except Unreadable as error:
        faults.append(Fault("not-a-plain-file", found.path, variant=error.reason))
        return None
    return read_record(parts[1], slug, found.path, data)


def _told_of_name(fault: Fault, records: Mapping[str, Mapping[str, Record]]) -> Fault:
    """A name that is no slug, of which the slug is another record's name already: « Sejour.md » beside « sejour.md »."""
    is_taken = fault.check == "file-name" and fault.facts["slug"] in records[fault.path.split("/")[1]]
    return fault._replace(variant="taken") if is_taken else fault


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
def _no_collection() -> Iterator[None]:
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
