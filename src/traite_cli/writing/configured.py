"""What ``traite.toml`` says of a record by its name: the collective's own, and the files whose faults are set aside.

Its other bytes stay, as those of records do: a comment is nobody's to rewrite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from traite_cli.errors import Refused
from traite_cli.files import Source
from traite_cli.files.memory import Memory
from traite_cli.kinds import Organisation, Record
from traite_cli.language import N_
from traite_cli.repository import Configuration, Repository, read_configuration
from traite_cli.syntax import MOST_BYTES
from traite_cli.writing.changes import Change, Told

CONFIGURATION = "traite.toml"


class Configured(NamedTuple):
    """What is to be written of ``traite.toml``, if anything, and what is to be told."""

    changes: tuple[Change, ...] = ()
    told: tuple[Told, ...] = ()


def configured(repository: Repository, source: Source, record: Record, slug: str) -> Configured:
    """What changes where a record has another name, or goes into another of its kind. Raises ``Refused`` where no machine can change it."""
    told = tuple(_left_out(repository.configuration, record.path, _path(record, slug)))
    said = list(_said(repository.configuration, record, slug))
    if not said:
        return Configured(told=told)
    before = source.read(CONFIGURATION, MOST_BYTES)
    text = before.decode()
    for key, old, new in said:
        text = re.sub(rf"""(?<![\w.-])({key}[ \t]*=[ \t]*(["'])){re.escape(old)}(?=\2)""", rf"\g<1>{new}", text)
    after = text.encode()
    for key, old, _ in _said(read_configuration(Memory({CONFIGURATION: after})), record, slug):
        raise Refused(
            N_("{path} names {slug} in a way that no machine can change"),
            hint=N_("write it on a line of its own: {line}"),
            path=CONFIGURATION,
            slug=record.slug,
            line=f'{key} = "{old}"',
        )
    return Configured((Change(CONFIGURATION, before, after),), told)


def _path(record: Record, slug: str) -> str:
    return f"{record.path.rpartition('/')[0]}/{slug}.md"


def _said(configuration: Configuration, record: Record, slug: str) -> Iterator[tuple[str, str, str]]:
    """The keys that name a record, with what they say and what they are to say."""
    if isinstance(record, Organisation) and configuration.organisation == record.slug:
        yield "organisation", record.slug, slug
    if any(one.path == record.path for one in configuration.ignored):
        yield "path", record.path, _path(record, slug)


def _left_out(configuration: Configuration, old: str, new: str) -> Iterator[Told]:
    """Patterns by which faults of a record were set aside, and by its new name are not."""
    for one in configuration.ignored:
        if one.path != old and fnmatchcase(old, one.path) and not fnmatchcase(new, one.path):
            message = N_("{place} sets {codes} aside in {pattern}, where the record no longer is")
            yield Told(message, {"place": CONFIGURATION, "codes": ", ".join(one.codes), "pattern": one.path})
