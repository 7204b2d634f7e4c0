"""New records, looked at with all others before anything is written: one with an error is not written, and none with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from traite_cli.checks.codes import of_severity
from traite_cli.checks.running import faults_of
from traite_cli.diagnostics import Fault, Severity
from traite_cli.kinds import read_record
from traite_cli.repository import Repository
from traite_cli.writing.changes import Change


class New(NamedTuple):
    """A record to be made: its kind, its slug, the whole text of its file."""

    kind: str
    slug: str
    text: str

    @property
    def path(self) -> str:
        return f"records/{self.kind}/{self.slug}.md"


class Created(NamedTuple):
    """What makes some records together, all or none; the errors that keep them from it, and what else a secretary would notice."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]


def created(repository: Repository, records: Sequence[New], day: date) -> Created:
    """Look at records that are to be made as if they were there already."""
    changes = tuple(Change(one.path, None, one.text.encode()) for one in records)
    read = [read_record(one.kind, one.slug, one.path, one.text.encode()) for one in records]
    found = faults_of(repository.replacing(read).focused({one.path for one in records}), day)
    errors = of_severity(Severity.ERROR)
    return Created(
        changes, tuple(fault for fault in found if fault.check in errors), tuple(fault for fault in found if fault.check not in errors)
    )
