"""A repository that is looked at again and again, each time as another process would."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from traite_cli.diagnostics import Fault
from traite_cli.kinds import Block, Record
from traite_cli.repository import Repository, load, read_configuration
from traite_cli.workspace import Workspace


def said(repository: Repository) -> Any:
    """All that a repository holds, with every place, in an order of its own."""
    return (
        repository.configuration,
        [_record(record) for record in repository.all()],
        list(map(_fault, repository.faults)),
        sorted(repository.attachments),
        {record.ref: [(one.record.ref, one.field) for one in repository.referrers(record)] for record in repository.all()},
    )


def _record(record: Record) -> Any:
    document, body = record.document, record.document.body
    return (
        (record.ref, record.path, record.label, record.doubtful, record.passages),
        _block(record),
        (document.text, document.header_start, document.body_start, repr(document.header), list(map(_fault, document.faults))),
        (body.passages, body.headings, body.doubts, body.items, body.links),
    )


def _fault(fault: Fault) -> Any:
    return (*fault._replace(facts=dict(fault.facts)), fault.order)


def _block(block: Block) -> Any:
    values = {name: _value(value) for name, value in block.values.items()}
    places = {name: [block.place_of(name, index) for index in range(_count(value) + 1)] for name, value in block.values.items()}
    return type(block), block.extent, dict(block.keys), values, places


def _count(value: Any) -> int:
    return len(value) if isinstance(value, tuple) else 1


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_value, value))
    # No number that is not one equals itself.
    return _block(value) if isinstance(value, Block) else repr(value) if isinstance(value, dict) else value


def fresh(root: Path) -> Any:
    """What the files hold, read without an index."""
    source = Workspace(root).source
    return said(load(source, read_configuration(source)))


def known(root: Path) -> Any:
    """What they hold as a command has it."""
    return said(Workspace(root).repository)


def opened(root: Path, calls: Iterable[str] = ()) -> list[str]:
    """The paths of the files below ``records/`` that a command opens to check them."""
    paths: list[str] = []
    workspace = Workspace(root)
    read = workspace.source.read

    def watched(path: str, most: int) -> bytes:
        paths.append(path)
        return read(path, most)

    workspace.source.read = watched  # type: ignore[method-assign]
    _ = workspace.outcomes.outcome
    return [path for path in paths if path.startswith("records/")]


def outcome(root: Path) -> list[tuple[str, str]]:
    """The faults that a command tells: file and check."""
    return [(fault.path, fault.check) for fault in Workspace(root).outcomes.outcome.faults]
