"""Running the checks over a repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.diagnostics import Diagnostic, Fault, Severity, Translate, worded
from traite_cli.repository import Repository


def faults_of(repository: Repository, day: date, severity: Severity | None = None) -> tuple[Fault, ...]:
    """Every fault of a repository on the day asked about, each once, in the order of files and lines; or those of one severity only."""
    listed = catalogue()
    wanted = {name for name, one in listed.items() if severity in {None, one.check.severity}}
    met = (fault for fault in _met(repository) if fault.check in wanted)
    looked_for = _looked_for(repository, day, [listed[name] for name in listed if name in wanted])
    return tuple(sorted(_once(chain(met, looked_for)), key=lambda fault: fault.order))


def _met(repository: Repository) -> Iterator[Fault]:
    """What reading found."""
    yield from repository.faults
    for record in repository.all_examined():
        yield from record.document.faults


def _looked_for(repository: Repository, day: date, listed: Iterable[Listed]) -> Iterator[Fault]:
    for one in listed:
        if one.find is not None:
            yield from one.find(repository)
        if one.find_on is not None:
            yield from one.find_on(repository, day)


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    seen: set[tuple[str, str, object]] = set()
    for fault in faults:
        key = (fault.check, fault.path, fault.span)
        if key not in seen:
            seen.add(key)
            yield fault


def told(faults: Iterable[Fault], translate: Translate) -> tuple[Diagnostic, ...]:
    """Faults in words."""
    return tuple(worded(fault, catalogue()[fault.check].check.rule, translate) for fault in faults)
