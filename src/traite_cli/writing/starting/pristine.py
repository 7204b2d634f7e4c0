"""What traite itself wrote into a repository, kept in one file of it: only so can a later traite tell its own words from those of people.

The file goes through git like the rest, so that every clone has it. Being a file of the repository, it is not trusted: what cannot be
read from it as it was written is no base for anything.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from traite_cli.errors import Refused, UsageError
from traite_cli.files import Source, Unreadable
from traite_cli.files.journal import digest
from traite_cli.language import LANGUAGES, N_, Language, translator
from traite_cli.writing.starting.collective import Collective, line_of, name_of

PLACE = ".traite-init.json"
_FORMAT = 1
_MOST_BYTES = 1 << 22
_MOST_TEXT = 1 << 18
_ABOUT = N_("What traite init wrote, so that traite init --update can tell it from what you changed. Leave this file in git.")


class Base(NamedTuple):
    """A file as traite wrote it: its digest and, where it is a text, the text."""

    digest: str
    text: bytes | None


class Pristine(NamedTuple):
    """Which traite wrote a repository, for whom, and what."""

    version: str
    collective: Collective
    files: Mapping[str, Base]

    def __bytes__(self) -> bytes:
        name, letterhead, language, timezone = self.collective
        head = {
            "about": translator(language)(_ABOUT),
            "format": _FORMAT,
            "version": self.version,
            "name": name,
            "letterhead": letterhead,
            "language": language,
            "timezone": timezone,
        }
        files = {path: [base.digest, _packed(base.text)] for path, base in sorted(self.files.items())}
        # One file a line: two people's updates meet in the lines of the same files only.
        lines = ",\n".join(f"  {json.dumps(path)}: {json.dumps(entry)}" for path, entry in files.items())
        return f'{json.dumps(head, ensure_ascii=False, indent=1)[:-2]},\n "files": {{\n{lines}\n }}\n}}\n'.encode()


def base_of(data: bytes) -> Base:
    """What is kept of a file; only texts can be merged, so that nothing else is kept whole."""
    return Base(digest(data), None if b"\0" in data else data)


def read_pristine(source: Source) -> Pristine:
    """What stands in a repository. Raises ``Refused`` where ``traite init`` did not make it, or the file cannot be read."""
    try:
        data = source.read(PLACE, _MOST_BYTES)
    except Unreadable as error:
        if error.reason != "gone":
            raise _unfit() from error
        hint = N_("traite init --update goes on from what traite init wrote; other repositories are brought up to date by hand")
        raise Refused(N_("this repository was not made by traite init: it has no {place}"), hint=hint, place=PLACE) from error
    try:
        return _pristine(json.loads(data))
    except (ValueError, TypeError, KeyError, RecursionError, UsageError, zlib.error) as error:
        raise _unfit() from error


def _unfit() -> Refused:
    return Refused(
        N_("{place} cannot be read as traite wrote it"), hint=N_("take it back from an earlier state: git restore {place}"), place=PLACE
    )


def _pristine(found: Any) -> Pristine:  # whatever the file holds
    if found["format"] != _FORMAT or found["language"] not in LANGUAGES or not _VERSION.fullmatch(found["version"]):
        raise ValueError(found["format"])
    language: Language = found["language"]
    letterhead = tuple(line_of(line) for line in found["letterhead"])
    if not _ZONE.fullmatch(found["timezone"]):
        raise ValueError(found["timezone"])
    collective = Collective(name_of(found["name"]), letterhead, language, found["timezone"])
    return Pristine(found["version"], collective, {_path(path): _base(*entry) for path, entry in dict(found["files"]).items()})


def _path(path: str) -> str:
    """A path below the repository's folder, or no path at all."""
    if {"", ".", ".."}.intersection(path.split("/")) or set(path) & {"\\", ":", "\0"}:
        raise ValueError(path)
    return path


_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){0,3}[\w.+-]{0,20}", re.ASCII)
_ZONE = re.compile(r"[\w+/-]{1,60}", re.ASCII)


def _base(digest: str, packed: str | None) -> Base:
    return Base(digest, _unpacked(packed))


def _packed(text: bytes | None) -> str | None:
    return None if text is None else base64.b85encode(zlib.compress(text, 9)).decode()


def _unpacked(packed: str | None) -> bytes | None:
    if packed is None:
        return None
    # A small file may hold a text of gigabytes: no more of it is unpacked than a text of ours can have.
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(base64.b85decode(packed), _MOST_TEXT)
    if not unpacking.eof:
        raise ValueError(packed)
    return text
