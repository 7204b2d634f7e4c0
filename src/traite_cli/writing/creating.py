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
    """A record to be made: its kind, its slug, the whole text of its file; of one that is there and is completed, its bytes as read."""

    kind: str
    slug: str
    text: str
    before: bytes | None = None

    @property
    def is_new(self) -> bool:
        """Whether its file is not what was read."""
        return self.before != self.text.encode()

    @property
    def path(self) -> str:
        return f"records/{self.kind}/{self.slug}.md"


class Created(NamedTuple):
    """What makes some records together, all or none; the errors that keep them from it, and what else a secretary would notice."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]


def created(repository: Repository, records: Sequence[New], day: date) -> Created:
    """Look at records that are to be made as if they were there already; of one that is there, only what is new is told."""
    changes = tuple(Change(one.path, one.before, one.text.encode()) for one in records if one.is_new)
    read = [read_record(one.kind, one.slug, one.path, one.text.encode()) for one in records]
    completed = {one.path for one in records if one.before is not None}
    known = {_said(fault) for fault in faults_of(repository.focused(completed), day)} if completed else set()
    told = faults_of(repository.replacing(read).focused({one.path for one in records}), day)
    found = [fault for fault in told if _said(fault) not in known]
    errors = of_severity(Severity.ERROR)
    # What a draft doubts is told by whoever drafts it, doubt by doubt.
    remarks = tuple(fault for fault in found if fault.check not in errors and fault.check != "doubt-left")
    return Created(changes, tuple(fault for fault in found if fault.check in errors), remarks)


def _said(fault: Fault) -> tuple[str, str, str, str]:
    """What a fault says, wherever its line has moved to."""
    return fault.path, fault.check, fault.variant, fault.source
